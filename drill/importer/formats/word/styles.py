"""The paragraph styles and the numbering of a Word document."""

import re
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from drill.importer.formats.markdown_blocks import TICKS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CODE_NAME = re.compile(r"\b(?:source ?code|code|verbatim|preformatted|macro text)\b", re.I)
_QUOTE_NAME = re.compile(r"(?:intense )?quote|block text|quotations", re.I)
_MONOSPACE = re.compile(r"mono|courier|consol|menlo|monaco|\bcode\b|cascadia|inconsolata|fixed")
_BLANK_BULLETS = " \xa0\uf020"  # the last is the space of the font Symbol
_ANCESTORS = 20
_LEVELS = 9
_NUMBER_LIMIT = 1_000_000


def tag(name: str) -> str:
    """The qualified name of a WordprocessingML element."""
    return f"{_W}{name}"


def attribute(element: ET.Element, name: str) -> str:
    """A WordprocessingML attribute, or empty."""
    return element.get(f"{_W}{name}", "")


def child_value(element: ET.Element | None, *path: str) -> str:
    """The `w:val` of a descendant, or empty."""
    child = element.find("/".join(map(tag, path))) if element is not None else None
    return attribute(child, "val") if child is not None else ""


def switch(properties: ET.Element | None, name: str) -> bool | None:
    """A toggle property: on, off, or None if not set."""
    child = properties.find(tag(name)) if properties is not None else None
    if child is None:
        return None
    return attribute(child, "val") not in {"0", "false", "off", "none"}


def is_monospace(properties: ET.Element | None) -> bool:
    """Whether run properties set a monospace font."""
    fonts = properties.find(tag("rFonts")) if properties is not None else None
    return fonts is not None and bool(_MONOSPACE.search(attribute(fonts, "ascii").lower()))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits; `level` is the heading level, 0 for none."""

    level: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_code: bool = False
    is_quote: bool = False
    bold: bool = False
    italic: bool = False
    number: tuple[str, int] | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: ET.Element | None) -> None:
        styles = root.findall(tag("style")) if root is not None else []
        self._elements = {attribute(style, "styleId"): style for style in styles}
        self._known: dict[str, Style] = {}

    def of_paragraph(self, paragraph: ET.Element) -> Style:
        """The style of a paragraph, with the paragraph's own outline level."""
        properties = paragraph.find(tag("pPr"))
        style = self.named(child_value(properties, "pStyle"))
        level = child_value(properties, "outlineLvl")
        return replace(style, level=int(level) + 1) if re.fullmatch("[0-5]", level) else style

    def named(self, key: str) -> Style:
        """The style with the id `key`, or an empty style."""
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def _read(self, key: str) -> Style:
        style = Style()
        chain: list[ET.Element] = []
        while key in self._elements and len(chain) < _ANCESTORS:
            chain.append(self._elements[key])
            key = child_value(chain[-1], "basedOn")
        for element in reversed(chain):  # the root style first
            name = child_value(element, "name").lower()
            heading = re.fullmatch(r"heading ([1-6])", name)
            level = child_value(element, "pPr", "outlineLvl")
            runs = element.find(tag("rPr"))
            bold, italic = switch(runs, "b"), switch(runs, "i")
            style = Style(
                int(heading[1]) if heading
                else int(level) + 1 if re.fullmatch("[0-5]", level) else style.level,
                style.is_title or name == "title",
                style.is_contents or bool(re.match(r"toc \d|table of figures", name)),
                style.is_code or bool(_CODE_NAME.search(name)) or is_monospace(runs),
                style.is_quote or bool(_QUOTE_NAME.fullmatch(name)),
                style.bold if bold is None else bold,
                style.italic if italic is None else italic,
                number_of(element.find(tag("pPr"))) or style.number,
            )  # fmt: skip
        return style


def number_of(properties: ET.Element | None) -> tuple[str, int] | None:
    """The numbering id of a paragraph and its level, from 0; None without numbering."""
    key = child_value(properties, "numPr", "numId")
    level = child_value(properties, "numPr", "ilvl")
    return (key, int(level) if re.fullmatch("[0-8]", level) else 0) if key else None


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a paragraph: a Markdown list marker in `mark`, or text in `label`.

    `goes_on` means that its bullet is blank: the paragraph continues the item before it.
    """

    mark: str = ""
    label: str = ""
    level: int = 0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document as Word does."""

    def __init__(self, root: ET.Element | None) -> None:
        self._levels: dict[str, list[_Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        for abstract in root.findall(tag("abstractNum")) if root is not None else ():
            levels = [_Level("bullet", "", 1)] * _LEVELS
            for level in abstract.findall(tag("lvl")):
                place = attribute(level, "ilvl")
                if re.fullmatch("[0-8]", place):
                    levels[int(place)] = _level(level)
            self._levels[attribute(abstract, "abstractNumId")] = levels
        for list_ in root.findall(tag("num")) if root is not None else ():
            key = attribute(list_, "numId")
            self._lists[key] = child_value(list_, "abstractNumId")
            for over in list_.findall(tag("lvlOverride")):
                start, place = child_value(over, "startOverride"), attribute(over, "ilvl")
                if re.fullmatch("[0-8]", place) and re.fullmatch(r"\d{1,6}", start):
                    self._restarts[key, int(place)] = int(start)

    def next(self, paragraph: ET.Element, style: Style) -> Number:
        """The number of the next paragraph; empty if it has none."""
        number = number_of(paragraph.find(tag("pPr"))) or style.number
        if number is None or self._lists.get(number[0]) not in self._levels:
            return Number()
        key, place = number
        levels = self._levels[self._lists[key]]
        level = levels[place]
        if level.kind in {"bullet", "none"}:
            shown = level.kind == "bullet" and bool(level.text.strip(_BLANK_BULLETS))
            box = TICKS.get(level.text.strip(), "")
            return Number("- " if shown else "", box.strip(), place, not shown)
        counts = self._counts.setdefault(self._lists[key], [level.start - 1 for level in levels])
        if (key, place) in self._restarts:  # only at the first paragraph of this list
            counts[place] = self._restarts.pop((key, place)) - 1
        counts[place] = min(counts[place] + 1, _NUMBER_LIMIT)
        for below in range(place + 1, _LEVELS):
            counts[below] = levels[below].start - 1
        label = re.sub(
            r"%([1-9])", lambda n: _digits(counts[int(n[1]) - 1], levels[int(n[1]) - 1].kind),
            level.text,
        ).strip()  # fmt: skip
        is_plain = level.kind == "decimal" and re.fullmatch(r"\d+[.)]?", label)
        return Number(f"{counts[place]}. " if is_plain else "", label, place)


def _level(element: ET.Element) -> _Level:
    start = child_value(element, "start")
    number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
    return _Level(child_value(element, "numFmt"), child_value(element, "lvlText"), number)


def _digits(number: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr((96 if kind == "lowerLetter" else 64) + number)
    if kind in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        tens, ones = divmod(number, 10)
        roman = "x" * tens + "|i|ii|iii|iv|v|vi|vii|viii|ix".split("|")[ones]
        return roman if kind == "lowerRoman" else roman.upper()
    return str(number)
