"""Writing a deck: one text for one deck, laid out to be read and edited by hand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from drill import atomic
from drill.errors import DrillError
from drill.model import Deck, KeyPoint, Option, Question

SCHEMA = "deck.schema.json"
_MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"
_WIDTH = 100
_ODD = "\x00-\x08\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_PLAIN = re.compile(rf"[^\W_][^\t\n{_ODD}]*")
_NOT_IN_BLOCK = re.compile(f"[{_ODD}]")
_ESCAPED = re.compile(rf'["\\\t\n{_ODD}]')


def write(deck: Deck) -> str:
    """The deck as YAML, its schema named for editors in the first line."""
    lines = [f"deck: {_text(deck.id)}", f"title: {_text(deck.title)}"]
    lines += _list("tags", deck.tags)
    if deck.lang:
        lines.append(f"lang: {_text(deck.lang)}")
    if deck.source:
        lines += ["source:", f"  document: {_text(deck.source.document)}"]
        lines += [f"  sha256: {_text(deck.source.sha256)}"]
    lines += _extra(deck.extra)
    lines.append("questions:")
    blocks = ["\n".join(_indented(_question(each), "    ", "  - ")) for each in deck.questions]
    return _MODELINE + "\n".join(lines) + "\n" + "\n\n".join(blocks) + "\n"


def save(deck: Deck, path: Path) -> None:
    """Write the deck to `path` atomically, and its schema beside it where there is none.

    The comments at the head of a file that is there already are kept. Raises DrillError.
    """
    text = write(deck)
    try:
        if path.exists():
            head = re.match(r"(?:[ \t]*(?:#[^\n]*)?\n)*", path.read_text("utf-8", "replace"))
            text = (head[0] if head else "") + text.removeprefix(_MODELINE)
        path.parent.mkdir(parents=True, exist_ok=True)
        schema = path.with_name(SCHEMA)
        if text.startswith(_MODELINE) and not schema.exists():
            atomic.write(schema, (Path(__file__).parent.parent / SCHEMA).read_bytes())
        atomic.write(path, text.encode())
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}", "choose another file with -o") from error


def _question(question: Question) -> Iterator[str]:
    yield f"id: {_text(question.id)}"
    yield from _block("question", question.text)
    if question.options:
        yield "options:"
        for option in question.options:
            yield from _indented(_option(option), "    ", "  - ")
    if question.shuffle is not None:
        yield f"shuffle: {'true' if question.shuffle else 'false'}"
    yield from _block("answer", question.answer)
    if question.key_points:
        yield "key_points:"
        for point in question.key_points:
            yield from _indented(_point(point), "    ", "  - ")
    yield from _block("hint", question.hint)
    yield from _list("follow_ups", question.follow_ups)
    yield from _block("notes", question.notes)
    yield from _list("tags", question.tags)
    if question.difficulty:
        yield f"difficulty: {question.difficulty}"
    if question.time is not None:
        yield f"time: {question.time}s"
    if question.lines:
        yield f"lines: [{question.lines[0]}, {question.lines[1]}]"
    if question.drafted:
        yield "drafted: true"
    yield from _extra(question.extra)


def _point(point: KeyPoint) -> Iterator[str]:
    if not point.bonus and not point.terms:
        yield from _value("", point.text)
        return
    yield from _block("point", point.text)
    if point.bonus:
        yield "bonus: true"
    yield from _list("terms", point.terms)


def _option(option: Option) -> Iterator[str]:
    if not option.correct:
        yield from _value("", option.text)
        return
    yield from _block("option", option.text)
    yield "correct: true"


def _block(key: str, text: str | None) -> Iterator[str]:
    if text is not None:
        yield from _value(f"{key}: ", text)


def _value(start: str, text: str) -> Iterator[str]:
    """`start` with the text after it: of several lines as a block where that reads back equal."""
    lines = text.split("\n")
    block = (
        len(lines) > 1
        and lines[0].strip()
        and lines[-1].strip()
        and not lines[0].startswith("\t")
        and not _NOT_IN_BLOCK.search(text)
    )
    if not block:
        yield start + _text(text)
        return
    # A first line that is indented would be taken for the measure of the others.
    yield f"{start}|2" if lines[0].startswith(" ") else f"{start}|"
    yield from (f"  {line}" if line else "" for line in lines)


def _list(key: str, items: Sequence[str]) -> Iterator[str]:
    """The items in one line; sentences, and what would be long, one below the other."""
    if not items:
        return
    are_words = len(items) == 1 or all(len(item) <= 30 for item in items)
    line = f"{key}: [{', '.join(_text(item, flow=True) for item in items)}]"
    if are_words and len(line) + 4 <= _WIDTH:
        yield line
        return
    yield f"{key}:"
    for item in items:
        yield from _indented(_value("", item), "    ", "  - ")


def _extra(extra: Mapping[str, object]) -> Iterator[str]:
    for key, value in extra.items():
        yield f"{_text(key)}: {_free(value)}"


def _free(value: object) -> str:
    """The value of an `x-…` key, in one line."""
    if isinstance(value, str):
        return _text(value, flow=True)
    if isinstance(value, Mapping):
        items = (f"{_text(str(key), flow=True)}: {_free(each)}" for key, each in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_free, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _text(text: str, *, flow: bool = False) -> str:
    """A text in one line: as it stands where YAML takes it for the same text, else quoted."""
    if _PLAIN.fullmatch(text) and _reads_back(f"[{text}]" if flow else f"- {text}", text):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _reads_back(source: str, text: str) -> bool:
    try:
        return bool(yaml.safe_load(source) == [text])
    except (yaml.YAMLError, ValueError):  # ValueError: such as a date in a thirteenth month
        return False


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in '"\\':
        return f"\\{sign}"
    if sign in "\n\t":
        return "\\n" if sign == "\n" else "\\t"
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"


def _indented(lines: Iterator[str], indent: str, first: str) -> Iterator[str]:
    """The lines moved to the right, the first of them behind `first`; empty ones stay empty."""
    for line in lines:
        yield first + line if first else indent + line if line else ""
        first = ""
