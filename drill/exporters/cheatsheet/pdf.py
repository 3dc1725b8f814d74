"""A cheat sheet as PDF: the whole sheet, or the part that fits on a number of pages."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drill.errors import DrillError
from drill.exporters.cheatsheet import fill
from drill.exporters.cheatsheet.content import Card, Sheet
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.typesetting import Heights, Job, least_gap
from drill.exporters.typeset import Pdf
from drill.reporting.humanize import counted
from drill.reporting.sheet_ranking import Rank

_STEP = 0.5  # of sizes of type
_MOST_NEW_LINES = 1.03  # the most growth in lines for larger type to count as unwrapped
_NEARLY_EMPTY = 0.2  # of a page: with less on it, the type grows even if lines wrap
_FULL = 0.95  # of the pages: a larger share looks full
_NARROWEST = 20  # the least width of a column, in sizes of its type
_MOST_AIR = 0.24  # between lines, a share of the size of type
_LEAST_AIR = 0.02
_LINE = 0.65  # the height of a line without its leading, a share of the size
_FEW_PAGES = 4  # more pages are not viewed side by side, nor enlarged
_HALVINGS = 3  # of the white space, until the last columns differ by a quarter at most
_HALVINGS_OF_FEW = 6  # until they differ by a line or two
_HALF = 0.5  # of a column; an emptier one looks unfinished
_FEW_CARDS = 0.6  # of a page: with more there is no room for larger type
_LARGEST_SINGLE = 13.0
_WIDE_MARGIN = 60.0  # points: a line of the largest type is then some 70 letters long
_SINGLE_AIR = 0.12
_LONGEST = 15_000
"""Characters of a card, ten times the longest shipped: a longer one is laid out once, not eight
times for columns that end alike, for each layout may take half a second."""
_TRIES = 6  # a column of many cards can be a line higher than the sum of their heights


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as PDF, and the number of questions on it."""

    pdf: Pdf
    carried: int


def pdf(sheet: Sheet, form: Form, step: Callable[[], None], *, numbered: bool) -> Filled:
    """The whole sheet as a PDF on as many pages as necessary, with columns of equal height.

    `numbered` gives each question a number and a checkbox. `step` is called after each question.
    """
    job = Job(sheet, numbered, step)
    if any(
        len(card.question) + len(card.answer) + len(card.notes) > _LONGEST for card in job.cards
    ):
        return Filled(job.typeset(form, job.last, 0.0, "", torn=True), len(job.cards))
    measured = job.measure(form, job.last)
    tallest = max(card.heights[0] + card.heading for card in measured.cards)
    if sheet.has_answers or tallest > form.height - measured.room.head:
        return Filled(_flowing(job, form), len(job.cards))
    shown = dict.fromkeys(range(len(job.cards)), 0)
    pages = 1
    while not fill.fits(measured.cards, shown, measured.on(pages, form), form.height):
        pages += 1
    while (made := _whole(job, form, pages, measured)) is None:
        pages += 1
    return Filled(made.pdf, len(job.cards))


def fitted(
    sheet: Sheet, form: Form, pages: int, step: Callable[[], None], *, numbered: bool
) -> Filled:
    """As much of the sheet as fits on `pages` pages, at least 1, as a PDF.

    A complete sheet takes fewer pages if it would leave a column half empty.
    `fill.chosen` selects the content. The sheet says how much is left out, and which command prints
    it. Raises DrillError if not even one question fits.
    """
    total = len(sheet.cards)
    most = pages * form.columns * form.height / (form.size * (_LINE + least_gap(numbered=numbered)))
    job = Job(_best(sheet, math.ceil(most)), numbered, step)
    ranked = sorted(range(len(job.cards)), key=lambda at: _worth(job.cards[at]))

    dense = replace(form, dense=True)
    # Most questions of a large deck are left out: only those that would be opened are measured
    # at each of their stages.
    opened = job.measure(dense, dict.fromkeys(job.last, 0), job.left_out({}, total))
    room = opened.on(pages, dense)
    kept = fill.chosen(opened.cards, ranked, room, form.height)
    measured = job.grown(dense, opened, kept)
    for lines_spared in range(_TRIES):
        height = form.height - lines_spared * form.size
        shown = fill.chosen(measured.cards, ranked, room, height)
        if not shown:
            break
        if not (left_out := job.left_out(shown, total)) and (whole := _spread(job, form, pages)):
            return Filled(whole, total)
        unused = height - fill.balanced(measured.cards, shown, room, height)
        made = job.typeset(dense, shown, unused, left_out)
        if made.pages <= pages:
            return Filled(made, len(shown))
    raise DrillError(f"nothing fits on {counted(pages, 'page')}", "allow more with --pages")


def _spread(job: Job, form: Form, pages: int) -> Pdf | None:
    """All cards on `pages` pages, or on fewer if they cannot fill them."""
    measured = job.measure(form, job.last)
    for count in range(pages, 0, -1):
        tried = [_whole(job, form, count, measured)]
        if count > 1 and form.adapts:
            tried.append(_one_column(job, form, count))
        for made in tried:
            if made and (made.least >= _HALF or count == 1):
                return made.pdf
    return None


@dataclass(frozen=True, slots=True)
class _Laid:
    """Pages, and how far down their emptiest column is filled, 0 to 1."""

    pdf: Pdf
    least: float = 1.0


