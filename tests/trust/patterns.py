"""All regular expressions of drill, each with texts that may make it go back and forth."""

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
from tests.trust.pattern_calls import compiled_at_import, pattern_calls
from tests.trust.timing import CLOSING, OPENINGS, PIECES, growth

SIZE = 12_000
ALWAYS = 7
_LITERAL = re.compile(r"\\(.)|([^\\|()\[\]{}?*+.^$])")
_ANYWHERE = frozenset(("search", "sub", "subn", "findall", "finditer", "split"))


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
    found: list[Named] = []
    everywhere = "\n".join(
        path.read_text("utf-8") for path in Path(drill.__path__[0]).rglob("*.py")
    )
    for module in pkgutil.walk_packages(drill.__path__, "drill."):
        if module.name.endswith("keys.windows"):
            continue
        imported = importlib.import_module(module.name)
        own = Path(str(imported.__file__)).read_text("utf-8")
        for name, value in vars(imported).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                where = own if name.startswith("_") else everywhere
                uses = frozenset(re.findall(rf"\b{name}\.([a-z]+)\b", where))
                found.append(Named(module.name, name, value, uses))
    alone = {named.pattern for named in found}
    # Of those in tables, classes and defaults nothing says which is called how.
    for call in (*compiled_at_import(), *pattern_calls()):
        if call.pattern is not None and (call.function or call.pattern not in alone):
            uses = frozenset((call.use,)) - {"compile"}
            found.append(Named(call.module, str(call.line), call.pattern, uses))
    return tuple({(named.pattern, named.uses): named for named in reversed(found)}.values())[::-1]


def unseen() -> list[str]:
    """The functions that make an expression of what only they know, so that none tries it."""
    return sorted(
        f"{call.module.removeprefix('drill.')}.{call.function}"
        for call in pattern_calls()
        if call.pattern is None
    )


def texts(pattern: str) -> Iterator[tuple[str, str, str]]:
    """Openings, pieces and closings: those of `timing`, and what the expression is made of.

    The first ALWAYS are the likeliest to take long.
    """
    own = list(dict.fromkeys(one or other for one, other in _LITERAL.findall(pattern)))
    own = [each for each in own if each.isprintable()][:24]
    for piece in (" ", "a", "ab ", *own, *(["\n"] * ALWAYS))[:ALWAYS]:
        yield "", piece, CLOSING
    pieces = [
        *own,
        *(f"{each} " for each in own[:12]),
        *(one + other for one, other in pairwise(own)),
    ]
    words = re.findall(r"[^\W\d_]{3,}", pattern)[:4]
    for closing in ("", CLOSING):
        for piece in (" ", "\t", "\n", " \n", "a", "1", "a ", "*", *pieces, *PIECES):
            for opening in ("", *words[:1], *(f"{word} " for word in words[:1]), *own[:3]):
                yield opening, piece, closing
        for opening in OPENINGS:
            for piece in (" ", "a", "\\", "[", *own[:6]):
                yield opening, piece, closing


def wrong(named: Named, chance: Random | None = None, most: int = 0, size: int = SIZE) -> list[str]:
    """What takes more than linear time; with `chance` only the first and `most` others."""
    every = list(texts(named.pattern.pattern))
    first, rest = every[:ALWAYS], every[ALWAYS:]
    some = [*first, *(chance.sample(rest, min(most, len(rest))) if chance else rest)]
    work: Callable[[str], object] = named.work
    found = []
    for opening, piece, closing in dict.fromkeys(some):
        if said := growth(work, opening, piece, size, closing):
            found.append(said)
            if len(found) == 2:
                break
    return found
