"""The answer being written on the full screen: its text, and whether it is finished."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drill.session import Phase, State
from drill.terminal.bindings import WRITING
from drill.terminal.page import Page
from drill.terminal.recorder import Store
from drill.terminal.screen import Screen
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


def kept_draft(store: Store, state: State) -> str:
    """The draft that an earlier session left of the current answer; empty if there is none."""
    return store.draft(state.current.entry.key) if state.asks else ""


class Draft:
    """What is written so far at the question on the screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._finished = False
        self.text = ""

    @property
    def words(self) -> str:
        """The text as an answer; empty where nothing was written."""
        return self.text.strip()

    def begin(self, text: str) -> None:
        """Write on at `text`, at another question."""
        self.text, self._finished = text, False

    def is_due(self, state: State) -> bool:
        """Whether the next thing to do is to write; options are chosen instead."""
        chosen = state.phase is Phase.ASKING and state.current.options
        written = state.rules.typed and state.asks and not chosen
        return written and not self._finished and state.pause is None

    def write(
        self,
        page: Page,
        toolbar: Callable[[], "StyleAndTextTuples"],
        keep: Callable[[], None],
    ) -> str | None:
        """Let it be written below `page`; the key that broke that off, None for a finished text.

        `keep` is called every few seconds and at the end, to put the text on disk.
        """
        from drill.terminal.writing import WritingArea, write

        def take(text: str) -> None:
            self.text = printable(text)
            keep()

        written = write(WritingArea(self._screen, page, toolbar, WRITING), self.text, take)
        self.text = printable(written.text)
        self._finished = written.key is None
        keep()
        return written.key
