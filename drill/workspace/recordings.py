"""The microphone and recordings of one session, as `terminal.speech.recording.Recordings`."""

from functools import partial
from pathlib import Path

from drill.errors import DrillError
from drill.model.spoken import Spoken
from drill.speaking.measures import Heard, Hearing, joined, measured
from drill.voice import recordings
from drill.voice.player import Player
from drill.voice.recorder import Recorder, installed
from drill.voice.transcription import Transcriber
from drill.workspace.workspace import Workspace

_GONE = Heard((), note="the recording is gone")


def expect_recorder() -> None:
    """Raise DrillError if the extra for recording is not installed."""
    if not installed():
        hint = "pip install 'interview-drill[voice]'"
        raise DrillError("recording needs an extra that is not installed", hint)


class SessionRecordings:
    """Records one session, and deletes old recordings beyond the limits of the folder."""

    def __init__(self, workspace: Workspace, session: str) -> None:
        """Start the recorder, without opening the microphone."""
        settings = workspace.settings
        self._folder = settings.recordings
        self._recorder = Recorder(self._folder)
        self._transcriber = Transcriber(settings.voice.transcribe)
        self._player = Player()
        self._session = session
        waiting = workspace.history.checkpointed()
        recordings.prune(
            self._folder,
            workspace.now,
            days=settings.voice.keep_days,
            megabytes=settings.voice.keep_megabytes,
            keep={session, waiting[0].id} if waiting else {session},
        )

    @property
    def hearing(self) -> Hearing:
        """The level of the microphone now, or why it is off."""
        return self._recorder.hearing

    def start(self, number: int) -> None:
        """Record an answer to question `number`, from 1."""
        self._player.stop()
        self._recorder.start(recordings.new_name(self._folder, self._session, number))

    def pause(self) -> None:
        """Close the microphone for a while."""
        self._recorder.pause()

    def resume(self) -> None:
        """Open the microphone again."""
        self._recorder.resume()

    def keep(self, number: int, given: tuple[str, ...]) -> tuple[str, ...]:
        """End the recording; the names of the question's recordings that are not in `given`."""
        self._recorder.keep()
        return self._drafts(number, given)

    def discard(self, number: int, given: tuple[str, ...]) -> None:
        """End the recording; delete the question's recordings that are not in `given`."""
        self._recorder.discard()
        for name in self._drafts(number, given):
            (self._folder / name).unlink(missing_ok=True)

    def listen(self, spoken: Spoken, lang: str) -> Spoken | None:
        """The transcript of the recordings; None while the recogniser is running."""
        paths = [recordings.find(self._folder, name) for name in spoken.recordings]
        for path in filter(None, paths):
            self._transcriber.begin(path, lang)
        heard = [self._transcriber.heard(path) if path else _GONE for path in paths]
        ready = [part for part in heard if part is not None]
        return measured(spoken.recordings, joined(ready)) if len(ready) == len(heard) else None

    def play(self, spoken: Spoken, start: float = 0.0) -> str:
        """Play an answer from `start` seconds, or stop; the reason if impossible, else empty."""
        if self._player.plays:
            self._player.stop()
            return ""
        return play(self._player, self._folder, spoken, start)

    def close(self) -> None:
        """Close all devices and keep the current recording."""
        self._player.stop()
        self._transcriber.close()
        self._recorder.close()

    def _drafts(self, number: int, given: tuple[str, ...]) -> tuple[str, ...]:
        names = recordings.names(self._folder, self._session, number)
        return tuple(name for name in names if name not in given)


def play(player: Player, folder: Path, spoken: Spoken, start: float) -> str:
    """Play an answer's files as one, from `start` seconds; the reason if impossible, else empty."""
    paths = list(filter(None, map(partial(recordings.find, folder), spoken.recordings)))
    if not paths:
        return _GONE.note
    player.play(paths, start)
    return ""
