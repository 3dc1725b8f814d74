"""Recording on the full screen, with a fake microphone that logs its commands."""

import pytest

from drill.model import SessionKind
from drill.model.spoken import Pause, Spoken, TimedLine
from drill.session import Phase, Reveal, Rules, Transcribed, to_answer
from drill.speaking.measures import Hearing, Trouble
from drill.terminal.speech.recording import Recording
from tests.terminal.faces import DROPOUT, WHY, Typing, begun, entry, sit
from tests.terminal.faces import after as played

STOP = "q"
QUIZ = Rules(recorded=True)
MOCK = Rules(SessionKind.MOCK, reveal_each=False, recorded=True)
RIGHT = "\x1b[C"
LINES = (TimedLine(0.5, 3.0, "You drop some units."), TimedLine(6.0, 9.0, "It doubles iterations."))
HEARD = Spoken(("s.1.flac",), LINES, 5.5, 3.5, (Pause(3.0, 3.0),), 0.5)
LISTENS = Hearing(recording=True, rms=-30.0, peak=-12.0, seconds=3.0)


class Microphone:
    """Remembers what it was told; what it hears, and what was said, is given."""

    def __init__(
        self, hearing: Hearing = LISTENS, heard: Spoken | None = HEARD, *, looks: int = 0
    ) -> None:
        self.hearing = hearing
        self.told: list[str] = []
        self._heard = heard
        self._looks = looks

    def start(self, number: int) -> None:
        self.told.append(f"start {number}")

    def pause(self) -> None:
        self.told.append("pause")

    def resume(self) -> None:
        self.told.append("resume")

    def keep(self, number: int, given: tuple[str, ...]) -> tuple[str, ...]:
        self.told.append(f"keep {number}")
        return (f"s.{number}.flac",)

    def discard(self, number: int, given: tuple[str, ...]) -> None:
        self.told.append(" ".join((f"discard {number}", *given)))

    def listen(self, spoken: Spoken, lang: str) -> Spoken | None:
        self._looks -= 1
        return self._heard if self._looks < 0 else None

    def play(self, spoken: Spoken, start: float = 0.0) -> str:
        self.told.append(f"play {spoken.recordings[0]} {start}")
        return ""

    def close(self) -> None:
        self.told.append("close")


def test_an_answer_is_recorded_from_the_question_to_the_reveal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    microphone = Microphone()
    sat = sit(monkeypatch, begun(rules=QUIZ), None, " ", "a", "\r", STOP, recordings=microphone)
    assert microphone.told == ["start 1", "keep 1", "start 2", "discard 2", "close"]
    assert sat.memo.saved[0].spoken == HEARD
    assert sat.pages[0].split("\n")[0].split("recording · ")[1].startswith("1 of 2")
    assert "recording  ██████" in sat.pages[0]
    assert "recording" not in sat.pages[2]


def test_nothing_is_recorded_where_nobody_asked_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    microphone = Microphone()
    sit(monkeypatch, begun(), " ", STOP, recordings=microphone)
    assert microphone.told == ["close"]


def test_a_pause_holds_the_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    microphone = Microphone()
    sat = sit(monkeypatch, begun(rules=QUIZ), "p", "x", STOP, recordings=microphone)
    assert microphone.told == ["start 1", "pause", "resume", "discard 1", "close"]
    assert "recording  " not in sat.pages[1]


def test_what_is_skipped_is_discarded(monkeypatch: pytest.MonkeyPatch) -> None:
    microphone = Microphone()
    sit(monkeypatch, begun(rules=MOCK), "s", "\x04", recordings=microphone)
    assert microphone.told == ["start 1", "discard 1", "start 2", "close"]


def test_a_follow_up_is_recorded_by_itself_and_skipped_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    microphone = Microphone()
    state = begun(to_answer(entry(DROPOUT), follow_up="And then?"), WHY, rules=MOCK)
    sit(monkeypatch, state, " ", "s", "\x04", recordings=microphone)
    assert microphone.told == [
        "start 1", "keep 1", "start 1", "discard 1 s.1.flac", "start 2", "close",
    ]  # fmt: skip


@pytest.mark.parametrize(("spoke", "last"), [(True, "keep 1"), (False, "discard 1")])
def test_stopping_an_interview_keeps_an_answer_that_somebody_began_to_say(
    monkeypatch: pytest.MonkeyPatch, spoke: bool, last: str
) -> None:
    microphone = Microphone(Hearing(recording=True, spoke=spoke))
    sat = sit(
        monkeypatch, begun(rules=MOCK), None, STOP, "r", *"\x04" * spoke, recordings=microphone
    )
    assert microphone.told == ["start 1", last, "close"]
    assert (sat.ending.state.phase is Phase.MARKING) == spoke


def test_an_interview_that_breaks_off_leaves_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    microphone = Microphone()
    assert sit(monkeypatch, begun(rules=MOCK), "\x03", recordings=microphone).ending.code == 130
    assert microphone.told == ["start 1", "close"]


