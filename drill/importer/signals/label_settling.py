"""Settles labels and bold answers that other candidates contradict or confirm."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict

from drill.importer.signals.candidates import (
    Candidate,
    CandidateKind,
    find_candidates,
    relabel,
    text_of,
    title_below,
)
from drill.importer.signals.counted_labels import settle_counted_labels
from drill.importer.signals.counted_tasks import settle_counted_tasks
from drill.importer.signals.fold_labels import settle_fold_labels
from drill.importer.signals.labels import (
    INLINE_SECOND,
    NONE,
    SECOND,
    Label,
    LabelKind,
    letters_at,
    read_option,
)
from drill.importer.signals.learned_labels import Labels
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.title_topics import lists_questions
from drill.importer.signals.titles import clean_title, split_title
from drill.importer.source.document import Document
from drill.importer.source.lines import IMAGE, announces
from drill.importer.source.reveals import names_answer
from drill.text import words

_SECOND = re.compile(r"\W{0,6}[BbБб](?:\s*$|\s+[-–—=])")
_WRAPPED = 4
"""The most lines from option A to B in a paragraph: an option may wrap."""
_ALIKE = 3
"""The fewest labels with the same words, to tell what they mean."""
_ASKING = 0.5
"""The share of such texts that ask, above which the label does not begin answers."""
_APART = 3
"""The most blank lines between two options."""
_FAR = 20
"""The most blocks from A to C if each option has its own explanation below it."""
_REMARK = re.compile(r"[(\[（【](?=[^()\[\]]*[^\W\d_]\w)[\w\s.,:/&+-]{2,60}[)\]）】]")
"""The kind or the points of a question: `[MCQ]`, `(2 marks)`."""
_KIND = 3
"""The most words of such a title."""
_KINDS = re.compile(
    r"\b(?:mcqs?|msqs?|saq|tita|essay|numerical|open[- ]ended|fill[- ]in|tick"
    r"|(?:single|multiple|multi)[- ]?(?:choice|select|answers?|response)"
    r"|(?:short|long|one[- ]word|written)[- ](?:answer|response|question)"
    r"|true[ /-](?:or )?false|t/f|match(?:ing)?|(?:opción|selección|escolha) múltipl[ae]|qcm)\b"
    r"|选择题|單選|单选|多选|判断题|填空题|简答题",
    re.IGNORECASE,
)
"""Words for the kind of a question, `Short answer`; others may be its topic."""
_OPENING_REMARK = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{1,24})[)\]）】]\s{0,4}(?=\S)")
_WORTH = re.compile(
    r"\W*(?:mcqs?|msqs?|(?:single|multiple|multi)[- ]?(?:choice|select)|(?:单|單|多)项?[选選]题?"
    r"|qcm|(?:opción|selección|escolha) múltipl[ae]"
    r"|\d{1,3}(?:[.,]\d)?\s?(?:分|points?|pts?|marks?|балл\w{0,3}|punkte?|punti|puntos?|pontos?))\W*",
    re.IGNORECASE,
)
"""The kind of a choice, which its options show, or what a question is worth: `（1分）`."""
_RECUR = 0.8
"""The least share of labelled titles that recur, to read them as kinds and not as topics."""
_DASHED = re.compile(r"[\s*_#>]{0,9}q[-–—](?=[^\W\d_])", re.IGNORECASE)
"""A label right before its text, as in `Q-What is …`; `Q-Learning` begins like it."""
_BOLD_ANSWER = re.compile(r"(?P<title>.+?[?？؟])\s+\*\*(?P<said>(?:(?!\*\*).)+(?<![?？؟]))\*\*")


def settled_candidates(document: Document) -> tuple[list[Candidate], Labels]:
    """All candidates of `document`, in order, and how its labels are read."""
    candidates, labels = find_candidates(document)
    settle_counted_labels(candidates)
    _settle_answer_headings(candidates)
    _settle_bold_answers(candidates)
    _settle_weak_labels(candidates, document)
    _settle_dashed_labels(candidates)
    _settle_asking_answers(candidates)
    _settle_remarks(candidates, document)
    _settle_kinds(candidates)
    settle_fold_labels(candidates)
    settle_counted_tasks(candidates, document)
    return candidates, labels


def _settle_answer_headings(candidates: list[Candidate]) -> None:
    """Accept a recurring heading that names an answer, such as `Strong answer`, as a label."""
    named = [
        candidate
        for candidate in candidates
        if candidate.kind is CandidateKind.HEADING
        and candidate.label.kind is LabelKind.NONE
        and names_answer(candidate.title)
        and not lists_questions(candidate.title)  # "Questions and answers" is a chapter
    ]
    keys = [(candidate.level, candidate.key.replace(" ", "")) for candidate in named]
    counts = Counter(keys)
    for candidate, key in zip(named, keys, strict=True):
        if counts[key] >= _ALIKE:
            text = text_of(candidate)
            relabel(candidate, Label(LabelKind.ANSWER, (), len(text)))


def _settle_remarks(candidates: list[Candidate], document: Document) -> None:
    """Take a remark behind a number for no title: that is after it, on the next line, or below.

    Titles behind labels that nearly all recur, `Question 7 - Short answer`, are remarks too, if
    they are words for kinds, or options or the label of an answer follow; long ones, above a text.
    """
    labelled = [candidate for candidate in candidates if candidate.is_question_label]
    titles = Counter(one.key for one in labelled if one.number and one.key)
    recur = sum(count for count in titles.values() if count > 1) >= _RECUR * len(labelled)
    ends = [*(candidate.line for candidate in labelled), len(document.lines)]
    answers = [candidate.line for candidate in candidates if candidate.is_answer_label]
    for candidate in candidates:
        counted = candidate.number or candidate.is_question_label
        is_kind = recur and candidate.is_question_label and candidate.likelihood < ASKS
        is_kind = is_kind and not announces(candidate.title)
        if is_kind and len(words(candidate.title)) <= _KIND:
            is_kind = titles[candidate.key] > 1 and bool(words(candidate.title))
        elif is_kind:  # a topic, an exam and a level, above the question
            end = ends[bisect_right(ends, candidate.line)]
            texts = document.between(candidate.end, end)
            is_kind = bool(texts) and texts[0].is_free_paragraph
        if is_kind and not _KINDS.search(candidate.title):
            end = ends[bisect_right(ends, candidate.line)]
            is_kind = bisect_right(answers, candidate.line) < bisect_left(answers, end) or any(
                map(read_option, document.lines[candidate.end : end])
            )
        if not counted or not (is_kind or _REMARK.fullmatch(candidate.title.strip("*_"))):
            continue
        if candidate.rest:
            split = split_title([candidate.rest], 0)
            candidate.retitle(clean_title(split.title), split.rest)
            continue
        below = title_below(candidate)
        if candidate.rest:
            candidate.retitle(clean_title(candidate.rest), "")
            continue
        candidate.retitle(clean_title(below.title) if below else "", below.rest if below else "")
        candidate.end += below.line_count if below else 0


def _settle_kinds(candidates: list[Candidate]) -> None:
    """Take the kind of choice or the points behind a number, `3. (单选) …`, out of the title."""
    for candidate in candidates:
        kind = _OPENING_REMARK.match(candidate.title) if candidate.number else None
        if kind and _WORTH.fullmatch(kind[1]):
            candidate.retitle(candidate.title[kind.end() :], candidate.rest)


def _settle_weak_labels(candidates: list[Candidate], document: Document) -> None:
    """Undo one-letter labels if the letters turn out to mean something else."""
    for place, candidate in enumerate(candidates):
        weak = candidate.label.weak and candidate.is_answer_label
        if weak and _is_first_part(candidates, place):
            relabel(candidate, NONE)
        elif weak and (_is_option(candidates, place) or _goes_on(candidate, document)):
            candidate.label = NONE
        elif candidate.label.weak and candidate.is_question_label and _is_later(candidates, place):
            relabel(candidate, NONE)
    said = [one for one in candidates if one.is_question_label or one.is_answer_label]
    asked = [one.is_question_label and one.label.weak for one in said]
    questions = sum(asked)
    answers = sum(
        one and after.is_answer_label for one, after in zip(asked, said[1:], strict=False)
    )
    if answers * 2 <= questions:
        for candidate in candidates:
            if candidate.label.weak and candidate.is_question_label:
                candidate.label = NONE


def _settle_dashed_labels(candidates: list[Candidate]) -> None:
    """Accept `Q-` before a text that does not ask, if it is before texts that do."""
    likely = (one for one in candidates if one.is_question_label or one.title[:1] in {"Q", "q"})
    found = [(one, match) for one in likely if (match := _DASHED.match(text_of(one)))]
    labelled = sum(candidate.is_question_label for candidate, _ in found)
    if labelled >= max(_ALIKE, _ASKING * len(found)):
        for candidate, match in found:
            if not candidate.is_question_label:
                relabel(candidate, Label(LabelKind.QUESTION, (), match.end()))


def _settle_asking_answers(candidates: list[Candidate]) -> None:
    """Undo labels whose texts mostly ask: `Short answer: Name …` tells the kind of a question."""
    labelled: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.is_answer_label and candidate.kind is CandidateKind.ITEM and candidate.title:
            labelled[candidate.leaf.text[: candidate.label.end].lower()].append(candidate)
    for alike in labelled.values():
        asking = sum(candidate.likelihood >= ASKS for candidate in alike)
        if len(alike) >= _ALIKE and asking > len(alike) * _ASKING:
            for candidate in alike:
                relabel(candidate, NONE)


def _settle_bold_answers(candidates: list[Candidate]) -> None:
    """Read bold text at the end of items that ask, `- Who wrote it? **Ada**`, as their answers.

    Such texts differ, and nothing stands below most of them; bold tags recur, above answers.
    """
    found = [
        (candidate, match)
        for candidate in candidates
        if candidate.kind is CandidateKind.ITEM
        and not (candidate.bold or candidate.is_answer_label)
        and (match := _BOLD_ANSWER.fullmatch(candidate.title))
    ]
    different = len({match["said"] for _, match in found})
    last = sum(
        question_likelihood(match["said"]) < ASKS
        and candidate.leaf.item is not None
        and candidate.leaf.item.end <= candidate.end
        for candidate, match in found
    )
    if different >= _ALIKE and min(different, last) * 2 > len(found):
        for candidate, match in found:
            candidate.retitle(match["title"], match["said"])


def _is_first_part(candidates: list[Candidate], place: int) -> bool:
    """Whether a line or heading `a)` has another, `b)`, below it: the parts of a task."""
    first = candidates[place]
    for later in (candidates[n] for n in range(place + 1, len(candidates))):
        if first.level and 0 < later.level <= first.level:
            return later.level == first.level and _is_second(text_of(later))
        if not first.level and (later.level or later.is_question_label or later.is_answer_label):
            return False
        if not first.level and later.kind is first.kind and _is_second(text_of(later)):
            return True
    return False


def _is_option(candidates: list[Candidate], place: int) -> bool:
    """Whether an `A` is the first of options A, B, C."""
    candidate = candidates[place]
    lines = candidate.leaf.lines
    number = candidate.line - candidate.leaf.start
    if INLINE_SECOND.search(lines[number][:400]):
        return True
    below = lines[number + 1 : number + 1 + _WRAPPED]
    end = candidate.leaf.end
    for after in candidates[place + 1 : place + 1 + _WRAPPED] if len(below) < 2 else ():
        if after.line > end + _APART:
            break
        end = after.leaf.end
        # A quotation below an option is a remark on it, and an image may be all its text.
        is_own = IMAGE.match(after.leaf.text)
        if after.leaf.quote in {None, candidate.leaf.quote} and not is_own:
            below.append(after.leaf.text.split("\n", 1)[0])
            break
    return any(map(_is_second, below))


def _goes_on(candidate: Candidate, document: Document) -> bool:
    """Whether paragraphs `B` and `C` follow a line `A`, each above more text about an option."""
    letters = ["b", "c"]
    place = bisect_left(document.starts, candidate.line + 1)
    for leaf in document.leaves[place : place + _FAR]:
        option = read_option(leaf.lines[0]) if leaf.is_free_paragraph else None
        if option is not None and option[0] == "a":
            return False
        if option is not None and option[0] == letters[0]:
            letters.pop(0)
            if not letters:
                return True
    return False


def _is_later(candidates: list[Candidate], place: int) -> bool:
    """Whether a `D:` goes on the letters of the line above: `C: …`."""
    options = [read_option(text_of(one)) for one in candidates[max(0, place - 1) : place + 1]]
    above, own = (option[0] if option else "" for option in [None, *options][-2:])
    return any({above} <= letters_at(n) and {own} <= letters_at(n + 1) for n in range(8))


def _is_second(line: str) -> bool:
    option = read_option(line)
    return _SECOND.match(line) is not None or (option is not None and option[0] in SECOND)
