"""The runs of a Word paragraph as Markdown: emphasis, code, links, breaks, formulas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree import ElementTree as ET

from drill.importer.formats.html.inline import escaped
from drill.importer.formats.markdown_blocks import code_span
from drill.importer.formats.word.math import MATH, NESTING, formula
from drill.importer.formats.word.styles import (
    Style,
    Styles,
    attribute,
    child_value,
    is_monospace,
    switch,
    tag,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_INSIDE = frozenset(
    map(tag, ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo"))
)
_RAISED = {"superscript": "^", "subscript": "_"}
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F0B7": "•", "F0E0": "→", "F0DF": "←"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one format; `text` has `\\n` for a line break, or is finished Markdown."""

    text: str
    bold: bool = False
    italic: bool = False
    is_code: bool = False
    link: str = ""
    is_markdown: bool = False


class Links:
    """The targets of a document's external links, by id."""

    def __init__(self, root: ET.Element | None) -> None:
        self.targets = {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in (root if root is not None else ())
        }

    def target(self, element: ET.Element) -> str:
        """The target of a hyperlink: a URL, an anchor in the document, or empty."""
        anchor = attribute(element, "anchor")
        if re.fullmatch(r"[^\s<>()]+", anchor):
            return f"#{anchor}"
        target = self.targets.get(element.get(f"{_R}id", ""), "")
        return target if re.match(r"https?://[^\s<>()]+$", target) else ""


class RunReader:
    """Reads the runs of paragraphs, given the document's styles and links."""

    def __init__(self, styles: Styles, links: Links) -> None:
        self.styles = styles
        self.links = links

    def runs(
        self, element: ET.Element, style: Style, link: str = "", depth: int = 0
    ) -> Iterator[Run]:
        """The runs of a paragraph in order, without hidden or deleted text."""
        for child in element:
            if child.tag == tag("r"):
                yield from self._run(child, style, link, depth)
            elif child.tag == tag("hyperlink"):
                yield from self.runs(child, style, self.links.target(child), depth + 1)
            elif child.tag == f"{MATH}oMathPara":
                formulas = map(formula, child.iter(f"{MATH}oMath"))
                yield from (Run(f"$${tex}$$", is_markdown=True) for tex in formulas if tex)
            elif child.tag == f"{MATH}oMath":
                if tex := formula(child):
                    yield Run(f"${tex}$", is_markdown=True)
            elif child.tag in _INSIDE and depth < NESTING:
                yield from self.runs(child, style, link, depth + 1)

    def _run(self, element: ET.Element, style: Style, link: str, depth: int) -> Iterator[Run]:
        properties = element.find(tag("rPr"))
        if switch(properties, "vanish"):
            return
        own = self.styles.named(child_value(properties, "rStyle"))
        bold, italic = switch(properties, "b"), switch(properties, "i")
        text = "".join(map(_text, element))
        raised = _RAISED.get(child_value(properties, "vertAlign"))
        if raised and re.fullmatch(r"[\w+−-]{1,3}", text.strip()):
            yield Run(f"${raised}{{{text.strip()}}}$", link=link, is_markdown=True)
        elif text:
            yield Run(
                text,
                own.bold or style.bold if bold is None else bold,
                own.italic or style.italic if italic is None else italic,
                own.is_code or is_monospace(properties),
                link,
            )
        box = element.find(f".//{tag('txbxContent')}")  # a second one repeats the first
        for paragraph in box.iterfind(tag("p")) if box is not None and depth < NESTING else ():
            yield Run("\n")
            yield from self.runs(paragraph, style, link, depth + 1)
        for picture in element.iter(_DRAWN):
            if label := " ".join(picture.get("descr", "").split()):
                yield Run(escaped(f"[{label}]"), is_markdown=True)


def _text(element: ET.Element) -> str:
    if element.tag == tag("t"):
        return element.text or ""
    if element.tag in {tag("br"), tag("cr")}:
        return "" if attribute(element, "type") in {"page", "column"} else "\n"
    if element.tag == tag("sym"):
        return _SYMBOLS.get(attribute(element, "char").upper(), "")
    return {tag("tab"): "\t", tag("noBreakHyphen"): "-"}.get(element.tag, "")


def markdown_of(runs: Sequence[Run], *, plain_bold: bool) -> str:
    """The Markdown of a paragraph.

    `plain_bold`, for headings, omits bold, and italics if all of it is italic.
    """
    filled = [run for run in runs if run.text.strip()]
    if filled and not plain_bold and all(run.bold and not run.link for run in filled):
        return f"**{_paragraph(runs)}**"
    if plain_bold:
        is_plain = all(run.italic or run.is_code for run in filled)
        return _paragraph([replace(run, bold=False, italic=run.italic and not is_plain)
                           for run in runs])  # fmt: skip
    parts = []
    for is_bold, alike in groupby(_with_code(runs), key=lambda run: run.bold):
        text = "".join(_linked(list(alike)))
        parts.append(_marked(text, "**") if is_bold and text.strip() else text)
    return _lines("".join(parts))


def _with_code(runs: Sequence[Run]) -> list[Run]:
    """The runs, with code and spaces inside bold text made bold too."""
    result: list[Run] = []
    for place, run in enumerate(runs):
        is_inside = result and result[-1].bold and runs[place + 1 : place + 2]
        takes = run.is_code or not run.text.strip()
        if is_inside and takes and runs[place + 1].bold:
            result.append(replace(run, bold=True))
        else:
            result.append(run)
    return result


def _paragraph(runs: Sequence[Run]) -> str:
    return _lines("".join(_linked(runs)))


def _lines(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "  \n".join(line for line in lines if line)


def _linked(runs: Sequence[Run]) -> Iterator[str]:
    """Runs of one weight as Markdown, the runs of a link merged."""
    for link, linked in groupby(runs, key=lambda run: run.link):
        text = ""
        looks = groupby(linked, key=lambda run: (run.is_markdown, run.is_code, run.italic))
        for (is_markdown, is_code, is_italic), alike in looks:
            body = "".join(run.text for run in alike)
            if is_markdown:
                text += body
            elif is_code:
                text += _spaced(body, code_span(body))
            else:
                text += _marked(escaped(body), "*") if is_italic else escaped(body)
        yield f"[{text.strip()}]({link})" if link and text.strip() else text


def _marked(text: str, mark: str) -> str:
    """Each line of `text` between markers, its outer spaces outside."""
    return "\n".join(
        _spaced(line, f"{mark}{line.strip()}{mark}") if line.strip() else line
        for line in text.split("\n")
    )


def _spaced(text: str, body: str) -> str:
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{body}{tail}"
