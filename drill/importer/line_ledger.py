"""The ledger of a document: the role of every line, or the reason that it was left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The role of a line; all but the first three mean left out."""

    PROMPT = "prompt"
    ANSWER = "answer"
    HEADING = "heading"
    BLANK = "blank line"
    CONTENTS = "table of contents"
    BACK = "link back to the top"
    RULE = "rule"
    WRAPPER = "tag, comment or label"
    PLACEHOLDER = "placeholder instead of an answer"
    TARGET = "link target, written into its links"
    FIELD = "field, taken as difficulty or topic"
    FRONT = "front matter"
    BEFORE = "before the first question"
    BETWEEN = "between questions"
    AFTER = "after the last question"

    @property
    def kept(self) -> bool:
        """Whether the line is in the deck."""
        return self in _KEPT


_TEXT = frozenset((Role.PROMPT, Role.ANSWER))
_KEPT = _TEXT | {Role.HEADING}
_WORD = re.compile(r"[^\W_]+")
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalnum()}


def count_runs(text: str) -> int:
    """The number of words of `text`: runs of letters and digits."""
    if text.isascii():
        return len(text.translate(_NO_LETTERS).split())
    return len(_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Words:
    """The number of words on a question's lines (`first` to `last`, from 1) and in the question."""

    first: int
    last: int
    read: int
    said: int

    @property
    def lost(self) -> int:
        """The number of words not in the deck, mostly labels."""
        return max(0, self.read - self.said)


@dataclass(slots=True)
class LineLedger:
    """The role of each line, by its number from 0; a line's first role is final."""

    roles: list[Role | None]
    forms: dict[str, int] = field(default_factory=dict)
    unanswered: int = 0
    missing: list[tuple[int, str]] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def mark(self, line: int, role: Role) -> None:
        """Give `line` its role, unless it has one."""
        if self.roles[line] is None:
            self.roles[line] = role

    def is_text(self, line: int) -> bool:
        """Whether a line, from 0, is part of a prompt or an answer."""
        return self.roles[line] in _TEXT

    @property
    def lines_left_out(self) -> int:
        """The number of text lines not in the deck."""
        return sum(
            role is not None and not role.kept and role not in _TRIMMINGS for role in self.roles
        )

    def count(self, role: Role) -> int:
        """The number of lines with `role`."""
        return self.roles.count(role)

    def left_out(self) -> Iterator[tuple[int, int, Role]]:
        """The runs of text lines not in the deck, with the reason: first line, last line, role.

        Lines count from 1. Blank lines, rules and tags do not end a run.
        """
        first = last = -1
        reason: Role | None = None
        for line, role in enumerate(self.roles):
            if role is None or role in _TRIMMINGS:
                continue
            if role is reason:
                last = line
                continue
            if reason is not None:
                yield first + 1, last + 1, reason
            reason = None if role.kept else role
            first = last = line
        if reason is not None:
            yield first + 1, last + 1, reason


_TRIMMINGS = {Role.BLANK, Role.RULE, Role.WRAPPER, Role.BACK, Role.TARGET, Role.FIELD}
