"""Whether a point has anything to do with an answer."""

from drill.points.content import overlap, stems
from drill.points.languages import language_of

_LEAST = (
    0.25  # of the content words: a point shares .5 and more with its own answer, .1 with others
)


def related(point: str, answer: str) -> bool:
    """Whether enough content words of `point` are in `answer`; Chinese goes by pairs of signs."""
    language = language_of(f"{answer}\n{point}")
    return overlap(stems(point, language), stems(answer, language)) >= _LEAST
