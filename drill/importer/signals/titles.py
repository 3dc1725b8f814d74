"""Finds the end of a title, and removes the Markdown that only decorates it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drill.importer.signals.back_links import without_back_link
from drill.importer.source.tag_words import HTML_TAG, without_tags
from drill.text import words

_INLINE_ANSWER = re.compile(
    r"(?<=[?.!。？！؟)])\s{0,4}(?=(?:\*\*|__)?(?:a|ans|answer|solution|respuesta|ответ|答案|答|resposta|réponse"
    r"|antwort)(?:\*\*|__)?\s?[:：])|(?<=[?？؟])\s{1,4}[-–—=→]{1,3}>?\s{1,4}(?=\S)"
    r"|(?<=[?.？؟])\s(?:;|\|{1,2})\s(?=\S)"
    r"|\s{0,4}<br\s{0,4}/?>\s*",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"[:：<?？.؟](?:(?<=[:：<])|(?<=[?？])\s{1,4}[-–—=→]|(?<=[?.？؟])\s[;|])"
)  # a sign first: fast
"""A quick check that rules out most texts without such an answer."""
_SENTENCE_END = re.compile(r"[.?!:;…。？！：；؟।](?:[\s*_`)\]\"'”’»」]|</?\w{1,6}>){0,8}$")
_ASKED_END = re.compile(r"[?？؟](?:[^\w\s]|\s|</?\w+>){0,8}$|(?: {2}|\\|<br\s*/?>)$")
_COUNTER = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.):]|q\s?\d*[.:])\s", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\s+(?:name|id)=[^<>]*>(?:\s{0,4}</a>)?|</a>", re.IGNORECASE)
_SELF_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(#[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_LINKED = re.compile(rf"([\s>*_]{{0,9}}){_SELF_LINK.pattern}([\s*_\\]{{0,9}})")
_CODE = re.compile(r"`[^`\n]{1,300}`")
_WRAPS = re.compile(
    r"<(/?)(b|strong|i|em|u|font|span|p|div|center|big|small|h[1-6])\b([^<>]*)>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PAIRS = tuple(
    (re.compile(rf"<(?:{tag})>(.{{0,300}}?)</(?:{tag})>", re.IGNORECASE), mark)
    for tag, mark in (("b|strong", "**"), ("i|em", "*"), ("code", "`"))
)
_BOX = re.compile(r"\s*(?:[-*+]\s+)?(?:\[[ xX]?\]|[☐☑☒])\s+")
_RATING = re.compile(r"(?:\s{0,2}[⭐★☆🌟✅☑✔🟩🟨🟧🟥🟦⬜⬛🟢🟡🟠🔴🔥]\ufe0f?){1,7}$")
"""Emoji after a title that rate a question's difficulty or frequency."""
_MARKED = re.compile(r"[*_<\[☐☑☒]")
"""The marks of bold and italic type and of boxes: few lines have one."""
_PLAIN = re.compile(r"(?:[^\W_]|\()[^`#<\[*_\\&]*(?<=[\w?.:!)？。])")
"""A title that is clean as it is, as most are."""
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]*[?？.!。])[\"”“»]")
_POINT = re.compile(r"^[.:•●○■□◆◇▪–—-]\s+")
_LEFT_OVER = re.compile(r" \*{3}(?=(?: |</\w+>|\*\*)*$)")
_DANGLING = re.compile(r"(?: \*{2,}|(?<= )#+)$")
_CARD = re.compile(r"(?:^|(?<=\s))#(?:flash)?cards?(?:/[\w/-]+)?(?=\s|$)", re.IGNORECASE)
_PARTS = re.compile(r"\*\*(?P<bold>(?:[^*]|\*(?!\*))+)\*\*|(?P<code>`[^`]+`)|(?P<other>[^*`]+|.)")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?P<text>.{1,300}?)(?:\*\*|__)\s*\\?$")
_GOES_ON = re.compile(r",? {1,9}[^\W\d_]")
_SPACES = re.compile(r"&(?:nbsp|e[mn]sp|#160);")
_LINES = 6
"""The most lines of a title."""
_WIDE = 60
"""Characters: a line this long may be wrapped."""
_ASKS = re.compile(r"[?？؟]")
_RAGGED = 20
"""The most characters that a wrapped line leaves free, besides the room for the next word."""
_LONGEST = 4_000
"""The most characters of a title; longer lines are data, and not searched."""


@dataclass(frozen=True, slots=True)
class TitleSplit:
    """A title, the text after it on its last line, and its number of lines."""

    title: str
    rest: str
    line_count: int
    is_bold: bool


