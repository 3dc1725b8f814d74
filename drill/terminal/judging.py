"""The assistant at the full screen: asked by a key, allowed before its first use, replied to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.session import Judged, Reply, State
from drill.terminal import judging_pages
from drill.terminal.bindings import WRITING
from drill.terminal.judge import Judge, begin, begin_unasked, come_in, refusal
from drill.terminal.leaving import OUTSIDE
from drill.terminal.screen import Screen
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


class Judging:
    """What a session at `screen` has of a judge, who may be nobody."""

    def __init__(self, screen: Screen, judge: Judge | None) -> None:
        self.judge = judge
        self._screen = screen
        self._unread: str | None = None

    def close(self) -> None:
        """End the programs that still run."""
        if self.judge:
            self.judge.close()

    def judgement(self, state: State) -> Judged | None:
        """What the assistant has said meanwhile of the answer that is marked."""
        if self.judge is None:
            return None
        begin_unasked(self.judge, state)
        return come_in(self.judge, state)

    def ask(self, state: State) -> str:
        """Have the answer on the screen judged, with the person's leave; why not, else empty."""
        why = refusal(self.judge, state.current)
        if self.judge is None or why:
            return why
        try:
            if self.judge.is_allowed or self._may_ask(self.judge):
                begin(self.judge, state.current)
        except DrillError as error:
            return error.message
        return ""

    def reply(self, state: State, toolbar: Callable[[], "StyleAndTextTuples"]) -> Reply | None:
        """Let the assistant's question be answered; None where it asked none."""
        from drill.terminal.writing import WritingArea, write

        proposal = state.current.proposal
        if proposal is None or not proposal.follow_up:
            return None
        page = judging_pages.replying(state)
        written = write(
            WritingArea(self._screen, page, toolbar, WRITING), proposal.reply, lambda _text: None
        )
        self._keep_unread(written.key)
        return Reply(printable(written.text).strip())

    def unread(self) -> str | None:
        """A key that came from outside while a page of this room stood, for the session to read."""
        key, self._unread = self._unread, None
        return key

    def _may_ask(self, judge: Judge) -> bool:
        """Show the command and what it is given; whether the person allows it, then remembered."""
        page = judging_pages.first_use(judge.command, judge.explanation)
        key = self._screen.answer(lambda: (page, None))
        self._keep_unread(key)
        if key == "y":
            judge.allow()
        return key == "y"

    def _keep_unread(self, key: str | None) -> None:
        self._unread = key if key in OUTSIDE else None
