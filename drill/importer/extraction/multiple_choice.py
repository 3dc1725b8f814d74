"""The options of a multiple-choice question: where they stand, and which are marked as right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drill.importer.signals.labels import read_option

_TICK = re.compile(r"[✅✔☑✓]\ufe0f?|:(?:white_check_mark|heavy_check_mark):", re.IGNORECASE)
_BULLET = re.compile(r" {0,3}[-*+] (.*\S)")
_MOST = 8
_FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Options:
    """Options on the lines from `first` up to `end`, by their letters, and those marked right."""

    first: int
    end: int
    by_letter: dict[str, str]
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
    return _ticked(lines)


def _ticked(lines: Sequence[str]) -> Options | None:
    """Bullets without letters, if they are all there is and one alone ends with a tick."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    bullets = [match for number in filled if (match := _BULLET.match(lines[number]))]
    right = [match[1] for match in bullets if _TICK.search(match[1][-3:])]
    if len(right) != 1 or not 2 <= len(bullets) == len(filled) <= _MOST or "❌" in "".join(lines):
        return None
    return Options(filled[0], filled[-1] + 1, {}, (_plain(right[0]),))


def _letters(options: Sequence[tuple[str, bool | None, str]]) -> set[str]:
    """The letters that the next option may have, in either alphabet."""
    place = len(options)
    return {alphabet[place] for alphabet in ("abcdefgh", "абвгдежз") if place < len(alphabet)}


def _run(lines: Sequence[str], first: int) -> Options | None:
    options: list[tuple[str, bool | None, str]] = []
    bodies: list[list[str]] = []
    fence = ""
    gap: list[str] = []
    end = first
    for number in range(first, len(lines)):
        line = lines[number]
        option = None if fence else read_option(line)
        mark = _FENCE.match(line)
        if option and (option[1] is not None or option[0] in _letters(options)):
            options.append(option)
            bodies.append([option[2]])
            end, gap = number + 1, []
        elif fence or mark or line[:1] in {" ", "\t"} or not line.strip():
            # Code and indented text belong to the option above, if an option or code comes after.
            gap.append(line)
            if mark:
                fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            if (
                line.strip()
                and not fence
                and bodies
                and (number == end or not mark or bodies[-1] == [""])
            ):
                bodies[-1] += gap
                end, gap = number + 1, []
        else:
            break
    if len(options) < 2:
        return None
    return _weighed(options, ["\n".join(body).strip() for body in bodies], first, end)


def _weighed(
    options: Sequence[tuple[str, bool | None, str]], texts: Sequence[str], first: int, end: int
) -> Options:
    """The options with those that a tick, a sign or bold type marks as right."""
    names: list[str] = []
    for (letter, _, _), text in zip(options, texts, strict=True):
        plain = _plain(text)
        names.append(f"{letter.upper()}. {plain}" if letter else plain)
    ticked = any(option[1] is not None for option in options)
    if ticked:
        right = [name for name, option in zip(names, options, strict=True) if option[1]]
    else:
        right = [name for name, text in zip(names, texts, strict=True) if _TICK.search(text)]
    bold = [
        name
        for name, text in zip(names, texts, strict=True)
        if text.rstrip(" \\").endswith(("**", "__"))
    ]
    letters = {option[0]: name for option, name in zip(options, names, strict=True) if option[0]}
    return Options(first, end, letters, tuple(right or (bold if len(bold) == 1 else ())))


def _plain(text: str) -> str:
    """An option's text without what marks it as right."""
    plain = _TICK.sub("", text).strip(" \\")
    if plain.count("**") < 3:
        plain = plain.removesuffix("**").removeprefix("**")
    if plain.count("__") < 3:
        plain = plain.removesuffix("__").removeprefix("__")
    return plain.strip()
