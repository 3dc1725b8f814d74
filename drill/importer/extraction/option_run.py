"""Reads runs of options: lettered lines or boxes, each with the lines below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drill.importer.signals.labels import letters_at, read_option
from drill.importer.source.lines import IMAGE

FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r"\A\s*>\s?")
_OPTIONS_LABEL = re.compile(r"\W*[^\W\d_]{3,20}(?:\s[^\W\d_]{1,12})?\W*[:：]\W*")
_OPTIONS_TITLE = re.compile(
    r"(?:#{1,6}\s|\*\*|__)\W*(?:(?:answer )?(?:options|choices)|opciones|alternativas|opções|choix"
    r"|варианты(?: ответов?)?|antwortmöglichkeiten|选项|選項|選択肢|보기|선택지)\W*",
    re.IGNORECASE,
)
_WRAPPED = 5
"""The most unindented lines that continue an option; more lines are other text."""


def read_run(
    lines: Sequence[str], first: int, most: int
) -> tuple[list[tuple[str, bool | None, str]], list[str], int]:
    """The options from line `first` (letter, box, text), their remarks, and the line after them.

    A remark is a quotation below an option, or empty. Stops after `most` + 1 options, because in a
    long list of tasks a run may begin on each line.
    """
    run = _Run(end=first)
    for number in range(first, len(lines)):
        if len(run.options) > most or not run.takes(lines, number):
            break
    texts = ["\n".join(body).strip() for body in run.bodies]
    options = zip(run.options, texts, strict=True)
    remarks = ["\n".join(remark).strip() for remark in run.remarks]
    return [(letter, box, text) for (letter, box), text in options], remarks, run.end


def names_options(line: str) -> bool:
    """Whether a line is a title that names options: `**Options:**`."""
    return _OPTIONS_TITLE.fullmatch(line) is not None


def announces_options(line: str) -> bool:
    """Whether a line above options is only a label: one that names them, or any other."""
    return names_options(line) or _OPTIONS_LABEL.fullmatch(line) is not None


@dataclass(slots=True)
class _Run:
    """The options read so far, each with its body; `end` is the line after the last one.

    `gap` holds the lines below, which belong to the last option if another one follows; `fence` is
    a fence open in it, `opened` one that the text of the last option opens. `wraps` means that
    options wrap over several lines.
    """

    end: int
    options: list[tuple[str, bool | None]] = field(default_factory=list)
    bodies: list[list[str]] = field(default_factory=list)
    remarks: list[list[str]] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    fence: str = ""
    opened: str = ""
    wraps: bool = False

    def takes(self, lines: Sequence[str], number: int) -> bool:
        """Read the line `number`; False if it ends the run."""
        line = lines[number]
        if self.opened:
            self.bodies[-1].append(line)
            mark = FENCE.match(line)
            self.opened = "" if mark and mark[1].startswith(self.opened) else self.opened
            self.end = number + 1
            return True
        option = None if self.fence else read_option(line)
        if option is not None:
            letter, box, text = option
            if box is not None or letter in letters_at(len(self.options)):
                if self.bodies:
                    self._take_gap()
                self.options.append((letter, box))
                self.bodies.append([text])
                self.remarks.append([])
                self.end, self.gap = number + 1, []
                self.opened = mark[1] if (mark := FENCE.match(text)) else ""
                return True
            if letter and self.options and letter == self.options[0][0]:
                return False
        if not self.fence and self.options and line.lstrip(" \t")[:1] == ">":
            self.gap.append(line)
            if len(self.options) > 1 and all(self.remarks[:-1]):
                self._take_gap()
                self.end, self.gap = number + 1, []
            return True
        is_below = line[:1] in {" ", "\t"} or not line.strip() or IMAGE.match(line)
        if self.fence or FENCE.match(line) or is_below:
            self._take_below(line, number)
            return True
        if number == self.end and not any(map(str.strip, self.bodies[-1])):
            self.bodies[-1].append(line)  # below a letter that is alone on its line
            self.end = number + 1
            return True
        if number == self.end and (self.wraps or _wraps(lines, number, len(self.options))):
            self.bodies[-1].append(line)
            self.end, self.wraps = number + 1, True
            return True
        return False

    def _take_gap(self) -> None:
        """Add the gap to the last option: its text, and a quotation as its remark."""
        quoted = [bool(_QUOTE.match(line)) for line in self.gap]
        pairs = list(zip(self.gap, quoted, strict=True))
        self.bodies[-1] += [line for line, is_remark in pairs if not is_remark]
        self.remarks[-1] += [_QUOTE.sub("", line) for line, is_remark in pairs if is_remark]

    def _take_below(self, line: str, number: int) -> None:
        """Read a line of code or indented text, or a blank line."""
        self.gap.append(line)
        is_own = bool(line.strip()) and not self.fence and number == self.end
        if mark := FENCE.match(line):
            closes = self.fence and mark[1].startswith(self.fence)
            self.fence = "" if closes else self.fence or mark[1]
            is_own = not self.fence and self._owns(FENCE, 2)
        elif IMAGE.match(line):
            is_own = self._owns(IMAGE, 1)
        if is_own and self.bodies:
            self._take_gap()
            self.end, self.gap = number + 1, []

    def _owns(self, mark: re.Pattern[str], count: int) -> bool:
        """Whether the gap, with `count` lines like `mark`, belongs to the last option.

        It does if the options above have such lines too, or the option has no text.
        """
        earlier, last = self.bodies[:-1], self.bodies[-1]
        has_alike = not last[0].strip() or all(any(map(mark.match, body)) for body in earlier)
        return bool(earlier) and has_alike and sum(map(bool, map(mark.match, self.gap))) == count


def _wraps(lines: Sequence[str], number: int, count: int) -> bool:
    """Whether the text on line `number` wraps up to the option after the first `count`."""
    for line in lines[number + 1 : number + _WRAPPED]:
        if not line.strip():
            return False
        if (option := read_option(line)) and option[0] in letters_at(count):
            return True
    return False
