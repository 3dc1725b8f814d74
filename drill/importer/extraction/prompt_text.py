"""Tells the text that continues a question below its title, or its parts, from an answer."""

from collections.abc import Sequence

from drill.importer.choice.question_range import QuestionRange
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import QUESTION_MARKS, ends_asking


def are_parts(leaves: Sequence[Leaf]) -> bool:
    """Whether all that stands below a title is a list of its parts, which ask."""
    texts = [leaf.text for leaf in leaves if leaf.kind is not LeafKind.RULE]
    return (
        len(texts) > 1
        and all(leaf.item is not None for leaf in leaves if leaf.kind is not LeafKind.RULE)
        and all(map(ends_asking, texts))
    )


def own_text(question: QuestionRange) -> str:
    """The rest of the paragraph that begins with the title."""
    leaf, end = question.start.candidate.leaf, question.start.end
    own = leaf.lines[end - leaf.start : question.end - leaf.start]
    return "\n".join(own) if leaf.kind is LeafKind.PARAGRAPH else ""


def goes_on(title: str, below: Leaf) -> bool:
    """Whether the question begun by the title ends in the paragraph below it."""
    text = below.text
    is_line = below.kind is LeafKind.PARAGRAPH and "\n" not in text and text.lstrip()[:1].islower()
    return is_line and text.rstrip().endswith(QUESTION_MARKS) and not ends_asking(title)
