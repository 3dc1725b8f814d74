"""Distinguishes questions with equal titles, such as "What's the output?".

A shared title gets the first words that differ: of the code, else of the prompt, else of the
options in the deck's order.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drill.model import Entry, Question

_LONGEST = 40  # characters to add: with a short title they fit on a line of 80 columns
_LINES_READ = 60  # of a question: a difference further down is not shown
_FENCE = re.compile(r"(`{3,}|~{3,})")
_LIST_MARK = re.compile(r"\A(?:[-*+>]|\d{1,3}[.)])\s+")
_WORD = re.compile(r"\w")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>$#&~|])")


def distinct_titles(entries: Sequence[Entry]) -> dict[str, str]:
    """The title of each question as one line of Markdown, under its key."""
    apart = words_apart(entries)
    return {
        entry.key: f"{entry.question.title} {apart.get(entry.key, '')}".rstrip()
        for entry in entries
    }


def words_apart(entries: Iterable[Entry]) -> dict[str, str]:
    """The additions, Markdown, to titles shared by several questions."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(" ".join(entry.question.title.casefold().split()), []).append(entry)
    apart: dict[str, str] = {}
    for alike in groups.values():
        if len(alike) == 1:
            continue
        lines = {entry.key: list(_lines(entry.question)) for entry in alike}
        common = Counter(text for own in lines.values() for text in {text for text, _ in own})
        for key, own in lines.items():
            first = next((line for line in own if common[line[0]] == 1), (*own, ("", False))[0])
            apart[key] = _added(*first)
    return apart


def _lines(question: Question) -> Iterator[tuple[str, bool]]:
    """The lines with text below the title, then the options; True for code."""
    fence = ""
    for line in question.text.lstrip().split("\n")[1:_LINES_READ]:
        text = line.strip()
        mark = _FENCE.match(text)
        if mark and (not fence or text.startswith(fence)):
            fence = "" if fence else mark[1]
        elif _WORD.search(text):
            yield text, bool(fence) or line.startswith(("    ", "\t"))
    for option in question.options:
        first = next((line.strip() for line in option.text.split("\n") if _WORD.search(line)), "")
        yield first, False


def _added(text: str, is_code: bool) -> str:
    """The first words of a line, as Markdown to append to a title."""
    if not text:
        return ""
    if is_code:
        words = _cut(text)
        ticks = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
        space = " " if words.startswith("`") or words.endswith("`") else ""
        return f"{ticks}{space}{words}{space}{ticks}"
    from drill.markdown.markup import plain

    return _MARKDOWN.sub(r"\\\1", _cut(plain(_LIST_MARK.sub("", text, count=1))))


def _cut(text: str) -> str:
    """At most `_LONGEST` characters, cut between words if possible."""
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[_LONGEST // 2 :] else cut}…"
