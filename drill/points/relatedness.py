"""Whether a point has anything to do with an answer."""

from drill.points.content import overlap, stems
from drill.points.languages import language_of

_LEAST = 0.25  # of the content words; a point shares at least .5 with its answer, .1 with others


def related(point: str, answer: str) -> bool:
    """Whether enough content words (in Chinese, pairs of characters) of `point` are in `answer`."""
    language = language_of(f"{answer}\n{point}")
    return overlap(stems(point, language), stems(answer, language)) >= _LEAST
