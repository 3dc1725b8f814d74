"""Decides whether the options below a title without an answer label are asked, or its answer."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.cutting import Cutter
from drill.importer.extraction.multiple_choice import (
    BULLET,
    LEAST,
    MOST,
    DocumentOption,
    OptionBlock,
    find_options,
)
from drill.importer.extraction.option_run import names_options
from drill.importer.extraction.unlettered_options import bold_bullets
from drill.importer.signals.labels import read_option
from drill.importer.signals.option_runs import has_options
from drill.importer.signals.outline import Outline
from drill.importer.source.lines import ends_asking

_CHOOSES = re.compile(
    r"\bwhich (?:one |two |three )?of (?:the|these) following"
    r"|(?:^|[.?!:;()\[*_–—-])\W{0,3}(?:choose|select|pick) (?:one|two|three)\b"
    r"|de (?:los|las|estas|estos) siguientes|d[ao]s seguintes|(?:des|parmi les) .{0,30}suivante?s"
    r"|welche[rs]? (?:der|dieser) folgenden|из (?:следующих|перечисленных|нижеперечисленных)"
    r"|下列|以下(?:哪|の中|のうち)|次の(?:中|うち)|下面哪|選びなさい|選択しなさい|選べ|다음 중",
    re.IGNORECASE,
)
_LEAST_ALIKE = 5
"""The fewest questions with as many options each."""
_LEAST_CHOICES = 3
"""The fewest options of these; an answer often has two cases."""
_ALIKE = 0.8
"""Their least share of the questions with options: criteria and steps differ in number."""
_MANY = 0.3
"""Their least share of all questions."""


def offered(title: str, lines: Sequence[str]) -> OptionBlock | None:
    """The list that a question says to choose from, with no option marked as right."""
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), None)
    if first is None:
        return None
    above = _line_above(lines, first) or title
    if not (_CHOOSES.search(above) or names_options(above)):
        return None
    run = list(takewhile(bool, map(BULLET.match, lines[first:])))
    boxed = any(map(read_option, lines[first : first + len(run)]))
    if boxed or not LEAST <= len(run) <= MOST:
        return None
    choices = tuple(DocumentOption("", match[1], right=False) for match in run if match)
    return OptionBlock(first, first + len(run), choices)


def _line_above(lines: Sequence[str], number: int) -> str:
    """The last line with text above line `number`, or nothing."""
    return next((line for line in reversed(lines[:number]) if line.strip()), "")


def usual_number(outline: Outline, questions: Sequence[QuestionRange]) -> int:
    """The number of options that nearly all questions with options have; 0 if it varies."""
    lines = outline.document.lines
    blocks = [
        find_options(lines[question.start.end : question.end])
        for question in questions
        if has_options(outline.option_lines, question.start.end, question.end)
    ]
    counts = Counter(len(block.choices) for block in blocks if block)
    number, count = counts.most_common(1)[0] if counts else (0, 0)
    least = max(_LEAST_ALIKE, _ALIKE * len(blocks), _MANY * len(questions))
    return number if number >= _LEAST_CHOICES and count >= least else 0


def asked(
    title: str, rest: str, lines: Sequence[str], cutter: Cutter, number: int
) -> OptionBlock | None:
    """The options below a title without an answer label; None if they are a lettered answer.

    `rest` is the text after the title, `number` that of the options of most questions.
    """
    options = find_options(lines)
    if options is not None and len(options.choices) == number:
        return options
    if rest:
        return None
    if options is None:
        return (bold_bullets(lines) if cutter.bold_is_right else None) or offered(title, lines)
    after = "\n".join(lines[options.end :]).strip()
    boxes = not any(choice.letter for choice in options.choices)
    are_asked = bool(options.right or after or boxes) or not cutter.answered or cutter.labelled
    above = _line_above(lines, options.first)
    are_asked = are_asked or names_options(above) or ends_asking(above)
    return options if are_asked else None
