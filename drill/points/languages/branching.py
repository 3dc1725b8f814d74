"""Regular expressions of many words, written so that the next letter decides which are tried.

`re` tries the words of `is|are|allows?|adds` one by one wherever one could begin; of
`is|a(?:re|llows?|dds)` it tries two. Both match the same, and prefer the same of two words.
"""

import re
from collections.abc import Sequence

_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()|]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]))?")
_CAPTURE = re.compile(r"\((?!\?)|\(\?P<")
_QUANTIFIERS = frozenset("*+?{")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")


def branched(pattern: str) -> str:
    """`pattern`, which is matched without regard to case, with its words gathered by letter."""
    return "|".join(_read(pattern, 0)[0])


def _read(pattern: str, at: int) -> tuple[list[str], int]:
    """The alternatives from place `at` up to the end of their group, and where that is."""
    alternatives: list[list[str]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            alternatives.append([])
            at += 1
            continue
        if group := _GROUP.match(pattern, at):
            inside, end = _read(pattern, group.end())
            atom, at = f"{group[0]}{'|'.join(inside)})", end + 1
        else:
            one = _ATOM.match(pattern, at)
            atom, at = (one[0], one.end()) if one else ("", len(pattern))
        if pattern[at : at + 1] in _QUANTIFIERS and (quantifier := _QUANTIFIER.match(pattern, at)):
            atom, at = atom + quantifier[0], quantifier.end()
        alternatives[-1].append(atom)
    return _gathered(alternatives), at


def _gathered(alternatives: Sequence[Sequence[str]]) -> list[str]:
    """`alternatives`, each a list of atoms, with those of one first letter in a group.

    Words change places only with words of other letters, of which no text has both; an alternative
    that begins with anything else keeps its place, and so do the groups that capture.
    """
    result: list[str] = []
    words: dict[str, list[Sequence[str]]] = {}
    for atoms in [*alternatives, None]:
        if atoms and len(atoms[0]) == 1 and atoms[0].isalpha() and not any(map(_captures, atoms)):
            words.setdefault(atoms[0].lower(), []).append(atoms[1:])
            continue
        for letter, rests in words.items():
            inside = _gathered(rests) if len(rests) > 1 else ["".join(rests[0])]
            rest = f"(?:{'|'.join(inside)})" if len(inside) > 1 else inside[0]
            result.append(letter + rest)
        words = {}
        if atoms is not None:
            result.append("".join(atoms))
    return result


def _captures(atom: str) -> bool:
    return "(" in atom and _CAPTURE.search(atom) is not None
