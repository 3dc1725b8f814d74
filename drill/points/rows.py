"""A row of a table as one line."""

import re

from drill.points.atoms import Atoms
from drill.points.blocks import Block
from drill.points.labels import word_count

_NAME_WORDS = 6
_GENERIC = re.compile(
    r"(?:description|meaning|explanation|definition|details?|value|purpose|notes?|what it does|name|use|"
    r"usage|описание|значение|описание|назначение|说明|描述|含义|作用|descripción|significado|descrição|"
    r"beschreibung|bedeutung|)",
    re.IGNORECASE,
)


def row_text(block: Block, atoms: Atoms, limit: int) -> str:
    """`Name: header a; header b`, as many cells as fit; nothing for a row without content.

    A generic header ("Description") is left out, as is one that its cell says itself.
    """
    cells = [cell.strip(" .。;；") for cell in block.cells]
    if len(cells) < 2 or not any(cells[1:]) or not cells[0]:
        return ""
    header = [*block.header, *[""] * len(cells)]
    if word_count(cells[0]) > _NAME_WORDS:
        # No name in the first column: the cells stand beside each other.
        parts = [_cell("" if said else name, cell) for name, cell, said in zip(
            header, cells, [_says(c, h) for c, h in zip(cells, header, strict=False)], strict=False) if cell]
        return _fitting("", parts, atoms, limit)
    several = len(cells) > 2
    parts = []
    for name, cell in zip(header[1:], cells[1:], strict=False):
        if cell and cell not in {"-", "—", "–", "N/A", "n/a"}:
            shown = several and not _GENERIC.fullmatch(name) and not _says(cell, name)
            parts.append(_cell(name if shown else "", cell))
    return _fitting(f"{cells[0]}: ", parts, atoms, limit)


def _fitting(start: str, parts: list[str], atoms: Atoms, limit: int) -> str:
    text = start
    for at, part in enumerate(parts):
        longer = f"{text}; {part}" if at else f"{text}{part}"
        if at and atoms.size(longer) > limit:
            break
        text = longer
    return text if parts else ""


def _cell(name: str, cell: str) -> str:
    return f"{name} {cell}" if name else cell


def _says(cell: str, name: str) -> bool:
    return bool(name) and name.lower() in cell.lower()