@pytest.mark.parametrize(
    ("hearing", "line"),
    [
        (Hearing(), "not recording: the microphone is opening"),
        (Hearing(True, deaf=True), "recording, but nothing is heard: is the microphone muted?"),
        (Hearing(trouble=Trouble.LOST), "not recorded: the microphone is gone; the recording"),
        (Hearing(True, rms=-60.0), "recording\n"),
        (Hearing(True, rms=0.0), "recording  ████████████\n"),
    ],
)
def test_the_screen_says_whether_it_records(
    monkeypatch: pytest.MonkeyPatch, hearing: Hearing, line: str
) -> None:
    sat = sit(monkeypatch, begun(rules=QUIZ), None, STOP, recordings=Microphone(hearing))
    assert line in "".join(f"{word.rstrip()}\n" for word in sat.pages[1].split("\n"))
    assert ("recording ·" in sat.pages[1].split("\n")[0]) == hearing.recording


def test_the_meter_is_drawn_four_times_a_second_and_only_while_it_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float | None] = []

    def read(_typing: Typing, seconds: float | None) -> str:
        waits.append(seconds)
        return STOP

    monkeypatch.setattr(Typing, "read", read)
    for rules in (QUIZ, Rules()):
        sit(monkeypatch, begun(rules=rules), recordings=Microphone())
    assert waits == [0.25, 1.0]


def test_what_was_said_stands_above_the_answer_with_how_it_was_spoken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(rules=QUIZ), " ", None, STOP, recordings=Microphone(), rows=40)
    page = sat.pages[2]
    assert page.index("You said") < page.index("You drop some units.") < page.index("The deck's")
    assert "76 words a minute; spoke 00:05, silent 00:03; 1 pause over 2 s" in page


def test_while_a_recogniser_listens_the_score_waits_and_a_key_goes_on_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patient = sit(
        monkeypatch, begun(rules=QUIZ), " ", "a", "\r", None, STOP,
        recordings=Microphone(looks=2),
    )  # fmt: skip
    assert patient.memo.saved[0].spoken == HEARD
    assert "writing down what you said; any key continues without it" in patient.pages[3]
    hasty = sit(
        monkeypatch, begun(rules=QUIZ), " ", "a", "\r", "x", STOP,
        recordings=Microphone(heard=None, looks=99),
    )  # fmt: skip
    assert hasty.memo.saved[0].spoken == Spoken(("s.1.flac",))


def test_a_point_is_looked_at_when_it_is_turned_or_reached_with_the_arrows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(
        monkeypatch, begun(rules=QUIZ), " ", "1", RIGHT, RIGHT, STOP, STOP,
        recordings=Microphone(), rows=40,
    )  # fmt: skip
    assert "nearest in your words" not in sat.pages[1]
    assert "nearest in your words: “You drop some units.”" in sat.pages[2]
    assert "none of your words are near" in sat.pages[3]
    assert "nearest in your words: “It doubles iterations.”" in sat.pages[4]


def test_on_a_narrow_screen_the_point_that_is_looked_at_is_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(
        monkeypatch, begun(rules=QUIZ), " ", RIGHT, STOP, STOP,
        recordings=Microphone(), columns=30,
    )  # fmt: skip
    assert sat.pages[1].splitlines()[-7:-4] == [
        "  1 ○ Ignores randomly chos…",
        "  2 ○ Kept with probability…",
        "  3 ○ Doubles the ite… bonus",
    ]
    assert "\n".join(sat.pages[2].splitlines()[-10:-6]) == (
        "  1 ○ Ignores randomly\n"
        "      chosen units\n"
        "      nearest in your words:\n"
        "      “You drop some units.”"
    )


def test_v_plays_what_was_said_and_capital_v_from_the_place_of_a_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    microphone = Microphone()
    sit(monkeypatch, begun(rules=QUIZ), " ", "v", "3", "V", STOP, STOP, recordings=microphone)
    assert microphone.told[2:4] == ["play s.1.flac 0.0", "play s.1.flac 6.0"]


def test_words_that_were_typed_have_a_place_to_look_too(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played(begun(), Reveal(typed="Some units go. The rest stay."))
    sat = sit(monkeypatch, state, "1", "v", STOP, STOP, rows=40)
    assert "nearest in your words: “Some units go.”" in sat.pages[1]
    assert "nothing was recorded of this answer" in sat.pages[2]


def test_what_was_heard_earlier_is_not_listened_to_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state = played(begun(rules=QUIZ), Reveal(recordings=("s.1.flac",)), Transcribed(HEARD))
    sat = sit(monkeypatch, state, STOP, recordings=Microphone(heard=Spoken(("s.1.flac",))))
    assert sat.ending.state.answers[0].spoken == HEARD


def test_what_drill_itself_reads_aloud_is_not_recorded() -> None:
    microphone = Microphone()
    recording = Recording(microphone)
    state = begun(rules=QUIZ)
    recording.follow(state, speaking=True)
    assert (microphone.told, recording.hearing) == ([], None)
    recording.follow(state, speaking=False)
    assert microphone.told == ["start 1"]
