"""The assistant in line mode: prints its proposal when it arrives; a word accepts it."""

from collections.abc import Callable

from drill.assistant_reply import Failed
from drill.errors import DrillError
from drill.model.marks import Proposal
from drill.session import Event, Judged, Phase, Reply, State
from drill.terminal.keys.actions import Do
from drill.terminal.keys.keymap import plain_act
from drill.terminal.keys.marking_bindings import JUDGING
from drill.terminal.session.judge import Judge, begin_unasked, refusal, waited_for
from drill.terminal.session.proposals import beside_the_points, in_words
from drill.text import printable, printable_line

END_OF_TEXT = "."


class PlainJudging:
    """Connects a line-mode session with its judge, if it has one; `read` shows a prompt."""

    def __init__(
        self, judge: Judge | None, say: Callable[[str], None], read: Callable[[str], str]
    ) -> None:
        self._judge = judge
        self._say = say
        self._read = read

    def close(self) -> None:
        """End running child processes."""
        if self._judge:
            self._judge.close()

    def unasked(self, state: State, *, fresh: bool) -> tuple[Event, ...]:
        """The events of judging an answer just shown, if every answer is to be judged.

        After an undo or an interruption, an earlier proposal is printed again.
        """
        shown = fresh and state.phase is Phase.MARKING
        if shown and state.current.proposal:
            self._say_all(state.current.proposal)
            return ()
        if self._judge is None or not self._judge.unasked:
            return ()
        begin_unasked(self._judge, state)
        return () if not shown or refusal(self._judge, state.current) else self._judged(state)

    def events(self, line: str, state: State) -> tuple[Event, ...] | None:
        """The events of a line for the assistant; None for other lines."""
        act = plain_act(JUDGING, line.strip().lower())
        if state.phase is Phase.MARKING and act is Do.JUDGE:
            return self._judged(state)
        if state.phase is Phase.MARKING and act is Do.REPLY:
            return self._reply(state)
        return None

    def _judged(self, state: State) -> tuple[Event, ...]:
        """Judge the answer, with the user's consent, and print the proposal."""
        why = refusal(self._judge, state.current)
        if self._judge is None or why:
            self._say(f"Nothing was judged: {why}.")
            return ()
        if not self._judge.is_allowed and not self._may_ask(self._judge):
            return ()
        self._say("Your assistant is reading your words.")
        proposal = waited_for(self._judge, state.current)
        if isinstance(proposal, Failed):
            self._say(f"Your assistant judged nothing: {proposal.why}.")
            return ()
        self._say_all(proposal)
        return (Judged(proposal),)

    def _reply(self, state: State) -> tuple[Event, ...]:
        """Read the reply to the assistant's question."""
        proposal = state.current.proposal
        if proposal is None or not proposal.follow_up:
            self._say("Your assistant has asked nothing.")
            return ()
        self._say(f"{proposal.follow_up} A line with a single {END_OF_TEXT!r} ends your answer.")
        lines = []
        while (line := self._read("")) != END_OF_TEXT:
            lines.append(line)
        return (Reply(printable("\n".join(lines)).strip()),)

    def _say_all(self, proposal: Proposal) -> None:
        for number, verdict in enumerate(proposal.verdicts, 1):
            self._say(f"Proposed for {number}: {in_words(verdict)}")
        for text in beside_the_points(proposal):
            self._say(text.plain[:1].upper() + text.plain[1:])

    def _may_ask(self, judge: Judge) -> bool:
        """Print the consent text; whether the user allows the command, which is then stored."""
        self._say("drill is about to ask a program of yours for the first time:")
        self._say(f"  {printable_line(judge.command)}")
        for sentence in judge.explanation:
            self._say(sentence)
        allowed = self._read("y asks it, now and from now on; anything else does not")
        if allowed.strip().lower() != "y":
            self._say("Nothing was sent.")
            return False
        try:
            judge.allow()
        except DrillError as error:
            self._say(error.message)
            return False
        return True
