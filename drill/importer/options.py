"""The options of a multiple-choice question: where they stand, and which are marked as right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drill.importer.labels import read_option

_TICK = re.compile(r"[✅✔☑✓]\ufe0f?|:(?:white_check_mark|heavy_check_mark):", re.IGNORECASE)
_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Options:
    """Options on the lines from `first` up to `end`; `texts` by letter, `right` those marked."""

    first: int
    end: int
    texts: dict[str, str]
    right: tuple[str, ...]


def find_options(lines: Sequence[str]) -> Options | None:
    """The first run of options, lettered from A or with boxes, outside of fences."""
    fence = ""
    for number, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence:
            fence = "" if opening and opening[1].startswith(fence) else fence
        elif opening:
            fence = opening[1]
        else:
            option = read_option(line)
            if option and (option[1] is not None or option[0] in {"a", "а"}):
                found = _run(lines, number)
                if found:
                    return found
    return None


def _letters(options: Sequence[tuple[str, bool | None, str]]) -> set[str]:
    """The letters that the next option may have, in either alphabet."""
    place = len(options)
    return {alphabet[place] for alphabet in ("abcdefgh", "абвгдежз") if place < len(alphabet)}


def _run(lines: Sequence[str], first: int) -> Options | None:
    options: list[tuple[str, bool | None, str]] = []
    end = first
    for number in range(first, len(lines)):
        line = lines[number]
        option = read_option(line)
        if option and (option[1] is not None or option[0] in _letters(options)):
            options.append(option)
            end = number + 1
        elif line.strip() and not (line[:1] in " \t" and number == end):
            break
        elif line.strip():
            end = number + 1
    if len(options) < 2:
        return None
    texts: dict[str, str] = {}
    marked: list[str] = []
    bold: list[str] = []
    ticked = any(option[1] is not None for option in options)
    for place, (letter, box, text) in enumerate(options):
        key = letter or str(place + 1)
        texts[key] = _TICK.sub("", text).strip(" \\*_")
        if box or (not ticked and _TICK.search(text)):
            marked.append(f"{letter.upper()}. {texts[key]}" if letter else texts[key])
        if text.rstrip(" \\").endswith(("**", "__")):
            bold.append(f"{letter.upper()}. {texts[key]}" if letter else texts[key])
    if not marked and len(bold) == 1:
        marked = bold
    return Options(first, end, texts, tuple(marked))
