"""A question and its answer with the points that a good spoken answer has."""

from typing import NamedTuple


class Marked(NamedTuple):
    """A question, its answer, and its points: core ones, then those nice to hear."""

    question: str
    answer: str
    core: tuple[str, ...]
    bonus: tuple[str, ...] = ()
