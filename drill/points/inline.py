"""One paragraph, item or cell as masked text: emphasis, links, images and tags taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from drill.points.atoms import Atoms

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(
    r"</?(?:br|p|b|i|u|em|strong|sup|sub|span|div|details|summary|a|img|kbd|small|center|font|"
    r"h[1-6]"
    r"|hr|ul|ol|li|code|pre|mark|del|ins|q|blockquote|td|tr|th|table|tbody|thead|script|style"
    r"|aside|article|header|footer|nav|main|iframe|video|audio|source|picture|figure|figcaption|section|abbr|cite|dl|dt|dd|s|tt|wbr|(?:input|button|label|select|option|textarea|svg|path)(?=\s[^<>]*=))"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?:(?<!\s)\s*+)?<br\s?/?>(?:\s*+<br\s?/?>)*+\s*", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()（）\[\]，。；]+[^\s<>()（）\[\]，。；.,;:!?]")
_NOTE_MARK = re.compile(r"\[(?:\^[^\]\s]{1,20}|\d{1,2}(?:[,–-]\s?\d{1,2})*)\]")
_EMBED = re.compile(r"!\[\[[^\[\]]{1,200}\]\]")  # a part of another note
_WIKI = re.compile(r"\[\[(?:[^\]|]{1,200}\|)?([^\]|]{1,200})\]\]")
_UNDEFINED_LINK = re.compile(r"(?<!\w)\[([^\]\[]{1,200})\]\[[^\]\[]{0,80}\]")
_CLOZE = re.compile(r"\{\{c\d+::(.{1,200}?)(?:::[^}]{0,100})?\}\}")
_SOURCE = re.compile(
    r"\s?[(（](?:src|sources?|fuentes?|fontes?|quellen?|来源|"
    r"источник)[)）]",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(r"(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:])")  # ":owl:", a picture
_HIGHLIGHT = re.compile(r"==(\S.{0,200}?)==")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3\u200c\u200d\u00ad]"
)
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3\\s*")
_EMOJI_BULLET = re.compile(r"[\n\r][ \t]*[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\u200d ]*")
# Text that Markdown would misread in a point becomes code: `__init__`, `a || b`, `List<String>`.
_CODELIKE = re.compile(
    r"(?<!\S)[\"'(]*([^\s\"'(\U000f0000-\U000fffff]{0,120}(?:\w__|__\w|\|\||\*\w|\w\*|<\w|\w<|</)"
    r"[^\s\"',;\U000f0000-\U000fffff]{0,120}?)(?=[\"'),.;:!?]*(?:\s|$))"
)
_SPACE = re.compile(r"[ \t\u00a0\u3000]+")
_CJK = "぀-ヿ㐀-䶿一-鿿"
_CJK_END = re.compile(f"[{_CJK}”」』）)\U000f0000-\U000fffff]$")
_CJK_ANY = re.compile(f"[{_CJK}]")
_NUMBER = re.compile(
    r"^(?:\(?\d{1,2}[)）.、．]|（\d{1,2}）|[①-⑳]|[•●▪◦‣·–—*+-](?=\s)|o\s(?=[A-Z])|"
    r"[一二三四五六七八九十]{1,2}、)\s*"
)
_BEGINS = re.compile(r"[\"'“«(\x00]*[^\W\d_a-zа-яёà-ÿ]")
_NEW_LINE = re.compile(r"\n[\"'“«(]*[^\W\d_a-zа-яёà-ÿ]")
_GOES_ON = re.compile(r"\b[a-zа-яёà-ÿ]{1,3}$")  # "of", "the"
_WRAPPED = 140  # characters; nobody wraps lines as long as these
_NAMED = re.compile(r"[\x00`\w][^:.,;\n]{0,30}(?::| [–—-]) ")  # "SIGHUP - reloads"
_CJK_WRAPPED, _CJK_FULL = 45, 0.85  # characters, and of the widest line: a line that wraps
_CJK_MID = re.compile(f"[{_CJK}]$")
_DASHES = re.compile(r"\s-\s+")
_DASHES_LEAST, _DASHED_WORDS = 3, 12  # two may be an aside
_MAY_COUNT = re.compile(r"\d[.)]\s")  # a quick look: numbers in a sentence have this
_COUNT = re.compile(r"(?:^|(?<=[.;:,!?)])\s)\(?(\d{1,2})[.)]\s+(?=\S)|\s\(?(\d{1,2})\)\s+(?=\S)")
# the name of a number, as in "Option 1) …"
_COUNTED = re.compile(
    r"(?:^|\s)(?:option|step|phase|case|type|approach|method|way)\s*$", re.IGNORECASE
)
_COUNTED_LEAST = 3  # "1. … 2. …" may be a version or a date
_RAGGED = 16  # characters by which wrapped lines differ in length
_ONLY_LABEL = re.compile(r"\w+[:：]")  # "ver:" on a line of its own
_SEGMENT = re.compile(r"[^\n\r]*?(?:(?<!\d)[.!?](?=\s)|[。！？]|[\n\r]|$)")
_LABEL = re.compile(r"\s*(?:[-–>]\s*)?[^:：]{1,40}[:：]")
_LINKED = 0.75  # of a sentence's letters; one with more only names where to read on
_LEADS_ON = re.compile(r"(?:(?<=\w)\s*:\s*|(?<=\w)\s+)[-–—]+$")  # "It has -", "It has :-"
_TICK = re.compile(r"^\[([ xX✓✔])\]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """Masked text; `opening` characters at its start are bold (`bold`) or code.

    `numbered`: it began with a number or bullet of its own; `ticked`: the checkbox before it.
    """

    text: str
    opening: int = 0
    bold: bool = False
    linked: float = 0.0
    numbered: bool = False
    ticked: bool | None = None

    def split_at_numbers(self) -> list["Line"]:
        """The line, or its lines where two or more of them carry a number or a bullet."""
        tick = _TICK.match(self.text)
        if tick:
            state = tick[1] != " "
            opening = max(0, self.opening - tick.end())
            return [replace(self, text=self.text[tick.end() :], opening=opening, ticked=state)]
        lines = self.text.split("\n")
        if len(lines) == 1 and _is_dashed(self.text):
            return [
                Line(part, linked=self.linked, numbered=True) for part in _DASHES.split(self.text)
            ]
        may_count = len(lines) == 1 and _MAY_COUNT.search(self.text)
        before, items = _counted(self.text) if may_count else ("", [])
        if items:
            listed = [Line(item, linked=self.linked, numbered=True) for item in items]
            return [*([Line(before, linked=self.linked)] if before else []), *listed]
        marks = [_NUMBER.match(line) for line in lines]
        if sum(mark is not None for mark in marks) < 2:
            return [self]
        parts: list[Line] = []
        for line, mark in zip(lines, marks, strict=True):
            if mark:
                parts.append(Line(line[mark.end() :], linked=self.linked, numbered=True))
            elif parts:
                parts[-1] = replace(parts[-1], text=f"{parts[-1].text}\n{line}")
            else:
                parts.append(Line(line, linked=self.linked))
        return parts


def _is_dashed(text: str) -> bool:
    """Whether `text` is a list on one line: "Fast - In memory - For analysis - No storage"."""
    dashes = text.count(" - ")
    return dashes >= _DASHES_LEAST and text.count(" ") < _DASHED_WORDS * (dashes + 1)


def _counted(text: str) -> tuple[str, list[str]]:
    """What introduces a numbered list on one line, and its items; no items if `text` is none.

    The first number is gone where Markdown took the line for a list: "Ask. 2. Listen. 3. Note."
    """
    marks: list[re.Match[str]] = []
    first = 1
    for mark in _COUNT.finditer(text):
        number = int(mark[1] or mark[2])
        if not marks and number <= 2:
            first = number
        if number == first + len(marks):
            marks.append(mark)
    if first + len(marks) <= _COUNTED_LEAST:
        return text, []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    items = [_COUNTED.sub("", item).strip() for item in items]
    before = _COUNTED.sub("", text[: marks[0].start()]).strip()
    return (before, items) if first == 1 else ("", [before, *items])


def rendered(tokens: Sequence["Token"], atoms: Atoms) -> Line:
    """The text of inline `tokens`: what a reader sees, code and math masked."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []  # of link text
    strong = links = 0
    opening = length = 0
    bold = struck = False
    unbroken = True  # everything up to here is bold or code
    for token in tokens:
        kind = token.type
        piece = ""
        if kind == "text":
            piece = token.content
        elif kind == "code_inline":
            piece = _code(token.content, atoms)
        elif kind in {"math_inline", "math_inline_double"}:
            piece = atoms.mask(f"${' '.join(token.content.split())}$")
        elif kind == "softbreak":
            piece = "\n"
        elif kind == "hardbreak":
            piece = "\r"
        elif kind in {"strong_open", "strong_close"}:
            strong += 1 if kind == "strong_open" else -1
        elif kind in {"link_open", "link_close"}:
            links += 1 if kind == "link_open" else -1
        elif kind in {"s_open", "s_close"}:
            struck = kind == "s_open"
        if not piece or struck:
            continue
        parts.append(piece)
        length += len(piece)
        spans += [(length - len(piece), length)] * (links > 0)
        if unbroken and (strong > 0 or kind == "code_inline"):
            opening, bold = length, bold or strong > 0
        elif piece.strip():
            unbroken = False
    raw = _without_references("".join(parts), spans, opening)
    linked = sum(end - start for start, end in spans) if raw else length
    raw = raw or "".join(parts)
    head, tail = _clean(raw[:opening], atoms), raw[opening:]
    tail = f"\r{tail[1:]}" if bold and _NEW_LINE.match(tail) else tail  # below a bold line
    text = _lines(f"{head}\x00{_clean(tail, atoms)}" if head.strip() else _clean(tail, atoms))
    at = max(0, text.find("\x00"))
    text = _led_on(text.replace("\x00", ""))
    is_address = raw.startswith(("http://", "https://"))
    return Line(text, at, bold, 1.0 if is_address else linked / max(1, length))


