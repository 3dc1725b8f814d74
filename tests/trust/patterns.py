"""All regular expressions of drill, each with texts that may make it go back and forth."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import drill
from tests.trust.timing import OPENINGS, PIECES, growth

SIZE = 12_000
_LITERAL = re.compile(r"\\(.)|([^\\|()\[\]{}?*+.^$])")
_ANYWHERE = frozenset(("search", "sub", "subn", "findall", "finditer", "split"))
_CALLS = _ANYWHERE | {"match", "fullmatch"}


@dataclass(frozen=True, slots=True)
class Named:
    """A regular expression of a module, with the methods that are called of it.

    `name` is its variable, or the line of the call that it is written into.
    """

    module: str
    name: str
    pattern: re.Pattern[str]
    uses: frozenset[str]

    def __str__(self) -> str:
        return f"{self.module.removeprefix('drill.')}.{self.name}"

    def work(self, text: str) -> None:
        """Do with it what drill does."""
        if not self.uses or self.uses & _ANYWHERE:
            for _ in self.pattern.finditer(text):
                pass
        if not self.uses or "match" in self.uses:
            self.pattern.match(text)
        if not self.uses or "fullmatch" in self.uses:
            self.pattern.fullmatch(text)


@cache
def everyone() -> tuple[Named, ...]:
    """The compiled expressions of all modules, each once, and those written into a call."""
    found: dict[int, Named] = {}
    everywhere = "\n".join(
        path.read_text("utf-8") for path in Path(drill.__path__[0]).rglob("*.py")
    )
    for module in pkgutil.walk_packages(drill.__path__, "drill."):
        if module.name.endswith("keys_windows"):
            continue
        imported = importlib.import_module(module.name)
        own = Path(str(imported.__file__)).read_text("utf-8")
        for name, pattern in vars(imported).items():
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                where = own if name.startswith("_") else everywhere
                uses = frozenset(re.findall(rf"\b{name}\.([a-z]+)\b", where))
                found.setdefault(id(pattern), Named(module.name, name, pattern, uses))
    return (*found.values(), *_inline())


def _inline() -> Iterator[Named]:
    """The expressions that are written into a call, as in `re.sub(r"...", ...)`, by their line."""
    root = Path(drill.__path__[0])
    for path in sorted(root.rglob("*.py")):
        module = ".".join(path.relative_to(root.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=use),
                    args=[ast.Constant(value=str(pattern)), *_],
                ) if use in _CALLS:
                    name = str(node.lineno)
                    yield Named(module, name, re.compile(pattern), frozenset((use,)))


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Openings and pieces: those of `timing`, and what the expression itself is made of."""
    own = list(dict.fromkeys(one or other for one, other in _LITERAL.findall(pattern.pattern)))
    own = [each for each in own if each.isprintable()][:24]
    pieces = [
        *own,
        *(f"{each} " for each in own[:12]),
        *(one + other for one, other in pairwise(own)),
    ]
    words = re.findall(r"[^\W\d_]{3,}", pattern.pattern)[:4]
    for piece in (" ", "\t", "\n", " \n", "a", "1", "a ", "*", *pieces, *PIECES):
        for opening in ("", *words[:1], *(f"{word} " for word in words[:1]), *own[:3]):
            yield opening, piece
    for opening in OPENINGS:
        for piece in (" ", "a", "\\", "[", *own[:6]):
            yield opening, piece


def wrong(named: Named, chance: Random | None = None, most: int = 0, size: int = SIZE) -> list[str]:
    """What takes more than linear time; with `chance` only `most` texts of all are tried."""
    some = list(dict.fromkeys(texts(named.pattern)))
    if chance:
        some = chance.sample(some, min(most, len(some)))
    work: Callable[[str], object] = named.work
    found = []
    for opening, piece in some:
        if said := growth(work, opening, piece, size):
            found.append(said)
            if len(found) == 2:
                break
    return found
