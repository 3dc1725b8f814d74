"""Weighs a piece of text by its content words, code and numbers."""

import re
from dataclasses import dataclass

from drill.points.atoms import ATOM, Atoms
from drill.points.content import overlap, stems
from drill.points.languages import Language

_KNOWN = 0.6  # weight of a word of the question; other words weigh 1
_FEW = 2  # stems of a question; a clause may share so few by chance
_PRECIOUS = 1.6  # weight of code or a number
_ATOM = re.compile(ATOM)


def _atoms(text: str) -> list[str]:
    return [] if text.isascii() else _ATOM.findall(text)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weighs text against the stems of the question, `topic`."""

    topic: frozenset[str]
    atoms: Atoms
    language: Language

    def of(self, text: str) -> float:
        """The weight of the content of `text`."""
        total = 0.0
        for stem in stems(text, self.language):
            known = stem in self.topic
            total += _KNOWN if known else _PRECIOUS if stem.isdigit() else 1.0
        for atom in _atoms(text):
            total += _KNOWN if self.knows(atom) else _PRECIOUS
        return total

    def count(self, text: str) -> int:
        """The number of content words and masked pieces in `text`."""
        return len(stems(text, self.language)) + len(_atoms(text))

    def share_known(self, text: str) -> float:
        """The share of the content of `text` that is in the question."""
        return overlap(stems(self.atoms.restore(text), self.language), self.topic)

    def share_asked(self, text: str) -> float:
        """The share of the question that is in `text`; 0 for a question of one or two words."""
        if len(self.topic) <= _FEW:
            return 0.0
        return overlap(self.topic, stems(self.atoms.restore(text), self.language))

    def knows(self, text: str) -> bool:
        """Whether `text` has content words, all of them in the question."""
        content = stems(self.atoms.restore(text), self.language)
        return bool(content) and all(stem in self.topic for stem in content)
