"""Unfinished answers of quizzes: the next quiz that asks such a question offers its draft.

They are kept beside the history, because a draft is not an answer and no other machine needs it.
"""

import json
from pathlib import Path

from drill import atomic, own_files
from drill.errors import DrillError
from drill.text import encodable


class Drafts:
    """The drafts in a folder, read on first use."""

    def __init__(self, home: Path) -> None:
        self._path = home / "drafts.json"
        self._texts: dict[str, str] | None = None

    def of(self, key: str) -> str:
        """The draft of the question's answer; empty if there is none or it cannot be read."""
        if self._texts is None:
            try:
                self._texts = self._load()
            except (OSError, ValueError):
                self._texts = {}
        return self._texts.get(key, "")

    def keep(self, key: str, text: str) -> None:
        """Save `text` as the draft; an empty text deletes it.

        A file that drill cannot read is kept as `drafts.bak`. Raises DrillError if the draft cannot
        be written.
        """
        if self.of(key) == text:
            return
        try:
            self._path.parent.stat()  # a lock would make the folder, whose disk may be gone
            with own_files.locked(self._path):
                self._put(key, text)
        except (OSError, DrillError) as error:
            why = error.message if isinstance(error, DrillError) else error.strerror
            raise DrillError(f"your draft cannot be saved: {why}") from error

    def _put(self, key: str, text: str) -> None:
        try:
            # Read again: another quiz may have saved a draft.
            texts = self._load()
        except ValueError:
            self._path.replace(self._path.with_suffix(".bak"))
            texts = {}
        self._texts = {name: kept for name, kept in {**texts, key: text}.items() if kept}
        data = encodable(json.dumps(self._texts, ensure_ascii=False, indent=1)).encode()
        atomic.write(self._path, data, atomic.PRIVATE)

    def _load(self) -> dict[str, str]:
        """The drafts on disk; raises OSError, or ValueError if drill cannot read the file."""
        try:
            texts = own_files.read_json(self._path)
        except FileNotFoundError:
            return {}
        return {key: text for key, text in texts.items() if isinstance(text, str)}
