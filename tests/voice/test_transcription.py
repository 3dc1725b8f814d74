"""Speech is played, recorded, and transcribed by the packaged model or the user's program."""

import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

import pytest

from drill.errors import DrillError
from drill.model.spoken import TimedLine
from drill.speaking.measures import Heard, measured
from drill.text import words
from drill.voice import transcription
from drill.voice.flac import FlacWriter, read
from drill.voice.transcription import Transcriber
from tests.children import Child, Lifeline
from tests.voice.conftest import SoundCard, Watched

pytestmark = pytest.mark.slow

SENTENCES = (
    "The garbage collector frees memory that nobody needs any more.",
    "A deadlock happens when two threads wait for each other.",
    "The learning rate decides how far each step goes.",
    "Version control lets many people change the same files.",
    "The function calls itself until the problem is small.",
    "Two computers agree on a secret key in public.",
    "A transaction happens completely or not at all.",
    "The compiler translates the program before it runs.",
    "Regularization keeps the weights of the network small.",
    "We measure the time and then improve the slowest part.",
)
MOST_ERRORS = 0.3


@pytest.fixture
def transcriber() -> Iterator[Transcriber]:
    transcriber = Transcriber()
    yield transcriber
    transcriber.close()


def record(card: SoundCard, folder: Path, sound: Path) -> Path:
    recorder = Watched(folder)
    recorder.start("session.1.flac")
    recorder.until(lambda hearing: hearing.recording)
    card.play(sound)
    seconds = recorder.hearing.seconds
    recorder.until(lambda hearing: hearing.seconds > seconds + 0.5)
    name = recorder.keep()
    recorder.close()
    assert name is not None
    return folder / name


def heard(transcriber: Transcriber, path: Path, lang: str = "en") -> Heard:
    transcriber.begin(path, lang)
    found = transcriber.heard(path, wait=60)
    assert found is not None
    return found


def text(heard: Heard) -> str:
    return "\n".join(line.text for line in heard.lines)


