"""The lexers that highlight code, each with code that may make it go back and forth."""

from functools import partial
from random import Random
from typing import TYPE_CHECKING

from rich.syntax import Syntax

from drill.terminal import highlighting
from tests.trust.timing import OPENINGS, PIECES, TooLongError, seconds

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LONGEST_PIECE = 1_500
LONGEST_LINE = 480
_MOST = 0.15
"""Seconds for a piece: the worst that were measured took a third of that."""
_NAME = "a "
_C = ("a //\\\n", "//\\\n", "/\\\n*", "#if 0\n", 'R"a(', "\\u0061", "a::", "0x1p'")
_SHELL = ("<<a\n", "<<-\\a ", "$((", "${a:-", "$(", "$'\\\\", "case a in ", "a@b:", "$ ", "\\\n")
_SCRIPT = ("`${", "/[a", "=>", "a?.", "</a>", "<a b={", "0b1_", "async ", "import a from '")
OWN = {
    "bash": _SHELL,
    "console": _SHELL,
    "docker": (*_SHELL, "RUN ", "ENV a=b \\\n", "FROM a AS "),
    "c": _C,
    "cpp": _C,
    "java": ("a[]", "a<b> ", "@a\n", "class a ", '"""\n', "'\\u", "0x1p"),
    "kotlin": ("${", "@a ", "fun a", "`a`", "a?.", '"""$'),
    "go": ("`", "'\\x", "0x_", "func (", "[]"),
    "rust": ('r#"', "b'", "'a ", "/*!", "#![", "0b_", "r#a"),
    "php": ("<?php ", "<<<a\n", "{$a[", "?>", "$$", "\\a", "#["),
    "ruby": ("<<~a\n", "%q{", "%w[", "#{", "?a", ":a", "/a", "=begin\n", "%Q("),
    "python": ("f'{", 'rf"', "\\N{", "%(a)s", "{!r:", "0_", "@a\n", "import a as "),
    "pycon": (
        ">>> ",
        "... ",
        '  File "a", line 1',
        '  File "a", line 1, in\n',
        "Traceback (most recent call last):\n",
        "a: b\n",
    ),
    "r": ("`a`", "%a%", "1e-", "function(", "..1", "NA_"),
    "sql": ("--a\n", "'a''", "/*", "$a$", '"a', "BEGIN "),
    "yaml": ("- ", "a: ", "|\n", "&a ", "*a ", "!a ", "? ", "{a: ", "%a\n", "'a''", "---\n"),
    "toml": ("[[a]]\n", "a.b=", "'''", '"\\u', "1_0"),
    "json": ('"\\u', "[{", "1e", "//"),
    "http": ("GET / HTTP/1.1\n", "a: b\n", "Content-Type: text/html\n\n<", "HTTP/1.1 200 a\n"),
    "html": ("<script>", "<style>", "<!--", "<a b='", "&a", "</script ", "<?"),
    "xml": ("<a b='", "<!--", "<?", "&a;", "]]>", "<![CDATA["),
    "css": ("a{b:", "@media ", "url(", "#a", "/*", "a:not(", "\\61 ", "!important"),
    "lua": ("[==[", "--[[", "a.b:", "'\\z", "::a::", "goto "),
    "diff": ("@@ -1 +1 @@\n", "+a\n", "-a\n", "Index: a\n", "diff a\n"),
    **dict.fromkeys(("javascript", "typescript", "jsx", "tsx"), _SCRIPT),
}
"""What is special in each language: its quotes, escapes, comments, and what opens nested code."""


def _lexed(lexer: "Lexer", code: str) -> None:
    for _ in lexer.get_tokens(code):
        pass


def wrong(name: str, chance: Random | None = None, most: int = 0) -> list[str]:
    """What takes long; with `chance` only `most` texts of all are tried, and the own pieces."""
    lexer = Syntax("", name).lexer
    assert lexer is not None
    own = OWN[name]
    some = [(opening, piece) for opening in (*OPENINGS, _NAME, *own) for piece in (*PIECES, *own)]
    some += [("", first + second) for first in own for second in own]
    if chance:
        some = [
            *((opening, piece) for opening in ("", _NAME) for piece in own),
            *chance.sample(some, most),
        ]
    found = []
    for opening, piece in some:
        code = _code(opening, piece)
        if highlighting.lexer(name, code) == highlighting.PLAIN:
            continue
        try:
            took = seconds(partial(_lexed, lexer, code), 1.0)
        except TooLongError:
            took = 1.0
        if took > _MOST:
            found.append(f"{opening!r} and {piece!r}: {took:.2f} s")
    return found


def _code(opening: str, piece: str) -> str:
    """The piece again and again, in lines as long and with gaps as wide as are highlighted."""
    blank = piece.isspace()
    line = piece * ((199 if blank else LONGEST_LINE) // len(piece)) + ("x" if blank else "\n")
    return (opening + line * LONGEST_PIECE)[:LONGEST_PIECE]
