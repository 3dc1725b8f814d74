"""Parses the bytes of a deck to a tree of YAML nodes; every problem has a position.

It uses only events, without construction, expansion or recursion, so a hostile file costs no more
than its size. Scalars stay text.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from drill.errors import Problem, Severity
from drill.model import DECK_LIMIT

_VALUES_LIMIT = 400_000
_DEPTH_LIMIT = 12
_PROBLEMS_LIMIT = 100
_MESSAGE_LIMIT = 300  # characters: it may quote the file at any length
# Characters that YAML forbids in a file. They may also be escaped: fields._CONTROL checks values.
_NOT_YAML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

Scalar = yaml.ScalarEvent
"""A text of the file with its style: plain (empty or None), or one of `|>'"`."""


class Position(Protocol):
    """A position in the file, counted from 0; PyYAML's marks have this form."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class HasPosition(Protocol):
    """Anything with a position; None is only for PyYAML's declared types."""

    @property
    def start_mark(self) -> Position | None:
        """Where it begins."""


class Branch:
    """A list or a mapping; the children of a mapping are its keys and values in turn."""

    __slots__ = ("children", "is_mapping", "start_mark")

    def __init__(self, start_mark: Position | None, *, is_mapping: bool) -> None:
        self.start_mark = start_mark
        self.is_mapping = is_mapping
        self.children: list[Node] = []


@dataclass(frozen=True, slots=True)
class Broken:
    """A node that was refused; its problem is reported."""

    start_mark: Position | None


@dataclass(frozen=True, slots=True)
class FilePosition:
    """A position that belongs to no node."""

    line: int = 0
    column: int = 0

    @property
    def start_mark(self) -> "FilePosition":
        """Itself."""
        return self


def line_of(placed: HasPosition) -> int:
    """The line where it begins, from 1."""
    return 1 if placed.start_mark is None else placed.start_mark.line + 1


Node = Scalar | Branch | Broken


@dataclass(slots=True)
class Report:
    """The problems of one file so far; `errors` counts all errors, including omitted ones."""

    path: str
    problems: list[Problem]
    errors: int = 0

    def error(self, at: HasPosition, code: str, message: str, hint: str = "") -> None:
        """Add an error at that position."""
        self.errors += 1
        self._add(at, code, message, hint, Severity.ERROR)

    def warn(self, at: HasPosition, code: str, message: str, hint: str = "") -> None:
        """Add a warning at that position."""
        self._add(at, code, message, hint, Severity.WARNING)

    @property
    def is_full(self) -> bool:
        """Whether further problems are omitted."""
        return len(self.problems) > _PROBLEMS_LIMIT

    def _add(self, at: HasPosition, code: str, message: str, hint: str, severity: Severity) -> None:
        if len(self.problems) == _PROBLEMS_LIMIT:
            code, message, hint = "too-many", "more problems follow", "fix those above first"
        if not self.is_full:
            message, hint = _cut(message), _cut(hint)
            column = 1 if at.start_mark is None else at.start_mark.column + 1
            where = (self.path, line_of(at), column)
            self.problems.append(Problem(*where, code, message, hint, severity))


def decode(data: bytes, report: Report) -> str | None:
    """The text of a file; None if its bytes are not text."""
    start = FilePosition()
    if len(data) > DECK_LIMIT:
        message = f"the file is larger than {DECK_LIMIT // 1_000_000} MB"
        report.error(start, "too-large", message, "split it into several decks")
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        report.error(
            _position(before, len(before)),
            "not-utf8",
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            "save the file as UTF-8",
        )
        return None
    if text.startswith("\ufeff"):
        report.warn(start, "bom", "the file begins with a byte order mark", "save as plain UTF-8")
        text = text[1:]
    return text


