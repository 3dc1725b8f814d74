"""Which forms the document is written in: proposals scored by how well they explain it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from drill.importer.asking import asks, names_questions
from drill.importer.extents import Found, before_headings, extend
from drill.importer.forms import proposals
from drill.importer.heads import norm
from drill.importer.numbering import regularity
from drill.importer.scene import Proposal, Scene, Start

_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One proposal on one part of the document, with its figures, each 0 to 1."""

    found: list[Found]
    asking: float
    coverage: float
    labelled: float
    score: float


def judge(scene: Scene) -> list[Found]:
    """The questions of the document in order, empty if it is no document of questions."""
    offered = list(proposals(scene))
    listed = scene.contents.listed
    asking = sum(asks(title) >= 0.6 for title in listed)
    scene.contents_ask = bool(listed) and asking >= 0.5 * len(listed)
    ink = _Ink(scene)
    first = 0
    last = len(scene.document.lines)
    best = _best(scene, offered, ink, first, last)
    if best is None or not _is_questions(scene, best):
        return []
    found = _split_tail(scene, offered, ink, best.found)
    found += _rest(scene, offered, ink, found, low=first, high=last, depth=_DEPTH)
    for each in found:
        each.end = before_headings(scene, each)
    return sorted(found, key=lambda each: each.start.line)


class _Ink:
    """How many lines of content stand before each line."""

    def __init__(self, scene: Scene) -> None:
        headings = {head.line for head in scene.all_heads if head.place == "heading"}
        self.before = [0]
        for number, line in enumerate(scene.document.lines):
            skip = (
                number < scene.document.front
                or number in scene.contents.lines
                or number in scene.noise
                or number in headings
                or not any(map(str.isalnum, line))
            )
            self.before.append(self.before[-1] + (not skip))

    def count(self, start: int, end: int) -> int:
        """The lines of content from `start` up to `end`."""
        return self.before[end] - self.before[start]


def _best(
    scene: Scene, offered: Sequence[Proposal], ink: _Ink, low: int, high: int
) -> Reading | None:
    readings = [_read(scene, proposal, ink, low, high) for proposal in offered]
    return max(
        (reading for reading in readings if reading is not None),
        key=lambda reading: reading.score,
        default=None,
    )


def _read(scene: Scene, proposal: Proposal, ink: _Ink, low: int, high: int) -> Reading | None:
    """What `proposal` explains of the lines from `low` up to `high`."""
    found = extend(scene, proposal, low, high)
    if not found:
        return None
    count = len(found)
    labelled = sum(each.start.head.label.kind == "question" for each in found) / count
    asking = sum(_asks(scene, each.start) for each in found) / count
    total = ink.count(low, high)
    covered = sum(
        max(ink.count(each.start.line, each.end), 0)
        + (ink.count(each.start.line, each.start.end) == 0)
        for each in found
    )
    coverage = min(1.0, covered / max(1, total))
    score = proposal.weight * asking * coverage**0.7 * count / (count + 0.5)
    swallowed = sum(scene.labels_between(each.start.end, each.end) for each in found)
    score *= (1 + 0.25 * labelled) * count / (count + swallowed)
    numbers = [each.start.head.number[-1] for each in found if each.start.head.number]
    if len(numbers) == count:
        score *= 0.8 + 0.4 * regularity(numbers)
    if scene.contents.titles:
        known = sum(norm(each.start.title) in scene.contents.titles for each in found)
        score *= 1 + 0.2 * min(1.0, known / count)
    return Reading(found, asking, coverage, labelled, score)


def _asks(scene: Scene, start: Start) -> float:
    if start.head.label.kind == "question":
        return 1.0
    value = start.head.asks if start.title == start.head.title else asks(start.title)
    if value < 0.8 and scene.contents_ask and norm(start.title) in scene.contents.titles:
        return 0.8
    if value < 0.8 and scene.title_asks and start.head.place == "heading":
        below = scene.below(start.head)
        if below is not None and below.asks >= 0.6:
            after = scene.following(below.leaf)
            if after is None or after.kind in {"heading", "rule"}:
                return 0.8
    return value


