"""The answer being written on the full screen: its text, and whether it is finished."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drill.session import Phase, State
from drill.terminal.keys.bindings import WRITING
from drill.terminal.screen.page import Page
from drill.terminal.screen.screen import Screen
from drill.terminal.session.store import Store
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


def kept_draft(store: Store, state: State) -> str:
    """The draft that an earlier session left of the current answer; empty if there is none."""
    return store.draft(state.current.entry.key) if state.asks else ""


class Draft:
    """The answer typed so far to the current question."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._finished = False
        self.text = ""

    @property
    def words(self) -> str:
        """The text as an answer; empty if nothing was typed."""
        return self.text.strip()

    def begin(self, text: str) -> None:
        """Start at another question, continuing `text`."""
        self.text, self._finished = text, False

    def is_due(self, state: State) -> bool:
        """Whether typing is the next step: not for options."""
        chosen = state.phase is Phase.ASKING and state.current.options
        written = state.rules.typed and state.asks and not chosen
        return written and not self._finished and state.pause is None

    def write(
        self,
        page: Page,
        toolbar: Callable[[], "StyleAndTextTuples"],
        keep: Callable[[], None],
    ) -> str | None:
        """Take typed input below `page`; the key that interrupted it, None for a finished text.

        `keep` is called every few seconds and at the end, to put the text on disk.
        """
        from drill.terminal.screen.writing import WritingArea, write

        def take(text: str) -> None:
            self.text = printable(text)
            keep()

        written = write(WritingArea(self._screen, page, toolbar, WRITING), self.text, take)
        self.text = printable(written.text)
        self._finished = written.key is None
        keep()
        return written.key
