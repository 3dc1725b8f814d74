"""Recording through the real library from a real sound server."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from drill import children
from drill.speaking.measures import Hearing, Trouble
from drill.voice.flac import read
from tests.voice.conftest import SoundCard, Watched, has_ended, listeners

pytestmark = pytest.mark.slow

NAME = "session.1.flac"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recordings"


@pytest.fixture
def recorder(card: SoundCard, folder: Path) -> Iterator[Watched]:
    recorder = Watched(folder)
    yield recorder
    recorder.close()


def seconds(path: Path) -> float:
    samples, rate = read(path)
    return len(samples) / rate


def peak(path: Path) -> int:
    samples, _ = read(path)
    return max(map(abs, samples))


def record(recorder: Watched, name: str = NAME) -> None:
    recorder.start(name)
    recorder.until(lambda hearing: hearing.recording)


def test_what_is_played_is_recorded_losslessly_for_the_user_alone(
    card: SoundCard, recorder: Watched, folder: Path
) -> None:
    record(recorder)
    card.play(card.speak("one two three"))
    assert recorder.keep() == NAME
    assert peak(folder / NAME) > 10_000
    assert S_IMODE(folder.stat().st_mode) == 0o700
    assert S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert (folder / NAME).stat().st_size < seconds(folder / NAME) * 32_000 * 0.8


def test_the_level_shows_that_the_microphone_hears(card: SoundCard, recorder: Watched) -> None:
    record(recorder)
    recorder.until(lambda hearing: hearing.deaf)
    assert recorder.hearing.peak == -96
    speaking = subprocess.Popen(["paplay", "-d", "nul", str(card.speak("hello " * 6))])
    assert not recorder.hearing.spoke
    recorder.until(lambda hearing: hearing.peak > -20)
    recorder.until(lambda hearing: hearing.spoke)
    assert -60 < recorder.hearing.rms < recorder.hearing.peak
    assert not recorder.hearing.deaf
    speaking.wait()


def test_nothing_is_recorded_in_a_pause(card: SoundCard, recorder: Watched, folder: Path) -> None:
    record(recorder)
    recorder.pause()
    recorder.until(lambda hearing: not hearing.recording)
    assert listeners() == 1  # the test's own: the microphone is closed, not only ignored
    card.play(card.speak("a secret"))
    recorder.resume()
    recorder.until(lambda hearing: hearing.recording)
    recorder.until(lambda hearing: hearing.seconds > 0.3)
    recorder.keep()
    assert peak(folder / NAME) < 10


def test_the_microphone_is_open_only_between_start_and_end(recorder: Watched) -> None:
    assert listeners() == 1
    record(recorder)
    assert listeners() == 2
    recorder.keep()
    assert listeners() == 1
    assert recorder.hearing == Hearing()


def test_a_discarded_recording_leaves_no_file(recorder: Watched, folder: Path) -> None:
    record(recorder)
    recorder.until(lambda hearing: hearing.seconds > 0)
    recorder.discard()
    assert list(folder.iterdir()) == []


def test_the_next_answer_goes_into_the_next_file(recorder: Watched, folder: Path) -> None:
    for name in (NAME, "session.2.flac"):
        record(recorder, name)
        recorder.until(lambda hearing: hearing.seconds > 0.3)
        assert recorder.keep() == name
    assert {path.name for path in folder.iterdir()} == {NAME, "session.2.flac"}


_DRIVER = """
import sys
from pathlib import Path
from drill.voice.recorder import Recorder

class Telling(Recorder):
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name == "hearing":
            print(value.seconds, flush=True)

