"""Shortens a long answer for a card: first sentence, headings of its parts, one formula."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from drill.markdown import markup

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_MOST_POINTS = 7
_MOST_SENTENCES = 3  # of a pure prose answer
_MOST_WORDS = 32  # of one point: three lines of a column
_LEAD_WORDS = 10  # the most bold words that are a heading of the text after them
_JOINT = 2  # words that only introduce code, as "For example:"
_MOST_LINES = 10  # of code; longer code cannot be grasped at a glance
_MOST_COLUMNS = 76
_FORMULA_LENGTH = 300
_MOST_BODY_LINES = 16
_MOST_BODY_WORDS = 100  # of one paragraph below a title

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)*_]*(?=\s)|[。！？]")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|z\.B|d\.h|p\.ej|ca)|\b[A-Z]|\d)\.$")
_BOLD = re.compile(r"\*\*[^*]+\*\*[:：.]?")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_OPEN_END = re.compile(r"[:：,，][*_]*$")
_LISTS = {"bullet_list", "ordered_list", "table"}
_SHOWN = {"fence", "code_block", "math_block"}
_PAIRED = ("**", "__", "`", "$")
_REFERENCE = re.compile(r"!?\[([^\[\]]*)\]\[[^\[\]]*\]")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)|<?https?://\S+")
_WORD = re.compile(r"[\w`$]")  # or an operator in code
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Extract:
    """The extract of an answer: `points` are lines of Markdown, the other fields blocks."""

    points: tuple[str, ...] = ()
    formula: str = ""
    code: str = ""


def extract(answer: str) -> Extract:
    """The parts of an answer, Markdown, that remind a reader of the rest.

    Up to seven lines: the first sentence, bold lead-ins and the beginnings of list items; for plain
    prose the first three sentences. Also the first displayed formula, and the first code block if
    it is short. Long code (cut), long formulas and descriptions of pictures are included only if
    there is nothing else. Bare links are skipped.
    """
    from markdown_it.tree import SyntaxTreeNode

    nodes = SyntaxTreeNode(markup.parse(answer)).children
    points = list(dict.fromkeys(point for point in _points(nodes) if point))
    if len(points) == 1:
        prose = (_shortened(sentence, _MOST_WORDS) for sentence in _prose(nodes))
        points = list(dict.fromkeys((*points, *prose)))[:_MOST_SENTENCES]
    code, formula = _code(nodes), _formula(nodes, _FORMULA_LENGTH)
    if not points:
        code = code or _beginning(nodes)
        formula = formula or ("" if code else _formula(nodes))
        points = [] if code or formula else list(_pictures(nodes))
    return Extract(tuple(points[:_MOST_POINTS]), formula, code)


def first_sentence(text: str, most: int = _MOST_WORDS) -> str:
    """The first sentence of a paragraph of Markdown; beyond `most` words it ends in an ellipsis.

    Code, formulas and emphasis are never cut.
    """
    return _shortened(next(_sentences(text), ""), most)


def _sentences(text: str) -> Iterator[str]:
    text = " ".join(_REFERENCE.sub(r"\1", _PICTURE.sub("", text)).split())
    start = 0
    for end in _SENTENCE_END.finditer(text):
        sentence = text[start : end.end()].strip()
        if _is_whole(sentence) and not _ABBREVIATION.search(sentence):
            yield sentence
            start = end.end()
    if rest := text[start:].strip():
        yield rest


def _shortened(text: str, most: int) -> str:
    words = text.split(" ")
    letters = most * 3 if _WIDE.search(text) else len(text)
    if len(words) <= most and len(text) <= letters:
        return text
    kept = words[:most]
    while len(kept) > 1 and not _is_whole(" ".join(kept)):
        kept.pop()
    return " ".join(kept)[:letters].rstrip(" ,;:") + " …"


def _is_whole(text: str) -> bool:
    return all(text.count(sign) % 2 == 0 for sign in _PAIRED) and text.count("(") <= text.count(")")


def _points(nodes: "Sequence[SyntaxTreeNode]") -> Iterator[str]:
    """The first sentence of the first paragraph, then the lead-ins of the other blocks."""
    lead, is_first = "", True
    for node, following in zip_longest(nodes, nodes[1:]):
        match node.type:
            case "heading":
                lead = _content(node)
                continue
            case "paragraph":
                text = _content(node)
                letter = text.strip("*_.")
                an_option = is_first and following and len(letter) == 1 and letter.isalpha()
                if an_option or _is_link(text) or _joins(text, following):
                    continue
                if is_first or lead or text.startswith("**"):
                    sentence = first_sentence(text)
                    if len(text.split()) <= _LEAD_WORDS and _BOLD.fullmatch(text):
                        lead = text
                        continue
                    # A sentence that only introduces a list adds nothing to it.
                    leads = following is not None and following.type in _LISTS
                    if not (leads and _OPEN_END.search(sentence)):
                        yield _led(lead, sentence)
                        lead = ""
            case "bullet_list" | "ordered_list":
                for item in node.children:
                    yield _led(lead, _head_of_item(item))
                    lead = ""
            case "table":
                yield from _rows(node)
                lead = ""
            case "blockquote" if is_first:
                yield from _points(node.children)
            case _:
                continue
        is_first = False


def _joins(text: str, following: "SyntaxTreeNode | None") -> bool:
    """Whether a paragraph only announces code, a formula or a picture: "or", "For example:"."""
    if following is None:
        return False
    if following.type not in _SHOWN and not _PICTURE.fullmatch(_content(following)):
        return False
    words = text.split()
    is_word = len(words) == 1 and text.islower()
    return is_word or (len(words) <= _JOINT and bool(_OPEN_END.search(text)))


def _prose(nodes: "Iterable[SyntaxTreeNode]") -> Iterator[str]:
    """The sentences of the paragraphs, except those that only introduce a list or code."""
    for node in nodes:
        text = _content(node) if node.type == "paragraph" else ""
        if not _is_link(text):
            for sentence in _sentences(text):
                if len(sentence) > len("B.") and not _OPEN_END.search(sentence):
                    yield sentence


def _is_link(text: str) -> bool:
    """Whether the text consists of links."""
    return not _WORD.search(_LINK.sub("", text))


def _led(lead: str, text: str) -> str:
    """`text` after its bold lead-in, or alone if it has a lead-in of its own."""
    lead = lead.strip("*_:： ")
    if not lead or text.startswith("**") or text.casefold().startswith(lead.casefold()) or not text:
        return text
    return f"**{lead}**: {text}"


def _head_of_item(item: "SyntaxTreeNode") -> str:
    if not item.children or item.children[0].type not in {"paragraph", "heading"}:
        return ""
    text = _content(item.children[0])
    if _is_link(text):
        return ""
    if item.children[0].type == "heading" or (text.startswith("**") and text.endswith(("**", ":"))):
        after = [child for child in item.children[1:] if child.type == "paragraph"]
        return _led(text, first_sentence(_content(after[0]))) if after else text.rstrip(":")
    return first_sentence(text)


def _rows(table: "SyntaxTreeNode") -> Iterator[str]:
    """The rows of a table as lines: the first cell in bold, then the others."""
    rows = [row.children for part in table.children[1:] for row in part.children]
    for cells in rows:
        first, *others = [" ".join(_content(cell, of_cell=True).split()) for cell in cells]
        said = "; ".join(cell for cell in others if cell)
        if first and said:
            yield _shortened(_led(first, said), _MOST_WORDS)


def _content(node: "SyntaxTreeNode", *, of_cell: bool = False) -> str:
    inline = node.children[0] if node.children else None
    text = inline.content if inline else ""
    return text.replace("|", "\\|") if of_cell and "\\|" in text else text.strip()


def _walk(nodes: "Iterable[SyntaxTreeNode]") -> "Iterator[SyntaxTreeNode]":
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _pictures(nodes: "Iterable[SyntaxTreeNode]") -> Iterator[str]:
    """The descriptions of pictures, for answers that are only pictures."""
    for node in _walk(nodes):
        if node.type == "image":
            yield f"![{markup.flat(node.token.children or ()) if node.token else ''}](picture)"


def _formula(nodes: "Iterable[SyntaxTreeNode]", longest: float = math.inf) -> str:
    for node in _walk(nodes):
        if node.type == "math_block" and len(node.content) <= longest:
            return f"$$\n{node.content.strip()}\n$$"
    return ""


def _code(nodes: "Iterable[SyntaxTreeNode]") -> str:
    for node in _walk(nodes):
        if node.type in {"fence", "code_block"}:
            lines = node.content.rstrip("\n").split("\n")
            if len(lines) <= _MOST_LINES and max(map(len, lines)) <= _MOST_COLUMNS:
                return _fenced(lines, node.info)
    return ""


def _beginning(nodes: "Iterable[SyntaxTreeNode]") -> str:
    """The first lines of the first code block, for answers of code alone."""
    for node in _walk(nodes):
        if node.type in {"fence", "code_block"}:
            lines = node.content.rstrip("\n").split("\n")[:_MOST_LINES]
            return _fenced([*lines, "…"], node.info)
    return ""


def _fenced(lines: list[str], info: str) -> str:
    ticks = "`" * max([2, *map(len, re.findall("`+", "\n".join(lines)))]) + "`"
    return "\n".join((f"{ticks}{info.partition(' ')[0]}", *lines, ticks))


def shortened_body(body: str) -> str:
    """The text below a title, Markdown: at most sixteen lines of at most a hundred words."""
    kept, fence = list[str](), ""
    for number, line in enumerate(body.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
        if number > _MOST_BODY_LINES and not (mark and not fence):
            kept += ["…", fence] if fence else ["", "…"]
            break
        kept.append(line if fence or mark else _shortened(line, _MOST_BODY_WORDS))
    return "\n".join(kept)
