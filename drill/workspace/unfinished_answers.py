"""Answers half written in a quiz, by question: the next quiz that asks one offers what was there.

They stand beside the history, not in it: a draft is no answer, and no other machine needs it.
"""

import json
from pathlib import Path

from drill import atomic
from drill.errors import DrillError


class Drafts:
    """The drafts in a folder, read when the first is asked for."""

    def __init__(self, home: Path) -> None:
        self._path = home / "drafts.json"
        self._texts: dict[str, str] | None = None

    def of(self, key: str) -> str:
        """What was written of the question's answer; empty where nothing was."""
        return self._read().get(key, "")

    def keep(self, key: str, text: str) -> None:
        """Put `text` on disk in place of what was there; empty text means no draft.

        Raises DrillError where it cannot be written.
        """
        before = self._read()
        if before.get(key, "") == text:
            return
        # Read anew: another quiz may have kept a draft meanwhile.
        texts = {**self._load(), key: text}
        self._texts = {each: kept for each, kept in texts.items() if kept}
        data = json.dumps(self._texts, ensure_ascii=False, indent=1).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._path, data, atomic.PRIVATE)
        except OSError as error:
            raise DrillError(f"your draft cannot be saved: {error.strerror}") from error

    def _read(self) -> dict[str, str]:
        if self._texts is None:
            self._texts = self._load()
        return self._texts

    def _load(self) -> dict[str, str]:
        """The drafts on disk; none where the file is not one of drill's."""
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {key: text for key, text in pairs if isinstance(text, str)}
