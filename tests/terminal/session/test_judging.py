"""The assistant on the full screen: request, consent, waiting, accepting, replying."""

from collections.abc import Hashable
from dataclasses import replace

import pytest

from drill.assistant_reply import Failed
from drill.errors import DrillError
from drill.model import Question, SessionKind
from drill.model.marks import Mark, Mistake, Proposal, Verdict
from drill.session import Judged, Reveal, Rules
from drill.terminal.screen import writing
from drill.terminal.screen.writing import Written
from tests.terminal.faces import DROPOUT, begun, sit
from tests.terminal.faces import after as played

STOP = "q"
WORDS = "It switches off units at random, also at test time."
PROPOSAL = Proposal(
    (
        Verdict(Mark.SAID, "switches off units at random"),
        Verdict(Mark.PARTLY, "with some chance", "the name p", supported=False),
        Verdict(Mark.MISSED, lacks="the number of iterations"),
    ),
    (Mistake("also at test time", "Only in training."),),
    "What happens at test time?",
)


class Bench:
    """A judge that says what it is told to, once it was looked at often enough."""

    command = "llm -m \x1b[2Jmarker"
    explanation = ("It is given your words.",)

    def __init__(
        self,
        says: Proposal | Failed = PROPOSAL,
        *,
        after: int = 0,
        unasked: bool = False,
        is_allowed: bool = True,
    ) -> None:
        self.unasked = unasked
        self.is_allowed = is_allowed
        self.closed = False
        self.begun: list[tuple[str, str]] = []
        self._says = says
        self._after = after
        self._names: list[Hashable] = []

    def allow(self) -> None:
        if self.command == "unkept":
            raise DrillError("home: no space left")
        self.is_allowed = True

    def begin(self, name: Hashable, question: Question, words: str) -> None:
        self._names.append(name)
        self.begun.append((question.text, words))

    def has_begun(self, name: Hashable) -> bool:
        return name in self._names

    def proposal(self, name: Hashable) -> Proposal | Failed | None:
        if name not in self._names:
            return None
        self._after -= 1
        return None if self._after >= 0 else self._says

    def wait(self, name: Hashable) -> Proposal | Failed:
        return self._says

    def close(self) -> None:
        self.closed = True


def shown(page: str) -> list[str]:
    return [line.strip() for line in page.split("\n") if line.strip()]


def test_proposals_stand_beside_the_points_and_tick_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "j", STOP, judge=Bench(), rows=40)
    lines = shown(sat.pages[1])
    start = lines.index("Which of these did you say?")
    end = next(n for n, line in enumerate(lines) if line.startswith("coverage"))
    assert [line for line in lines[start + 1 : end] if not line.startswith("you wrote")] == [
        "1 ○ ● Ignores randomly chosen units",
        "said: “switches off units at random”",
        "2 ○ ? Kept with probability p",
        "partly? not in your words: “with some chance”",
        "3 ○ ○ Doubles the iterations                                           bonus",
        "missed; lacks: the number of iterations",
        "wrong: “also at test time”: Only in training.",
        "next question: What happens at test time?",
    ]
    assert lines[end] == "coverage 0 % · again"
    assert "y take over · f answer" in " ".join(lines[end:])


def test_y_takes_over_what_has_support_and_the_person_goes_on_marking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "j", "y", "2", "w", "\r", STOP, judge=Bench())
    (attempt,) = sat.memo.saved
    assert [mark for _, mark in attempt.points] == [Mark.SAID, Mark.SAID, Mark.MISSED]
    assert (attempt.wrong, attempt.proposal) == (False, PROPOSAL)


def test_enter_accepts_the_own_marks_whatever_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "j", "\r", STOP, judge=Bench())
    assert sat.memo.saved[0].coverage == 0


def test_the_screen_says_that_it_waits_and_marking_goes_on_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(after=4)
    sat = sit(monkeypatch, state, "j", "1", None, None, STOP, STOP, judge=bench, rows=40)
    said = ["is reading your words" in page for page in sat.pages]
    assert said == [False, True, True, False, False, False]
    assert "j lets your assistant judge your words" in sat.pages[0]
    assert "1 ● ● Ignores" in sat.pages[-1]


def test_a_failure_is_said_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(Failed("no answer within 120 seconds"))
    sat = sit(monkeypatch, state, "j", "j", STOP, judge=bench, rows=40)
    said = "your assistant judged nothing: no answer within 120 seconds; j asks it again"
    assert said in sat.pages[1]
    assert len(bench.begun) == 2


@pytest.mark.parametrize(
    ("question", "words", "bench", "why"),
    [
        (DROPOUT, WORDS, None, "config.toml names no assistant: see drill help assistant"),
        (DROPOUT, None, Bench(), "nothing of what you said was kept: --typed or --record"),
        (DROPOUT, None, Bench(unasked=True), "nothing of what you said was kept"),
    ],
)
def test_where_nothing_can_be_judged_j_says_why(
    monkeypatch: pytest.MonkeyPatch,
    question: Question,
    words: str | None,
    bench: Bench | None,
    why: str,
) -> None:
    state = played(begun(question), Reveal(typed=words))
    sat = sit(monkeypatch, state, "j", STOP, judge=bench)
    assert why in sat.pages[1]
    assert bench is None or bench.begun == []


