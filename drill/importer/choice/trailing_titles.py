"""Ends each answer above the titles of the section that follows it."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from itertools import islice, pairwise, zip_longest

from drill.importer.choice import weights as w
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.section_breaks import says
from drill.importer.signals.candidates import Candidate
from drill.importer.signals.labels import NONE, picture_of
from drill.importer.signals.outline import Outline
from drill.importer.signals.plain_lines import ends_sentence
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.title_topics import names_questions, speaks_of_several
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind
from drill.importer.source.lines import announces
from drill.text import words

_LONGEST = 80
"""The most characters of a plain line that is a title."""
_BOLD = ("**", "__")
_FRAME = " \t\n*_=~#"
"""Emphasis and lines of signs around a title: `*SQL*`, `----- Advanced -----`, `SQL -`."""
_BARE = 0.75
"""The least share of questions without text below, to read one short line there as a title."""
_REMARKS = 4
"""The most lines from a remark to the end of its part: a chat may stand between."""


def stop_at_titles(outline: Outline, questions: Sequence[QuestionRange]) -> None:
    """Move the end of each answer above the titles at its end, which have nothing below them.

    These are headings, bold lines, and lines that end in a colon or stand alone below a rule.
    """
    levels = {question.start.line: question.start.candidate.level for question in questions}
    for question in questions:
        question.end = _before_headings(outline, question, levels.get(question.end, -1))
    titles = [_title_line(outline, question) for question in questions]
    bold = [line is not None and _is_bold(outline.document.lines[line]) for line in titles]
    # Where many answers end with a bold line, or no title is above the first question, such lines
    # belong to answers: a conclusion, a result.
    first = _text_above(outline, questions)
    titled = _is_bold(first) or announces(first)
    are_answers = sum(bold) > w.HEADED * len(questions) or not titled
    # A plain line below a rule is a title if another one is above the first question.
    is_plain = bool(words(first)) and not (titled or first.startswith("#"))
    for question, line, is_bold in zip(questions, titles, bold, strict=True):
        has_colon = line is not None and announces(outline.document.lines[line])
        keeps = are_answers if is_bold else not (has_colon or is_plain)
        above = None if keeps else line
        while above is not None:
            question.end = above
            above = _title_line(outline, question)
    _stop_at_plain_titles(outline, questions)
    _stop_at_remarks(outline, questions)


def _stop_at_remarks(outline: Outline, questions: Sequence[QuestionRange]) -> None:
    """Move the end of each answer that ends a part above a remark on questions and answers.

    "These answers cover the basics." is about those above, "Here are further questions." about
    those below. Where other answers end like this, it is theirs.
    """
    remarks = [_remark(outline, question) for question in questions]
    ends = [_ends_part(outline, *pair) for pair in zip_longest(questions, questions[1:])]
    found = [end for end, line in zip(ends, remarks, strict=True) if line is not None]
    if found.count(False) > w.HEADED * found.count(True):
        return
    for question, line, end in zip(questions, remarks, ends, strict=True):
        if line is not None and end:
            question.end = line
            question.end = _before_headings(outline, question, 0)


def _ends_part(outline: Outline, question: QuestionRange, following: QuestionRange | None) -> bool:
    """Whether a title or a lead-in is between an answer and the next question, if there is one."""
    if following is None:
        return True
    between = outline.document.between(question.end, following.start.line)
    return any(leaf.kind in {LeafKind.HEADING, LeafKind.PARAGRAPH} for leaf in between)


def _remark(outline: Outline, question: QuestionRange) -> int | None:
    """The line of the first remark in the last lines of an answer, below other text."""
    lines = outline.document.lines
    paragraphs = [
        (line, leaf)
        for leaf in outline.document.between(question.start.end, question.end)
        for line in range(max(leaf.start, question.start.end), min(leaf.end, question.end))
        if not _is_empty(outline, leaf)
    ]
    found = None
    for (before, _), (line, leaf) in reversed(list(pairwise(paragraphs))[-_REMARKS:]):
        text = lines[line]
        is_new = before < leaf.start or ends_sentence(lines[before])
        if leaf.is_free_paragraph and not ends_sentence(text):
            continue  # "User", the name of a chat
        is_line = leaf.is_free_paragraph and is_new and text[:1].isalnum()
        if not is_line or not speaks_of_several(text):
            break
        found = line
    return found


def _stop_at_plain_titles(outline: Outline, questions: Sequence[QuestionRange]) -> None:
    """Move the end of answers above a plain line that titles the questions below it.

    It says so, or begins like a line above all questions, or numbers restart below it.
    """
    lines = [_plain_line(outline, question.start.end, question.end) for question in questions]
    bare = sum(not has_text(outline, question) for question in questions) >= _BARE * len(questions)
    restarts = [
        following is not None
        and (_begins_list if bare else _restarts)(
            question.start.candidate, following.start.candidate
        )
        for question, following in zip_longest(questions, questions[1:])
    ]
    others = sum(
        line is not None and not restart for line, restart in zip(lines, restarts, strict=True)
    )
    # Where other answers end with such lines, a restart does not tell titles from answers.
    restarting = others <= w.HEADED * sum(restarts)
    first = min((question.start.line for question in questions), default=0)
    openings = {
        _opening(leaf)
        for leaf in _last_leaves(outline, 0, first, 2)
        if _plain_line(outline, leaf.start, leaf.end) is not None
    }
    alike = [_line_like(outline, question, openings) for question in questions]
    names = [line is not None and names_questions(outline.document.lines[line]) for line in lines]
    # Lines that begin like the one above, such as "SQL …", may belong to many answers as well.
    few = w.HEADED * len(questions)
    are_titles = sum(line is not None for line in alike) <= few
    for question, line, like, restart in zip(questions, lines, alike, restarts, strict=True):
        low = question.start.end
        if like is not None and are_titles:
            question.end = like
        has_more = line is not None and (bare or _last_leaves(outline, low, line, 1))
        if restart and restarting and line is not None and has_more:
            question.end = min(question.end, line)
        while sum(names) <= few and (title := _plain_line(outline, low, question.end)) is not None:
            if not names_questions(outline.document.lines[title]):
                break
            question.end = title


def _line_like(outline: Outline, question: QuestionRange, openings: Set[str]) -> int | None:
    """The first of the last two blocks of an answer that is plain and begins with an opening."""
    low = question.start.end
    found = None
    for leaf in _last_leaves(outline, low, question.end, 2):
        is_plain = _plain_line(outline, leaf.start, leaf.end) is not None
        is_more = bool(_last_leaves(outline, low, leaf.start, 1))
        if is_plain and is_more and _opening(leaf) in openings:
            found = leaf.start
    return found


def has_text(outline: Outline, question: QuestionRange) -> bool:
    """Whether there is text below a question's title, or behind it."""
    below = outline.document.lines[question.start.end : question.end]
    return bool(question.start.rest) or any(map(str.strip, below))


