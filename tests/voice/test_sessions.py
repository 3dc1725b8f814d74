"""Recorded sessions in a pseudo-terminal, through a real sound server."""

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from drill.history import History
from drill.model import Attempt
from drill.terminal.speech.speech import Voice
from drill.text import words
from drill.voice.flac import read
from tests.conftest import Run
from tests.voice.conftest import PATIENCE, SoundCard, Watched, listeners
from tests.voice.test_recorder import peak

pytestmark = pytest.mark.slow

PARIS = "It is Paris. The city lies on the river."
# What the model makes of a synthetic voice differs from run to run.
PLACE = "nearest in your words: “|none of your words are near"
END = "\x04"  # Ctrl-D
Sit = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def sit(card: SoundCard, deck: Path, tmp_path: Path) -> Iterator[Sit]:
    """Start a session that takes keys; whatever still runs is ended afterwards."""
    children = []

    def started(*arguments: str) -> "pexpect.spawn[str]":
        child = pexpect.spawn(
            sys.executable,
            ["-m", "drill", *arguments],
            cwd=str(tmp_path),
            dimensions=(40, 100),
            encoding="utf-8",
            timeout=30,
        )
        children.append(child)
        return child

    yield started
    for child in children:
        child.close(force=True)


def names(home: Path) -> list[str]:
    return sorted(path.name.partition(".")[2] for path in (home / "recordings").glob("*"))


def attempts(home: Path) -> list[Attempt]:
    with History.open(home / "history.db") as history:
        return list(history.attempts())


def press(child: "pexpect.spawn[str]", *pressed: str) -> None:
    """Press keys one by one, as a person does: keys within a blink of a new page are dropped."""
    for key in pressed:
        child.send(key)


def understood(text: str) -> bool:
    """Whether some of the words were."""
    return bool({"paris", "city", "river"} & set(words(text)))


def seconds(path: Path) -> float:
    samples, rate = read(path)
    return len(samples) / rate


