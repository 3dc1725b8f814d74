"""Removes the labels of answers that were found as candidates."""

import re
from collections.abc import Sequence

from drill.importer.extraction.named_options import speaks_of_letters
from drill.importer.extraction.sections import Sections
from drill.importer.line_ledger import Role
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.fields import read_field
from drill.importer.signals.labels import LabelKind
from drill.importer.signals.learned_labels import Labels
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import ends_asking, is_wrapper
from drill.importer.source.reveals import names_hint
from drill.text import words

_ASKED = re.compile(
    r"question|вопрос|запитання|frage|pregunta|pergunta|domanda|pytanie|问|問|题|題|질문",
    re.IGNORECASE,
)
"""A heading that names the question."""
_EXPLAINS = re.compile(r"explanation|解析|解説|해설", re.IGNORECASE)
"""A heading that announces what explains an answer, or is one."""
_LABELLED_ITEM = re.compile(
    r"(?P<mark>\*\*|__)[^\W\d_][^*_:：\n]{0,28}(?:[:：](?P=mark)|(?P=mark)\s?[:：])"
)
"""A list item that begins with a bold label: `**Approach**: …`."""
_CLOSING_TAG = re.compile(r".*</(?:summary|dt|h[1-6])\s*>", re.IGNORECASE | re.DOTALL)


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


def are_parts_of_answer(leaves: Sequence[Leaf]) -> bool:
    """Whether the blocks above a label are parts of an answer: several headings divide them.

    A heading that names the question makes them parts of the prompt.
    """
    titles = [leaf.text for leaf in leaves if leaf.kind is LeafKind.HEADING]
    return len(titles) > 1 and not any(map(_ASKED.search, titles))


def begin_list(leaves: Sequence[Leaf], label: Candidate) -> bool:
    """Whether the blocks above a label are items with labels of their own in its list.

    In `- **Approach**: …`, `- **Answer**: …`, the first item answers as well.
    """
    item = label.leaf.opens
    return (
        item is not None
        and bool(leaves)
        and all(leaf.opens is not None and leaf.opens.group == item.group for leaf in leaves)
        and all(map(_LABELLED_ITEM.match, (leaf.text for leaf in leaves)))
        and not any(map(_asks_or_hints, leaves))
    )


def _asks_or_hints(leaf: Leaf) -> bool:
    """Whether a labelled item belongs to the prompt: it asks, is a field, or names a hint."""
    name = leaf.text.replace("：", ":").partition(":")[0].strip(" *_")
    return ends_asking(leaf.text) or names_hint(name) or read_field(leaf.text) is not None


def explains(label: Candidate, leaves: Sequence[Leaf]) -> bool:
    """Whether a heading such as "Explanation" is below an answer: `leaves` are text, then code."""
    is_heading = label.kind is CandidateKind.HEADING and bool(_EXPLAINS.search(label.leaf.text))
    is_text = is_heading and bool(leaves) and leaves[0].kind is LeafKind.PARAGRAPH
    return is_text and any(leaf.kind is LeafKind.FENCE for leaf in leaves)


def has_another(labels: Labels, lines: Sequence[str]) -> bool:
    """Whether a label on the first line, "Short answer", has another below: "Long answer"."""
    read = ((line, labels.read(line)) for line in lines)
    named = (words(line[: one.end]) for line, one in read if one.kind is LabelKind.ANSWER)
    own = next(named, [])
    return len(own) > 1 and any(len(other) > 1 and other != own for other in named)
