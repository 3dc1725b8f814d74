"""A fact: a sentence, item, row or joined list of an answer that could become a point."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypedDict

from drill.points.blocks import Block


class Origin(Enum):
    """The form of a fact in the answer."""

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


class Flags(TypedDict, total=False):
    """The flags of a fact that its sentence decides, and not its place."""

    led: bool
    continues: bool
    announced: bool
    half: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The block that facts come from, and the prefix of the first one."""

    block: Block
    origin: Origin
    prefix: str = ""
    label: str = ""
    aside: bool = False
