"""The knowledge of a group of questions, such as a deck or a tag, in one row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drill.model import Knowledge


@dataclass(frozen=True, slots=True)
class Overview:
    """The number of questions in a group, how many were asked, and their coverage.

    `coverage` is the mean of the last answers, 0 to 1, None if nothing was asked; `self_rated` is
    the mean of the self-rated answers, which `coverage` leaves out; `example` marks a shipped deck.
    """

    id: str
    title: str
    questions: int
    asked: int
    coverage: float | None
    example: bool = False
    self_rated: float | None = None


def mean_shares(known: Iterable[Knowledge]) -> tuple[float | None, float | None]:
    """The mean coverage of the last answers, and the mean of the self-rated ones."""
    by_measure: dict[bool, list[float]] = {False: [], True: []}
    for knowledge in known:
        by_measure[knowledge.self_rated].append(knowledge.coverage)
    coverage, self_rated = (
        sum(shares) / len(shares) if shares else None for shares in by_measure.values()
    )
    return coverage, self_rated


def overview(
    id_: str,
    title: str,
    keys: Sequence[str],
    known: Mapping[str, Knowledge],
    *,
    example: bool = False,
) -> Overview:
    """The row of the questions `keys`; `known` is the knowledge of those in the history."""
    seen = [known[key] for key in keys if key in known]
    coverage, self_rated = mean_shares(seen)
    return Overview(id_, title, len(keys), len(seen), coverage, example, self_rated)
