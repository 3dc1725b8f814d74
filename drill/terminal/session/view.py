"""What a page shows beside the state of its session, and the frame around it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from drill.reporting.humanize import plain_title
from drill.session import State
from drill.terminal.screen.page import Page
from drill.terminal.session.parts import Header, Result

if TYPE_CHECKING:
    from drill.speaking.measures import Hearing


@dataclass(frozen=True, slots=True)
class View:
    """The inputs of a page besides the state.

    `tick` is now, `result` the last score, `message` a temporary notice, `draft` the answer as
    typed before the reveal, `assistant` its status line. `hearing` is the microphone's state while
    recording, `looked` the index of the selected key point, `offers` the effects of the ratings,
    lowest first.
    """

    tick: float
    result: Result | None = None
    message: str = ""
    draft: str = ""
    assistant: str = ""
    hearing: "Hearing | None" = None
    looked: int | None = None
    offers: tuple[str, ...] = ()

    @property
    def recording(self) -> bool:
        """Whether sound is being recorded."""
        return self.hearing is not None and self.hearing.recording


def framed(
    top: str, state: State, view: View, body: list[RenderableType], dock: list[RenderableType]
) -> Page:
    """A page with the header above, and the message below the dock."""
    if view.message:
        dock = [*dock, Text(view.message, style="yellow")]
    top_line = Header(state, view.tick, view.recording)
    return Page(top, top_line, body, dock, title=plain_title(state.current.entry.question.title))
