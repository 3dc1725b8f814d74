"""The proposals of an assistant beside the key points: dim, and never a mark."""

from collections.abc import Iterator

from rich.text import Text

from drill.model.marks import Mark, Proposal, Verdict
from drill.terminal.console import Glyphs

UNSUPPORTED = "?"


def sign(verdict: Verdict, signs: Glyphs) -> str:
    """The sign of a verdict; a question mark if its quote was not found."""
    return signs.of(verdict.mark) if verdict.supported else UNSUPPORTED


def in_words(verdict: Verdict) -> str:
    """A verdict with its quote and the missing part."""
    if not verdict.supported:
        return f"{verdict.mark}? not in your words: “{verdict.quote}”"
    line = str(verdict.mark)
    if verdict.mark is not Mark.MISSED:
        line += f": “{verdict.quote}”"
    return f"{line}; lacks: {verdict.lacks}" if verdict.lacks else line


def beside_the_points(proposal: Proposal) -> Iterator[Text]:
    """The rest of a proposal: mistakes, the follow-up question, the reply to it."""
    for mistake in proposal.mistakes:
        quoted = "wrong" if mistake.supported else "wrong? not in your words"
        yield Text(f"{quoted}: “{mistake.quote}”: {mistake.why}", style="dim")
    if proposal.follow_up:
        yield Text.assemble(("next question: ", "dim"), proposal.follow_up)
    if proposal.reply:
        yield Text(f"you answered: {proposal.reply}", style="dim")


def in_full_words(proposal: Proposal) -> Iterator[Text]:
    """The whole proposal, for a screen without room beside the points."""
    for number, verdict in enumerate(proposal.verdicts, 1):
        yield Text.assemble((f"{number} ", "bold"), (in_words(verdict), "dim"))
    yield from beside_the_points(proposal)
