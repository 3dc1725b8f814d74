"""A session that tests play: three questions, a clock that each event moves."""

from datetime import UTC, datetime, timedelta
from random import Random

from drill.model import Attempt, KeyPoint, Option, Question, SessionKind
from drill.model.marks import Mark, Mistake, Proposal, Verdict
from drill.session import Effect, Event, Instant, Rules, Save, State, start, step, to_answer
from tests.builders import entry

QUIZ = Rules()
BEGIN = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
MOCK = Rules(SessionKind.MOCK, reveal_each=False)
POINTS = (KeyPoint("one"), KeyPoint("two"), KeyPoint("three", bonus=True))
POINTED = Question("pointed", "Which?", "These.", POINTS, hint="Count.")
BARE = Question("bare", "Why?")
OPTIONS = (Option("fork"), Option("branch", correct=True), Option("clone"), Option("tag"))
ONE = Question("one", "Which one?", "It branches.", options=OPTIONS, hint="A tree has it.")
TWO = Question(
    "two",
    "Which two?",
    options=(Option("x", correct=True), Option("y"), Option("z", correct=True)),
)
LAST = Question("last", "Who?", key_points=(KeyPoint("me"),))


def proposal(points: int) -> Proposal:
    """What an assistant may say of an answer to a question with so many points."""
    verdicts = (Verdict(Mark.PARTLY, "wörds", supported=False), *[Verdict(Mark.SAID)] * 9)
    return Proposal(verdicts[:points], (Mistake("“two”", "No."),), "Which?")


class Played:
    """A session that is played event by event, one second apart, and what it asked for."""

    def __init__(self, rules: Rules = QUIZ, *questions: Question) -> None:
        self.tick = 0.0
        self.saved: list[Attempt] = []
        self.retracted: list[Attempt] = []
        rng = Random(1)
        asked = questions or (POINTED, BARE, LAST)
        answers = (to_answer(entry(question), rng=rng) for question in asked)
        self.state = start("s", rules, tuple(answers), self.now)

    @property
    def now(self) -> Instant:
        return Instant(BEGIN + timedelta(seconds=self.tick), 1000 + self.tick)

    def do(self, *events: Event, seconds: float = 1.0) -> State:
        for event in events:
            self.tick += seconds
            self.state, effects = step(self.state, event, self.now)
            self.keep(effects)
        return self.state

    def keep(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            kept = self.saved if isinstance(effect, Save) else self.retracted
            kept.append(effect.attempt)
