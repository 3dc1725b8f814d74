"""The user's one-line note on a spoken answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drill.session import State
from drill.terminal.keys.bindings import NOTING
from drill.terminal.screen.screen import Screen
from drill.terminal.session import interview_pages
from drill.text import printable_line

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


def take_note(
    screen: Screen, state: State, toolbar: Callable[[], "StyleAndTextTuples"]
) -> tuple[str, str | None]:
    """Edit the note on the current answer; returns its text and the key that interrupted it."""
    from drill.terminal.screen.writing import WritingArea, write

    area = WritingArea(screen, interview_pages.noting(state), toolbar, NOTING)
    written = write(area, state.current.note, lambda _text: None)
    return printable_line(written.text).strip(), written.key
