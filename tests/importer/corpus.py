"""Real documents to test on, where they are there, and changes that break them."""

from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
SEED = ROOT / "tests" / "seed" / "day-5-data-science-interview-preparation.md"
DOCUMENTS = [SEED, *sorted((CORPUS / "dev").glob("*.md"))]

_PIECES = [
    "<details>", "</details>", "<summary>", "```", "~~~\n", "$$", "\\[", "| a | b |\n|---|---|\n",
    "> ", "- [x] ", "1. ", "Q: ", "A: ", "**", "`", "<table><tr><td>", "\x00", "\x1b[31m", "\u202e",
    "\ufeff", "\r", "\t", "#" * 7, "---\n", "[x]: y\n", "## Answers\n1. B\n2. C\n", "<!--", "&#0;",
    "\n\n", "<pre>", "](", "![](../x.png)", "\ud7ff", "1️⃣", "\u2028", "### Question 3\n",
]  # fmt: skip


def mutated(text: str, chance: Random) -> str:
    """A part of `text` with some pieces cut out, doubled, or put in that break Markdown."""
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    part = "\n".join(lines[first : first + chance.randrange(20, 200)])
    for _ in range(chance.randrange(1, 12)):
        low = chance.randrange(len(part) + 1)
        high = min(len(part), low + chance.randrange(1, 80))
        change = chance.randrange(4)
        if change == 0:
            part = part[:low] + part[high:]
        elif change == 1:
            part = part[:high] + part[low:]
        else:
            part = part[:low] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 30)) + part[low:]
    return part