_ASKING_ITALIC = re.compile(r"\s*(?P<mark>[*_])(?P<title>[^\s*_][^*_]*[?？؟])(?P=mark)[\s\\]*")
"""A question entirely in italics, which some documents use in place of bold type."""


def split_title(
    lines: Sequence[str],
    start: int,
    begins_another: Callable[[str], bool] = lambda line: False,  # noqa: ARG005
) -> TitleSplit:
    """Split the title off `lines`; it begins at `start` of the first, after its label.

    `begins_another` recognises lines that cannot continue a title.
    """
    line = lines[0]
    text = line[start:]
    if _MARKED.search(line):
        text = _with_italic_mark(line[:start], text)
        box = _BOX.match(text)
        if box:
            text = text[box.end() :]
        if len(text) <= _LONGEST:
            bold = _bold(lines, line[:start], text, begins_another)
            if bold is not None:
                return bold
            if italic := _ASKING_ITALIC.fullmatch(text):
                return TitleSplit(italic["title"], "", 1, is_bold=True)
    used = 1
    while used < len(lines) and not _ends(lines, used, begins_another):
        text += " " + lines[used].strip()
        used += 1
    is_title = len(text) <= _LONGEST and _INSIDE.search(text)
    cut = _INLINE_ANSWER.search(text) if is_title else None
    asks_on = cut and "<" in cut[0] and _ASKED_END.search(text) and "?" not in text[: cut.start()]
    if cut and not asks_on and text[cut.end() :].strip() and re.search(r"\w", text[: cut.start()]):
        return TitleSplit(text[: cut.start()], text[cut.end() :].strip(), used, is_bold=False)
    return TitleSplit(text, "", used, is_bold=False)


def _with_italic_mark(before: str, text: str) -> str:
    """`text` with the italic mark that was `before` its label: `*1. What …?*`."""
    if "*" not in before and "_" not in before:
        return text
    for mark in "*_":
        odd = all(part.replace(2 * mark, "").count(mark) % 2 for part in (before, text))
        if odd and text.rstrip().endswith(mark):
            return mark + text
    return text


def _bold(
    lines: Sequence[str], before: str, text: str, begins_another: Callable[[str], bool]
) -> TitleSplit | None:
    """A bold title: the whole text, or its lead-in."""
    whole = _parts(before, text)
    if whole is not None:
        return _wrapped(lines, whole, 1, begins_another)
    for mark in ("**", "__", "<b>", "<strong>"):
        opened = before.count(mark) % 2 == 1
        place = 0 if opened else text.find(mark)
        if place < 0 or (not opened and re.search(r"[\w`\[]", HTML_TAG.sub("", text[:place]))):
            continue
        body = text if opened else text[place + len(mark) :]
        closing = mark.replace("<", "</")
        used = 1
        while closing not in body and used < min(len(lines), 4):
            body += " " + lines[used].strip()
            used += 1
        title, closed, rest = body.partition(closing)
        if not closed or not re.search(r"\w", title):
            break
        if not re.search(r"\w", HTML_TAG.sub("", rest)):
            title += HTML_TAG.sub("", rest).rstrip(" \\")
            return _wrapped(lines, title, used, begins_another)
        if title.rstrip()[-1:].isalnum() and _GOES_ON.match(rest):
            # Bold words that continue into the sentence are not a lead-in.
            return None
        return TitleSplit(title, rest, used, is_bold=True)
    return None


def _wrapped(
    lines: Sequence[str], title: str, used: int, begins_another: Callable[[str], bool]
) -> TitleSplit:
    """A bold title with the bold lines that continue it, as PDF converters write them."""
    if used < len(lines) and begins_another(lines[used]):
        return TitleSplit(title, "", used, is_bold=True)
    while used < min(len(lines), _LINES) and not _SENTENCE_END.search(title.rstrip()):
        more = _BOLD_LINE.match(lines[used])
        if more is None or not (more["text"][:1].islower() or len(lines[used - 1]) >= _WIDE):
            break
        title += " " + more["text"].strip()
        used += 1
    if used + 1 < len(lines) and not _BOLD_LINE.match(lines[used + 1]):
        # Two bold questions in a row are one question if the text below answers both.
        more = _BOLD_LINE.match(lines[used])
        if more and all(map(_ASKED_END.search, (title, more["text"]))):
            return TitleSplit(f"{title} {more['text'].strip()}", "", used + 1, is_bold=True)
    return TitleSplit(title, "", used, is_bold=True)


