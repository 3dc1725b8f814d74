r"""Rewrites regular expressions of many words so that `re` matches them fast.

`re` tries the words of `is|are|allows?|adds` one by one at every place; of `is|a(?:re|llows?|dds)`
it tries two, and of `\b(?=[ia])(?:…)` none where a word begins with another letter. All match the
same texts, with the same preference between two words.
"""

import re
from collections.abc import Callable, Iterable
from itertools import chain

_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()|]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[:>]))?")
_CAPTURE = re.compile(r"\((?!\?)|\(\?P<")
_MANY = 5
"""First letters; to try fewer costs no more than to look at the next letter."""
_QUANTIFIERS = frozenset("*+?{")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*+,?+\d*+\})[?+]?")


def branched(pattern: str) -> str:
    """`pattern` with its words gathered by first letter; for matching without regard to case."""
    return "|".join(_gathered(alternatives_of(pattern, 0, _gathered)[0]))


def alternatives_of(
    pattern: str, at: int, inner: Callable[[list[list[str]]], Iterable[str]]
) -> tuple[list[list[str]], int]:
    """The alternatives from `at` to the end of their group, as atoms, and the place of that end.

    An inner group is one atom, with its alternatives as `inner` writes them.
    """
    alternatives: list[list[str]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            alternatives.append([])
            at += 1
            continue
        if group := _GROUP.match(pattern, at):
            inside, end = alternatives_of(pattern, group.end(), inner)
            atom, at = f"{group[0]}{'|'.join(inner(inside))})", end + 1
        else:
            one = _ATOM.match(pattern, at)
            atom, at = (one[0], one.end()) if one else ("", len(pattern))
        if pattern[at : at + 1] in _QUANTIFIERS and (quantifier := _QUANTIFIER.match(pattern, at)):
            atom, at = atom + quantifier[0], quantifier.end()
        alternatives[-1].append(atom)
    return alternatives, at


def _gathered(alternatives: Iterable[list[str]]) -> list[str]:
    """`alternatives`, each a list of atoms, grouped by their first letter.

    Words change places only with words of other letters, which cannot match at the same place. An
    alternative that begins with anything else keeps its place, and so do capturing groups.
    """
    result: list[str] = []
    words: dict[str, list[list[str]]] = {}
    for atoms in [*chain.from_iterable(map(_spread, alternatives)), None]:
        if atoms and _is_letter(atoms[0]) and not any(map(_captures, atoms)):
            words.setdefault(atoms[0].lower(), []).append(atoms[1:])
            continue
        for letter, rests in words.items():
            inside = _gathered(rests) if len(rests) > 1 else ["".join(rests[0])]
            rest = f"(?:{'|'.join(inside)})" if len(inside) > 1 else inside[0]
            result.append(letter + rest)
        words = {}
        if atoms is not None:
            result.append("".join(_with_first_letters(atoms)))
    return result


def _with_first_letters(atoms: list[str]) -> list[str]:
    """`atoms`, with a look at the next letter between the edge of a word and many words."""
    if len(atoms) < 2 or atoms[0] != r"\b" or not atoms[1].startswith("(?:"):
        return atoms
    words, end = alternatives_of(atoms[1], len("(?:"), as_written)
    starts = [word[0] if word else "" for word in words]
    if end < len(atoms[1]) - 1 or len(words) < _MANY or not all(map(_is_letter, starts)):
        return atoms
    return [r"\b", f"(?=[{''.join(starts)}])", *atoms[1:]]


def as_written(alternatives: Iterable[list[str]]) -> Iterable[str]:
    """The alternatives of an inner group, unchanged."""
    return map("".join, alternatives)


def _spread(atoms: list[str]) -> list[list[str]]:
    """An alternative such as `(?:is|are) not` as one alternative for each word of its group."""
    if not atoms or not atoms[0].startswith("(?:") or not atoms[0].endswith(")"):
        return [atoms]
    words, _ = alternatives_of(atoms[0], len("(?:"), _gathered)
    if not all(word and _is_letter(word[0]) for word in words) or any(map(_captures, atoms)):
        return [atoms]
    return [[*word, *atoms[1:]] for word in words]


def _is_letter(atom: str) -> bool:
    return len(atom) == 1 and atom.isalpha()


def _captures(atom: str) -> bool:
    return "(" in atom and _CAPTURE.search(atom) is not None