def test_a_quiz_records_an_answer_writes_it_down_and_keeps_both(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    child = sit("quiz", "--record", "--search", "France")
    child.expect("recording  ")
    assert listeners() == 2
    card.play(card.speak(PARIS))
    child.send(" ")
    child.expect("You said")
    assert listeners() == 1
    child.expect("first word after", timeout=60)
    child.send("1")
    child.expect(PLACE)
    child.send("V")  # what is played is heard by whoever listens
    recorder = Watched(home / "elsewhere")
    recorder.start("s.1.flac")
    recorder.until(lambda hearing: hearing.peak > -20)
    recorder.close()
    child.send("\r")
    child.expect("any other key")
    child.send("x")
    child.expect(pexpect.EOF)
    (attempt,) = attempts(home)
    assert attempt.spoken is not None
    assert understood(attempt.spoken.text)
    assert attempt.spoken.recordings == (f"{attempt.session}.1.flac",)
    assert seconds(home / "recordings" / attempt.spoken.recordings[0]) > 2


def test_what_is_skipped_is_deleted_and_what_an_undo_takes_back_stays(sit: Sit, home: Path) -> None:
    child = sit("quiz", "--record", "--order", "document")
    child.expect("recording")
    child.send("s")
    child.expect("2 of 3")
    child.expect("recording  ")
    assert names(home) == ["2.flac"]
    child.send(" ")
    child.expect("You said")
    child.send("\r")
    child.expect("3 of 3")
    child.send("u")
    child.expect("2 of 3")
    child.send("\r")
    child.expect("3 of 3", timeout=60)
    child.send("q")
    child.expect(pexpect.EOF)
    assert names(home) == ["2.flac"]
    assert attempts(home)[-1].spoken is not None


def begun(sit: Sit) -> "pexpect.spawn[str]":
    both = ("--difficulty", "easy", "--difficulty", "hard")
    child = sit("mock", "--record", *both, "--seed", "3", "--no-follow-ups")
    child.expect("Your answers are recorded while a question is open")
    assert listeners() == 1
    child.send(" ")
    child.expect("recording  ")
    return child


def killed(child: "pexpect.spawn[str]", card: SoundCard) -> None:
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    card.wait_for_listeners(1)  # the recorder has seen it and is gone


def test_an_interview_that_is_killed_while_somebody_speaks_goes_on_with_what_was_said(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    child = begun(sit)
    card.play(card.speak(PARIS))
    killed(child, card)
    assert names(home) == ["1.flac"]
    child = sit("mock", "--resume")
    child.expect("recording  ")
    assert names(home) == ["1-2.flac", "1.flac"]
    child.send(" ")
    child.expect("2 of 2")
    killed(child, card)  # while the second question stands
    child = sit("mock", "--resume")
    child.expect("2 of 2")
    child.expect("recording  ")
    child.send(" ")
    child.expect("review 1 of 2")
    killed(child, card)  # while answers are marked: they are listened to again
    child = sit("mock", "--resume")
    child.expect("review 1 of 2")
    child.expect("first word after", timeout=60)
    press(child, "a", "\r", "3", "3", "3")
    child.expect("review 2 of 2")
    child.send(END)
    child.expect(pexpect.EOF)
    spoken = attempts(home)[0].spoken
    assert spoken is not None
    assert [name.partition(".")[2] for name in spoken.recordings] == ["1.flac", "1-2.flac"]
    assert understood(spoken.text)


def test_a_pause_closes_the_microphone_and_any_key_opens_it(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    child = begun(sit)
    child.send("p")
    child.expect("paused")
    card.wait_for_listeners(1)
    child.send("x")
    card.wait_for_listeners(2)
    child.send(END)
    child.expect(pexpect.EOF)
    assert names(home) == ["1.flac"]


def test_without_a_microphone_a_word_says_so_and_the_quiz_goes_on(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    card.unplug()
    child = sit("quiz", "--record", "--search", "Peru")
    child.expect("not recorded: no microphone found")
    child.send(" ")
    child.expect("Lima")
    press(child, "a", "\r")
    child.expect("any other key")
    child.send("x")
    child.expect(pexpect.EOF)
    (attempt,) = attempts(home)
    assert (attempt.coverage, attempt.spoken) == (1.0, None)


def test_a_microphone_that_is_unplugged_midway_is_said_and_what_it_heard_is_kept(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    child = sit("quiz", "--record", "--search", "Peru")
    child.expect("recording  ")
    card.play(card.speak("It is Lima"))
    card.unplug()
    child.expect("not recorded: the microphone is gone")
    child.send(" ")
    child.expect("You said")
    press(child, "a", "\r")
    child.expect("any other key", timeout=60)
    child.send("x")
    child.expect(pexpect.EOF)
    assert names(home) == ["1.flac"]
    assert attempts(home)[0].spoken is not None


def test_line_by_line_an_answer_is_recorded_and_read_back(
    card: SoundCard, sit: Sit, home: Path
) -> None:
    child = sit("quiz", "--record", "--plain", "--search", "France")
    child.expect("Recording.")
    card.play(card.speak(PARIS))
    child.sendline("")
    child.expect("You said", timeout=60)
    child.expect("Paris")
    child.expect(PLACE)
    child.sendline("v")
    child.sendline("1")
    child.expect("Coverage")
    child.send(END)
    child.expect(pexpect.EOF)
    assert names(home) == ["1.flac"]


def test_what_is_configured_is_recorded_unless_told_otherwise(sit: Sit, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("[voice]\nrecord = true\n")
    child = sit("quiz", "--no-record", "--search", "Peru")
    child.expect("Say it, then")
    child.send("q")
    child.expect(pexpect.EOF)
    assert not (home / "recordings").exists()
    child = sit("quiz", "--search", "Peru")
    child.expect("recording  ")
    child.send("q")
    child.expect(pexpect.EOF)
    assert names(home) == []


def test_forgetting_a_session_deletes_its_recordings_and_no_attempt(
    sit: Sit, home: Path, command: Run
) -> None:
    child = sit("quiz", "--record", "--search", "Peru")
    child.expect("recording  ")
    child.send(" ")
    child.expect("You said")
    press(child, "a", "\r")
    child.expect("any other key", timeout=60)
    child.send("x")
    child.expect(pexpect.EOF)
    done = command("sessions", "forget", "last")
    assert done.out.startswith("1 recording of ")
    assert names(home) == []
    assert len(attempts(home)) == 1


def test_typing_and_recording_exclude_each_other(command: Run, deck: Path) -> None:
    done = command("quiz", "--record", "--typed")
    assert done.code == 2
    assert "--record and --typed exclude each other" in done.err


def test_questions_that_are_read_aloud_are_heard(card: SoundCard, tmp_path: Path) -> None:
    voice = Voice()
    recorder = Watched(tmp_path)
    recorder.start("s.1.flac")
    recorder.until(lambda hearing: hearing.recording)
    voice.say("What is the **capital** of France?")
    recorder.until(lambda hearing: hearing.peak > -30)
    assert voice._speaking is not None
    voice._speaking.wait(PATIENCE)
    voice.hush()
    assert recorder.keep() == "s.1.flac"
    recorder.close()
    assert peak(tmp_path / "s.1.flac") > 1_000


def test_without_the_extra_recording_is_refused_with_what_to_install(
    run: Run, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drill.voice.recorder.find_spec", lambda name: None)
    done = run("quiz", "--record", "--plain")
    assert done.code == 1
    assert done.err.splitlines() == [
        "drill: recording needs an extra that is not installed",
        "pip install 'interview-drill[voice]'",
    ]
