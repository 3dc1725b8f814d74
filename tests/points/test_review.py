"""The review of drafts, step by step."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model import KeyPoint, Question
from drill.points.review import (
    Add,
    Bonus,
    Event,
    Look,
    Move,
    Press,
    Review,
    Rewrite,
    Shift,
    Toggle,
    changes,
    start,
    step,
)

ANSWER = """\
TCP numbers every byte of a stream. The receiver acknowledges what has arrived in order.

- **Handshake**: three packets open a connection before data flows.
- **Window**: the receiver limits what may be on its way.
"""
BYTES = "TCP numbers every byte of a stream"
ARRIVED = "The receiver acknowledges what has arrived in order"
HANDSHAKE = "Handshake: three packets open a connection before data flows"
WINDOW = "Window: the receiver limits what may be on its way"
DRAFT = Question(
    "tcp",
    "What is TCP?",
    ANSWER,
    (KeyPoint(BYTES), KeyPoint(WINDOW, bonus=True)),
    drafted=True,
)
OTHER = Question("port", "What is a port?", "A number.", (KeyPoint("A number"),), drafted=True)


def after(*events: Event, state: Review | None = None) -> Review:
    state = state or start((DRAFT, OTHER))
    for event in events:
        state = step(state, event)
    return state


def points(state: Review) -> list[str]:
    return [f"{point.text}{' (bonus)' * point.bonus}" for point in state.sheets[0].points]


def test_the_rows_are_the_points_then_the_unused_sentences() -> None:
    assert after().sheet.rows == (BYTES, WINDOW, ARRIVED, HANDSHAKE)


def test_a_new_point_is_inserted_in_the_order_of_the_answer() -> None:
    state = after(Toggle(3))
    assert points(state) == [BYTES, HANDSHAKE, f"{WINDOW} (bonus)"]
    assert state.sheet.rows[state.row] == ARRIVED
    assert points(after(Toggle(3), Toggle(3))) == [BYTES, ARRIVED, HANDSHAKE, f"{WINDOW} (bonus)"]


def test_a_removed_point_is_offered_again() -> None:
    state = after(Toggle(0))
    assert points(state) == [f"{WINDOW} (bonus)"]
    assert state.sheet.rows == (WINDOW, BYTES, ARRIVED, HANDSHAKE)


def test_core_and_bonus_are_swapped_and_points_are_moved() -> None:
    assert points(after(Bonus(0), Bonus(1))) == [f"{BYTES} (bonus)", WINDOW]
    assert points(after(Shift(1, -1))) == [f"{WINDOW} (bonus)", BYTES]
    assert after(Shift(0, -1), Shift(1, 1), Bonus(2)) == after()


def test_a_point_is_rewritten_and_an_empty_text_removes_it() -> None:
    assert points(after(Rewrite(1, "A window"))) == [BYTES, "A window (bonus)"]
    assert points(after(Rewrite(1, ""))) == [BYTES]
    assert points(after(Rewrite(2, "ACKs in order"))) == [
        BYTES,
        f"{WINDOW} (bonus)",
        "ACKs in order",
    ]
    sentence = after(Rewrite(2, f"{ARRIVED}, says the book"))
    assert points(sentence) == [BYTES, f"{ARRIVED}, says the book", f"{WINDOW} (bonus)"]
    assert sentence.row == 1
    assert points(after(Add("My own"))) == [BYTES, f"{WINDOW} (bonus)", "My own"]


def test_a_row_that_is_not_there_changes_nothing() -> None:
    assert after(Toggle(-1), Toggle(4), Rewrite(-1, "new"), Rewrite(4, "new")) == after()


def test_a_question_has_at_most_nine_different_points() -> None:
    full = after(*(Add(f"point {number}") for number in range(9)))
    assert len(points(full)) == 9
    assert after(Add("one more"), Toggle(9), state=full) == full
    assert after(Add(BYTES)) == after()


def test_kept_or_changed_questions_are_no_longer_drafts_and_skipped_ones_are() -> None:
    kept = after(Press.KEEP)
    assert (kept.index, kept.done, kept.sheets[0].result.drafted) == (1, 1, False)
    touched = after(Toggle(0), Press.NEXT, Press.NEXT)
    assert [sheet.result.drafted for sheet in touched.sheets] == [False, True]
    assert touched.at_end
    assert after(Press.NEXT).done == 0


def test_undo_goes_back_to_the_question_and_makes_a_draft_of_it_again() -> None:
    state = after(Toggle(0), Press.KEEP, Press.UNDO)
    assert (state.index, points(state)) == (0, [f"{WINDOW} (bonus)"])
    back = step(state, Press.UNDO)
    assert back.sheets[0].result == DRAFT
    assert after(Press.UNDO) == after()


def test_changes_are_the_differences_for_the_decks() -> None:
    before = after()
    gone = after(Toggle(0))
    (number, old, new) = changes(before, gone)[0]
    assert (number, old, new.key_points, new.drafted) == (0, DRAFT, DRAFT.key_points[1:], False)
    assert changes(before, after(Move(2), Press.NEXT, Press.BACK)) == []
    assert changes(gone, after(Press.UNDO, state=gone)) == [(0, new, DRAFT)]


def test_the_selection_stays_within_the_rows() -> None:
    assert [after(Move(-1)).row, after(Move(9)).row, after(Look(1)).row] == [0, 3, 1]


rows = st.integers(0, 9)
texts = st.sampled_from(["", "short", "a second text", ARRIVED])
events = st.one_of(
    st.sampled_from([Press.KEEP, Press.NEXT, Press.BACK, Press.UNDO]),
    rows.map(Toggle),
    rows.map(Bonus),
    st.tuples(rows, st.integers(-2, 2)).map(lambda pair: Shift(*pair)),
    st.tuples(rows, texts).map(lambda pair: Rewrite(*pair)),
    texts.map(Add),
)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.lists(events, max_size=25))
def test_decks_with_the_changes_applied_match_the_review(walk: list[Event]) -> None:
    state = start((DRAFT, OTHER))
    decks = {0: DRAFT, 1: OTHER}
    for event in walk:
        before, state = state, step(state, event)
        for number, old, new in changes(before, state):
            assert decks[number] == old
            decks[number] = new
    assert [decks[0], decks[1]] == [sheet.result for sheet in state.sheets]
    assert all(len(deck.key_points) <= 9 for deck in decks.values())
    while state.undo:
        state = state.undo
    assert [sheet.result for sheet in state.sheets] == [DRAFT, OTHER]
