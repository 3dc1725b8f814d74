"""Reads drill's own CSV export: its plain text back to Markdown, as far as possible."""

import re
from collections.abc import Sequence

from drill.importer.formats.cards import BULLET, Card, Cards, Row, key_points
from drill.importer.formats.markdown_blocks import code_span
from drill.model import KeyPoint, Option

_DEFUSED = re.compile(r"'['\s]*[=+\-@＝＋－＠\t\r]")
"""The quote that the export puts before a cell that a spreadsheet would run as a formula."""
_FENCED = re.compile(r"^( *)(`{3,})[^`\n]*\n(?:.*\n)*?\1\2 *$", re.MULTILINE)
_NO_ITEM = r"(?![^\S\n]*- )"
_SIGNS = re.compile(
    r"(?m)^(?P<before>(?:[^\S\n]*[•◦▪‣·][^\S\n]+)*[^\S\n]*)"
    r"(?:(?P<number>\d{1,9})(?=[.)](?!\S))"
    r"|(?=\#{1,6}(?!\S)|[-+*](?!\S)|>|=+[^\S\n]*$|[|:][-|:\s]*$|-[-|:\s]*$))"
    r"|(?P<tags>(?:</?[A-Za-z][^<>`\n]{0,200}>)+)"
    r"|`|\*(?=\S)|(?<=\S)\*|~(?=~)|(?<=~)~|\$(?=[^$]{0,2000}\$)|\\(?=[!-/:-@\[-`{-~\n])|(?<![^\W_])_+|_+(?![^\W_])"
    r"|<(?=[A-Za-z/!?])|&(?=\#?\w+;)|\](?=[(\[:])"
)
"""What Markdown would read as a mark: at the start of a line, and anywhere."""
_LETTERED = re.compile(r"([a-i])\) ")


def own_cards(rows: Sequence[Row], lines: Sequence[str]) -> Cards:
    """The questions of an export with their ids, and the deck's id if all share one."""
    cards = tuple(_card(row) for row in rows)
    titles = {row.cells[4] for row in rows}
    decks = {row.cells[5].rpartition("/")[0] for row in rows}
    return Cards(
        "drill's own CSV",
        cards,
        tuple(lines),
        titles.pop() if len(titles) == 1 else "",
        decks.pop() if len(decks) == 1 else "",
    )


def _card(row: Row) -> Card:
    plain = [cell[1:] if _DEFUSED.match(cell) else cell for cell in row.cells]
    question, options, answer = _split_options(plain[0], plain[1])
    return Card(
        _markdown(question),
        _markdown(answer) or None,
        row.first + 1,
        row.end,
        tuple(plain[3].split()),
        tuple(KeyPoint(_markdown(point.text), point.bonus) for point in key_points(plain[2])),
        options,
        id=plain[5].rpartition("/")[2],
        shuffle={"true": True, "false": False}.get(plain[6].lower()),
        exact=True,
    )


def _markdown(text: str) -> str:
    """Plain text as Markdown that keeps its line breaks; fenced code stays as it is."""
    text = text.strip()
    parts, end = list[str](), 0
    for code in _FENCED.finditer(text):
        parts += (_prose(text[end : code.start()]), code[0])
        end = code.end()
    return "\n".join(part for part in (*parts, _prose(text[end:])) if part)


def _literal(text: str) -> str:
    """Plain text as Markdown that shows the same; tags become code."""
    return _SIGNS.sub(_escaped, text)


def _escaped(sign: re.Match[str]) -> str:
    if sign["tags"]:
        return code_span(sign["tags"])
    if sign["before"] is not None:
        return f"{sign[0]}\\"
    return "".join(f"\\{each}" for each in sign[0])


def _prose(text: str) -> str:
    text = re.sub(r"(?m)(?<![^\S\n])[^\S\n]+$", "", text.strip("\n"))
    text = BULLET.sub(r"\1- ", _literal(text))
    # A blank line keeps the next line out of the list.
    text = re.sub(rf"(?m)^((?:- |  ).*)\n(?=\S){_NO_ITEM}", r"\1\n\n", text)
    text = re.sub(rf"(?m)^([^\S\n]*- .*\S)\n(?=[^\S\n]+\S){_NO_ITEM}", r"\1  \n", text)
    return re.sub(rf"(?m)^{_NO_ITEM}(.*\S)\n(?=[^\S\n]*\S){_NO_ITEM}", r"\1  \n", text)


def _split_options(question: str, answer: str) -> tuple[str, tuple[Option, ...], str]:
    """Separate the options of a multiple choice from its question and answer cells.

    The question cell lists them by letter; the answer cell begins with the correct ones.
    """
    head: list[str] = []
    options: list[str] = []
    for line in question.split("\n"):
        lettered = _LETTERED.match(line)
        if lettered and ord(lettered[1]) - ord("a") == len(options) and head:
            options.append(line)
        elif options:
            options[-1] += f"\n{line}"
        else:
            head.append(line)
    if len(options) < 2:
        return question, (), answer
    right = set()
    for option in options:
        if answer == option or answer.startswith(f"{option}\n"):
            right.add(option)
            answer = answer[len(option) + 1 :]
    made = (Option(_markdown(option[3:]), option in right) for option in options)
    return "\n".join(head), tuple(made), answer