def _led_on(text: str) -> str:
    """`text` with a colon for a dash at its end."""
    return _LEADS_ON.sub(":", text) if text.endswith(("-", "–", "—")) else text


def _without_references(raw: str, spans: list[tuple[int, int]], opening: int) -> str:
    """`raw` without the sentences behind `opening` that are mostly link text.

    Empty if none is left.
    """
    if not spans:
        return raw
    linked = bytearray(len(raw))
    for first, end in spans:
        linked[first:end] = b"\1" * (end - first)
    kept = [raw[:opening]]
    for segment in _SEGMENT.finditer(raw, opening):
        label = _LABEL.match(segment[0])
        start = segment.start() + (label.end() if label else 0)
        inside = linked.count(1, start, segment.end())
        if inside < _LINKED * len(raw[start : segment.end()].strip()) or not inside:
            kept.append(segment[0])
    return "".join(kept) if "".join(kept[1:]).strip() else ""


def _code(content: str, atoms: Atoms) -> str:
    content = " ".join(content.split())
    if not content:
        return ""
    fence = "``" if "`" in content else "`"
    pad = " " if fence == "``" else ""
    return atoms.mask(f"{fence}{pad}{content}{pad}{fence}")


def _clean(text: str, atoms: Atoms) -> str:
    if "<" in text:
        text = _BREAK.sub("\r", text)
        text = _TAG.sub(" ", _COMMENT.sub(" ", text))
    if "/" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: atoms.mask(match[0]), text)
    if "[" in text:
        text = _WIKI.sub(r"\1", _EMBED.sub("", text))
        text = _UNDEFINED_LINK.sub(r"\1", _NOTE_MARK.sub("", text))
    if "(" in text or "（" in text:
        text = _SOURCE.sub("", text)
    if text.count(":") > 1:
        text = _SHORTCODE.sub("", text)
    if "{{" in text:
        text = _CLOZE.sub(r"\1", text)
    if "==" in text:
        text = _HIGHLIGHT.sub(r"\1", text)
    if not text.isascii():
        if len(_EMOJI_BULLET.findall(text)) > 1:
            text = _EMOJI_BULLET.sub("\n• ", text)
        text = _KEYCAP.sub(r"\1) ", text) if "\u20e3" in text else text
        text = _EMOJI.sub("", text)
    if any(mark in text for mark in "_|*<"):
        text = _CODELIKE.sub(lambda match: match[0].replace(match[1], _code(match[1], atoms)), text)
    return text


