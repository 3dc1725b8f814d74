"""The assistant on the full screen: its key, the consent before first use, replies to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.session import Judged, Reply, State
from drill.terminal.keys.bindings import WRITING
from drill.terminal.screen.screen import Screen
from drill.terminal.session import judging_pages
from drill.terminal.session.judge import Judge, begin, begin_unasked, come_in, refusal
from drill.terminal.session.leaving import OUTSIDE
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


class Judging:
    """Connects a session on `screen` with its judge, if it has one."""

    def __init__(self, screen: Screen, judge: Judge | None) -> None:
        self.judge = judge
        self._screen = screen
        self._unread: str | None = None

    def close(self) -> None:
        """End running child processes."""
        if self.judge:
            self.judge.close()

    def judgement(self, state: State) -> Judged | None:
        """A judgement that has arrived for the answer being marked."""
        if self.judge is None:
            return None
        begin_unasked(self.judge, state)
        return come_in(self.judge, state)

    def ask(self, state: State) -> str:
        """Start judging the answer on the screen, with consent; the reason if not, else empty."""
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
        """Take the reply to the assistant's question; None if it asked none."""
        from drill.terminal.screen.writing import WritingArea, write

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
        """A signal that arrived as a key on one of these pages, for the session to handle."""
        key, self._unread = self._unread, None
        return key

    def _may_ask(self, judge: Judge) -> bool:
        """Show the consent page; whether the user allows the command, which is then stored."""
        page = judging_pages.first_use(judge.command, judge.explanation)
        key = self._screen.answer(lambda: (page, None))
        self._keep_unread(key)
        if key == "y":
            judge.allow()
        return key == "y"

    def _keep_unread(self, key: str | None) -> None:
        self._unread = key if key in OUTSIDE else None
