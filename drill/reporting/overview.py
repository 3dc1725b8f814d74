"""What is known of a group of questions, such as a deck or a tag, in one row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drill.model import Knowledge


@dataclass(frozen=True, slots=True)
class Overview:
    """How many questions a group has, how many were asked, and how they are covered.

    `coverage` is the mean of the last answers, 0 to 1, None where nothing was asked; `example` says
    that the group is a deck that comes with drill.
    """

    id: str
    title: str
    questions: int
    asked: int
    coverage: float | None
    example: bool = False


def overview(
    id_: str,
    title: str,
    keys: Sequence[str],
    known: Mapping[str, Knowledge],
    *,
    example: bool = False,
) -> Overview:
    """The row of the questions `keys`, of which the history says what is `known`."""
    seen = [known[key].coverage for key in keys if key in known]
    coverage = sum(seen) / len(seen) if seen else None
    return Overview(id_, title, len(keys), len(seen), coverage, example)
