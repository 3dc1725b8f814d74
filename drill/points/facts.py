"""A fact: a sentence, an item, a row or a joined list of an answer that could be a point."""

from dataclasses import dataclass
from enum import Enum, auto

from drill.points.blocks import Block


class Origin(Enum):
    """What a fact was in the answer."""

    SENTENCE = auto()
    ITEM = auto()
    ROW = auto()
    JOINED = auto()


@dataclass(slots=True)
class Fact:
    """One candidate: masked text in point form, not yet short; `at` orders them.

    `block` is the place of its block, `nth` its sentence there, from 0. The flags are reasons to
    prefer other facts: it is `led` by an unresolved pronoun, `continues` the sentence
    before, was `announced` with a colon, is `half` of a sentence, or an `aside`.
    """

    text: str
    origin: Origin
    at: int
    block: int
    nth: int = 0
    label: str = ""
    led: bool = False
    continues: bool = False
    announced: bool = False
    half: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where facts come from, and what goes before the first of them."""

    block: Block
    origin: Origin
    prefix: str = ""
    label: str = ""
    aside: bool = False
