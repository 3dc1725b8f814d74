"""Line-end hyphens in PDFs: which of them only break a word, and which belong to it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drill.importer.formats.pdf.lines import FULL, Line

_HYPHENATED = 0.03
"""With a larger share of full lines ending in a hyphen, the text is hyphenated."""
_PREFIXES = frozenset(
    "well self non co re pre post cross multi high low long short real open one two three pair"
    " trade up on off end first second third large small full half single double key state".split()
)


class Hyphens:
    """Classifies line-end hyphens by the words used elsewhere in the document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        full = [line for line in lines if len(line.text) > FULL]
        cut = sum(line.hyphen_at_end or line.text.endswith("-") for line in full)
        self.hyphenates = cut > _HYPHENATED * len(full)
        self.words = Counter(word for line in _whole(lines) for word in re.findall(r"[\w-]+", line))

    def is_cut(self, before: Line, after: Line) -> bool:
        """Whether the hyphen only breaks a word and disappears when the lines are joined."""
        text = before.text.rstrip()
        first = re.match(r"\s*([\w]+)", after.text)
        start = re.search(r"(?<![\w-])([\w-]+?)-?$", text)
        if first is None or start is None or not (before.hyphen_at_end or text.endswith("-")):
            return False
        if self.words[start[1] + first[1]]:
            return True
        if not self.hyphenates:
            return False
        # "well" and "known" occur as words elsewhere, "mess-" and "ages" do not.
        is_compound = self.words[f"{start[1]}-{first[1]}"] > 0 or (
            start[1].lower() in _PREFIXES or (self.words[start[1]] > 0 and self.words[first[1]] > 1)
        )
        return not is_compound and first[1][:1].islower()


def _whole(lines: Sequence[Line]) -> Iterator[str]:
    """The text of each line without partial words at its ends."""
    cut = False
    for line in lines:
        text = re.sub(r"^\s*[\w-]+", "", line.text) if cut else line.text
        cut = line.hyphen_at_end or line.text.rstrip().endswith("-")
        yield re.sub(r"(?<![\w-])[\w-]+\s*$", "", text) if cut else text
