"""Answer keys: a part of the document that answers, by number, the questions before it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drill.importer.heads import Head
from drill.importer.labels import NONE

if TYPE_CHECKING:
    from drill.importer.scene import Scene

_TITLE = re.compile(
    r"\W*(?:(?:the |all )?(?:correct |right )?(?:answers?|solutions?)(?: ?(?:key|sheet|list"
    r"|section))?"
    r"|(?:answers?|solutions?) (?:to|for) .{0,60}|(?:quiz |test |exam |mcq )?(?:answer )?key"
    r"|(?:las |hoja de )?(?:respuestas|soluciones)(?: correctas)?(?: (?:a|de) .{0,40})?"
    r"|clave(?: de respuestas)?|solucionario"
    r"|(?:правильные )?ответы?(?: (?:на|к) .{0,40})?|ключи?(?: к .{0,30})?|решения"
    r"|(?:参考|正确|标准)?答案(?:与?解析|部分)?|解答|解答編|解答例?|答え"
    r"|antworten|lösung(?:en|sschlüssel)?|réponses|corrigés?|solutions|respostas|gabarito|risposte|soluzioni"
    r"|відповіді|odpowiedzi|cevaplar|cevap anahtarı|정답|해답|đáp án)(?:\W*$|\W*[:：](?P<rest>.*))",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w.])(?:q|№|#)?\s*(\d{1,3})\s*(?:[.):：、=]|[-–—→]+>?)\s*\**\(?([A-Ha-hА-Еа-е](?:\s?[,&+]\s?[A-Ha-h])*)\)?\**(?![^\W_])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class KeyEntry:
    """One answer of a key: its lines, and what the first of them says after the number."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Key:
    """An answer key on the lines from `start` up to `end`; `body` is where its entries begin."""

    start: int
    body: int
    end: int
    entries: dict[int, KeyEntry] = field(default_factory=dict)


def find_keys(scene: "Scene") -> list[Key]:
    """The keys of the document, in order; their lines can hold no questions."""
    keys: list[Key] = []
    titles = [head for head in scene.all_heads if _is_title(head)]
    asking = _count_asked(scene.all_heads)
    if len(titles) > 0.5 * asking:
        return []
    for head in titles:
        if (keys and head.line < keys[-1].end) or head.line in scene.barred:
            continue
        key = Key(head.line, head.end, _end(scene, head))
        key.entries = _entries(scene, key)
        if len(key.entries) >= 2 and _fits(scene, key, keys[-1].end if keys else 0):
            keys.append(key)
    return keys


def _fits(scene: "Scene", key: Key, since: int) -> bool:
    """Whether what stands before the key, from line `since` on, has what its entries answer."""
    place = bisect_left(scene.head_lines, since)
    before = [
        head
        for head in scene.all_heads[place : bisect_left(scene.head_lines, key.start)]
        if head.line not in scene.barred
    ]
    numbers = {head.number[-1] for head in before if head.number}
    known = sum(number in numbers for number in key.entries)
    asking = _count_asked(before)
    return asking >= 2 and (
        (known >= 0.6 * len(key.entries) and known >= 0.6 * asking) or asking == len(key.entries)
    )


def _is_asking(head: Head) -> bool:
    return head.asks >= 0.6 or head.label.kind == "question"


def _count_asked(heads: Sequence[Head]) -> int:
    """How many questions there are: those that say so, or if none does, the lines that ask."""
    labelled = sum(head.label.kind == "question" for head in heads)
    return labelled or sum(map(_is_asking, heads))


def _is_title(head: Head) -> bool:
    text = head.leaf.text
    if head.place not in {"heading", "summary", "paragraph", "line"} or len(text) > 10_000:
        return False
    if head.place in {"paragraph", "line"}:
        text = text.split("\n")[head.line - head.leaf.start]
        if head.leaf.item is not None or not re.match(r"\s*[*_]{2}|.*[:：]\W*$", text):
            return False
    match = _TITLE.match(" ".join(re.sub(r"<[^<>]*>", "", text).split()))
    if match is None:
        return False
    rest = (match["rest"] or "").strip("*_ ")
    return not rest or len(_PAIR.findall(rest)) > 1


def _end(scene: "Scene", title: Head) -> int:
    """Where the key ends: at the next heading as high as its title, or its fold's end."""
    if title.place == "summary":
        return scene.folds[id(title.leaf)]
    level = title.level or 7
    for place in range(bisect_right(scene.head_lines, title.line), len(scene.all_heads)):
        head = scene.all_heads[place]
        if head.place == "heading" and head.level <= level:
            return head.line
    return len(scene.document.lines)


def _entries(scene: "Scene", key: Key) -> dict[int, KeyEntry]:
    first, last = (bisect_left(scene.head_lines, line) for line in (key.body, key.end))
    heads = [head for head in scene.all_heads[first:last] if head.number]
    entries: dict[int, KeyEntry] = {}
    depth = min((_depth(head) for head in heads), default=0)
    heads = [head for head in heads if _depth(head) == depth]
    bounds = [*(head.line for head in heads), key.end][1:]
    for head, end in zip(heads, bounds, strict=True):
        text = head.leaf.lines[head.line - head.leaf.start]
        # An option's letter looks like the label of an answer: only the strong ones go.
        label = NONE if head.label.weak else head.label
        number = head.number[-1]
        if number in entries:
            return {}
        entries[number] = KeyEntry(head.line, end, text[label.end :].strip())
    pairs = [
        (line, match)
        for line in range(key.start, key.end)
        for match in _PAIR.finditer(scene.document.lines[line])
    ]
    if len(pairs) > len(entries):
        return {int(match[1]): KeyEntry(line, line + 1, match[2].upper()) for line, match in pairs}
    return entries or _rows(scene, key)


def _rows(scene: "Scene", key: Key) -> dict[int, KeyEntry]:
    entries: dict[int, KeyEntry] = {}
    for leaf in scene.document.between(key.body, key.end):
        for line, row in leaf.rows:
            number = (
                re.fullmatch(r"\W*(?:q|№|#)?\s*(\d{1,3})\W*", row[0], re.IGNORECASE)
                if row
                else None
            )
            if number and len(row) > 1:
                text = "\n\n".join(cell for cell in row[1:] if cell.strip())
                entries[int(number[1])] = KeyEntry(line, line + 1, text)
    return entries


def _depth(head: Head) -> int:
    """How deep a numbered head stands: headings before list items, by their depth."""
    if head.place == "heading":
        return head.level
    return 10 + (head.leaf.item.depth if head.leaf.item is not None else 0)
