"""A row of a table as one line."""

import re

from drill.points.atoms import Atoms
from drill.points.blocks import Block
from drill.points.labels import word_count
from drill.points.languages import Language
from drill.points.shortening import shorten

_NAME_WORDS = 6
_JOINT = 2  # columns of "; "
_APART_MOST = 2  # facts of one row
_GENERIC = re.compile(
    r"(?:description|meaning|explanation|definition|details?|value|purpose|notes?|what it does|"
    r"name|use|"
    r"usage|описание|значение|описание|назначение|说明|描述|含义|作用|descripción|significado|descrição|"
    r"beschreibung|bedeutung|)",
    re.IGNORECASE,
)


def row_texts(block: Block, atoms: Atoms, language: Language, limit: int) -> list[str]:
    """`Name: header a; header b`, as many cells as fit; nothing for a row without content.

    A generic header ("Description") is left out, as is one that its cell says itself. Where the
    first column holds no names, its cells stand beside each other, or apart if they are too long.
    """
    cells = [cell.strip(" .。;；") for cell in block.cells]
    if len(cells) < 2 or not any(cells[1:]) or not cells[0]:
        return []
    header = [*block.header, *[""] * len(cells)]
    if word_count(cells[0]) > _NAME_WORDS:
        parts = [_cell(name, cell) for name, cell in zip(header, cells, strict=False) if cell]
        each = (limit - _JOINT * (len(parts) - 1)) // len(parts)
        whole = "; ".join(parts)
        shorts = [shorten(part, frozenset(), atoms, language, each) for part in parts]
        if atoms.size(whole) > limit and all(shorts):
            whole = "; ".join(short.text for short in shorts if short)
        return [whole] if atoms.size(whole) <= limit else parts[:_APART_MOST]
    several = len(cells) > 2
    parts = []
    for name, cell in zip(header[1:], cells[1:], strict=False):
        if cell and cell not in {"-", "—", "–", "N/A", "n/a"}:
            shown = several and name.lower() not in cell.lower() and not _GENERIC.fullmatch(name)
            parts.append(f"{name} {cell}" if shown else cell)
    return _fitting(f"{cells[0]}: ", parts, atoms, limit)


def _fitting(start: str, parts: list[str], atoms: Atoms, limit: int) -> list[str]:
    text = start
    for at, part in enumerate(parts):
        longer = f"{text}; {part}" if at else f"{text}{part}"
        if at and atoms.size(longer) > limit:
            break
        text = longer
    return [text] if parts else []


def _cell(name: str, cell: str) -> str:
    says_it = not name or name.lower() in cell.lower()
    return cell if says_it else f"{name}: {cell}"