recorder = Telling(Path(sys.argv[1]))
recorder.start("session.1.flac")
sys.stdin.read()
"""


@pytest.mark.parametrize("victim", ["interview", "recorder"])
def test_a_kill_loses_at_most_a_second(card: SoundCard, folder: Path, victim: str) -> None:
    driver = subprocess.Popen(
        [sys.executable, "-c", _DRIVER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert driver.stdout is not None
    heard = next(said for line in driver.stdout if (said := float(line)) > 3)
    child = int(Path(f"/proc/{driver.pid}/task/{driver.pid}/children").read_text().split()[0])
    gone = os.pidfd_open(child)
    os.kill(driver.pid if victim == "interview" else child, signal.SIGKILL)
    assert has_ended(gone)
    assert seconds(folder / NAME) > heard - 1
    driver.kill()
    driver.communicate()


def test_after_the_recorder_was_killed_the_next_answer_is_recorded(
    recorder: Watched, folder: Path
) -> None:
    record(recorder)
    recorder.until(lambda hearing: hearing.seconds > 0.5)
    assert recorder._child is not None
    recorder._child.kill()
    recorder.until(lambda hearing: hearing.trouble is Trouble.CRASHED)
    assert recorder.keep() == NAME
    record(recorder, "session.2.flac")
    assert recorder.hearing.trouble is None


def test_an_unplugged_microphone_is_said_and_what_it_heard_is_kept(
    card: SoundCard, recorder: Watched, folder: Path
) -> None:
    record(recorder)
    recorder.until(lambda hearing: hearing.seconds > 1)
    card.unplug()
    recorder.until(lambda hearing: hearing.trouble is Trouble.LOST)
    assert recorder.keep() == NAME
    assert seconds(folder / NAME) > 0.9
    recorder.start("session.2.flac")
    recorder.until(lambda hearing: hearing.trouble is Trouble.NO_MICROPHONE)
    assert recorder.keep() is None
    card.plug_in()
    record(recorder, "session.2.flac")


def test_a_microphone_that_cannot_be_opened_is_said(
    card: SoundCard, recorder: Watched, folder: Path
) -> None:
    record(recorder)
    recorder.keep()
    card.unplug()
    recorder.start("session.2.flac")
    recorder.until(lambda hearing: hearing.trouble is Trouble.REFUSED)
    assert recorder.keep() is None
    assert {path.name for path in folder.iterdir()} == {NAME}
    card.plug_in()
    record(recorder, "session.2.flac")


def test_a_full_disk_is_said_and_what_was_written_can_be_read(
    card: SoundCard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, most))  # the child inherits it
    recorder = Watched(folder)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    record(recorder)
    speaking = subprocess.Popen(["paplay", "-d", "nul", str(card.speak("on and on " * 9))])
    recorder.until(lambda hearing: hearing.trouble is Trouble.NO_ROOM)
    assert recorder.keep() == NAME
    assert 0.5 < seconds(folder / NAME) < 5
    assert peak(folder / NAME) > 10_000
    speaking.kill()
    speaking.wait()
    recorder.close()


def test_a_folder_that_cannot_be_created_is_reported(recorder: Watched, folder: Path) -> None:
    folder.write_text("a file stands here")
    recorder.start(NAME)
    assert recorder.hearing.trouble is Trouble.NO_ROOM
    assert recorder.keep() is None


def test_two_recorders_hear_the_same_and_keep_their_own(
    card: SoundCard, recorder: Watched, folder: Path
) -> None:
    other = Watched(folder)
    record(recorder)
    record(other, "other.1.flac")
    card.play(card.speak("one two three"))
    assert (recorder.keep(), other.keep()) == (NAME, "other.1.flac")
    assert min(peak(folder / NAME), peak(folder / "other.1.flac")) > 10_000
    other.close()


def test_no_recording_is_ever_written_over(recorder: Watched, folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(b"earlier")
    recorder.start(NAME)
    recorder.until(lambda hearing: hearing.trouble is Trouble.NO_ROOM)
    recorder.discard()
    assert (folder / NAME).read_bytes() == b"earlier"


def test_without_the_extra_a_word_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drill.voice.recorder.find_spec", lambda name: None)
    recorder = Watched(folder)
    recorder.start(NAME)
    assert recorder.hearing.trouble is Trouble.NOT_INSTALLED
    assert recorder.keep() is None
    recorder.close()


def test_a_folder_full_of_modules_of_others_is_not_imported_from(
    card: SoundCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soundfile.py").write_text("raise SystemExit('imported')")
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    command = children.python("drill.voice.recogniser", "/nowhere.flac")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "imported" not in done.stderr
    assert "nowhere.flac" in done.stderr
