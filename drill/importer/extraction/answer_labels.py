"""Removes the labels of answers: those found as candidates, and those shared by all answers."""

import re
from collections import Counter
from collections.abc import Sequence

from drill.importer.extraction.named_options import speaks_of_letters
from drill.importer.extraction.sections import Sections
from drill.importer.line_ledger import Role
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import LabelKind
from drill.importer.signals.learned_labels import Labels
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import is_wrapper
from drill.importer.source.reveals import is_reveal
from drill.text import words

_SHARED = re.compile(
    r"(?:(?P<lead>[*_]{0,3}|`|<\w+>)(?P<word>[^\W\d_][^\n:：*_`]{0,28}?)\s{0,2}\d{0,3}\s{0,2}[*_`]{0,3}\s?(?:[:：]|[-–—](?=\s))"
    r"|(?P<bare>[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]{1,6}[ \u3000]|R\))"
    r"|(?P<sign>=>|->|→|⇒|➜|➡|►|▶|✔|[\u2600-\u27bf\U0001f300-\U0001faff]|[-–—](?=\s[^\n]*\n?$)))[*_`\ufe0f]{0,3}\s*"
)
_ASKED = re.compile(
    r"question|вопрос|запитання|frage|pregunta|pergunta|domanda|pytanie|问|問|题|題|질문",
    re.IGNORECASE,
)
"""A heading that names the question."""
_PART = re.compile(r"(?m)^(?:\*\*|__)[^*_:：\n]{2,40}[:：]")
_SIBLING = re.compile(r"(?m)^[*_]{0,3}(?P<word>[^\W\d_][^\n:：*_`]{0,28}?)\s?[*_]{0,3}[:：]")
_PARTS = 2
"""The most bold labels per answer, on average, if the first labels the whole answer; three or more
label its parts."""
_CLOSING_TAG = re.compile(r".*</(?:summary|dt|h[1-6])\s*>", re.IGNORECASE | re.DOTALL)
_ALIKE = 0.8
"""The least share of answers with the same beginning, to take it for a label."""
_LEAST = 3
"""The fewest answers with the same beginning, to take it for a label."""


def without_label(
    sections: Sections, label: Candidate, lines: Sequence[str], cut: int
) -> list[str]:
    """`lines`, from line `cut`, without `label` and a second label right after it."""
    result = list(lines)
    while label.line >= cut:
        _take_out(sections, label, result, cut)
        second = None if label.title else _right_after(sections, label, result, cut)
        if second is None:
            break
        label = second
    if label.kind is CandidateKind.HEADING and not label.title:
        sections.blank_edges(result, cut, label.end)
    return result


def _right_after(
    sections: Sections, label: Candidate, lines: Sequence[str], cut: int
) -> Candidate | None:
    """The next label, if only tags separate it from `label`."""
    second = sections.outline.answer_between(label.end, cut + len(lines))
    # Among options, "A)" is the letter of one.
    if second is None or (second.label.weak and sections.outline.option_lines):
        return None
    between = lines[label.end - cut : second.line - cut]
    return None if any(text.strip() and not is_wrapper(text) for text in between) else second


def _take_out(sections: Sections, label: Candidate, result: list[str], cut: int) -> None:
    """Replace the lines of a label in `result` (from line `cut`) with the text after the label."""
    for line in range(label.line, label.end):
        place = line - cut
        if place < len(result):
            text = _label_rest(sections, label, line)
            result[place] = text
            sections.mark(line, Role.ANSWER if text.strip() else Role.WRAPPER)
    if label.title and label.kind in {CandidateKind.HEADING, CandidateKind.SUMMARY}:
        title = label.title.strip("*")
        result[label.line - cut] = title if speaks_of_letters(title) else f"**{title}**"
        for line in range(label.line, label.end):
            sections.ledger.roles[line] = Role.ANSWER


