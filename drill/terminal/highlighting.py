"""Safe syntax highlighting: lexers of measured speed, on code of limited size.

A deck chooses the language of a fence, and some Pygments lexers backtrack exponentially: `fancy`
takes over a second for 34 backslashes, and twice that for 35. The lexers listed here are at worst
quadratic and get the code in pieces, so the total is linear; `tests/trust/test_time.py` measures
them.
"""

import re
from collections.abc import Iterator

LEXERS = frozenset(
    "bash c console cpp css diff docker go html http java javascript json jsx kotlin lua "
    "php pycon python r ruby rust sql toml tsx typescript xml yaml".split()
)
_OTHER_NAMES = {
    "c++": "cpp",
    "cc": "cpp",
    "dockerfile": "docker",
    "golang": "go",
    "h": "c",
    "hpp": "cpp",
    "htm": "html",
    "js": "javascript",
    "node": "javascript",
    "patch": "diff",
    "py": "python",
    "python3": "python",
    "rb": "ruby",
    "rs": "rust",
    "s": "r",
    "sh": "bash",
    "shell": "bash",
    "svg": "xml",
    "ts": "typescript",
    "udiff": "diff",
    "yml": "yaml",
    "zsh": "bash",
}
LONGEST = 10_000
"""The most characters of highlighted code: longer code is plain."""
_PIECE = 1_500
"""Characters per lexer run; the worst input found took 0.1 s."""
_GAP = 200
"""Whitespace in a row that code never has: `c` takes 0.2 s for 1,500 tabs."""
_LINE = 500
"""Characters of a line: `console` takes 0.2 s to look for the prompt in 1,500."""
_IN_SHELLS = re.compile(r"\$'")
_IN_C = re.compile(r"^(?=.*//).*\\\r?$", re.MULTILINE)
_IN_TRACEBACK = re.compile(r'^  File "(?![^"\n]+", line \d+(?:, in .+)?$)', re.MULTILINE)
_ENDLESS = {"bash": _IN_SHELLS, "console": _IN_SHELLS, "docker": _IN_SHELLS}
_ENDLESS |= {"c": _IN_C, "cpp": _IN_C, "pycon": _IN_TRACEBACK}
"""What a lexer may never finish.

A shell's doubles its time with each pair of backslashes in a quote that stays open, those of C with
each comment that goes on in the next line; `pycon` stays at a place in a file that it cannot read.
"""
PLAIN = "text"


def lexer(language: str, code: str) -> str:
    """The lexer for `code` in a fence of `language`; PLAIN if none is safe."""
    name = language.lower()
    name = _OTHER_NAMES.get(name, name)
    if name not in LEXERS or not _is_measured(code):
        return PLAIN
    return PLAIN if name in _ENDLESS and _ENDLESS[name].search(code) else name


def _is_measured(code: str) -> bool:
    """Whether the code, its lines and its gaps are within the lengths that were measured."""
    return (
        len(code) <= LONGEST
        and max(map(len, code.split("\n"))) <= _LINE
        and max(map(len, re.findall(r"\s+", code)), default=0) < _GAP
    )


def pieces(code: str) -> Iterator[str]:
    """`code` in pieces of whole lines, each for a lexer run of its own."""
    piece: list[str] = []
    length = 0
    for line in code.split("\n"):
        length += len(line) + 1
        if piece and length > _PIECE:
            yield "\n".join(piece)
            piece, length = [], len(line) + 1
        piece.append(line)
    yield "\n".join(piece)
