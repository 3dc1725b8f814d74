"""Kinds of values in a deck: each reads a YAML node, writes it, and gives its JSON Schema.

`read` returns None for a refused node, and reports the reason; messages call the value `name`.
`write` yields the lines of a value that `read` returned, after `start`.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Protocol, cast

from drill.decks import yaml_text
from drill.decks.yaml_tree import Branch, Broken, Node, Report, Scalar
from drill.text import SLUG, SLUG_LIMIT, printable, slug

Schema = dict[str, object]

# Device names on Windows, in any folder and with any extension; ids become file names.
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
# Characters that no value may have, not even escaped. yaml_tree._NOT_YAML has those that no file
# may have unescaped, yaml_text._ODD those that drill writes as escapes.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NULL = {"", "~", "null", "Null", "NULL"}
_SPAN = re.compile(r"(?:(\d{1,3})m)?(?:(\d{1,4})s)?", re.ASCII)


class Kind(Protocol):
    """A kind of value."""

    def read(self, node: Node, name: str, report: Report) -> object:
        """Read the value of `node`; None if it has none."""

    def write(self, start: str, value: object) -> Iterator[str]:
        """Yield the lines of YAML for a value of the kind."""

    def schema(self) -> Schema:
        """Return the JSON Schema of the kind."""


def did_you_mean(word: str, words: Collection[str], report: Report) -> str:
    """A hint with the closest of `words`; empty if none is close, or the report is full."""
    if report.is_full:  # a file can have a hundred thousand errors
        return ""
    near = get_close_matches(word[:80], words, n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def is_null(node: Node) -> bool:
    """Whether the node is null in YAML: empty, `~`, or an unquoted `null`."""
    return isinstance(node, Scalar) and not node.style and node.value in _NULL


def _scalar(node: Node, name: str, wanted: str, report: Report) -> Scalar | None:
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Broken):
        report.errors += 1
    else:
        is_a = "a mapping" if node.is_mapping else "a list"
        hint = "put the text in quotes" if node.is_mapping and wanted == "text" else ""
        report.error(node, "type", f"{name}: expected {wanted}, found {is_a}", hint)
    return None


def branch_of(node: Node, name: str, wanted: str, report: Report) -> Branch | None:
    """The node if it is `wanted`, "a list" or "a mapping"; else None, and the error is reported."""
    is_mapping = wanted == "a mapping"
    if isinstance(node, Branch) and node.is_mapping == is_mapping:
        return node
    if isinstance(node, Broken):
        report.errors += 1
    else:
        is_a = "text" if isinstance(node, Scalar) else "a list" if is_mapping else "a mapping"
        hint = "begin each item with '- '" if not is_mapping else ""
        report.error(node, "type", f"{name}: expected {wanted}, found {is_a}", hint)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most `limit` characters; of one line if `lines` is 1."""

    limit: int
    lines: int | None = None

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Read the text unchanged, except line ends around a block."""
        scalar = _scalar(node, name, "text", report)
        if scalar is None:
            return None
        value: str = scalar.value
        style = scalar.style
        if style in {"|", ">"}:
            value = value.strip("\n")
        if not value.strip() or (not style and value in _NULL):
            hint = 'quote "null" to mean the word' if value.strip() else ""
            report.error(scalar, "empty", f"{name} is empty", hint)
        elif len(value) > self.limit:
            message = f"{name} has {len(value):,} characters; {self.limit:,} is the limit"
            report.error(scalar, "too-long", message)
        elif self.lines == 1 and "\n" in value:
            report.error(scalar, "lines", f"{name} is more than one line")
        elif (style == '"' or not value.isascii()) and (control := _CONTROL.search(value)):
            message = f"control character U+{ord(control[0]):04X} in {name}"
            report.error(scalar, "control", message, "remove it")
        else:
            if not value.isascii() and printable(value) != value:
                message = f"{name} has invisible or bidirectional control characters"
                report.warn(scalar, "invisible", message, "drill does not show them")
            return value
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """A literal block if it has several lines."""
        yield from yaml_text.block(start, str(value))

    def schema(self) -> Schema:
        """A string; an unquoted number or `yes` counts as text."""
        pattern = r"^.*\S.*$" if self.lines == 1 else r"\S"
        types = ["string", "number", "boolean"]
        return {"type": types, "pattern": pattern, "maxLength": self.limit}


@dataclass(frozen=True, slots=True)
class Matching:
    """A text of a fixed pattern, such as a checksum; `wanted` describes it."""

    pattern: str
    wanted: str

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Read the text unchanged."""
        scalar = _scalar(node, name, "text", report)
        if scalar is None:
            return None
        if re.fullmatch(self.pattern, scalar.value):
            return scalar.value
        report.error(scalar, "form", f"{name} is not {self.wanted}")
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """The text unchanged."""
        yield start + yaml_text.scalar(str(value))

    def schema(self) -> Schema:
        """A string of the pattern."""
        return {"type": ["string", "number"], "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Slug:
    """An id: lower-case letters and digits of any script, in words joined by `-`."""

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Read the id; capitals and decomposed characters, which look like others, are refused."""
        scalar = _scalar(node, name, "text", report)
        if scalar is None:
            return None
        value: str = scalar.value
        good = len(value) <= SLUG_LIMIT and SLUG.fullmatch(value) and value not in _DEVICES
        if good and (value.isascii() or value == unicodedata.normalize("NFKC", value).lower()):
            return value
        nearest = slug(value)
        hint = f"did you mean {nearest!r}?" if nearest and nearest not in _DEVICES else ""
        if len(value) > SLUG_LIMIT:
            message = f"{name} has {len(value):,} characters; {SLUG_LIMIT} is the limit"
        elif value in _DEVICES:
            message = f"{name} is {value!r}, a device's name on Windows"
        else:
            message = f"{name}: {value!r} is not lower-case words joined by '-'"
        report.error(scalar, "id", message, hint)
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """The id unchanged."""
        yield start + yaml_text.scalar(str(value))

    def schema(self) -> Schema:
        """A string of the characters that an id may have."""
        pattern = r"^[^\s_A-Z!-,./:-@\[-^`{-~-]+(-[^\s_A-Z!-,./:-@\[-^`{-~-]+)*$"
        types = ["string", "number", "boolean"]
        return {"type": types, "pattern": pattern, "maxLength": SLUG_LIMIT}


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One word of an enumeration."""

    of: type[StrEnum]

    def read(self, node: Node, name: str, report: Report) -> StrEnum | None:
        """Read it as a member of the enumeration."""
        scalar = _scalar(node, name, "text", report)
        if scalar is None:
            return None
        words = [str(member) for member in self.of]
        if scalar.value in words:
            return self.of(scalar.value)
        wanted = ", ".join(words[:-1]) + f" or {words[-1]}"
        message = f"{name}: expected {wanted}, found {scalar.value!r}"
        report.error(scalar, "choice", message, did_you_mean(scalar.value, words, report))
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """The word."""
        yield f"{start}{value}"

    def schema(self) -> Schema:
        """The words."""
        return {"enum": [str(member) for member in self.of]}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, node: Node, name: str, report: Report) -> bool | None:
        """Read `true` or `false`; refuses `yes` and the like, which other programs read as text."""
        scalar = _scalar(node, name, "true or false", report)
        if scalar is None:
            return None
        if scalar.value in {"true", "false"}:
            return scalar.value == "true"
        message = f"{name}: expected true or false, found {scalar.value!r}"
        report.error(scalar, "choice", message)
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """`true` or `false`."""
        yield f"{start}{'true' if value else 'false'}"

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Span:
    """A speaking time, in seconds: `90s`, `2m` or `1m30s`, up to an hour."""

    def read(self, node: Node, name: str, report: Report) -> int | None:
        """Read it as seconds."""
        scalar = _scalar(node, name, "a time", report)
        if scalar is None:
            return None
        match = _SPAN.fullmatch(scalar.value)
        seconds = 60 * int(match[1] or 0) + int(match[2] or 0) if match else 0
        if 1 <= seconds <= 3600:
            return seconds
        hint = f"did you mean {scalar.value}s?" if scalar.value.isdecimal() else ""
        message = f"{name}: expected a time such as 90s, 2m or 1m30s, found {scalar.value!r}"
        report.error(scalar, "time", message, hint)
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """In seconds: `90s`."""
        yield f"{start}{value}s"

    def schema(self) -> Schema:
        """A string of minutes and seconds."""
        return {"type": "string", "pattern": r"^(?=.)([0-9]{1,3}m)?([0-9]{1,4}s)?$"}


@dataclass(frozen=True, slots=True)
class Lines:
    """The first and last line of a passage, from 1."""

    def read(self, node: Node, name: str, report: Report) -> tuple[int, int] | None:
        """Read it as a pair."""
        branch = branch_of(node, name, "a list", report)
        if branch is None:
            return None
        texts = [child.value for child in branch.children if isinstance(child, Scalar)]
        if len(branch.children) == len(texts) == 2 and all(
            re.fullmatch(r"[0-9]{1,9}", text) for text in texts
        ):
            first, last = map(int, texts)
            if 1 <= first <= last:
                return first, last
        report.error(branch, "lines", f"{name} is not [first, last], counted from 1")
        return None

    def write(self, start: str, value: object) -> Iterator[str]:
        """In brackets."""
        first, last = cast("tuple[int, int]", value)
        yield f"{start}[{first}, {last}]"

    def schema(self) -> Schema:
        """Two numbers."""
        item: Schema = {"type": "integer", "minimum": 1}
        return {"type": "array", "items": item, "minItems": 2, "maxItems": 2}