def _is_questions(scene: Scene, reading: Reading) -> bool:
    """Whether the best reading is good enough to call the document one of questions."""
    count = len(reading.found)
    if reading.labelled >= 0.5:
        answered = any(
            scene.answer_between(each.start.line, each.end) is not None for each in reading.found
        )
        return reading.coverage >= 0.2 and (count >= 2 or answered)
    named = scene.title_asks
    form = reading.found[0].form
    if form == "asking paragraphs":
        leaves = sum(
            len(scene.document.between(each.start.line, each.end)) for each in reading.found
        )
        return count >= 3 and reading.coverage >= 0.5 and leaves <= (8 if named else 5) * count
    if count < 3:
        return count == 2 and reading.asking >= 0.85 and reading.coverage >= (0.3 if named else 0.7)
    marked = sum(bool(each.start.head.number or each.start.head.bold) for each in reading.found)
    plain = form.startswith("headings") and marked * 2 < count and not scene.contents.titles
    least = 0.25 if named else 0.8 if plain else 0.55
    return reading.asking >= least and reading.coverage >= (0.2 if named else 0.4)


def _rest(
    scene: Scene,
    offered: Sequence[Proposal],
    ink: _Ink,
    found: list[Found],
    *,
    low: int,
    high: int,
    depth: int,
) -> list[Found]:
    """The questions in other forms on the lines that `found` leaves over."""
    more: list[Found] = []
    taken = {norm(each.start.title) for each in found}
    line = low
    for each in [*found, None]:
        end = high if each is None else each.start.line
        if end > line and ink.count(line, end) >= 3:
            best = _best(scene, offered, ink, line, end)
            if best is not None and _is_more(best, taken, ink):
                part = _split_tail(scene, offered, ink, best.found)
                more += part
                if depth:
                    more += _rest(scene, offered, ink, part, low=line, high=end, depth=depth - 1)
        if each is not None:
            line = each.end
    return more


def _is_more(reading: Reading, taken: set[str], ink: _Ink) -> bool:
    """Whether a reading of a part left over is sure enough."""
    count = len(reading.found)
    if reading.found[0].form == "asking paragraphs" or count < 2:
        return False
    known = sum(norm(each.start.title) in taken for each in reading.found)
    if known * 2 >= count:
        return False
    if reading.labelled >= 0.8:
        return True
    if count < 3 or reading.asking < 0.75:
        return False
    span = ink.count(reading.found[0].start.line, reading.found[-1].end)
    covered = sum(ink.count(each.start.line, each.end) for each in reading.found)
    return reading.coverage >= 0.5 or (count >= 6 and covered >= 0.8 * span)


def _split_tail(
    scene: Scene, offered: Sequence[Proposal], ink: _Ink, found: list[Found]
) -> list[Found]:
    """End the last answer where the document goes on in another form."""
    last = found[-1]
    size = ink.count(last.start.end, last.end)
    if len(found) < 2:
        return found
    usual = median(ink.count(each.start.end, each.end) for each in found[:-1])
    if size < 6 or size < 3 * usual:
        return found
    best = _best(scene, offered, ink, last.start.end, last.end)
    if best is None or len(best.found) < 3 or not _is_more(best, set(), ink):
        return found
    weak = ("list", "lists", "numbered l", "questions in", "answers in")
    if best.found[0].form.startswith(weak) and best.labelled < 0.8:
        return found
    cut = best.found[0].start.line
    return [*found[:-1], Found(last.start, max(cut, last.start.end), last.form)]


def title_names_questions(scene: Scene, name: str) -> bool:
    """Whether the document's own title, front matter or file name speaks of questions."""
    lines = scene.document.lines
    texts = lines[: scene.document.front]
    headings = [head.title for head in scene.all_heads if head.place == "heading"]
    texts += headings[:1] or lines[scene.document.front : scene.document.front + 5]
    return any(names_questions(text) for text in [*texts, name.replace("_", " ").replace("-", " ")])
