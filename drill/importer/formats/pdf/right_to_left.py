"""Hebrew, Arabic and Persian in PDFs: from visual to logical order."""

import re
from dataclasses import replace

from drill.importer.formats.pdf.text import Look, Piece

_LETTER = "\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RUN = re.compile(rf"[{_LETTER}](?:[^A-Za-z]*[{_LETTER}])?")
_NUMBER = re.compile(r"\d(?:[\d.,٫٬]*\d)?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def in_reading_order(cell: Piece) -> Piece:
    """A cell with its right-to-left words reversed and its numbers unchanged."""
    text = cell.text
    if not re.search(f"[{_LETTER}]", text):
        return cell
    letters = [(letter, look) for words, look in cell.spans for letter in words]
    for run in _RUN.finditer(text):
        turned = [(letter.translate(_MIRRORED), look)
                  for letter, look in reversed(letters[run.start() : run.end()])]  # fmt: skip
        for number in _NUMBER.finditer("".join(letter for letter, _ in turned)):
            digits = turned[number.start() : number.end()]
            turned[number.start() : number.end()] = digits[::-1]
        letters[run.start() : run.end()] = turned
    spans: list[tuple[str, Look]] = []
    for letter, look in letters:
        if spans and spans[-1][1] == look:
            spans[-1] = (spans[-1][0] + letter, look)
        else:
            spans.append((letter, look))
    return replace(cell, spans=spans)
