"""Kinds of values with other values in them: lists, mappings, the free values of `x-…` keys."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, cast

from drill.decks import yaml_text
from drill.decks.fields import Kind, Schema, Text, branch_of, did_you_mean, is_null
from drill.decks.yaml_tree import Branch, Broken, Node, Report, Scalar, line_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LITERAL = re.compile(r"true|false|null|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of `least` to `limit` items of one kind; `why` is the limit's reason."""

    item: Kind
    limit: int
    why: str = ""
    least: int = 0

    def read(self, node: Node, name: str, report: Report) -> tuple[object, ...] | None:
        """Read the items; refused ones are left out."""
        branch = branch_of(node, name, "a list", report)
        if branch is None:
            return None
        count = len(branch.children)
        if count > self.limit:
            message = f"{name} has {count:,} items; {self.limit:,} is the limit{self.why}"
            report.error(branch.children[self.limit], "too-many", message)
            return None
        if count < self.least:
            items = f"{count} item" + ("" if count == 1 else "s")
            message = f"{name} has {items}; at least {self.least} are needed"
            report.error(branch, "too-few", message)
            return None
        item = f"an item of {name}"
        values = [self.item.read(child, item, report) for child in branch.children]
        return tuple([value for value in values if value is not None])

    def write(self, start: str, value: object) -> Iterator[str]:
        """Words on one line, anything else one item to a line."""
        items = cast("Sequence[object]", value)
        if isinstance(self.item, Text):
            yield from yaml_text.words(start, [str(item) for item in items])
        else:
            yield from yaml_text.blocks(start, (self.item.write("", item) for item in items))

    def schema(self) -> Schema:
        """An array."""
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema(), **least, "maxItems": self.limit}


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record: `attribute` is its name in the model, `about` its help text in editors.

    It cannot be combined with the key `excludes`.
    """

    attribute: str
    kind: Kind
    about: str
    required: bool = False
    excludes: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of known keys that becomes one value of the model; messages call it `noun`."""

    noun: str
    build: Callable[..., object]
    fields: Mapping[str, Field]
    open: bool = False
    """Whether `x-…` keys are allowed too; they become `extra`."""

    def read(self, node: Node, name: str, report: Report) -> object:
        """Read the mapping; None if any field is refused."""
        branch = branch_of(node, name, "a mapping", report)
        if branch is None:
            return None
        before = report.errors
        values = self.values(branch, report)
        return self.build(**values) if report.errors == before else None

    def values(self, branch: Branch, report: Report) -> dict[str, object]:
        """The readable values of a mapping, keyed by the model's attributes."""
        values: dict[str, object] = {}
        extra: dict[str, object] = {}
        keys_and_nodes = pairs(branch, report)
        names = {key.value for key, _ in keys_and_nodes}
        for key, node in keys_and_nodes:
            field = self.fields.get(key.value)
            if field and field.excludes in names:
                message = f"{self.noun} has either {key.value!r} or {field.excludes!r}, not both"
                report.error(key, "excluded-key", message, "remove one")
            if field is None:
                if self.open and key.value.startswith("x-"):
                    extra[key.value] = free(node, report)
                else:
                    self._refuse(key, report)
            elif not field.required and is_null(node):
                hint = "leave the key out, or quote the word"
                report.warn(key, "empty", f"{key.value!r} has no value", hint)
            else:
                values[field.attribute] = field.kind.read(node, repr(key.value), report)
        if extra:
            values["extra"] = extra
        for name, field in self.fields.items():
            if field.required and field.attribute not in values:
                report.error(branch, "missing-key", f"{self.noun} needs {name!r}")
        return values

    def _refuse(self, key: Scalar, report: Report) -> None:
        if key.value == "<<":
            message = "merge keys are not allowed in a deck"
            report.error(key, "refused", message, "write the values out")
        else:
            name = key.value if len(key.value) <= 60 else key.value[:40] + "…"
            hint = did_you_mean(name, self.fields.keys(), report)
            report.error(key, "unknown-key", f"unknown key {name!r}", hint)

    def write(self, start: str, value: object) -> Iterator[str]:
        """The keys, one to a line, indented to match `start`."""
        lines = (
            line for part in self.parts(cast("DataclassInstance", value)).values() for line in part
        )
        if start:
            yield start.rstrip()
            yield from yaml_text.indented(lines, "  ", "  ")
        else:
            yield from lines

    def parts(self, value: "DataclassInstance") -> dict[str, list[str]]:
        """The lines of each key whose value is not the default, in the order of the format."""
        defaults = {attribute.name: attribute.default for attribute in fields(value)}
        parts = {}
        for name, field in self.fields.items():
            attribute = getattr(value, field.attribute)
            if field.required or attribute != defaults[field.attribute]:
                parts[name] = list(field.kind.write(f"{name}: ", attribute))
        if self.open:
            extra: Mapping[str, object] = getattr(value, "extra")  # noqa: B009  # open records have it
            for name, free_value in extra.items():
                parts[name] = [f"{yaml_text.scalar(name)}: {yaml_text.free(free_value)}"]
        return parts

    def schema(self) -> Schema:
        """An object."""
        properties = {
            name: {"description": field.about, **field.kind.schema()}
            for name, field in self.fields.items()
        }
        excluded = [
            {"not": {"required": [name, field.excludes]}}
            for name, field in self.fields.items()
            if field.excludes
        ]
        return {
            "type": "object",
            "properties": properties,
            "required": [name for name, field in self.fields.items() if field.required],
            **({"allOf": excluded} if excluded else {}),
            **({"patternProperties": {"^x-": {}}} if self.open else {}),
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Located:
    """A value together with the node where it begins."""

    kind: Record

    def read(self, node: Node, name: str, report: Report) -> tuple[Node, object] | None:
        """Read it as a pair of node and value."""
        value = self.kind.read(node, name, report)
        return None if value is None else (node, value)

    def write(self, start: str, value: object) -> Iterator[str]:
        """Write the value alone."""
        yield from self.kind.write(start, value)

    def schema(self) -> Schema:
        """The schema of the value."""
        return self.kind.schema()


@dataclass(frozen=True, slots=True)
class TextOr:
    """A key point or an option: a text, or a mapping with more fields."""

    text: Text
    record: Record

    def read(self, node: Node, name: str, report: Report) -> object:
        """Read either form."""
        if isinstance(node, Branch) and node.is_mapping:
            return self.record.read(node, name, report)
        text = self.text.read(node, name, report)
        return None if text is None else self.record.build(text)

    def write(self, start: str, value: object) -> Iterator[str]:
        """The text alone if nothing else is set."""
        parts = self.record.parts(cast("DataclassInstance", value))
        if len(parts) == 1:
            yield from self.text.write(start, getattr(value, "text"))  # noqa: B009
        else:
            yield from self.record.write(start, value)

    def schema(self) -> Schema:
        """Either form."""
        return {"anyOf": [self.text.schema(), self.record.schema()]}


def pairs(branch: Branch, report: Report) -> list[tuple[Scalar, Node]]:
    """The keys of a mapping with their values; of duplicate keys, the first."""
    by_name: dict[str, tuple[Scalar, Node]] = {}
    children = iter(branch.children)
    for key, node in zip(children, children, strict=True):
        if isinstance(key, Scalar):
            first = by_name.setdefault(key.value, (key, node))[0]
            if first is not key:
                message = f"duplicate key {key.value!r} (first used on line {line_of(first)})"
                report.error(key, "duplicate-key", message, "remove one")
        elif not isinstance(key, Broken):
            report.error(key, "key", "a key must be a word", "put the text in quotes")
    return list(by_name.values())


def free(node: Node, report: Report) -> object:
    """The value of an `x-…` key: JSON types where YAML has them, else text."""
    if isinstance(node, Scalar):
        if not node.style and _LITERAL.fullmatch(node.value):
            value: object = json.loads(node.value)
            return value
        return node.value
    if isinstance(node, Broken):
        report.errors += 1
        return None
    if node.is_mapping:
        return {key.value: free(value, report) for key, value in pairs(node, report)}
    return [free(child, report) for child in node.children]