def _lines(text: str) -> str:
    """`text` with the line breaks that end something, the others as spaces."""
    if "\n" not in text and "\r" not in text:
        is_spaced = text.isascii() and "  " not in text and "\t" not in text
        return (text if is_spaced else _SPACE.sub(" ", text)).strip()
    result = ""
    for hard in text.split("\r"):
        lines = [_SPACE.sub(" ", line).strip() for line in hard.split("\n")]
        if sum(_NUMBER.match(line.lstrip("\x00")) is not None for line in lines) > 1:
            joined = "\n".join(line for line in lines if line)
        else:
            joined = ""
            width = max(map(len, lines))
            for before, line in pairwise(["", *lines]):
                if joined and line:
                    if _is_ended(before, line, width):
                        joint = "\n"
                    elif len(before) > max(_CJK_WRAPPED, _CJK_FULL * width) and _CJK_MID.search(
                        before
                    ):
                        joint = ""
                    else:
                        joint = _joint(joined, line)
                    joined = f"{joined}{joint}{line}"
                else:
                    joined = joined or line
        result = f"{result}\n{joined}" if result and joined else result or joined
    return result.strip()


def _is_ended(line: str, following: str, width: int) -> bool:
    """Whether the author ended `line`: the next word had room in `width` characters.

    A line that stops after a comma or a short word, or before a small letter, goes on.
    """
    if not line or line[-1] in ",，、(-–" or not _BEGINS.match(following):
        return False
    if len(line) > _WRAPPED or (_NAMED.match(line) and _NAMED.match(following)):
        return True
    word = following.split(" ", 1)[0]
    return len(line) + len(word) + _RAGGED < width and not _GOES_ON.search(line)


def _joint(before: str, after: str) -> str:
    if before.endswith((":", "：")) or after.startswith("\x00") or _ONLY_LABEL.fullmatch(after):
        return "\n"
    if _CJK_END.search(before[-1:]) and _CJK_ANY.search(before[-8:]):
        return "\n"
    return "" if _CJK_ANY.match(before[-1:]) or before[-1:] in "，、" else " "
