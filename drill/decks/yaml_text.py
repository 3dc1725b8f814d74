"""Values as lines of YAML, laid out for reading and editing by hand.

`start` is the text before a value, such as `answer: `, or nothing for an item of a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import yaml

_WIDTH = 100
_WORD = 30
"""The most characters of a list item that reads as a word; a longer one is a sentence."""
# Characters to escape: those that fields._CONTROL or yaml_tree._NOT_YAML refuses, and those that
# editors hide or take for line ends.
_ODD = "\x00-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_PLAIN = re.compile(rf"[^\W_][^\t\n{_ODD}]*")
# First, what ends an unquoted text. Then the form of most other texts: several words, or a word
# that is not a number, date or truth value. It saves reading each text back, which takes longer
# than the writing.
_NEVER = re.compile(r":(?: |$)| #| $")
_SURE = re.compile(r"[^\W\d_][^ -]*[ -].*")
_SURE_IN_BRACKETS = re.compile(r"[^\W\d_]+[ -][^:#,?\[\]{}]*[^\s:#,?\[\]{}]")
_SURE_WORD = re.compile(r"(?!(?:y|n|yes|no|true|false|on|off|null)$)[^\W\d_][\w.-]*", re.IGNORECASE)
_NOT_IN_BLOCK = re.compile(f"[{_ODD}]")
_ESCAPED = re.compile(rf'["\\\t\n{_ODD}]')
# PyYAML reads 1:1:1:… as one number in base 60, in quadratic time.
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){3}")


def scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line: unquoted if YAML reads it back equal, else quoted.

    `flow` means that it is inside brackets.
    """
    if _PLAIN.fullmatch(text) and not _NEVER.search(text):
        is_sure = _SURE_IN_BRACKETS.fullmatch(text) if flow else _SURE.fullmatch(text)
        if (
            is_sure
            or _SURE_WORD.fullmatch(text)
            or _reads_back(f"[{text}]" if flow else f"- {text}", text)
        ):
            return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def block(start: str, text: str) -> Iterator[str]:
    """A text; several lines become a literal block if that reads back equal."""
    lines = text.split("\n")
    literal = (
        len(lines) > 1
        and lines[0].strip()
        and lines[-1].strip()
        and not lines[0].startswith("\t")
        and not _NOT_IN_BLOCK.search(text)
    )
    if not literal:
        yield start + scalar(text)
        return
    # YAML would apply the indent of the first line to all lines. It counts from a key, or from the
    # dash of an item.
    width = 2 if start else 4
    yield f"{start}|{width}" if lines[0].startswith(" ") else f"{start}|"
    yield from (f"  {line}" if line else "" for line in lines)


def words(start: str, items: Sequence[str]) -> Iterator[str]:
    """A list of words on one line; sentences, and long lists, one item to a line."""
    are_words = len(items) == 1 or all(len(item) <= _WORD for item in items)
    line = f"{start}[{', '.join(scalar(item, flow=True) for item in items)}]"
    if are_words and len(line) + 4 <= _WIDTH:
        yield line
        return
    yield from blocks(start, (block("", item) for item in items))


def blocks(start: str, items: Iterable[Iterator[str]]) -> Iterator[str]:
    """A list, one item to a line."""
    yield start.rstrip()
    for item in items:
        yield from indented(item, "    ", "  - ")


def free(value: object) -> str:
    """The value of an `x-…` key, on one line."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        items = (f"{scalar(str(key), flow=True)}: {free(item)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(free, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def indented(lines: Iterable[str], indent: str, first: str) -> Iterator[str]:
    """The lines indented, the first of them after `first`; empty lines stay empty."""
    for line in lines:
        yield first + line if first else indent + line if line else ""
        first = ""


@lru_cache(maxsize=4_096)
def _reads_back(source: str, text: str) -> bool:
    if _SEXAGESIMAL.match(text):
        return False
    try:
        return bool(yaml.safe_load(source) == [text])
    except (yaml.YAMLError, ValueError):  # ValueError: for example a thirteenth month
        return False


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in '"\\':
        return f"\\{sign}"
    if sign in "\n\t":
        return "\\n" if sign == "\n" else "\\t"
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"