def _begins_list(own: Candidate, after: Candidate) -> bool:
    """Whether another list begins below a question, or the numbers restart outside lists."""
    if own.leaf.item is not None and after.leaf.item is not None:
        return own.leaf.item.group != after.leaf.item.group
    return _restarts(own, after)


def _restarts(own: Candidate, after: Candidate) -> bool:
    """Whether the numbers restart below a question."""
    return bool(own.number and after.number) and own.number[-1] > after.number[-1] == 1


def _plain_line(outline: Outline, low: int, high: int) -> int | None:
    """The last line from `low` up to `high` if it is a block, short, plain and no sentence."""
    leaf = next(iter(_last_leaves(outline, low, high, 1)), None)
    if leaf is None or not leaf.is_free_paragraph:
        return None
    text = _unframed(leaf.text)
    if "\n" in text or len(text) > _LONGEST or not text[:1].isalnum() or "://" in text:
        return None
    is_label = leaf.text.lstrip().startswith(_BOLD)  # "**See also:** Problems"
    if ends_sentence(text) or is_label or question_likelihood(text) >= ASKS:
        return None
    return leaf.start if outline.labels.read(text) == NONE else None


def _unframed(text: str) -> str:
    """A line without the signs around it, or the picture before it."""
    text = text.strip(_FRAME)
    text = text.lstrip(f"-{_FRAME}") if text.startswith("---") else text
    text = text.rstrip(f"-{_FRAME}")
    return text[len(picture_of(text)) :].lstrip("\ufe0f *_")


