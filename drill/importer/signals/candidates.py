"""Candidates: every line of a document that a question, an answer or a section could begin with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drill.importer.signals.labels import NONE, Label, is_reveal, read_label, read_option
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf
from drill.text import words

_STARTS = re.compile(
    r"\s*(?:>\s*)*(?:[*_]{2}|<(?:b|strong)\b|[(\[【]?(?:q|a|question|answer|ans|pregunta|respuesta|вопрос"
    r"|ответ|問|问|答|第|质|題|题|질|답|\d|[a-zа-я]{1,12}\s?\d{0,3}\s?[:：]))",
    re.IGNORECASE,
)
_INLINE_ANSWER = re.compile(
    r"(?<=[?.!。？！])\s*(?=(?:\*\*|__)?(?:a|ans|answer|solution|respuesta|ответ|答案|答|resposta|réponse"
    r"|antwort)(?:\*\*|__)?\s?[:：])|(?<=[?？])\s+[-–—=→]+>?\s+(?=\S)|(?:\s*<br\s*/?>)+\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!:;…。？！：；؟][\s*_`)\]\"'”’»」<>/a-zA-Z]{0,8}$")
_ASKED_END = re.compile(r"[?？؟](?:[^\w\s]|\s|</?\w+>){0,8}$|(?: {2}|\\|<br\s*/?>)$")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ANCHOR = re.compile(r"<a\s+(?:name|id)=[^<>]*>(?:\s*</a>)?|</a>|\s*\{#[\w-]+\}\s*$", re.IGNORECASE)
_SELF_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(#[^()\s]*\)")
_MARKS = "*_"


@dataclass(slots=True, eq=False)
class Candidate:
    """A line that something may begin with; `end` is the line after its title.

    `place` is heading, summary, item, paragraph, or line (a later line of a paragraph); `bold` is
    whole, lead (text follows in the paragraph, given as `rest`), or empty.
    """

    line: int
    end: int
    place: str
    level: int
    label: Label
    title: str
    rest: str
    bold: str
    leaf: Leaf
    _likelihood: float = -1.0

    @property
    def likelihood(self) -> float:
        """How much the title reads like a question, 0 to 1."""
        if self._likelihood < 0:
            self._likelihood = question_likelihood(self.title)
        return self._likelihood

    @property
    def number(self) -> tuple[int, ...]:
        """The ordinal that its label or its list item gives, or empty."""
        if self.label.number:
            return self.label.number
        item = self.leaf.item
        if item is not None and self.leaf.first and item.number is not None:
            return (item.number,)
        return ()


def find_candidates(document: Document) -> list[Candidate]:
    """All candidates of `document`, in order."""
    candidates = [candidate for leaf in document.leaves for candidate in _candidates_of(leaf)]
    _settle_weak_labels(candidates)
    return candidates


def _candidates_of(leaf: Leaf) -> Iterator[Candidate]:
    if leaf.kind in {"heading", "summary"}:
        text = " ".join(leaf.text.split())
        label = read_label(text)
        if (leaf.kind == "summary" or not label.kind) and is_reveal(text):
            label = Label("answer", (), len(text))
        title = clean_title(text, label)
        yield Candidate(leaf.start, leaf.end, leaf.kind, leaf.level, label, title, "", "", leaf)
    elif leaf.kind == "paragraph":
        lines = leaf.lines
        place = "item" if leaf.item is not None and leaf.first else "paragraph"
        last = 0
        for number, line in enumerate(lines):
            if number < last or (number and not _STARTS.match(line)):
                continue
            candidate = _line_candidate(leaf, lines, number, place if number == 0 else "line")
            if number == 0 or candidate.label.kind or candidate.bold:
                yield candidate
                last = (
                    number + 1 if candidate.label.kind == "answer" else candidate.end - leaf.start
                )


def _line_candidate(leaf: Leaf, lines: list[str], number: int, place: str) -> Candidate:
    line = lines[number]
    label = read_label(line)
    start = leaf.start + number
    if label.kind == "answer":
        return Candidate(start, start + 1, place, 0, label, line[label.end :], "", "", leaf)
    bold, title, rest, used = _split(lines, number, label)
    title = clean_title(title, NONE)
    return Candidate(start, start + used, place, 0, label, title, rest, bold, leaf)


def _split(lines: list[str], number: int, label: Label) -> tuple[str, str, str, int]:
    """How the title stands out (`Candidate.bold`), the title, what follows it, and its lines."""
    line = lines[number]
    text = line[label.end :]
    for mark in ("**", "__", "<b>", "<strong>"):
        opened = line[: label.end].count(mark) % 2 == 1
        place = 0 if opened else text.find(mark)
        if place < 0 or (not opened and re.search(r"[\w`\[]", _TAG.sub("", text[:place]))):
            continue
        body = text if opened else text[place + len(mark) :]
        closing = mark.replace("<", "</")
        used = 1
        while closing not in body and number + used < len(lines) and used < 4:
            body += " " + lines[number + used].strip()
            used += 1
        title, found, rest = body.partition(closing)
        if not found or not re.search(r"\w", title):
            break
        if not re.search(r"\w", _TAG.sub("", rest)):
            return "whole", title + _TAG.sub("", rest).rstrip(" \\"), "", used
        return "lead", title, rest.lstrip(" :：-–—\t"), used
    used = 1
    while number + used < len(lines) and not _ends(lines, number, used):
        text += " " + lines[number + used].strip()
        used += 1
    cut = _INLINE_ANSWER.search(text)
    if cut and text[cut.end() :].strip() and re.search(r"\w", text[: cut.start()]):
        return "", text[: cut.start()], text[cut.end() :].strip(), used
    return "", text, "", used


def _ends(lines: list[str], number: int, used: int) -> bool:
    """Whether a title of `used` lines from `number` on is whole."""
    last, after = lines[number + used - 1], lines[number + used]
    if used >= 6 or _ASKED_END.search(last) or _SENTENCE_END.search(last.rstrip()):
        return True
    if read_option(after) or (_STARTS.match(after) and read_label(after).kind):
        return True
    return len(last) < 45 and not after.lstrip()[:1].islower()


def clean_title(text: str, label: Label) -> str:
    """`text` without its label, anchors, wrapping emphasis and links to itself, on one line."""
    text = _ANCHOR.sub("", text[label.end :])
    text = _SELF_LINK.sub(r"\1", text)
    text = re.sub(r"<br\s*/?>", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+\*{3}(?=\s*(?:</\w+>|\*\*)*\s*$)", "", text)
    for tag, mark in (("b|strong", "**"), ("i|em", "*"), ("code", "`")):
        if "<" in text:
            pair = rf"<(?:{tag})>(.{{0,300}}?)</(?:{tag})>"
            text = re.sub(pair, rf"{mark}\1{mark}", text, flags=re.IGNORECASE)
    if "<" in text:
        text = re.sub(
            r"</?(?:b|strong|i|em|u|font|span|p|div|center|big|small|h[1-6])\b[^<>]*>",
            "",
            text,
            flags=re.I,
        )
    text = " ".join(text.split()).rstrip("\\").strip()
    text = _unwrapped(text)
    return re.sub(r"(?:\s+\*{2,}|(?<=\s)#+)$", "", text).strip()


def _unwrapped(text: str) -> str:
    """`text` without emphasis around all of it, or left over from a label that was inside it."""
    for mark in ("***", "**", "__", "*", "_"):
        count = text.count(mark)
        if count == 2 and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)].strip()
        elif count == 1 and mark in {"**", "__"}:
            text = text.replace(mark, "").strip()
    return text


def norm(title: str) -> str:
    """The words of a title, to tell whether two titles are the same."""
    text = re.sub(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)", " ", title)
    text = re.sub(r"^\W*(?:\d+(?:\.\d+)*[.):]|q\s?\d*[.:])\s", "", text, flags=re.IGNORECASE)
    return " ".join(words(re.sub(r"</?[A-Za-z][^<>]*>", " ", text)))


def _settle_weak_labels(candidates: list[Candidate]) -> None:
    """Take one-letter labels back where the letters turn out to mean something else."""
    for place, candidate in enumerate(candidates):
        if (
            candidate.label.weak
            and candidate.label.kind == "answer"
            and _is_option(candidates, place)
        ):
            candidate.label = NONE
    questions = sum(
        candidate.label.kind == "question" and candidate.label.weak for candidate in candidates
    )
    answers = sum(
        candidate.label.kind == "answer" and candidate.label.weak for candidate in candidates
    )
    if answers * 2 < questions:
        for candidate in candidates:
            if candidate.label.weak and candidate.label.kind == "question":
                candidate.label = NONE


def _is_option(candidates: list[Candidate], place: int) -> bool:
    """Whether an `A` stands first in a row of options A, B, C."""
    candidate = candidates[place]
    lines = candidate.leaf.lines
    number = candidate.line - candidate.leaf.start
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if (
        not following
        and place + 1 < len(candidates)
        and candidates[place + 1].line <= candidate.leaf.end + 1
    ):
        following = candidates[place + 1].leaf.text.split("\n", 1)[0]
    option = read_option(following)
    return option is not None and option[0] in {"b", "б"}
