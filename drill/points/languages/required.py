"""Finds letters without which a regular expression cannot match.

Most patterns match few sentences, and to look for a word takes a tenth of the time of a search.
"""

import re
from functools import cache
from itertools import chain

from drill.points.languages.branching import alternatives_of, as_written

_GROUP = re.compile(r"\((?:\?[:>=])?(?!\?)")
"""The opening of a group whose letters are in every text that matches."""
_CLASS = re.compile(r"\[([^\]\\^-]+)\]")
_ANY = frozenset(".^$")


@cache
def required(pattern: str) -> tuple[str, ...]:
    """Texts, in lower case, of which all that `pattern` matches without regard to case have one.

    Of a pattern without such letters, the empty text, which is in all.
    """
    alternatives, _ = alternatives_of(pattern, 0, as_written)
    return tuple(dict.fromkeys(chain.from_iterable(map(_required_by, alternatives))))


def _required_by(atoms: list[str]) -> tuple[str, ...]:
    """The same of one alternative: the letters, or the group, whose shortest text is longest."""
    found: list[tuple[str, ...]] = [("",)]
    run = ""
    for atom in [*atoms, ""]:
        if len(atom) == 1 and atom not in _ANY:
            run += atom.lower()
            continue
        found.append((run,))
        run = ""
        if atom.endswith(")") and (group := _GROUP.match(atom)):
            found.append(required(atom[group.end() : -1]))
        elif signs := _CLASS.fullmatch(atom):
            found.append(tuple(signs[1].lower()))
    return max(found, key=lambda texts: min(map(len, texts)))