def errors(said: str, heard: str) -> int:
    """The words inserted, left out and replaced (Levenshtein), spelt together or not."""
    wanted, found = words(said), words(heard)
    row = list(range(len(found) + 1))
    for i, word in enumerate(wanted, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(found, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


def test_ten_sentences_are_understood_with_few_errors(
    card: SoundCard, tmp_path: Path, transcriber: Transcriber
) -> None:
    pause = card.silence(1.0)
    parts = [part for sentence in SENTENCES for part in (card.speak(sentence), pause)]
    result = heard(transcriber, record(card, tmp_path, card.joined(*parts)))
    said = " ".join(SENTENCES)
    print(f"word error rate {errors(said, text(result)) / len(words(said)):.2f}")
    assert errors(said, text(result)) / len(words(said)) < MOST_ERRORS
    assert result.note == ""


def seconds(sound: Path) -> float:
    with wave.open(str(sound)) as file:
        return float(file.getnframes() / file.getframerate())


def test_pauses_and_the_first_word_are_found_within_three_tenths_of_a_second(
    card: SoundCard, tmp_path: Path, transcriber: Transcriber
) -> None:
    first, second, third = map(card.speak, SENTENCES[:3])
    parts = (card.silence(1.5), first, card.silence(2.6), second, card.silence(1.2), third)
    path = record(card, tmp_path, card.joined(*parts))
    samples, rate = read(path)
    begins = next(at for at, sample in enumerate(samples) if abs(sample) > 300) / rate
    spoken = measured((path.name,), heard(transcriber, path))
    (pause,) = spoken.pauses
    assert spoken.first_word == pytest.approx(begins, abs=0.3)
    assert pause.start == pytest.approx(begins + seconds(first), abs=0.3)
    assert pause.seconds == pytest.approx(2.6, abs=0.3)
    assert spoken.speaking == pytest.approx(sum(map(seconds, (first, second, third))), abs=0.9)


def test_memory_stays_bounded_however_long_somebody_talks() -> None:
    from drill.voice.recogniser import _stretches

    levels = [-20.0] * 5000
    levels[1100] = -60.0
    assert list(_stretches(levels)) == [(0, 1100), (1100, 1900), (1900, 2700), (2700, 3500),
                                        (3500, 4300), (4300, 5000)]  # fmt: skip


@pytest.fixture
def recording(card: SoundCard, tmp_path: Path) -> Path:
    """A recording of two seconds of silence, made without a microphone."""
    path = tmp_path / "session.1.flac"
    file = FlacWriter(path, 16_000)
    file.write(bytes(64_000))
    file.close()
    return path


def own(recording: Path, program: str) -> Heard:
    """What a recogniser of the person's own, a Python program, hears; $FILE is the recording."""
    transcriber = Transcriber(f"{quote(sys.executable)} -c {quote(program)} {{file}}")
    result = heard(transcriber, recording)
    transcriber.close()
    return result


def test_a_persons_own_recogniser_is_given_the_file_and_its_text_is_taken(recording: Path) -> None:
    result = own(recording, "import sys, os; print('heard', os.path.basename(sys.argv[1]))")
    assert result.lines == (TimedLine(0, 2, "heard session.1.flac"),)
    assert result.levels == (-96,) * 40


def test_the_times_that_whisper_writes_are_read(recording: Path) -> None:
    said = "[00:00:00.500 --> 00:00:01.000]  one two\n\n[00:01.000 --> 00:01.500] three"
    result = own(recording, f"print({said!r})")
    assert result.lines == (TimedLine(0.5, 1, "one two"), TimedLine(1, 1.5, "three"))


def test_what_a_recogniser_prints_is_never_a_control_sequence(recording: Path) -> None:
    result = own(recording, r"print('\x1b[2Jwords\u202e \x07here')")
    assert text(result) == "[2Jwords here"


@pytest.mark.parametrize(
    ("program", "note"),
    [
        ("import sys; print('words'); sys.exit('no model\x1b[2J')", "no model[2J"),
        ("import sys; sys.exit(3)", "exit code 3"),
        ("while True: print('on and on' * 1000)", "its output exceeds 1 MB"),
        ("import time; time.sleep(600)", "it took over 1 s"),
        ("import os; os.fork() or __import__('time').sleep(600)", "it took over 1 s"),
    ],
)
def test_a_recogniser_that_fails_is_said_and_harms_nothing(
    recording: Path, program: str, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcription, "_TIME_TO_LOAD", 1.0)
    monkeypatch.setattr(transcription, "_TIME_A_SECOND", 0.0)
    result = own(recording, program)
    assert result.lines == ()
    assert result.note.endswith(note)


def test_a_recogniser_that_is_not_there_is_said(recording: Path) -> None:
    transcriber = Transcriber("no-such-program {file}")
    assert heard(transcriber, recording).note == "no-such-program: No such file or directory"
    transcriber.close()


def test_another_language_is_not_given_to_the_english_model(
    recording: Path, transcriber: Transcriber
) -> None:
    result = heard(transcriber, recording, "de")
    assert (result.lines, len(result.levels)) == ((), 40)
    assert "understands only English" in result.note


def test_what_is_no_recording_is_said(tmp_path: Path, transcriber: Transcriber) -> None:
    path = tmp_path / "session.1.flac"
    path.write_text("no sound")
    assert heard(transcriber, path).note.startswith("session.1.flac: ")
    assert heard(transcriber, tmp_path / "gone.1.flac").note.startswith("gone.1.flac: ")


def test_closing_ends_the_recogniser_and_what_it_started(
    recording: Path, child: Child, life: Lifeline
) -> None:
    transcriber = Transcriber(child(f"import os, time; os.fork()\n{life.hold}\ntime.sleep(600)"))
    transcriber.begin(recording)
    assert life.has_begun()
    assert life.has_begun()
    transcriber.close()
    assert life.has_ended()


def test_the_packaged_recogniser_imports_nothing_that_could_reach_a_network(
    recording: Path,
) -> None:
    program = (
        "import sys; sys.argv = ['', sys.argv[1]]\n"
        "from drill.voice.recogniser import main\n"
        "main()\n"
        "print(sorted({'requests', 'urllib3', 'http.client', 'moonshine_voice.download', "
        "'sounddevice'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(recording)], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_recogniser_that_is_no_command_is_refused_in_words() -> None:
    with pytest.raises(DrillError, match=r"cannot be read: No closing quotation: 'x \{file\}$"):
        Transcriber("'x {file}")
