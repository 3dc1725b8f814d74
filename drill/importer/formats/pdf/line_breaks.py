"""What the break between two lines of a page says."""

import re

from drill.importer.formats.pdf.lines import Line

ENDS = re.compile(r"[.!?:;。？！…][\"'”’)\]*]*\s*$")
"""The end of a sentence."""
_HAN = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]")


def is_turned(last: Line, line: Line) -> bool:
    """Whether a page or a column ends between two lines."""
    return last.page != line.page or line.y >= last.y


def is_forced(last: Line, line: Line) -> bool:
    """Whether a line broke although the next word had room, so something new begins."""
    word = re.match(r"\s*\S+", line.text)
    width = (line.x1 - line.x0) / max(1, len(line.text))
    room = last.right - last.x1 - width * (len(word[0]) + 1 if word else 1)
    is_bolder = line.spans[0][1].bold and not last.spans[-1][1].bold
    begins = is_bolder or not line.text.lstrip()[:1].islower()
    return room > 2 * line.size and begins


def is_bold_across(last: Line, line: Line) -> bool:
    """Whether bold text runs from one line into the next."""
    is_bold = last.spans[-1][1].bold and line.spans[0][1].bold
    return is_bold and not ENDS.search(last.text) and not is_forced(last, line)


def is_unspaced(before: str, after: str) -> bool:
    """Whether two lines meet in a script without spaces."""
    return bool(_HAN.match(before[-1:]) and _HAN.match(after.lstrip()[:1]))
