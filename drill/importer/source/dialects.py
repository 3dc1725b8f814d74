"""Rewrites dialects of Markdown as plain Markdown: callouts, containers, folds, properties.

Obsidian, Logseq, MkDocs, Docusaurus, VitePress, Hugo, Pandoc and wikis each have their own syntax
for headings, folds, notes and metadata. A container around a question becomes a heading, one
around an answer becomes its label, and decoration is blanked. The number of lines never changes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drill.importer.source.heading_marks import HeadingMarks
from drill.importer.source.lines import QUESTION_MARKS
from drill.importer.source.program_lines import is_code, is_metadata
from drill.importer.source.reveals import is_reveal

_FENCE = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
_CALLOUT = re.compile(r"(\s{0,3}(?:>\s?)*?)>\s?\[!([\w-]{1,20})\]([-+]?)\s*(.{0,400})$")
_CONTAINER = re.compile(
    r"(\s{0,8}):{3,}\s{0,4}(?:\{\.?)?([\w-]{1,24})\}?(?:\[(.{0,300})\]|\s+(.{0,300}))?\s*$"
)
_CONTAINER_END = re.compile(r"\s{0,8}:{3,}\s*$")
_ADMONITION = re.compile(
    r"(\s{0,12})(?:\?\?\?\+?|!!!)\s+([\w-]{1,24})(?: [\w-]{1,24}){0,3}(?:\s+\"(.{0,300})\")?\s*$"
)
_SHORTCODE = re.compile(r"\s{0,8}\{\{[<%]\s*(/?)\s*([\w-]{1,24})\s*([^{}]{0,300}?)\s*[%>]\}\}\s*$")
_QUOTED_TITLE = re.compile(r"\"([^\"]{1,300})\"")
_COMPONENT = re.compile(r"\s{0,12}<(/?)([A-Z]\w{0,30})(?:\s[^<>]{0,300})?/?>\s*$")
_TAGGED = re.compile(
    r"\s{0,12}<(?:(?:div|p|section|article)\s[^<>]{0,100}?class=[\"'](?:[\w-]{1,20}[-_])?"
    r"(?P<kind>question|answer)(?:[-_](?:title|text|content|body))?[\"'][^<>]{0,100}"
    r"|(?P<name>/?quiz|question|answers?|solution|reveal)(?:\s[^<>]{0,300})?)>(?P<text>.{0,1000}?)(?:</\w{1,20}>)?$",
    re.IGNORECASE,
)
"""An element whose name or class says what it holds, and the text on its line."""
_ATTRIBUTES = re.compile(
    r"(?<=[^\s$])(?:[ \t]{0,20}\{(?:-|(?:-?[ \t]?#|:[ \t]{0,4}[#.])[^{}\n]{1,300})\}"
    r"|[ \t]{1,20}\{\.[A-Za-z][\w.#= -]{0,300}\})[ \t]*$"
)
"""The attributes of a heading, `{#id .class}`; elsewhere braces may be a shell's."""
_WIDE_ITEM = re.compile(r"( {0,3}\d{1,3}[.)])(?: {5,12}|\t{2,3})(?=\S)")
"""A number far before its text, which Markdown takes for code in a list."""
_TAG_LINE = re.compile(r"\s{0,3}(?:#[^\W\d][\w/-]*\s*){1,12}$")
_TAG_NAME = re.compile(r"#([\w/-]+)")
_DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
_SPAN = re.compile(r"\[([^\[\]\n]{1,200})\]\{[#.][^{}\n]{1,200}\}")
"""Text with attributes, as Pandoc writes it: `[port]{#port}`."""
_TERM = re.compile(r"(?![#>|`~\-+=:<]|\*\s|\d{1,9}[.)]\s|\s).{1,200}$")
_QUESTIONS = {"question", "faq", "help"}
_ASKS = {*_QUESTIONS, "details", "spoiler", "collapse", "expand"}
_TASKS = {"challenge", "exercise"}
"""Containers of lessons, whose titles are headings inside, above a container of the solution."""
_TASK_LINES = 200
"""The most lines from such a heading to its solution."""
_INNER_HEADING = re.compile(r"#{1,6}\s+(.{1,300})$")
_ANSWERS = {"answer", "answers", "solution", "reveal", "ans"}
_ANSWER = "**Answer:**"
_DEFINITIONS = 2
"""The fewest `: text` lines of a definition list: a single one is punctuation."""
_HEADING = "###### "
"""The heading for a question container, deeper than a document's own headings."""
_QUESTION = "###### Q: "
"""The same for a container labelled as a question."""
_MARKS = "#<-+|>!"
"""Characters that begin a line of markup, not of plain text."""
_END = "***"
"""The end of such a container: a rule, which ends the last answer."""


@dataclass(slots=True)
class Dialects:
    """The lines as plain Markdown, the topics named by tag lines, and the lines of terms.

    A term is the heading of its definition, `: text` below it.
    """

    lines: list[str]
    tags: list[str] = field(default_factory=list)
    terms: set[int] = field(default_factory=set)


