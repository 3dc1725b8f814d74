"""A row of a table as one line."""

import re
from collections.abc import Sequence

from drill.points.atoms import ATOM, Atoms
from drill.points.blocks import Block
from drill.points.content import overlap, stems
from drill.points.labels import word_count
from drill.points.languages import HAN, Language
from drill.points.openings import capitalised
from drill.points.shortening import shorten

_NAME = re.compile(rf"[^\W\d_]{{2}}|{ATOM}|{HAN.pattern}")  # a row of numbers and signs has none
_NAME_WORDS = 6
_ASKED = 0.5  # of a header's words; a question with these asks for the column
_JOINT = 2  # columns of "; "
_SIDES = 2  # columns beside the names
_APART_MOST = 2  # facts of one row
_GENERIC = re.compile(
    r"(?:description|meaning|explanation|definition|details?|value|purpose|notes?|what it does|"
    r"name|use|"
    r"usage|описание|значение|описание|назначение|说明|描述|含义|作用|descripción|significado|"
    r"descrição|"
    r"beschreibung|bedeutung|)",
    re.IGNORECASE,
)


def row_texts(
    block: Block, topic: Sequence[str], atoms: Atoms, language: Language, limit: int
) -> list[str]:
    """`Name: header a; header b`, as many cells as fit; nothing for a row without content.

    Omits a generic header ("Description") and a header that its cell repeats. If the first column
    holds no names, because its cells are long or the question (`topic`) compares the columns, the
    cells are joined, or kept apart if they are too long.
    """
    cells = [cell.strip(" .。;；") for cell in block.cells]
    names = [name.strip(" –—-:") for name in block.header]
    if len(cells) > 2 and cells[0].isdigit():  # the number of the row
        cells, names = cells[1:], names[1:]
    if cells and " " in cells[0]:  # a single word may be an identifier in lower case
        cells[0] = capitalised(cells[0])
    if len(cells) < 2 or not any(cells[1:]) or not cells[0] or not _NAME.search(" ".join(cells)):
        return []
    header = [*names, *[""] * len(cells)]
    if word_count(cells[0]) > _NAME_WORDS or _are_compared(header[: len(cells)], topic, language):
        parts = [
            _cell(name, cell, language) for name, cell in zip(header, cells, strict=False) if cell
        ]
        whole = _beside(parts, atoms, language, limit)
        return [whole] if whole else parts[:_APART_MOST]
    several = len(cells) > 2
    parts = []
    for name, cell in zip(header[1:], cells[1:], strict=False):
        if cell and cell not in {"-", "—", "–", "N/A", "n/a"}:
            shown = several and name.lower() not in cell.lower() and not _GENERIC.fullmatch(name)
            parts.append(f"{name} – {cell}" if shown else cell)
    return _fitting(f"{cells[0]}{language.colon}", parts, atoms, language, limit)


def _are_compared(header: Sequence[str], topic: Sequence[str], language: Language) -> bool:
    """Whether the question asks for each of the columns."""
    return all(overlap(stems(name, language), topic) >= _ASKED for name in header)


def _beside(parts: list[str], atoms: Atoms, language: Language, limit: int) -> str:
    """`parts` on one line, with the longest one shortened, or all of them to the same length."""
    room = limit - _JOINT * (len(parts) - 1)
    longest = max(parts, key=atoms.size)
    left = room - sum(atoms.size(part) for part in parts) + atoms.size(longest)
    limits = [left if part is longest else limit for part in parts]
    for lengths in (limits, [room // len(parts)] * len(parts)):
        shorts = [
            shorten(part, frozenset(), atoms, language, most)
            for part, most in zip(parts, lengths, strict=True)
        ]
        if all(shorts):
            return language.semicolon.join(
                _begun_as(part, short.text)
                for part, short in zip(parts, shorts, strict=True)
                if short
            )
    return ""


def _begun_as(part: str, short: str) -> str:
    """`short` with the first letter of `part`: shortening makes a capital of it, in names too."""
    return part[:1] + short[1:] if part[:1].lower() == short[:1].lower() else short


def _fitting(
    start: str, parts: list[str], atoms: Atoms, language: Language, limit: int
) -> list[str]:
    whole = f"{start}{language.semicolon.join(parts)}"
    if len(parts) == _SIDES and atoms.size(whole) > limit:  # one side tells half
        both = _beside(parts, atoms, language, limit - atoms.size(start))
        return [f"{start}{part}" for part in ([both] if both else parts)]
    text = start
    for at, part in enumerate(parts):
        longer = f"{text}{language.semicolon}{part}" if at else f"{text}{part}"
        if at and atoms.size(longer) > limit:
            break
        text = longer
    return [text] if parts else []


def _cell(name: str, cell: str, language: Language) -> str:
    says_it = not name or name.lower() in cell.lower()
    return cell if says_it else f"{name}{language.colon}{cell}"
