"""The lexers that highlight code, each with code that may make it go back and forth."""

from functools import partial
from random import Random
from typing import TYPE_CHECKING

from rich.syntax import Syntax

from tests.trust.timing import OPENINGS, PIECES, TooLongError, seconds

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LONGEST_PIECE = 1_500
_MOST = 0.15
"""Seconds for a piece: the worst that were measured took a third of that."""


def _lexed(lexer: "Lexer", code: str) -> None:
    for _ in lexer.get_tokens(code):
        pass


def wrong(name: str, chance: Random | None = None, most: int = 0) -> list[str]:
    """What takes long; with `chance` only `most` texts of all are tried."""
    lexer = Syntax("", name).lexer
    assert lexer is not None
    some = [(opening, piece) for opening in OPENINGS for piece in PIECES]
    if chance:
        some = chance.sample(some, most)
    found = []
    for opening, piece in some:
        code = opening + piece * (LONGEST_PIECE // len(piece))
        if piece.isspace():  # as much of it in a row as is highlighted
            code = (opening + piece * (199 // len(piece)) + "x") * 7
        try:
            took = seconds(partial(_lexed, lexer, code), 1.0)
        except TooLongError:
            took = 1.0
        if took > _MOST:
            found.append(f"{opening!r} and {piece!r}: {took:.2f} s")
    return found