def _parts(before: str, text: str) -> str | None:
    """The text of a line that is bold except for code: `**Why does** `f` **fail?**`."""
    if (
        text.count("**") < 2
        or "`" not in text
        or (before.count("**") % 2 == 0 and (not text.lstrip().startswith("**")))
    ):
        return None
    body = text if before.count("**") % 2 == 0 else "**" + text
    title = ""
    for part in _PARTS.finditer(body):
        if part["other"] and re.search(r"\w", part["other"]):
            return None
        title += part["bold"] or part[0]
    return title if "`" in title and body.count("**") >= 4 else None


def _ends(lines: Sequence[str], used: int, begins_another: Callable[[str], bool]) -> bool:
    """Whether a title of `used` lines is complete."""
    last, after = lines[used - 1], lines[used]
    if used >= _LINES or _ASKED_END.search(last[-40:]) or _SENTENCE_END.search(last[-40:].rstrip()):
        return True
    if begins_another(after):
        return True
    if after.lstrip()[:1].islower():
        return _breaks_early(lines, used) and not any(map(_ASKS.search, lines[used:]))
    # A wrapped title continues until its question mark.
    return len(last) < _WIDE or not _ASKED_END.search(after[-40:])


def _breaks_early(lines: Sequence[str], used: int) -> bool:
    """Whether a line ends far before the width of the others, so that it is not wrapped."""
    word = lines[used].split(None, 1)[0]
    return len(lines[used - 1]) + len(word) + _RAGGED < max(map(len, lines))


def clean_title(text: str, start: int = 0) -> str:
    """`text` from `start` on, on one line, without anchors, wrapping emphasis and self-links."""
    text = " ".join(text[start:].split())
    if _PLAIN.fullmatch(text):
        return text
    text = " ".join(_SPACES.sub(" ", text).split()) if "&" in text else text
    kept = _CODE.findall(text) if "`" in text else []
    if kept:
        text = _CODE.sub("\ue000", text.replace("\ue000", ""))
    text = without_back_link(text) if "#" in text else text
    text = _ANCHOR.sub("", text) if "<" in text else text
    text = _SELF_LINK.sub(r"\1", text) if "](#" in text else text
    if "#" in text:
        text = _CARD.sub("", text)
    if "<" in text:
        text = _BREAK.sub(" ", text)
        for pair, mark in _PAIRS:
            text = pair.sub(rf"{mark}\1{mark}", text)
        text = without_tags(text, _WRAPS)
    text = " ".join(text.split())
    if "****" in text:  # converters write bold inside bold like this
        text = re.sub(r"\*{4,}", "", text)
    if " ***" in text:
        text = _LEFT_OVER.sub("", text)
    text = text.rstrip("\\").strip()
    if "*" in text or "_" in text:
        text = _unwrapped(text)
    if text[-1:] in {"*", "#"}:
        text = _DANGLING.sub("", text).strip()
    if not text[-1:].isascii():
        text = _RATING.sub("", text)
    box = _BOX.match(text)
    text = text[box.end() :] if box else text
    quoted = _QUOTED.fullmatch(text)
    text = quoted[1] if quoted else _POINT.sub("", text)
    if text.count("`") == 1:
        # The label was inside the code span and took its opening backtick.
        text = text.strip("`")
    if not kept:
        return text
    parts = text.split("\ue000")
    codes = [*kept[: len(parts) - 1], *[""] * (len(parts) - 1 - len(kept)), ""]
    return "".join(part + code for part, code in zip(parts, codes, strict=True))


def without_self_link(text: str) -> str:
    """`text` without a link into the document around all of it: a label may be in its words."""
    match = _LINKED.fullmatch(text) if "](#" in text else None
    return match[1] + match[2] + match[3] if match else text


def _unwrapped(text: str) -> str:
    """`text` without emphasis around all of it, or left over from a label inside the emphasis."""
    for mark in ("***", "**", "__", "*", "_"):
        count = text.count(mark)
        if count == 2 and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)].strip()
        elif count == 1 and mark in {"**", "__"}:
            text = text.replace(mark, "").strip()
        elif count == 1 and mark == "*" and re.search(r"\S\*$", text):
            text = text[:-1]
    return text


def norm(title: str) -> str:
    """The words of a title, to compare titles."""
    text = re.sub(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)", " ", title) if "](" in title else title
    text = _COUNTER.sub("", text)
    return " ".join(words(HTML_TAG.sub(" ", text) if "<" in text else text))
