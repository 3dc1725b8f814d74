"""The fields of Anki notes as Markdown: HTML, formulas in Anki's three spellings, clozes."""

import re
from collections.abc import Iterator
from html import unescape

from drill.importer.formats.html.inline import escaped
from drill.importer.formats.html.tree import is_too_deep, parsed

_FORMULA = re.compile(
    r"(?<!\\)\\\(((?:[^\\]|\\\\(?=\()|\\(?![()])){1,4000}+)\\\)"
    r"|\[\$\]((?:[^\[]|\[(?!/?\$\])){1,4000}+)\[/\$\]"
    r"|<anki-mathjax>((?:[^<]|<(?!/?anki-mathjax)){1,4000}+)</anki-mathjax>"
    r"|(?<!\\)\\\[((?:[^\\]|\\\\(?=\[)|\\(?![\[\]])){1,4000}+)\\\]"
    r"|\[\$\$\]((?:[^\[]|\[(?!/?\$\$\])){1,4000}+)\[/\$\$\]"
    r"|<anki-mathjax block=\"true\">((?:[^<]|<(?!/?anki-mathjax)){1,4000}+)</anki-mathjax>"
    r"|\[latex\]((?:[^\[]|\[(?!/?latex\])){1,4000}+)\[/latex\]",
    re.IGNORECASE,
)
"""A formula cannot contain the start of another one, so that no text is searched twice."""
_INLINE_KINDS = 3  # the first groups of _FORMULA; the last is a piece of a LaTeX document
_DISPLAY = re.compile(r"\\begin\{(displaymath|equation\*?|math)\}(.*)\\end\{\1\}", re.DOTALL)
_SOUND = re.compile(r"\[(?:sound|anki):[^\]\n]{0,500}\]")
_SLOT = "\ue000{}\ue001"
_CLOZE = re.compile(r"\{\{c(\d{1,3})::((?:[^{}]|\{(?!\{)|\}(?!\})){0,10000})\}\}", re.DOTALL)
_NESTING = 5
_ANY_TAG = re.compile(r"<[^<>]*>")
_MEDIA_OR_TAG = re.compile(r"[<&\[\\]")


def field_markdown(html: str) -> str:
    """A field as Markdown with `$math$`, without its sounds."""
    if not _MEDIA_OR_TAG.search(html):
        return escaped(html.strip())
    formulas: list[str] = []

    def keep(formula: re.Match[str]) -> str:
        formulas.append(_formula(formula))
        return _SLOT.format(len(formulas) - 1)

    text = _FORMULA.sub(keep, re.sub("[\ue000\ue001]", "", html))
    text = _markdown(_SOUND.sub("", text))
    return re.sub("\ue000(\\d+)\ue001", lambda slot: formulas[int(slot[1])], text)


def plain_field(text: str) -> str:
    """A field exported as plain text, as Markdown with `$math$`."""
    parts: list[str] = []
    where = 0
    for formula in _FORMULA.finditer(text):
        parts += (escaped(text[where : formula.start()]), _formula(formula))
        where = formula.end()
    return _SOUND.sub("", "".join((*parts, escaped(text[where:])))).strip()


def cloze_pairs(html: str) -> list[tuple[str, str]]:
    """The (question, answer) pairs of a cloze note as HTML, one pair per cloze number.

    A question shows its own gaps empty and all others filled, as Anki does. Empty list: no gaps.
    """
    numbers = sorted({int(gap[1]) for gap in _CLOZE.finditer(html)})
    pairs = []
    for number in numbers:
        answers: list[str] = []
        text = html
        for _ in range(_NESTING):
            text, count = _CLOZE.subn(lambda gap: _gap(gap, number, answers), text)  # noqa: B023
            if not count:
                break
        pairs.append((text, ", ".join(dict.fromkeys(answers))))
    return pairs


def open_gaps(text: str) -> tuple[str, list[str]]:
    """`text` with all of its gaps empty, and what was in them."""
    answers: list[str] = []
    for _ in range(_NESTING):
        text, count = _CLOZE.subn(lambda gap: _gap(gap, int(gap[1]), answers), text)
        if not count:
            break
    return text, list(dict.fromkeys(answers))


def _gap(gap: re.Match[str], number: int, answers: list[str]) -> str:
    answer, _, hint = gap[2].partition("::")
    if int(gap[1]) != number:
        return answer
    answers.append(answer)
    return f"[{hint.strip() or '…'}]"


def _formula(formula: re.Match[str]) -> str:
    """One formula between dollars, without the HTML that Anki's editor inserts."""
    place = next(n for n, body in enumerate(formula.groups()) if body is not None)
    body = re.sub(r"<br\s*/?>|</?div>", " ", formula[place + 1])
    body = " ".join(unescape(re.sub(r"<[^<>]*>", "", body)).split())
    if place == len(formula.groups()) - 1:
        display = _DISPLAY.search(body)
        if display:
            return f"$${display[2].strip()}$$"
        if "$" in body:
            return body
    if not body or "$" in body:
        return body
    return (
        f"${body}$"
        if place < _INLINE_KINDS or place == len(formula.groups()) - 1
        else f"$${body}$$"
    )


def _markdown(html: str) -> str:
    from drill.importer.formats.html.blocks import markdown

    if is_too_deep(html):  # skip this field rather than refuse the package
        return escaped(" ".join(unescape(_ANY_TAG.sub(" ", html)).split()))
    body = parsed(html, "Anki's notes").body
    return markdown(body.iter(include_text=True), lambda _: False) if body else ""


def tags_of(text: str) -> Iterator[str]:
    """The tags of a note; `subject::topic` becomes one tag."""
    yield from (tag.replace("::", "-") for tag in text.split() if tag not in {"marked", "leech"})
