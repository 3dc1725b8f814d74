"""The library, history and settings that a command works with."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.library import Library
from drill.model import day_end, day_start, study_day
from drill.selection import Selection, fits_state
from drill.settings import Settings

if TYPE_CHECKING:
    from drill.history import History


@dataclass(frozen=True, slots=True)
class Workspace:
    """The settings, and the open library and history, of one command.

    Questions that come back later today are already due, as "tomorrow" said the day before.
    """

    settings: Settings
    library: Library
    history: "History"
    now: datetime

    @property
    def today(self) -> date:
        """The current study day."""
        return study_day(self.now, turn=self.settings.day_turns_at)

    @property
    def morning(self) -> datetime:
        """The start of the study day."""
        return day_start(self.now, turn=self.settings.day_turns_at)

    @property
    def due_by(self) -> datetime:
        """The end of the study day; a question that comes back before it is due."""
        return day_end(self.now, turn=self.settings.day_turns_at)

    def keys(self, wanted: Selection) -> list[str]:
        """The keys of the questions that `wanted` selects, in document order, at least one.

        Raises DrillError if there is none.
        """
        keys = self.library.find(wanted)
        if wanted.by_state:
            known = self.history.knowledge(keys)
            keys = [key for key in keys if fits_state(wanted, known.get(key), self.due_by)]
        if not keys:
            raise DrillError("no question matches", _why_none(wanted, self.library))
        return keys[: wanted.count]


def _why_none(wanted: Selection, library: Library) -> str:
    if not library.count():
        return "there are no questions: drill import DOC makes a deck from a document"
    if wanted.by_state:
        return "leave out --due, --new or --weak, or see drill list"
    return "see drill list for all questions"