def parse(text: str, report: Report) -> Node | None:
    """The tree of the file's only document; None if it is empty or not YAML."""
    loader = _LOADER(text)
    try:
        return _grow(loader, report)
    except yaml.reader.ReaderError:
        character = _NOT_YAML.search(text)
        position = character.start() if character else 0
        report.error(
            _position(text, position),
            "control",
            f"control character U+{ord(text[position]):04X}",
            "remove it",
        )
    except yaml.MarkedYAMLError as error:
        _refuse(text, error, report)
    except (ValueError, OverflowError):  # the pure parser, of an escape such as \UFFFFFFFF
        report.error(FilePosition(), "yaml", "not YAML: an escape of an invalid character")
    finally:
        loader.dispose()
    return None


def _grow(loader: "yaml.CSafeLoader | yaml.SafeLoader", report: Report) -> Node | None:
    """Consume events up to the end of the document."""
    root: list[Node] = []
    siblings = root
    above: list[list[Node]] = []
    count = 0
    while isinstance(event := loader.get_event(), yaml.Event):
        if isinstance(event, yaml.ScalarEvent):
            count += 1
            siblings.append(event if event.anchor is event.tag is None else _broken(event, report))
        elif isinstance(event, yaml.CollectionStartEvent):
            count += 1
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            branch = Branch(event.start_mark, is_mapping=is_mapping)
            siblings.append(branch if event.anchor is event.tag is None else _broken(event, report))
            above.append(siblings)
            siblings = branch.children
            if len(above) > _DEPTH_LIMIT:
                report.error(event, "too-deep", "lists and mappings are nested too deeply")
                return None
        elif isinstance(event, yaml.CollectionEndEvent):
            siblings = above.pop()
        elif isinstance(event, yaml.AliasEvent):
            count += 1
            siblings.append(_broken(event, report))
        elif isinstance(event, yaml.DocumentStartEvent) and root:
            report.error(event, "documents", "a second document begins", "one file is one deck")
            return None
        if count > _VALUES_LIMIT:
            message = f"the file has more than {_VALUES_LIMIT:,} values"
            report.error(event, "too-large", message, "split it into several decks")
            return None
    return root[0] if root else None


def _broken(
    event: yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent, report: Report
) -> Broken:
    if isinstance(event, yaml.AliasEvent):
        what, hint = f"alias *{event.anchor}", "write the value out"
    elif event.anchor is not None:
        what, hint = f"anchor &{event.anchor}", "write each value out where it is used"
    else:
        what, hint = f"YAML tag {event.tag}", "remove it, or quote the text"
    report.error(event, "refused", f"{what} is not allowed in a deck", hint)
    return Broken(event.start_mark)


def _refuse(text: str, error: yaml.MarkedYAMLError, report: Report) -> None:
    """Report the parser's error in words for the deck's author."""
    mark = error.problem_mark
    position = FilePosition(mark.line, mark.column) if mark else FilePosition()
    lines = text.split("\n", position.line + 1)
    line = lines[position.line] if position.line < len(lines) else ""
    sign = line[position.column : position.column + 1]
    problem = str(error.problem)
    if "nesting" in problem:
        report.error(position, "too-deep", "lists and mappings are nested too deeply")
    elif sign == "\t":
        report.error(position, "tab", "tab in the indentation", "indent with spaces")
    elif problem.startswith("mapping values are not allowed"):
        report.error(position, "colon", "a colon inside a text", "put the text in quotes")
    elif "cannot start any token" in problem:
        report.error(position, "sign", f"a text cannot begin with {sign!r}", "put it in quotes")
    else:
        context = f" {error.context}" if error.context else ""
        report.error(position, "yaml", f"not YAML: {problem}{context}")


def _cut(text: str) -> str:
    return text if len(text) <= _MESSAGE_LIMIT else text[: _MESSAGE_LIMIT - 1] + "…"


def _position(text: str, position: int) -> FilePosition:
    line = text.count("\n", 0, position)
    return FilePosition(line, position - text.rfind("\n", 0, position) - 1)