def _label_rest(sections: Sections, label: Candidate, line: int) -> str:
    """The text after the label on one of its lines."""
    leaf = label.leaf
    if leaf.kind in {LeafKind.HEADING, LeafKind.SUMMARY}:
        return after_tag(sections.document, label) if line == label.end - 1 else ""
    text = leaf.lines[line - leaf.start]
    read = sections.outline.labels.read(text)
    if read.kind is not LabelKind.ANSWER:
        return text
    rest = text[read.end :].strip()
    for mark in ("**", "__", "*", "_"):
        if rest.count(mark) % 2 and text[: read.end].count(mark) % 2:
            rest = rest[: -len(mark)] if rest.endswith(mark) else mark + rest
            break
    return "" if rest in {"****", "____", "\\"} else rest


def after_tag(document: Document, candidate: Candidate) -> str:
    """The text after the closing tag of a heading or summary, on its last line."""
    if candidate.leaf.kind not in {LeafKind.SUMMARY, LeafKind.HEADING}:
        return ""
    raw = "\n".join(document.lines[candidate.line : candidate.end])
    tag = _CLOSING_TAG.match(raw)
    rest = raw[tag.end() :] if tag else ""
    return rest.strip() if re.search(r"\w", re.sub(r"<[^<>]*>", "", rest)) else ""


def without_shared_label(answers: Sequence[str | None]) -> list[str | None]:
    """`answers` without the beginning that nearly all share: a word and a mark, or a sign.

    A printed page may also have the button that shows or hides an answer.
    """
    split = [(answer or "").partition("\n\n") for answer in answers]
    buttons = sum(is_reveal(first) for first, _, _ in split)
    if buttons >= max(_LEAST, _ALIKE * sum(answer is not None for answer in answers)):
        answers = [
            rest or None if is_reveal(first) else answer
            for answer, (first, _, rest) in zip(answers, split, strict=True)
        ]
    matches = [_SHARED.match(answer) if answer else None for answer in answers]
    keys = [
        (match["word"] or match["bare"] or match["sign"]).strip().lower() if match else ""
        for match in matches
    ]
    counts = Counter(key for key in keys if key)
    if not counts:
        return list(answers)
    shared, count = counts.most_common(1)[0]
    given = sum(answer is not None for answer in answers)
    if count < max(_LEAST, _ALIKE * given):
        return list(answers)
    parts = sum(len(_PART.findall(answer)) for answer in answers if answer)
    pairs = sum(_has_sibling(shared, answer) for answer in answers if answer)
    again = sum(answer.lower().count(f"\n{shared}") for answer in answers if answer)
    if parts > _PARTS * count or pairs * 2 > count or again > count:
        return list(answers)
    result: list[str | None] = []
    for answer, match, key in zip(answers, matches, keys, strict=True):
        rest = answer[match.end() :].lstrip() if answer and match and key == shared else answer
        result.append(rest or None)
    return result


def _has_sibling(label: str, answer: str) -> bool:
    """Whether a line of an answer has a label with a word of `label`: `Long answer`."""
    others = (match["word"].lower().split() for match in _SIBLING.finditer(answer))
    own = label.split()
    return any(own != other and {*own} & {*other} for other in others)


def are_parts_of_answer(leaves: Sequence[Leaf]) -> bool:
    """Whether the blocks above a label are parts of an answer: several headings divide them.

    A heading that names the question makes them parts of the prompt.
    """
    titles = [leaf.text for leaf in leaves if leaf.kind is LeafKind.HEADING]
    return len(titles) > 1 and not any(map(_ASKED.search, titles))


def has_another(labels: Labels, lines: Sequence[str]) -> bool:
    """Whether a label on the first line, "Short answer", has another below: "Long answer"."""
    read = ((line, labels.read(line)) for line in lines)
    named = (words(line[: one.end]) for line, one in read if one.kind is LabelKind.ANSWER)
    own = next(named, [])
    return len(own) > 1 and any(len(other) > 1 and other != own for other in named)
