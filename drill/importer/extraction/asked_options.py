"""Decides whether the options below a title without an answer label are asked, or its answer."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.cutting import Cutter
from drill.importer.extraction.multiple_choice import (
    LEAST,
    MOST,
    DocumentOption,
    OptionBlock,
    find_options,
    ticked_lines,
)
from drill.importer.extraction.option_run import names_options
from drill.importer.extraction.title_options import FILLED_BLANK
from drill.importer.extraction.unlettered_options import marked_bullets
from drill.importer.signals.labels import COUNTING, read_option
from drill.importer.signals.option_runs import has_options
from drill.importer.signals.outline import Outline
from drill.importer.signals.right_marks import BULLET
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
"""The least share of all questions that have options."""
_LEAST_OFFERS = 3
"""The fewest questions that say to choose from their list, to read lists alike as options."""


class AskedOptions:
    """Tells the options of one document's questions from answers in lines alike."""

    def __init__(self, outline: Outline, questions: Sequence[QuestionRange]) -> None:
        lines = outline.document.lines
        blocks = [
            find_options(lines[question.start.end : question.end])
            for question in questions
            if has_options(outline.option_lines, question.start.end, question.end)
        ]
        self.offers = sum(map(bool, blocks)) >= max(1, _MANY * len(questions))
        self.lettered = _usual([len(block.choices) for block in blocks if block], len(questions))
        counts: list[int] = []
        offers = 0
        for question in questions:
            below = lines[question.start.end : question.end]
            if block := _list(below):
                offers += _are_offered(question.start.title, below, block)
                counts += [len(block.choices)] if _are_alone(below, block) else []
        self.listed = _usual(counts, len(questions)) if offers >= _LEAST_OFFERS else 0

    def asked(
        self, title: str, rest: str, lines: Sequence[str], cutter: Cutter
    ) -> OptionBlock | None:
        """The options below a title without an answer label; None if they are a lettered answer.

        `rest` is the text after the title.
        """
        options = find_options(lines) or (ticked_lines(lines) if self.offers else None)
        if options is not None and len(options.choices) == self.lettered:
            return options
        # Roman and circled numbers count the points of an answer more often.
        counts = options is not None and options.choices[0].letter in COUNTING
        if rest or (counts and options is not None and not options.right):
            return None
        if options is None:
            listed = _list(lines)
            if listed and len(listed.choices) == self.listed and _are_alone(lines, listed):
                return listed
            ticked = marked_bullets(lines) if cutter.marks_lists else None
            return ticked or (listed if listed and _are_offered(title, lines, listed) else None)
        after = "\n".join(lines[options.end :]).strip()
        boxes = not any(choice.letter for choice in options.choices)
        are_asked = bool(options.right or after or boxes) or not cutter.answered or cutter.labelled
        above = _line_above(lines, options.first)
        are_asked = are_asked or names_options(above) or ends_asking(above)
        are_asked = are_asked or bool(FILLED_BLANK.search(above or title))
        return options if are_asked else None


def _are_offered(title: str, lines: Sequence[str], options: OptionBlock) -> bool:
    """Whether a question says to choose from a list, none of which is marked as right."""
    above = _line_above(lines, options.first) or title
    return bool(_CHOOSES.search(above)) or names_options(above)


def _list(lines: Sequence[str]) -> OptionBlock | None:
    """The first list, if it has as many items as options."""
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), len(lines))
    run = list(takewhile(bool, map(BULLET.match, lines[first:])))
    boxed = any(map(read_option, lines[first : first + len(run)]))
    if boxed or not LEAST <= len(run) <= MOST:
        return None
    choices = tuple(DocumentOption("", match[1], right=False) for match in run if match)
    return OptionBlock(first, first + len(run), choices)


def _are_alone(lines: Sequence[str], options: OptionBlock) -> bool:
    """Whether a list is all of `lines`."""
    return not any(map(str.strip, [*lines[: options.first], *lines[options.end :]]))


def _line_above(lines: Sequence[str], number: int) -> str:
    """The last line with text above line `number`, or nothing."""
    return next((line for line in reversed(lines[:number]) if line.strip()), "")


def _usual(counts: Sequence[int], questions: int) -> int:
    """The number of options in nearly all of `counts`; 0 if it varies, or they are few."""
    number, count = Counter(counts).most_common(1)[0] if counts else (0, 0)
    least = max(_LEAST_ALIKE, _ALIKE * len(counts), _MANY * questions)
    return number if number >= _LEAST_CHOICES and count >= least else 0
