"""Library, history and settings together, as a command needs them."""

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
    """What a command works with: the settings, the library and the history, open.

    What comes back later today is due already, as "tomorrow" said the day before.
    """

    settings: Settings
    library: Library
    history: "History"
    now: datetime

    @property
    def today(self) -> date:
        """The study day it is."""
        return study_day(self.now, turn=self.settings.day_turns_at)

    @property
    def morning(self) -> datetime:
        """The moment at which the study day began."""
        return day_start(self.now, turn=self.settings.day_turns_at)

    @property
    def due_by(self) -> datetime:
        """The moment until which a question counts as due: the end of the study day."""
        return day_end(self.now, turn=self.settings.day_turns_at)

    def keys(self, wanted: Selection) -> list[str]:
        """The keys of the questions that `wanted` selects, in document order, at least one.

        Raises DrillError where there is none.
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
        return "there are no questions: drill import DOC makes a deck of a document"
    if wanted.by_state:
        return "leave out --due, --new or --weak, or see drill list"
    return "see drill list for all questions"