def test_what_is_still_being_written_down_cannot_be_judged_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(recordings=("a.flac",)))
    bench = Bench(unasked=True)
    sat = sit(monkeypatch, state, "j", STOP, judge=bench)
    assert "what you said is still being written down" in sat.pages[1]
    assert bench.begun == []


def test_a_follow_up_of_the_deck_is_judged_with_its_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = replace(begun().current, follow_up="And at test time?")
    state = played(begun(answer), Reveal(typed="Random."), Reveal(typed="Scaled."))
    bench = Bench(unasked=True)
    sit(monkeypatch, state, STOP, judge=bench)
    asked = "What is dropout in a neural network?\n\nAnd at test time?"
    assert bench.begun == [(asked, "Random.\n\nScaled.")]


def test_the_first_use_shows_the_command_and_what_it_is_given_and_y_allows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(is_allowed=False)
    sat = sit(monkeypatch, state, "j", "y", "x", STOP, judge=bench)
    assert shown(sat.pages[1])[1:4] == [
        "drill is about to ask a program of yours for the first time:",
        "llm -m [2Jmarker",
        "It is given your words.",
    ]
    assert bench.is_allowed
    assert bench.begun == [(DROPOUT.text, WORDS)]


@pytest.mark.parametrize("key", ["n", "\r", " ", "\x1bz"])
def test_any_other_key_sends_nothing(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(is_allowed=False)
    sit(monkeypatch, state, "j", key, "x", STOP, judge=bench)
    assert (bench.is_allowed, bench.begun) == (False, [])


def test_an_interrupt_while_leave_is_asked_for_ends_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(is_allowed=False)
    sat = sit(monkeypatch, state, "j", "\x03", judge=bench)
    assert (sat.ending.code, bench.begun, bench.closed) == (130, [], True)


def test_leave_that_cannot_be_kept_is_said_and_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(is_allowed=False)
    monkeypatch.setattr(bench, "command", "unkept")
    sat = sit(monkeypatch, state, "j", "y", STOP, judge=bench)
    assert "home: no space left" in sat.pages[-1]
    assert bench.begun == []


def test_judging_unasked_begins_while_an_interview_still_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = iter([Written("One."), Written("Two.", "interrupt")])
    rules = Rules(SessionKind.MOCK, typed=True, reveal_each=False, limit=600)
    bench = Bench(unasked=True)
    other = replace(DROPOUT, id="other")
    monkeypatch.setattr(writing, "write", lambda *_: next(texts))
    sit(monkeypatch, begun(DROPOUT, other, rules=rules), " ", judge=bench)
    assert bench.begun == [(DROPOUT.text, "One.")]


def test_judging_unasked_begins_once_and_ends_with_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    bench = Bench(Failed("no"), unasked=True)
    sit(monkeypatch, state, "1", "2", None, STOP, STOP, judge=bench)
    assert bench.begun == [(DROPOUT.text, WORDS)]
    assert bench.closed


def test_what_was_judged_before_an_interruption_is_not_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS), Judged(PROPOSAL))
    bench = Bench(unasked=True)
    sit(monkeypatch, state, None, STOP, judge=bench)
    assert bench.begun == []


def test_f_answers_the_next_question_and_again_goes_on_with_what_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []
    pieces = iter([Written("Nothing is\n"), Written("Nothing is dropped.")])

    def write(_place: object, text: str, _keep: object) -> Written:
        given.append(text)
        return next(pieces)

    monkeypatch.setattr(writing, "write", write)
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "f", "j", "f", "f", "\r", STOP, judge=Bench())
    assert given == ["", "Nothing is"]
    assert sat.memo.saved[0].proposal == replace(PROPOSAL, reply="Nothing is dropped.")


def test_a_terminal_that_closes_while_a_reply_is_written_ends_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("Noth", "hang-up"))
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "j", "f", judge=Bench())
    assert sat.ending.code == 129
    proposal = sat.ending.state.answers[0].proposal
    assert proposal is not None
    assert proposal.reply == "Noth"


def test_on_a_small_screen_the_signs_stay_and_the_words_stand_below_your_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = played(begun(), Reveal(typed=WORDS))
    sat = sit(monkeypatch, state, "j", "\x1b[6~", "\x1b[6~", STOP, judge=Bench(), rows=15)
    assert "1 ○ ● Ignores randomly chosen units" in sat.pages[1]
    assert "said: “switches off" not in sat.pages[1]
    seen = shown("\n".join(sat.pages[1:4]).replace("↓", "").replace("↑", ""))
    start = seen.index("Your assistant proposes")
    assert seen.index(WORDS) < start
    assert "1 said: “switches off units at random”" in seen[start:]
    assert "next question: What happens at test time?" in seen[start:]
