"""The pages of the assistant: the consent before its first use, and the reply to its question."""

from rich.console import RenderableType
from rich.text import Text

from drill.session import State
from drill.terminal.screen.page import Page
from drill.terminal.session.parts import Header, KeyLine, label, prose
from drill.text import printable_line


def first_use(command: str, explanation: tuple[str, ...]) -> Page:
    """The consent page: the command and what it receives."""
    body: list[RenderableType] = [
        Text("drill is about to ask a program of yours for the first time:"),
        "",
        Text(printable_line(command), style="bold"),
        "",
    ]
    for sentence in explanation:
        body += [Text(sentence), ""]
    keys = KeyLine((("y", "ask it, now and from now on"), ("any other key", "goes back")))
    return Page("first use", Text("Your assistant", style="bold"), body, [keys])


def replying(state: State) -> Page:
    """The assistant's question, above the input for a reply."""
    proposal = state.current.proposal
    body: list[RenderableType] = [
        prose(state.current.entry.question.text, "bold"),
        "",
        label("Your assistant asks"),
        Text(proposal.follow_up if proposal else ""),
        "",
    ]
    keys = KeyLine((("Ctrl-D", "done"),), "Write, then")
    return Page("replying", Header(state), body, [keys])
