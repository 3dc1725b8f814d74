"""Renders the deck's answers to lines of the screen while the user thinks."""

from collections.abc import Callable

from rich.console import RenderableType
from rich.segment import SegmentLines

from drill.session import State
from drill.terminal.screen.page import Later
from drill.terminal.screen.prefetch import Prefetch
from drill.terminal.screen.screen import Screen


class RenderedAnswers:
    """The answer of the current question, rendered once per width."""

    def __init__(self, screen: Screen, warm: Callable[[], None]) -> None:
        """`warm` loads what scoring needs, after the answer is rendered."""
        self._screen = screen
        self._warm = warm
        self._ahead: Prefetch[RenderableType] = Prefetch()

    def prepare(self, state: State) -> None:
        """Start rendering the answer."""
        work = self._rendering(state)

        def prepare() -> RenderableType:
            rendered = work()
            self._warm()
            return rendered

        self._ahead.begin(self._name(state), prepare)

    def get(self, state: State) -> RenderableType:
        """The rendered answer."""
        name, work = self._name(state), self._rendering(state)
        return Later(lambda: self._ahead.get(name, work))

    def _name(self, state: State) -> tuple[str | None, int]:
        return state.current.entry.question.shown_answer, self._screen.width

    def _rendering(self, state: State) -> Callable[[], RenderableType]:
        text = (
            state.current.entry.question.shown_answer
            or "*This question has no answer in its deck.*"
        )
        console = self._screen.twin()
        options = console.options.update(width=self._screen.width, height=None)

        def render() -> RenderableType:
            from drill.terminal.markdown import answer_view

            return SegmentLines(console.render_lines(answer_view(text), options), new_lines=True)

        return render
