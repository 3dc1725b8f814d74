"""Finds links to the top of a document and to the rest of a text, which belong to no answer."""

import re
from collections import defaultdict

from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import announces

_BACK = re.compile(
    r"back|top|index|contents?|toc|menu|home|up|volver|índice|indice|inicio|arriba|subir|наверх"
    r"|вверх|назад|содержани|оглавлени|вернут|к списку|начал|вгору|зміст|haut|sommaire|retour|oben"
    r"|zurück|inhalt|topo|sumário|voltar|torna|indietro|wróć|powrót|spis treści|terug|omhoog"
    r"|başa dön|yukarı|về đầu|lên đầu|kembali"
    r"|返回|回到|目录|目錄|顶部|頂部|맨 위|위로|목차|トップ|目次|先頭|戻る"
    r"|[⬆↑↥⇧▲🔝⤴☝👆🔼]",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<to>[^()\s]*)\)"
    r"|<a\s(?P<tag>(?=[^<>]*href=)[^<>]*)>(?P<inner>.*?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_HREF = re.compile(r"href=[\"']?(?P<to>[^\"'\s>]*)", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|:\w+:|&\w+;")
_MORE = re.compile(
    r"\W*(?:(?:read|show|learn|view) (?:more|less)|continue reading|leer más|ler mais"
    r"|lire la suite|mehr lesen|weiterlesen|читать (?:далее|дальше|полностью)|leggi tutto"
    r"|阅读更多|查看更多|展开全文|続きを読む|더 보기)\W*",
    re.IGNORECASE,
)
_RECUR = 4
"""The fewest paragraphs with the same words that lead elsewhere: a conversion lost the link, or the
words are of an unknown language."""
_WORDS = 40
"""The most characters of such a paragraph."""
_LONGEST = 500
"""The most characters of a row of links."""


def back_links(document: Document) -> set[Leaf]:
    """The blocks of `document` that only link to its top or contents, or recur and name links."""
    texts: dict[str, set[Leaf]] = defaultdict(set)
    for leaf in document.leaves:
        # "**Follow-up points:**" announces what is below.
        short = len(leaf.text) <= _WORDS and "\n" not in leaf.text and not announces(leaf.text)
        if leaf.kind is LeafKind.PARAGRAPH and leaf.item is None and short:
            texts[leaf.text.strip("*_ ")].add(leaf)
    links: set[Leaf] = set()
    for text, leaves in texts.items():
        if len(leaves) < _RECUR:
            continue
        leads = _BACK.search(text) and question_likelihood(text) < ASKS
        if leads or _MORE.fullmatch(text):
            links |= leaves
    inner: dict[str, set[Leaf]] = defaultdict(set)
    for leaf in document.leaves:
        is_inner = leaf.kind is LeafKind.PARAGRAPH and leaf.item is None and "#" in leaf.text
        link = _LINK.fullmatch(leaf.text.strip()) if is_inner else None
        if link and (link["to"] or "").startswith("#"):
            inner[re.sub(r"\d+", "#", link["text"])].add(leaf)
    links.update(*(leaves for leaves in inner.values() if len(leaves) >= _RECUR))
    for leaf in document.leaves:
        is_item = leaf.item is not None and leaf.first
        textual = leaf.kind in {LeafKind.HEADING, LeafKind.PARAGRAPH, LeafKind.HTML} and not is_item
        if textual and "#" in leaf.text and _leads_back(leaf.text):
            links.add(leaf)
    return links


def back_lines(document: Document) -> set[int]:
    """Links to the top on the last lines of paragraphs, as in a list without a blank line below."""
    return {
        leaf.end - 1
        for leaf in document.leaves
        if leaf.kind is LeafKind.PARAGRAPH and "](#" in leaf.text and len(leaf.lines) > 1
        if _leads_back(leaf.lines[-1])
    }


def without_back_link(title: str) -> str:
    """`title` without a link to the top behind it; a link inside a sentence begins small."""
    last = next(reversed([*_LINK.finditer(title)]), None)
    if last is None or title[last.end() :].strip():
        return title
    before = title[: last.start()].rstrip()
    is_own = re.search(r"\w", _TAG.sub("", before))
    words = (last["text"] or last["inner"] or "").strip("[]( ")
    return before if is_own and not words[:1].islower() and _leads_back(last[0]) else title


def _leads_back(text: str) -> bool:
    """Whether a block consists of links, one of them to the top."""
    if len(text) > _LONGEST or question_likelihood(_LINK.sub(r"\g<text> ", text)) >= ASKS:
        return False
    links = list(_LINK.finditer(text))
    if not links or re.search(r"\w", _TAG.sub("", _LINK.sub("", text))):
        return False
    for link in links:
        target = link["to"] or "".join(_HREF.findall(link["tag"] or "")[-1:])
        if target.startswith("#") and _BACK.search(
            f"{link['text'] or link['inner'] or ''}{target}"
        ):
            return True
    return False
