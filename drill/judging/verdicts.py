"""Checks a program's reply: a verdict counts only with a quote from the user's words."""

import re
import unicodedata
from collections.abc import Sequence

from drill.assistant_reply import ReplyError, json_object, objects, text_of
from drill.model import KeyPoint, Mark
from drill.model.marks import Mistake, Proposal, Verdict
from drill.text import printable_line

_QUOTE_LIMIT = 400  # characters kept of a quote
_REASON_LIMIT = 300  # and of a reason or a question
_MISTAKES_LIMIT = 5

# Scripts without spaces are compared by character, all others by word. Punctuation counts if it
# reverses a statement: "x < 1" is no quote from "x > 1", nor "5" from "-5".
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_SIGN = r"!=|-(?=\s*\d)|[+<=>~¬±×÷≠≤≥→⇒]"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|{_SIGN}")
_CUT = re.compile(r"\.{3,}|…")


def read_proposal(reply: str, points: Sequence[KeyPoint], words: str) -> Proposal:
    """The proposal in `reply` for `words`, an answer to a question with `points`.

    Raises ReplyError for any other form, and unless there is exactly one verdict for each point.
    """
    document = json_object(reply, ["verdicts", "wrong", "follow_up"])
    keys = ["number", "quote", "lacks", "mark"]
    verdicts: dict[int, Verdict] = {}
    for entry in objects(document["verdicts"], keys, "verdicts"):
        number = entry["number"]
        if type(number) is not int or not 1 <= number <= len(points) or number in verdicts:
            raise ReplyError("verdicts are not numbered as the points are")
        verdicts[number] = _verdict(entry, points[number - 1], words)
    if len(verdicts) < len(points):
        raise ReplyError("not every point has a verdict")
    mistakes = objects(document["wrong"], ["quote", "why"], "wrong")[:_MISTAKES_LIMIT]
    return Proposal(
        tuple(verdicts[number] for number in sorted(verdicts)),
        tuple(_mistake(entry, words) for entry in mistakes),
        _line(document["follow_up"], "follow_up", _REASON_LIMIT),
    )


def is_quoted(quote: str, words: str) -> bool:
    """Whether `words` contain `quote`, regardless of case, spaces and most punctuation.

    For a quote with an ellipsis, they must contain its pieces in order.
    """
    said = _folded(words)
    pieces = [piece for piece in map(_folded, _CUT.split(quote)) if piece.strip()]
    at = 0
    for piece in pieces:
        start = said.find(piece, at)
        if start < 0:
            return False
        at = start + len(piece) - 1  # the space after a word is the one before the next
    return bool(pieces)


def _verdict(entry: dict[str, object], point: KeyPoint, words: str) -> Verdict:
    try:
        mark = Mark(text_of(entry["mark"], "a mark"))
    except ValueError as error:
        raise ReplyError("a mark is not said, partly or missed") from error
    quote = text_of(entry["quote"], "a quote")
    lacks = _line(entry["lacks"], "lacks", _REASON_LIMIT)
    if mark is Mark.MISSED:
        return Verdict(mark, lacks=lacks)
    supported = is_quoted(quote, words) and _weighs(quote, point)
    return Verdict(mark, _line(quote, "a quote", _QUOTE_LIMIT), lacks, supported)


def _weighs(quote: str, point: KeyPoint) -> bool:
    """Whether a quote can support a point: a single word must be a word of the point.

    "Paris" supports the point "Paris"; "the" is in every answer and supports nothing.
    """
    said = [token for token in _folded(quote).split() if token[0].isalnum()]
    return len(said) > 1 or (bool(said) and said[0] in _folded(point.text).split())


def _mistake(entry: dict[str, object], words: str) -> Mistake:
    quote = text_of(entry["quote"], "a quote")
    why = _line(entry["why"], "why", _REASON_LIMIT)
    return Mistake(_line(quote, "a quote", _QUOTE_LIMIT), why, is_quoted(quote, words))


def _line(value: object, name: str, limit: int) -> str:
    """The text `value` as one printable line of at most `limit` characters."""
    text = " ".join(printable_line(text_of(value, name)).split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _folded(text: str) -> str:
    """The words of `text` in order, case folded, with a space before and after each."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("−", "-")
    return f" {' '.join(_TOKEN.findall(folded))} "
