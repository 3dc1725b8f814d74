"""Reads the fields of questions: known fields above an answer, and fields that end most answers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.sections import Sections
from drill.importer.line_ledger import Role
from drill.importer.signals.fields import Field, read_field
from drill.importer.signals.labels import LabelKind
from drill.importer.signals.learned_labels import Labels
from drill.importer.signals.starts import Start

_CLOSING = re.compile(
    r"[\s>]{0,8}(?:[-*+]\s{1,4})?[*_`]{0,3}[^\w\s*_`>#|\[(]{0,3}\s{0,2}(?P<field>[*_`]{0,3}"
    r"(?P<name>[^\W\d_][^\n:：*_`|<>\[\](){}.!?]{0,24}?)\s?[*_`]{0,3}\s?[:：]\s?[*_`]{0,3}"
    r"\s{0,4}(?![A-Ja-j\d][*_`\s]{0,8}$)(?P<value>[^\n()\[\]{}<>=$:：.!?]{1,60}?)[*_`\s\\]{0,8})$"
)
_SOURCE = re.compile(
    r"[\s>]{0,8}(?:[-*+]\s{1,4})?(?P<field>[*_`]{0,3}(?P<name>source|fonte|fuente|источник|quelle"
    r"|来源|出处)\s?[*_`]{0,3}\s?[:：]\s?[*_`]{0,3}\s{0,4}(?P<value>[^\n]{1,120}?)[*_`\s\\]{0,8})$",
    re.IGNORECASE,
)
"""A source, whose value may be a sentence or a link."""
_OPENING_LINES = 6
"""The lines at the start of a question's body to search for fields."""
_SHARED = 0.8
"""The least share of answers that end with the same field; in fewer it is content."""
_LEAST = 3
"""The fewest answers that end with the same field."""
_REPEATED = 0.5
"""The largest share of distinct values of a field; a status recurs, an example does not."""


class QuestionFields:
    """The fields of one document's questions; `names` are those that end nearly all answers."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.document = sections.document
        self.labels = sections.outline.labels
        self.names: frozenset[str] = frozenset()

    def learn(self, questions: Iterable[QuestionRange]) -> None:
        """Find the names, in lower case, of the fields that end nearly all answers."""
        used: Counter[str] = Counter()
        values: dict[str, set[str]] = {}
        known: Counter[str] = Counter()
        count = 0
        for question in questions:
            low, high = self.sections.trimmed(question.start.end, question.end)
            filled = [line for line in self.document.lines[low:high] if line.strip()]
            count += bool(filled)
            for match in _closing(filled, self.labels):
                name = match["name"].lower()
                used[name] += 1
                values.setdefault(name, set()).add(match["value"].lower())
                field = read_field(match["field"])
                is_rating = not re.search(r"\w", match["value"])
                known[name] += is_rating or field is not None
        shared = {name for name, uses in used.items() if uses >= max(_LEAST, _SHARED * count)}
        if any(
            known[name] * 2 > used[name] or len(values[name]) <= _REPEATED * used[name]
            for name in shared
        ):
            self.names = frozenset(shared)

    def opening(self, start: Start, low: int, high: int) -> tuple[Start, int]:
        """`start` with difficulty and topics from the fields at `low`, and their end line."""
        kept: list[str] = []
        for line in start.fields:
            field = read_field(self.document.lines[line])
            if field is not None and field.tells:
                start = self._with(start, line, field)
            else:
                self.sections.mark(line, Role.PROMPT)
                kept.append(self.document.lines[line].strip())
        fields: list[tuple[int, Field]] = []
        line, end = low, low
        while line < min(high, end + _OPENING_LINES):
            if self.document.lines[line].strip():
                field = read_field(self.document.lines[line])
                if field is None:
                    break
                fields.append((line, field))
                end = line + 1
            line += 1
        # A company or a date is one of the fields below a difficulty, and else an answer.
        if any(field.tells for _, field in fields):
            for line, field in fields:
                start = self._with(start, line, field)
            low = end
        if kept:
            start = replace(start, context="\n".join(kept))
        return start, low

    def closing(self, start: Start, low: int, high: int) -> tuple[Start, int]:
        """`start` with the fields at the end of the answer, and the line where they begin."""
        for line in range(high - 1, low - 1, -1):
            text = self.document.lines[line]
            if not text.strip():
                continue
            match = _closing_field(text)
            if match is None or match["name"].lower() not in self.names:
                break
            start = self._with(start, line, read_field(match["field"]) or Field())
            high = line
        return start, high

    def _with(self, start: Start, line: int, field: Field) -> Start:
        self.sections.mark(line, Role.FIELD)
        difficulty = start.difficulty or field.difficulty
        return replace(start, difficulty=difficulty, tags=(*start.tags, *field.topics))


def _closing_field(line: str) -> re.Match[str] | None:
    if ":" not in line and "：" not in line:
        return None
    return _CLOSING.match(line) or _SOURCE.match(line)


def _closing(lines: Sequence[str], labels: Labels) -> Iterator[re.Match[str]]:
    """The fields at the end of `lines`, last first, if there is other text."""
    for line in reversed(lines[1:]):
        match = _closing_field(line)
        if match is None or labels.read(match["field"]).kind is not LabelKind.NONE:
            return
        yield match