def _whole(job: Job, form: Form, pages: int, measured: Heights) -> _Laid | None:
    """All cards on `pages` pages, with the largest type and line spacing that fit.

    `measured` holds the heights at the form's own size. None if the cards do not fit.
    """
    if pages == 1 and (made := _single(job, form, measured)):
        return _Laid(made)
    share = _share(form, pages, measured)
    most = _MOST_NEW_LINES if share > _NEARLY_EMPTY else math.inf
    size = _largest(form, share)
    base, lines = form, measured.lines(form)
    while size > form.size:
        larger = replace(form, size=size)
        again = job.measure(larger, job.last)
        fits = _share(larger, pages, again) <= 1
        if fits and again.lines(larger) <= lines * most:
            base, measured, share = larger, again, _share(larger, pages, again)
            break
        size -= _STEP
    if form.largest > form.size and share < _FULL:
        airy = replace(base, air=_MOST_AIR)
        wanted = _share(airy, pages, job.measure(airy, job.last))
        air = _MOST_AIR * min(1.0, (1 - share) / max(wanted - share, 0.01))
        while air > _LEAST_AIR:
            airy = replace(base, air=air)
            if laid := _laid_out(job, airy, pages, job.measure(airy, job.last)):
                return laid
            air *= 0.8
    return _laid_out(job, base, pages, measured)


def _single(job: Job, form: Form, measured: Heights) -> Pdf | None:
    """All cards on one page in one column of large type; None if there are too many."""
    if not form.adapts or measured.total(form, 1) > _FEW_CARDS:
        return None
    for larger in _single_forms(form, form.largest):
        made = job.typeset(larger, job.last, 0.0, "", torn=True)
        if made.pages == 1:
            return made
    return None


def _one_column(job: Job, form: Form, pages: int) -> _Laid | None:
    """All cards on `pages` pages of one column of large type; None if they do not fit."""
    for larger in _single_forms(form, form.size):
        if laid := _laid_out(job, larger, pages, job.measure(larger, job.last)):
            return laid
    return None


def _single_forms(form: Form, least: float) -> Iterator[Form]:
    """The form with one column of large type, the largest first, down to the size `least`."""
    form = replace(form, columns=1, margin=_WIDE_MARGIN, air=_SINGLE_AIR)
    size = _LARGEST_SINGLE
    while size >= least:
        yield replace(form, size=size)
        size -= _STEP


def _largest(form: Form, share: float) -> float:
    """The size of type at which the cards, which take this share of the columns, fill them."""
    size = min(form.largest, form.size / math.sqrt(share), form.column / _NARROWEST)
    return size - size % _STEP


def _share(form: Form, pages: int, measured: Heights) -> float:
    """The share of the columns that all cards take; above 1 if they do not fit."""
    shown, height = dict.fromkeys(range(len(measured.cards)), 0), 2 * form.height
    room = measured.on(pages, form)
    return fill.balanced(measured.cards, shown, room, height) / form.height


def _laid_out(job: Job, form: Form, pages: int, measured: Heights) -> _Laid | None:
    """All cards on `pages` pages in columns of equal height; None if they do not fit."""
    shown, room = dict.fromkeys(range(len(job.cards)), 0), measured.on(pages, form)
    for lines_spared in range(_TRIES):
        height = form.height - lines_spared * form.size
        if not fill.fits(measured.cards, shown, room, height):
            break
        used = fill.balanced(measured.cards, shown, room, height)
        made = job.typeset(form, job.last, height - used, "")
        if made.pages <= pages:
            ends = fill.ends(measured.cards, shown, room, used) or [0.0]
            return _Laid(made, min(ends) / form.height)
    return None


def _flowing(job: Job, form: Form) -> Pdf:
    """All cards as text that flows from column to column.

    The columns are shortened until a page would be added, so that those of the last page end alike.
    On a few pages the type is as large as possible.
    """
    made = job.typeset(form, job.last, 0.0, "", torn=True)
    pages = made.pages
    if pages <= _FEW_PAGES:
        measured = job.measure(form, job.last)
        if pages == 1 and (one := _single(job, form, measured)):
            return one
        share = measured.total(form, pages)
        size = _largest(form, share)
        while size > form.size:
            larger = replace(form, size=size)
            if (again := job.typeset(larger, job.last, 0.0, "", torn=True)).pages <= pages:
                form, made = larger, again
                break
            size -= _STEP
    low, high = 0.0, form.height / pages
    for _ in range(_HALVINGS_OF_FEW if pages <= _FEW_PAGES else _HALVINGS):
        middle = (low + high) / 2
        again = job.typeset(form, job.last, middle, "", torn=True)
        low, high, made = (middle, high, again) if again.pages <= pages else (low, middle, made)
    return made


def _worth(card: Card) -> tuple[Rank, bool, float]:
    """The sort key of cards for limited space; in each rank, cards with only a title come last."""
    below = card.points or card.answer or card.formula or card.code or card.blanks
    return card.rank, not below, card.place


def _best(sheet: Sheet, count: int) -> Sheet:
    """The sheet with the `count` best-ranked cards; no more can fit on its pages."""
    ranked = sorted(enumerate(sheet.cards), key=lambda numbered: _worth(numbered[1]))
    kept = {at for at, _ in ranked[:count]}
    topics, at = [], 0
    for topic in sheet.topics:
        cards = tuple(card for number, card in enumerate(topic.cards, at) if number in kept)
        at += len(topic.cards)
        if cards:
            topics.append(replace(topic, cards=cards))
    return replace(sheet, topics=tuple(topics))
