"""Unfinished answers of quizzes, by question: the next quiz that asks one offers its draft.

They stand beside the history, not in it: a draft is no answer, and no other machine needs it.
"""

import json
from pathlib import Path

from drill import atomic, own_files
from drill.errors import DrillError
from drill.text import encodable


class Drafts:
    """The drafts in a folder, read when the first is asked for."""

    def __init__(self, home: Path) -> None:
        self._path = home / "drafts.json"
        self._texts: dict[str, str] | None = None

    def of(self, key: str) -> str:
        """What was written of the question's answer; empty where nothing was, or none can tell."""
        if self._texts is None:
            try:
                self._texts = self._load()
            except (OSError, ValueError):
                self._texts = {}
        return self._texts.get(key, "")

    def keep(self, key: str, text: str) -> None:
        """Put `text` on disk in place of what was there; empty text means no draft.

        A file that is not one of drill's is kept as `drafts.bak`. Raises DrillError where the
        draft cannot be written.
        """
        if self.of(key) == text:
            return
        try:
            with own_files.locked(self._path):
                self._put(key, text)
        except (OSError, DrillError) as error:
            why = error.message if isinstance(error, DrillError) else error.strerror
            raise DrillError(f"your draft cannot be saved: {why}") from error

    def _put(self, key: str, text: str) -> None:
        try:
            # Read anew: another quiz may have kept a draft meanwhile.
            texts = self._load()
        except ValueError:
            self._path.replace(self._path.with_suffix(".bak"))
            texts = {}
        self._texts = {name: kept for name, kept in {**texts, key: text}.items() if kept}
        data = encodable(json.dumps(self._texts, ensure_ascii=False, indent=1)).encode()
        atomic.write(self._path, data, atomic.PRIVATE)

    def _load(self) -> dict[str, str]:
        """The drafts on disk; raises OSError, ValueError where the file is not one of drill's."""
        try:
            texts = own_files.read_json(self._path)
        except FileNotFoundError:
            return {}
        return {key: text for key, text in texts.items() if isinstance(text, str)}
