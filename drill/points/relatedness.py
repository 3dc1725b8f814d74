"""Whether a point has anything to do with an answer."""

from drill.points.content import overlap, stems
from drill.points.languages import language_of

_LEAST = 0.3  # of the point's content words: own points have .5 and more, foreign ones .2 and less


def related(point: str, answer: str) -> bool:
    """Whether enough content words of `point` are in `answer`; Chinese goes by character."""
    language = language_of(f"{answer}\n{point}")
    return overlap(stems(point, language), stems(answer, language)) >= _LEAST
