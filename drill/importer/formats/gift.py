"""GIFT, the text format in which Moodle imports and exports questions."""

import re
from collections.abc import Iterator

from drill.errors import DrillError
from drill.importer.formats.anki.fields import field_markdown, plain_field
from drill.importer.formats.cards import Card, Cards
from drill.model import Option

_TEXT = r"(?:\\.|[^\\{}])*+"
_QUESTION = re.compile(
    rf"\s*+(?:::(?P<title>(?:\\.|[^\\:]|:(?!:))*+)::)?\s*+(?:\[(?P<kind>\w+)\])?"
    rf"(?P<before>{_TEXT})\{{(?P<answers>{_TEXT})\}}(?P<after>{_TEXT})",
    re.DOTALL,
)
_CATEGORY = re.compile(r"\$CATEGORY:(.*)")
_ITEM = re.compile(r"([=~])\s*(?:%(-?\d{1,3}(?:\.\d{1,9})?)%)?((?:\\.|[^\\=~])*)", re.DOTALL)
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#.*)?", re.DOTALL)
_EQUALS = re.compile(r"(?:^|(?<=\s))=")
_KIND = re.compile(r"\[(html|moodle|plain|markdown)\]\s*")
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_LEAST = 2
"""The fewest questions by which a text without the ending is known."""
_OPEN_LINES = 100
"""The most lines of a question whose brace is open; beyond that it was forgotten."""
_MOST_OPTIONS = 9  # per question, as in the deck format


def looks_like_gift(text: str) -> bool:
    """Whether half of the paragraphs of a text are questions of GIFT."""
    if "{" not in text or "}" not in text:
        return False
    blocks = [block for _, _, block in _blocks(text)]
    read = sum(_is_question(block) for block in blocks)
    return read >= _LEAST and 2 * read >= len(blocks)


def read_gift(text: str, name: str) -> Cards:
    """The questions of a GIFT file; DrillError if there are none."""
    cards = []
    category = ""
    for first, last, block in _blocks(text):
        if named := _CATEGORY.match(block):
            category = named[1].strip().rpartition("/")[2]
        elif match := _QUESTION.fullmatch(block):
            cards.append(_card(match, first, last, (category,) if category else ()))
    if not cards:
        raise DrillError(f"{name}: no questions found", "a question of GIFT has answers in {}")
    return Cards("GIFT", tuple(cards), tuple(text.split("\n")))


def _is_question(block: str) -> bool:
    match = _QUESTION.fullmatch(block)
    if match is None or not (match["before"] + match["after"]).strip():
        return False
    answers = match["answers"].strip()
    return bool(match["title"]) or answers[:1] in set("=~#") or bool(_TRUTH.fullmatch(answers))


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """The paragraphs with their lines, from 1; a blank line inside of braces ends none."""
    held: list[str] = []
    first = depth = 0
    for number, line in enumerate((*text.split("\n"), ""), start=1):
        if line.lstrip().startswith("//"):
            continue
        if _CATEGORY.match(line):
            yield number, number, line
        elif line.strip() or (depth and number <= first + _OPEN_LINES):
            first = first if held else number
            held.append(line)
            bare = re.sub(r"\\.", "", line)
            depth += bare.count("{") - bare.count("}")
        elif held:
            yield first, number - 1, "\n".join(held)
            held, depth = [], 0


def _card(match: re.Match[str], first: int, last: int, tags: tuple[str, ...]) -> Card:
    kind = (match["kind"] or "").lower()
    before, after = match["before"].strip(), match["after"].strip()
    asked = f"{before} _____ {after}" if re.search(r"\w", after) else before
    question = _read(asked or match["title"] or "", kind)
    body, _, general = match["answers"].partition("####")
    notes = [_read(general, kind)]
    options: tuple[Option, ...] = ()
    shuffle = None
    if truth := _TRUTH.fullmatch(body.strip()):
        is_true = truth[1].startswith("T")
        options, shuffle = (Option("True", is_true), Option("False", not is_true)), False
    elif body.lstrip().startswith("#"):
        values = [value.partition("#")[0].strip() for value in _EQUALS.split(body.strip()[1:])]
        notes.insert(0, ", ".join(_number(value) for value in values if value))
    else:
        found = list(_ITEM.finditer(body))
        is_one = any(item[1] == "=" for item in found)
        items = [_Item(item, kind, is_one=is_one) for item in found]
        pairs = [item for item in items if item.pair]
        if pairs:
            notes.insert(0, "\n".join(f"- {item.text} → {item.pair}" for item in pairs))
        elif any(item.is_choice for item in items) and 1 < len(items) <= _MOST_OPTIONS:
            options = tuple(Option(item.text, item.is_right) for item in items)
            said = (f"- {item.text}: {item.comment}" for item in items if item.comment)
            notes.append("\n".join(said))
        else:
            notes.insert(0, " / ".join(item.text for item in items if item.is_right))
            notes += [item.comment for item in items]
    answer = "\n\n".join(note for note in notes if note)
    return Card(question, answer or None, first, last, tags, (), options, shuffle=shuffle)


class _Item:
    """One answer: its text or pair, whether it is right, and the comment on it.

    Where `is_one` is marked with `=`, a share of the points makes no other right.
    """

    def __init__(self, match: re.Match[str], kind: str, *, is_one: bool) -> None:
        body, _, comment = re.sub(r"\\#", "\ue000", match[3]).partition("#")
        left, arrow, right = body.replace("\ue000", "\\#").partition("->")
        self.text, self.pair = _read(left, kind), _read(right, kind) if arrow else ""
        self.is_choice = match[1] == "~"
        share = float(match[2] or 0)
        self.is_right = match[1] == "=" and share in {0, 100} if is_one else share > 0
        self.comment = " ".join(_read(comment.replace("\ue000", "\\#"), kind).split())


def _number(value: str) -> str:
    """`3:2` as a number with its tolerance."""
    value = re.sub(r"^%\d+%", "", value)
    number, _, tolerance = value.partition(":")
    return f"{number} ± {tolerance}" if tolerance.strip("0. ") else number


def _read(text: str, kind: str) -> str:
    """A text of GIFT as Markdown: its escapes undone, its HTML turned."""
    plain = _ESCAPED.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], text).strip()
    if own := _KIND.match(plain):
        kind, plain = own[1], plain[own.end() :]
    if kind == "markdown":
        return plain
    return field_markdown(plain) if re.search(r"</?[A-Za-z]|&\w+;", plain) else plain_field(plain)
