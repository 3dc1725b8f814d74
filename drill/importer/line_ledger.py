"""The ledger of every line of a document: prompt, answer, heading, or left out and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What became of a line; all but the first three are left out."""

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
    FRONT = "front matter"
    BEFORE = "before the first question"
    BETWEEN = "between questions"
    AFTER = "after the last question"

    @property
    def kept(self) -> bool:
        """Whether the line is in the deck."""
        return self in {Role.PROMPT, Role.ANSWER, Role.HEADING}


@dataclass(slots=True)
class LineLedger:
    """What became of each line, by its number from 0; a line has one role and gets it once."""

    roles: list[Role | None]
    forms: dict[str, int] = field(default_factory=dict)
    unanswered: int = 0
    missing: list[tuple[int, str]] = field(default_factory=list)

    def mark(self, line: int, role: Role) -> None:
        """Give `line` its role, unless it has one."""
        if self.roles[line] is None:
            self.roles[line] = role

    def count(self, role: Role) -> int:
        """How many lines have `role`."""
        return self.roles.count(role)

    def left_out(self) -> Iterator[tuple[int, int, Role]]:
        """The runs of lines with words of their own that are not in the deck, and why.

        First and last line count from 1. Blank lines, rules, tags and the like do not end a run.
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


_TRIMMINGS = {Role.BLANK, Role.RULE, Role.WRAPPER, Role.BACK, Role.TARGET}