def plain(lines: Sequence[str], front: int) -> Dialects:
    """`lines` as plain Markdown; the first `front` lines, the front matter, stay as they are."""
    writer = _Writer(list(lines), front)
    writer.write()
    return Dialects(writer.lines, writer.tags, writer.terms)


class _Writer:
    """Rewrites lines in place, except inside fences."""

    def __init__(self, lines: list[str], front: int) -> None:
        self.lines = lines
        self.front = front
        self.tags: list[str] = []
        self.terms: set[int] = set()
        self.containers: list[str] = []
        self.headings = HeadingMarks()
        self.defined = self._has_definitions()

    def write(self) -> None:
        """Rewrite all lines in one pass."""
        fence = ""
        number = self.front
        while number < len(self.lines):
            line = self.lines[number]
            mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
            if fence:
                if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                    fence = ""
            elif mark:
                fence = mark[1]
            elif line.strip():
                self._line(number, line)
                if self.lines[number] != line and number + 1 < len(self.lines):
                    again = _CALLOUT.match(self.lines[number])
                    if again:
                        continue
            number += 1

    def _line(self, number: int, line: str) -> None:
        """Rewrite one line outside of code."""
        first = line.lstrip()[:3]
        if ">" in line[:8] and (match := _CALLOUT.match(line)):
            self._callout(number, match)
        elif ":::" in line:
            self._container(number, line)
        elif first in {"???", "!!!"} and (match := _ADMONITION.match(line)):
            self._admonition(number, match)
        elif "{{" in line and (match := _SHORTCODE.match(line)):
            self._shortcode(number, match)
        elif first[:1] == "<":
            self._element(number, line)
        elif is_metadata(line):
            self.lines[number] = ""
        elif first[:1] == "#" and _TAG_LINE.match(line):
            self._tag_line(number, line)
        elif mark := _WIDE_ITEM.match(line):
            self.lines[number] = f"{mark[1]} {line[mark.end() :]}"
        elif first[:1] in {"#", "="} and (heading := self.headings.written(line)):
            self.lines[number] = _ATTRIBUTES.sub("", heading)
        elif line.startswith("# ") and self._is_comment(number, line):
            self.lines[number] = "\\" + line
        elif self.defined and _DEFINITION.match(line):
            self._definition(number, line)
        elif "{" in line and self._is_heading(number, line):
            self.lines[number] = _ATTRIBUTES.sub("", line)

    def _is_heading(self, number: int, line: str) -> bool:
        """Whether a line is a heading by its mark, or by the line under it."""
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        is_underlined = bool(below.strip()) and set(below.strip()) <= {"="}
        return line[:4].lstrip(" ").startswith("#") or is_underlined

    def _is_comment(self, number: int, line: str) -> bool:
        """Whether `# text` is a comment in code without a fence, and no heading."""
        above = self.lines[number - 1] if number else ""
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        if line.rstrip().endswith(QUESTION_MARKS):
            return False
        is_small = line[2:].lstrip()[:1].islower()
        return any(map(is_code, (above, below))) or (is_small and bool(above.strip()))

    def _container(self, number: int, line: str) -> None:
        """A line of colons: opens a container if it names a kind, else closes the last one."""
        if match := _CONTAINER.match(line):
            title = (match[3] or match[4] or "").strip(" \"'")
            self._open(number, match[1], match[2], title)
        elif _CONTAINER_END.match(line):
            self._close(number)

    def _shortcode(self, number: int, match: re.Match[str]) -> None:
        """A Hugo shortcode: a container if it has a title."""
        quoted = _QUOTED_TITLE.search(match[3])
        if match[1]:
            self._close(number)
        elif quoted:
            self._open(number, "", match[2], quoted[1])
        else:
            self.lines[number] = ""

    def _callout(self, number: int, match: re.Match[str]) -> None:
        """An Obsidian callout: a question is unquoted, a note only loses its marker."""
        outer, kind, fold, title = match[1], match[2].lower(), match[3], match[4].strip()
        end = number + 1
        while end < len(self.lines) and self.lines[end].startswith(outer + ">"):
            if self.lines[end].startswith("[!", len(outer) + 2):
                break
            end += 1
        reveals = is_reveal(title or kind) or (not title and kind in _ANSWERS)
        asks = kind in _ASKS or title.endswith(QUESTION_MARKS) or (bool(fold) and bool(title))
        if not reveals and not (asks and title):
            self.lines[number] = f"{outer}> **{title}**" if title else f"{outer}>"
            return
        for place in range(number + 1, end):
            inner = self.lines[place][len(outer) + 1 :]
            self.lines[place] = outer + inner.removeprefix(" ")
        self.lines[number] = outer + (_ANSWER if reveals else _framed(kind, title))
        if not reveals and end < len(self.lines) and not self.lines[end].strip():
            self.lines[end] = outer + _END

    def _open(self, number: int, indent: str, kind: str, title: str) -> None:
        """Open a container of a kind; `title` may be empty."""
        kind = kind.lower()
        end = ""
        if not title and kind in _TASKS and self._heads(number):
            return
        if is_reveal(title) or (kind in _ANSWERS and not title):
            text = _ANSWER
        elif title and (kind in _ASKS or title.endswith(QUESTION_MARKS)):
            text, end = _framed(kind, title), _END
        else:
            text = f"**{title}**" if title and not title.startswith("{") else ""
        self.lines[number] = indent + text if text else ""
        self.containers.append(end)

    def _heads(self, number: int) -> bool:
        """Make a container the fold of a question, if its title is the heading right inside."""
        below = (n for n in range(number + 1, len(self.lines)) if self.lines[n].strip())
        place = next(below, number)
        heading = _INNER_HEADING.match(self.lines[place])
        if heading is None or not self._is_solved(place):
            return False
        self.lines[number] = "<details>"
        self.lines[place] = f"<summary>Q: {heading[1]}</summary>"
        self.containers.append("</details>")
        return True

    def _is_solved(self, number: int) -> bool:
        """Whether a solution is in the container around a line, which may not be far away."""
        depth = 0
        for line in self.lines[number : number + _TASK_LINES]:
            if match := _CONTAINER.match(line) if ":::" in line else None:
                depth += 1
                if match[2].lower() in _ANSWERS:
                    return True
            elif ":::" in line and _CONTAINER_END.match(line):
                depth -= 1
                if depth < 0:
                    return False
        return False

    def _close(self, number: int) -> None:
        self.lines[number] = self.containers.pop() if self.containers else ""

    def _element(self, number: int, line: str) -> None:
        """An element of a question or an answer, or a component of a program."""
        below = self.lines[number + 1].strip() if number + 1 < len(self.lines) else ""
        if match := _TAGGED.match(line.rstrip()):
            kind, text = (match["kind"] or match["name"]).lower(), match["text"].strip()
            if kind == "/quiz":
                self.lines[number] = _END
            elif kind in _ANSWERS:
                self.lines[number] = f"{_ANSWER} {text}"
            elif text or (below and below[0] not in _MARKS):
                self.lines[number] = _QUESTION + text
        if self.lines[number] == line and _COMPONENT.match(line):
            self.lines[number] = ""

    def _admonition(self, number: int, match: re.Match[str]) -> None:
        """A MkDocs admonition, whose content is indented by four."""
        indent, title = match[1], match[3] or ""
        self._open(number, indent, match[2], title)
        end = self.containers.pop()
        place = number + 1
        lead = indent + "    "
        while place < len(self.lines) and (
            self.lines[place].startswith(lead) or not self.lines[place].strip()
        ):
            self.lines[place] = indent + self.lines[place][len(lead) :]
            place += 1
        if end and place < len(self.lines) and not self.lines[place - 1].strip():
            self.lines[place - 1] = indent + _END

    def _tag_line(self, number: int, line: str) -> None:
        """A line with only `#tags`, whose last parts are topics."""
        for name in _TAG_NAME.findall(line):
            parts = [part for part in name.split("/") if part.lower() not in _PLAIN_TAGS]
            self.tags += parts[-1:]
        self.lines[number] = ""

    def _has_definitions(self) -> bool:
        count = sum(
            line[:4].lstrip()[:1] == ":" and self._defined(number, line) is not None
            for number, line in enumerate(self.lines[self.front :], self.front)
        )
        return count >= _DEFINITIONS

    def _defined(self, number: int, line: str) -> int | None:
        """The line of the term that `line` defines, above it or above a blank line."""
        above = number - 1 if number and self.lines[number - 1].strip() else number - 2
        if above < self.front or not _DEFINITION.match(line) or not _TERM.match(self.lines[above]):
            return None
        return above

    def _definition(self, number: int, line: str) -> None:
        """A definition, `: text`, below its term; its body is indented."""
        term = self._defined(number, line)
        mark = _DEFINITION.match(line)
        if term is None or mark is None:
            return
        self.lines[term] = _HEADING + _SPAN.sub(r"\1", self.lines[term])
        self.terms.add(term)
        self.lines[number] = line[mark.end() :]
        place = number + 1
        while place < len(self.lines):
            text = self.lines[place]
            if text.strip() and not text.startswith(("  ", "\t")):
                break
            body = text.expandtabs(4)
            lead = len(body) - len(body.lstrip(" "))
            self.lines[place] = body[min(lead, 4) :]
            place += 1


def _framed(kind: str, title: str) -> str:
    return (_QUESTION if kind in _QUESTIONS else _HEADING) + title


_PLAIN_TAGS = {"flashcards", "flashcard", "cards", "card", "spaced-repetition", "review"}
