"""A cheat sheet as PDF: all of it, or as much as goes on a number of pages."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from drill.errors import DrillError
from drill.exporters.cheatsheet import fill
from drill.exporters.cheatsheet.content import Sheet
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.typesetting import Heights, Job, card_gap
from drill.exporters.typeset import Pdf
from drill.reporting.humanize import counted

_STEP = 0.5  # of sizes of type
_MOST_NEW_LINES = 1.03  # where lines that were made for a size break in a larger one
_NEARLY_EMPTY = 0.2  # a page of which so little is used is set larger whatever breaks
_NARROWEST = 20  # sizes of type that a column stays wide
_MOST_AIR = 0.24  # shares of the size of type, between lines
_LEAST_AIR = 0.02
_LINE = 0.65  # from the baseline up, all that a line takes without its leading
_BALANCED_PAGES = 4  # beyond, nobody lays them side by side
_TRIES = 6  # a column of many cards can turn out a line higher than the sum of their heights


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as PDF, and how many of its questions are on it."""

    pdf: Pdf
    carried: int


def pdf(sheet: Sheet, form: Form, step: Callable[[], None], *, numbered: bool) -> Filled:
    """The sheet as a PDF of as many pages as it takes, its columns of one height.

    `numbered` gives each question its number and a box to tick. `step` is called after each.
    """
    job = Job(sheet, numbered, step)
    measured = job.measure(form, first=job.last)
    tallest = max(card.heights[0] + card.heading for card in measured.cards)
    if any(card.answer for card in job.cards) or tallest > form.height - measured.room.head:
        return Filled(_flowing(job, form), len(job.cards))
    shown = dict.fromkeys(range(len(job.cards)), 0)
    pages = 1
    while not fill.fits(measured.cards, shown, measured.on(pages, form), form.height):
        pages += 1
    while (made := _whole(job, form, pages, measured)) is None:
        pages += 1
    return Filled(made, len(job.cards))


def fitted(
    sheet: Sheet, form: Form, pages: int, step: Callable[[], None], *, numbered: bool
) -> Filled:
    """The sheet as a PDF of at most `pages` pages, at least 1: as much of it as goes on them.

    What is carried is chosen by `fill.chosen`; the sheet says how much is left out, and which
    command prints it. Raises DrillError where not even one question fits.
    """
    total = len(sheet.cards)
    most = pages * form.columns * form.height / (form.size * (_LINE + card_gap(numbered=numbered)))
    job = Job(_best(sheet, math.ceil(most)), numbered, step)
    ranked = sorted(range(len(job.cards)), key=lambda at: job.cards[at].rank)

    measured = job.measure(form, first={}, left_out=job.left_out({}, total))
    room = measured.on(pages, form)
    for lines_spared in range(_TRIES):
        height = form.height - lines_spared * form.size
        shown = fill.chosen(measured.cards, ranked, room, height)
        if not shown:
            break
        if not (left_out := job.left_out(shown, total)):
            made = _whole(job, form, pages, job.measure(form, first=job.last))
            if made:
                return Filled(made, total)
        unused = height - fill.balanced(measured.cards, shown, room, height)
        made = job.typeset(form, shown, unused, left_out)
        if made.pages <= pages:
            return Filled(made, len(shown))
    raise DrillError(f"nothing fits on {counted(pages, 'page')}", "allow more with --pages")


def _whole(job: Job, form: Form, pages: int, measured: Heights) -> Pdf | None:
    """All cards on `pages` pages, in type as large and as airy as the pages have room for.

    `measured` is of the form's own size. None where they do not fit.
    """
    share = _share(form, pages, measured)
    most = _MOST_NEW_LINES if share > _NEARLY_EMPTY else math.inf
    size = _largest(form, share)
    base, lines = form, measured.lines(form)
    while size > form.size:
        larger = replace(form, size=size)
        again = job.measure(larger, first=job.last)
        fits = _share(larger, pages, again) <= 1
        if fits and again.lines(larger) <= lines * most:
            base, measured, share = larger, again, _share(larger, pages, again)
            break
        size -= _STEP
    if form.largest > form.size:
        airy = replace(base, air=_MOST_AIR)
        wanted = _share(airy, pages, job.measure(airy, first=job.last))
        air = _MOST_AIR * min(1.0, (1 - share) / max(wanted - share, 0.01))
        while air > _LEAST_AIR:
            airy = replace(base, air=air)
            if made := _laid_out(job, airy, pages, job.measure(airy, first=job.last)):
                return made
            air *= 0.8
    return _laid_out(job, base, pages, measured)


def _largest(form: Form, share: float) -> float:
    """The size of type at which cards that take this share of the columns would fill them."""
    size = min(form.largest, form.size / math.sqrt(share), form.column / _NARROWEST)
    return size - size % _STEP


def _share(form: Form, pages: int, measured: Heights) -> float:
    """The share of the columns that all cards take, as measured; above 1 where they do not fit."""
    shown, height = dict.fromkeys(range(len(measured.cards)), 0), 2 * form.height
    room = measured.on(pages, form)
    return fill.balanced(measured.cards, shown, room, height) / form.height


def _laid_out(job: Job, form: Form, pages: int, measured: Heights) -> Pdf | None:
    """All cards on `pages` pages in columns of one height; None where they do not fit."""
    shown, room = dict.fromkeys(range(len(job.cards)), 0), measured.on(pages, form)
    for lines_spared in range(_TRIES):
        height = form.height - lines_spared * form.size
        if not fill.fits(measured.cards, shown, room, height):
            break
        unused = height - fill.balanced(measured.cards, shown, room, height)
        made = job.typeset(form, job.last, unused, "")
        if made.pages <= pages:
            return made
    return None


def _flowing(job: Job, form: Form) -> Pdf:
    """All cards as a text that runs on from column to column.

    On few pages its type is as large as they have room for, and its columns end alike.
    """
    made = job.typeset(form, job.last, 0.0, "", torn=True)
    if made.pages > _BALANCED_PAGES:
        return made
    pages = made.pages
    share = job.measure(form, first=job.last).total(form, pages)
    size = _largest(form, share)
    while size > form.size:
        larger = replace(form, size=size)
        if (again := job.typeset(larger, job.last, 0.0, "", torn=True)).pages <= pages:
            form, made = larger, again
            break
        size -= _STEP
    unused = (1 - job.measure(form, first=job.last).total(form, pages)) * form.height
    for lines_spared in range(1, _TRIES):
        again = job.typeset(form, job.last, unused - lines_spared * form.size, "", torn=True)
        if again.pages <= pages:
            return again
    return made


def _best(sheet: Sheet, count: int) -> Sheet:
    """The sheet with the `count` cards of the best rank: no more of them can go on its pages."""
    ranked = sorted(enumerate(sheet.cards), key=lambda numbered: numbered[1].rank)
    kept = {at for at, _ in ranked[:count]}
    topics, at = [], 0
    for topic in sheet.topics:
        cards = tuple(card for number, card in enumerate(topic.cards, at) if number in kept)
        at += len(topic.cards)
        if cards:
            topics.append(replace(topic, cards=cards))
    return replace(sheet, topics=tuple(topics))