def _opening(leaf: Leaf) -> str:
    return leaf.text.split(None, 1)[0].lower()


def _last_leaves(outline: Outline, low: int, high: int, count: int) -> list[Leaf]:
    """The last blocks with text from `low` up to `high`, at most `count`, the last one first."""
    leaves = reversed(outline.document.between(low, high))
    return list(islice((leaf for leaf in leaves if not _is_empty(outline, leaf)), count))


def _text_above(outline: Outline, questions: Sequence[QuestionRange]) -> str:
    """The last line with text above the first question, or nothing."""
    first = min((question.start.line for question in questions), default=0)
    above = (outline.document.lines[line] for line in range(first - 1, -1, -1))
    return next((line for line in above if line.strip()), "")


def _before_headings(outline: Outline, question: QuestionRange, below: int) -> int:
    """The end of an answer without trailing headings, unless they are all that it says.

    `below` is the level of the question that begins there, -1 for none. Headings deeper than the
    question's own are in its section, so they may be its answer, unless they head the next one.
    """
    end = question.end
    level = question.start.candidate.level
    for leaf in reversed(outline.document.between(question.start.end, question.end)):
        if leaf.kind is LeafKind.HEADING:
            label = outline.answer_between(leaf.start, leaf.end)
            if label is not None:
                return end if label.title else question.end
            if 0 < level < leaf.level and not (below == 0 or below > leaf.level):
                break
            end = leaf.start
        elif not _is_empty(outline, leaf):
            break
    return end


def _title_line(outline: Outline, question: QuestionRange) -> int | None:
    """The last line of an answer, if it is a title, and is in no list or code.

    A title is bold, ends in a colon or stands right below a rule.
    """
    document = outline.document
    place = bisect_right(document.starts, question.end - 1) - 1
    while place >= 0 and _is_empty(outline, document.leaves[place]):
        place -= 1
    leaf = document.leaves[place]
    line = min(leaf.end, question.end) - 1
    if place < 0 or line < question.start.end or leaf.kind is not LeafKind.PARAGRAPH:
        return None
    text = document.lines[line]
    in_item = leaf.item is not None and (line == leaf.start or text[:1] in {" ", "\t"})
    is_long = len(text.strip()) > _LONGEST
    if in_item or leaf.quote is not None or (is_long and not _leads_on(outline, question, leaf)):
        return None
    is_bold = leaf.start == line and _is_bold(text)
    below_rule = leaf.start == line and document.leaves[place - 1].kind is LeafKind.RULE
    is_title = is_bold or below_rule or announces(text)
    return line if is_title and outline.labels.read(text) == NONE else None


def _leads_on(outline: Outline, question: QuestionRange, leaf: Leaf) -> bool:
    """Whether a long paragraph below others introduces what follows an answer."""
    is_lead = leaf.is_free_paragraph and "\n" not in leaf.text and announces(leaf.text)
    return is_lead and bool(_last_leaves(outline, question.start.end, leaf.start, 1))


def _is_bold(line: str) -> bool:
    text = line.strip(" :：")
    return any(
        text.startswith(mark) and text.endswith(mark) and text.count(mark) == 2 for mark in _BOLD
    )


def _is_empty(outline: Outline, leaf: Leaf) -> bool:
    return leaf.kind in EMPTY or leaf in outline.back or not says(leaf)
