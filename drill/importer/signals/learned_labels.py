"""Labels specific to a document: two alternating words, the first before the questions.

Examples: `Interviewer: … Candidate: …`, `Front: … Back: …`, or any two words in a language whose
words for question and answer are unknown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drill.importer.signals.fields import read_field
from drill.importer.signals.labels import (
    INLINE_SECOND,
    NONE,
    REPLY,
    Label,
    LabelKind,
    read_label,
    read_option,
)
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.document import Document
from drill.importer.source.leaves import LeafKind
from drill.importer.source.reveals import names_hint
from drill.importer.source.tag_words import HTML_TAG
from drill.text import words

_SPEAKER = re.compile(
    r"[\s>]{0,12}(?:[-*+]\s{1,4})?(?:<\w+[^<>]{0,80}>)?(?:\*\*|__|\*|_)?(?P<word>[^\W\d_][^\n:：*_`"
    r"|<>\[\](){}.,;!?？。]{0,24}?)"
    r"\s?(?P<number>\d{0,3})\s?(?:\*\*|__|\*|_)?\s?[:：]\s?(?:\*\*|__|\*|_)?(?=\s|[^\s:/]|$)\s{0,4}"
)
_TO_LETTER = re.compile(
    r"[\s>]{0,12}(?:[-*+]\s{1,4})?(?:\*\*|__|\*|_)?"
    r"(?P<word>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)(?P<number>)"
    r"(?:\*\*|__|\*|_)?\s{1,4}(?=(?:\*\*|__)?[A-J]\W{0,6}$)"
)
"""A word right before a letter, which may be that of the right option: `Poprawne D`."""
_BOLD = re.compile(r"\s{0,3}(?P<mark>\*\*|__)[^\W\d_][^*_:：\n]{0,30}(?P=mark)(?=\s+[^\s:：])")
_FRONTS = {
    "front", "term", "prompt", "interviewer", "recruiter", "card", "recto", "vorderseite", "frente",
    "anverso", "fronte", "лицо", "термин", "интервьюер", "面试官", "面試官", "正面",
    "entrevistador",
    "entrevistadora", "recruteur", "interviewerin", "面接官", "면접관", "앞면", "表", "voorkant",
    "awers", "begriff", "término", "terme", "termo", "przód", "framsida",
}  # fmt: skip
_BACKS = {
    "back", "definition", "response", "completion", "candidate", "interviewee", "me", "you",
    "verso", "rückseite", "dorso", "reverso", "retro", "оборот", "определение", "кандидат",
    "候选人", "候選人", "求职者", "应聘者", "我", "反面", "背面", "candidato", "candidata",
    "candidat",
    "kandidat", "kandidatin", "bewerber", "応募者", "지원자", "뒷면", "裏", "achterkant", "rewers",
    "definición", "définition", "definição", "tył", "baksida", "applicant", "entrevistado",
}  # fmt: skip
_ANSWER = "\0answer"
"""Stands for all known labels of answers."""
_LEAST = 3
"""The fewest alternations of two unknown words: two may be chance."""
_LEAST_KNOWN = 2
"""The fewest alternations of two words that are known to belong together."""
_IN_TURN = 0.8
"""The least share of first words that are followed by the second."""
_ASKING = 0.5
"""The least share of first words followed by a question, if the words are unknown."""
_ITEMS = 9
"""The most items of a list of options."""
_LEAST_ITEMS = 2
"""The fewest items of a list of options."""
_MARK = re.compile(r"^\s{0,12}(?:[-*+•]|\d{1,2}[.)])\s{1,8}")
_MORE = 0.3
"""How much more likely a question must be after the first word than after the second."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Reads the labels of one document; `question` and `answer` are the learned words.

    Either may be missing. `bold` means that known labels in bold type need no colon.
    """

    question: str = ""
    answer: str = ""
    bold: bool = False

    def read(self, text: str) -> Label:
        """The label that `text` begins with; learned labels take precedence."""
        match = _speaker(text) if self.answer or self.question else None
        if match:
            word = match["word"].strip().lower()
            number = (int(match["number"]),) if match["number"] else ()
            if self.question and word == self.question:
                return Label(LabelKind.QUESTION, number, match.end())
            if self.answer and word == self.answer:
                return Label(LabelKind.ANSWER, number, match.end())
        label = (self.bold and _read_bold(text)) or read_label(text)
        # With learned labels, single letters are no labels.
        return NONE if self.question and label.weak else label

    def answers(self, text: str) -> bool:
        """Whether `text` begins with the label of an answer, and not with the first option."""
        label = self.read(text)
        is_option = label.weak and INLINE_SECOND.search(text[:400])
        return label.kind is LabelKind.ANSWER and not is_option


def learn(document: Document) -> Labels:
    """Learn the words before questions and answers in `document`, and whether bold type ends them.

    Bold labels of answers recur: "**Answer** all questions" is only an order.
    """
    read = [
        _read_bold(line)
        for leaf in document.leaves
        if leaf.kind is LeafKind.PARAGRAPH
        for line in leaf.lines
    ]
    answers = sum(label is not None and label.kind is LabelKind.ANSWER for label in read)
    return replace(_turned(document), bold=answers >= _LEAST)


def _read_bold(text: str) -> Label | None:
    """The label that is all the bold type at the start of `text`: `**Solution** Let …`."""
    match = _BOLD.match(text) if "**" in text or "__" in text else None
    label = read_label(f"{match[0]}:") if match else NONE
    if match is None or label.weak or label.kind not in {LabelKind.QUESTION, LabelKind.ANSWER}:
        return None
    return replace(label, end=match.end()) if label.end > match.end() else None


def _turned(document: Document) -> Labels:
    """The two words that alternate in `document` before questions and answers, if any."""
    turns = list(_turns(document))
    before, count = _before_answers(turns)
    if before and not _is_titled(document, count):
        return Labels(before)
    answered = sum(word == _ANSWER for word, _ in turns)
    turns = [turn for turn in turns if turn[0] != _ANSWER and not read_field(f"{turn[0]}: x")]
    counts = Counter(word for word, _ in turns)
    follows = Counter((first, second) for (first, _), (second, _) in pairwise(turns))
    for (first, second), count in follows.most_common(6):
        known = first in _FRONTS and second in _BACKS
        if first == second or count < (_LEAST_KNOWN if known else _LEAST):
            continue
        # Labels between an answer and the next question would make the first word one of many.
        if min(count, follows[second, first] + 1) < _IN_TURN * counts[first]:
            continue
        # Where answers have a known label, two others in turn are parts of them.
        if known or (answered < count and _asks_more(turns, first, second)):
            return Labels(first, second)
    return Labels(answer=_naming(document))


def _before_answers(turns: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """The word that alternates with known labels of answers, `Aufgabe: … Lösung: …`, and how often.

    Empty if there is none.
    """
    spoken = [word for word, _ in turns]
    before = Counter(first for first, second in pairwise(spoken) if second == _ANSWER != first)
    word, count = before.most_common(1)[0] if before else ("", 0)
    is_field = read_field(f"{word}: x") is not None or names_hint(word)
    if not word or is_field or spoken.index(word) > spoken.index(_ANSWER):
        return "", 0
    most = max(spoken.count(word), spoken.count(_ANSWER))
    # "Level: easy" repeats, questions do not.
    different = len({text for label, text in turns if label == word})
    is_enough = min(count, different) >= max(_LEAST, _IN_TURN * most)
    return (word, count) if is_enough else ("", 0)


def _is_titled(document: Document, count: int) -> bool:
    """Whether known labels, or as many headings as `count`, mark questions already."""
    headings = sum(leaf.kind in {LeafKind.HEADING, LeafKind.SUMMARY} for leaf in document.leaves)
    return headings >= count or any(
        read_label(line).kind is LabelKind.QUESTION
        for leaf in document.leaves
        if leaf.kind is LeafKind.PARAGRAPH
        for line in leaf.lines
    )


def _naming(document: Document) -> str:
    """The word before a colon, below lists, that introduces the right item, such as "Answer"."""
    named: Counter[str] = Counter()
    used: Counter[str] = Counter()
    items: list[str] = []
    for leaf in document.leaves:
        if leaf.kind is not LeafKind.PARAGRAPH:
            items = [] if leaf.kind is LeafKind.HEADING else items
            continue
        lines = leaf.lines
        for place, line in enumerate(lines):
            match = _speaker(line)
            if match is None or read_label(line).kind is not LabelKind.NONE:
                continue
            said = HTML_TAG.sub("", line[match.end() :]).strip()
            if REPLY.fullmatch(said.lower()):
                continue  # below a statement, without items
            word = match["word"].strip().lower()
            used[word] += bool(said)
            named[word] += _names_one(said, [*items, *lines[:place]][-_ITEMS:])
        items = [*items, *(lines[:1] if leaf.item is not None else lines)][-_ITEMS:]
    word, count = named.most_common(1)[0] if named else ("", 0)
    return word if count >= max(_LEAST, _IN_TURN * used[word]) else ""


def _speaker(line: str) -> re.Match[str] | None:
    """The word before a colon or a last letter, at the start of a line."""
    return (_SPEAKER if ":" in line or "：" in line else _TO_LETTER).match(line)


def _names_one(text: str, items: list[str]) -> bool:
    """Whether `text` repeats one of two or more items, or is the letter of an item."""
    options = [read_option(item) for item in items]
    said = words(text)
    if len(items) < _LEAST_ITEMS or not said:
        return False
    texts = [option[2] if option else item for item, option in zip(items, options, strict=True)]
    letters = {option[0] for option in options if option}
    return said in [words(_MARK.sub("", option)) for option in texts] or (
        len(said) == 1 and said[0] in letters
    )


def _turns(document: Document) -> Iterator[tuple[str, str]]:
    """Each word before a colon at the start of a line, with the text after it.

    Known labels of answers are all one word, `_ANSWER`.
    """
    for leaf in document.leaves:
        if leaf.kind is not LeafKind.PARAGRAPH or ":" not in leaf.text.replace("：", ":"):
            continue
        for line in leaf.lines:
            match = _SPEAKER.match(line) if ":" in line or "：" in line else None
            if match is None:
                continue
            kind = read_label(line).kind
            if kind is LabelKind.NONE:
                yield match["word"].strip().lower(), line[match.end() :]
            elif kind is LabelKind.ANSWER:
                yield _ANSWER, line[match.end() :]


def _asks_more(turns: list[tuple[str, str]], first: str, second: str) -> bool:
    def asking(word: str) -> float:
        texts = [text for label, text in turns if label == word]
        return sum(question_likelihood(text) >= 1 for text in texts) / len(texts)

    return asking(first) >= max(_ASKING, asking(second) + _MORE)
