"""The order of questions on a cheat sheet."""

from datetime import UTC, datetime, timedelta

from drill.model import Attempt, KeyPoint, Knowledge, Mark, Question, Rating
from drill.reporting.sheet_ranking import Carried, Miss, Rank, Tier, is_missed, misses, rank
from tests import builders

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
QUESTION = Question(
    "q", "Q?", key_points=(KeyPoint("core"), KeyPoint("other"), KeyPoint("more", bonus=True))
)
BARE = Question("b", "B?")


def attempt(days: int, **marks: Mark) -> Attempt:
    at = NOW - timedelta(days=days)
    return builders.attempt("d/q", Rating.HARD, at=at, points=tuple(marks.items()))


def known(coverage: float, confidence: int | None = None, days: int = 0) -> Knowledge:
    return Knowledge(1, coverage, NOW - timedelta(days=days), confidence)


def test_a_miss_is_counted_over_all_the_times_its_point_was_asked() -> None:
    attempts = [
        attempt(9, core=Mark.MISSED, other=Mark.MISSED),
        attempt(5, core=Mark.SAID, other=Mark.MISSED),
        attempt(1, core=Mark.PARTLY, other=Mark.SAID),
    ]
    assert misses(attempts) == {"core": Miss(2, 3, attempts[-1].scored_at)}


def test_what_was_skipped_says_nothing_of_the_points() -> None:
    skipped = Attempt("0", "s", "d/q", NOW, 9.0, 0.0, None, points=(("core", Mark.MISSED),))
    assert misses([skipped]) == {}


def test_missed_core_points_come_before_confident_misses_before_what_fades_before_the_rest() -> (
    None
):
    missed = {"core": Miss(1, 1, NOW)}
    ranks = [
        rank(QUESTION, known(0.5), missed, 0.9),
        rank(BARE, known(0.2, confidence=95), {}, 0.9),
        rank(QUESTION, known(1.0), {}, 0.6),
        rank(QUESTION, None, {}, 0.0),
        rank(QUESTION, known(1.0), {}, 0.95),
    ]
    assert [each.tier for each in ranks] == [
        Tier.MISSED,
        Tier.SURPRISE,
        Tier.AT_RISK,
        Tier.REST,
        Tier.REST,
    ]
    assert ranks == sorted(ranks)


def test_three_misses_of_four_come_before_one_of_one_and_the_latest_before_older_ones() -> None:
    often = rank(QUESTION, known(0.5), {"core": Miss(3, 4, NOW)}, 0.9)
    once = rank(QUESTION, known(0.5), {"core": Miss(1, 1, NOW)}, 0.9)
    before = rank(QUESTION, known(0.5, days=9), {"core": Miss(1, 1, NOW)}, 0.9)
    assert [often, once, before] == sorted([before, once, often])


def test_a_missed_bonus_point_makes_no_question_a_missed_one() -> None:
    missed = {"more": Miss(1, 1, NOW)}
    assert not is_missed(QUESTION, known(1.0), missed)
    assert rank(QUESTION, known(1.0), missed, 0.95).tier is Tier.REST


def test_a_question_without_points_is_missed_where_it_is_weak() -> None:
    assert is_missed(BARE, known(0.5), {})
    assert not is_missed(BARE, None, {})


def carried(*ranks: Rank) -> Carried:
    entries = tuple(builders.entry(f"q{at}", deck="d") for at in range(len(ranks)))
    return Carried(entries, {}, {}, dict(zip((e.key for e in entries), ranks, strict=True)))


def keys(of: Carried) -> list[str]:
    return [entry.key for entry in of.entries]


def test_the_first_are_those_of_the_best_rank_in_document_order() -> None:
    found = carried(Rank(Tier.REST), Rank(Tier.AT_RISK), Rank(Tier.REST), Rank(Tier.MISSED))
    assert keys(found.first(3)) == ["d/q0", "d/q1", "d/q3"]
    assert keys(found.first(None)) == ["d/q0", "d/q1", "d/q2", "d/q3"]


def test_of_equals_each_deck_gives_its_share() -> None:
    entries = [
        builders.entry(f"q{at}", deck=deck) for deck, n in (("a", 6), ("b", 3)) for at in range(n)
    ]
    ranks = dict.fromkeys((entry.key for entry in entries), Rank(Tier.REST))
    found = Carried(tuple(entries), {}, {}, ranks).first(6)
    assert keys(found) == ["a/q0", "a/q1", "a/q2", "a/q3", "b/q0", "b/q1"]


def test_at_risk_leaves_out_the_rest_unless_there_is_nothing_else() -> None:
    assert keys(carried(Rank(Tier.REST), Rank(Tier.AT_RISK)).at_risk()) == ["d/q1"]
    assert keys(carried(Rank(Tier.REST)).at_risk()) == ["d/q0"]
