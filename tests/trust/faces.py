"""Shows a deck, read from any bytes, by every face and export in this process, and judges that."""

import csv
import io
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from zlib import crc32

from rich.console import Console

from drill.decks import check_deck, read_deck, write_deck
from drill.exporters import anki, pdf
from drill.exporters import csv as tables
from drill.exporters.cheatsheet import html as sheet_html
from drill.exporters.cheatsheet import markdown as sheet_markdown
from drill.exporters.cheatsheet import pdf as sheet_pdf
from drill.exporters.cheatsheet.content import Depth, sheet
from drill.exporters.cheatsheet.paper import Form
from drill.model import Deck, Entry
from drill.reporting.sheet_ranking import Carried, Rank, Tier
from drill.terminal.listings import questions as listing
from drill.terminal.listings.question import Whole
from tests.trust.driving import unsafe

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

_TAGS = set(
    "html head meta title style body header footer main nav section article aside details summary"
    " div span p a b bdi small ul ol li label input h1 h2 h3 h4 h5 h6 blockquote"
    " pre code em strong s br hr img"
    " dl dt dd table caption thead tbody tr th td figure figcaption"
    " svg desc g line rect circle path text"
    " math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup"
    " munder mover munderover mtable mtr mtd menclose mphantom mpadded mstyle merror mmultiscripts"
    " mprescripts".split()
)
_LINKS = ("http://", "https://", "mailto:", "#")
_IMAGES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
_STYLE = re.compile(r"[\w\s:;.%(),#+*/-]*", re.ASCII)


class _Page(HTMLParser):
    """Collects what a page may not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.faults.append(tag)
        for name, value in attrs:
            text = value or ""
            good = {
                "href": text.lower().startswith(_LINKS),
                "src": tag == "img" and text.startswith(_IMAGES),
                "style": bool(_STYLE.fullmatch(text)) and "url(" not in text,
                "http-equiv": text == "Content-Security-Policy",
            }.get(name, re.fullmatch(r"(?!on|xlink|srcset|action|form)[a-z][\w-]*", name))
            if not good:
                self.faults.append(f"{tag} {name}={text!r}")


def page_faults(html: str) -> list[str]:
    """The tags and attributes of a page or a fragment that could run or load something."""
    page = _Page()
    page.feed(html)
    page.close()
    return page.faults


def markdown_faults(text: str) -> list[str]:
    """What a reader of Markdown that allows HTML would load, run or open."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(re.sub(r"\$[^$]*\$", "$", text))
    every = [each for token in tokens for each in (token, *(token.children or ()))]
    return [each.content for each in every if each.type in {"html_block", "html_inline", "image"}]


def show_everywhere(data: bytes) -> None:
    """Read a deck file and show what of it is good; AssertionError where anything goes wrong."""
    reading = check_deck(data, "deck.yaml")
    # YAML also ends lines at U+0085, U+2028 and U+2029; the first bytes of these stand for them.
    lines = 2 + sum(map(data.count, (b"\n", b"\r", b"\xc2", b"\xe2\x80")))
    for problem in reading.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert len(str(problem)) < 2_000
    assert reading.deck or reading.problems
    if reading.deck is None:
        return
    deck = reading.deck
    assert read_deck(write_deck(deck).encode(), "again.yaml").deck == deck
    entries = [
        Entry(deck.id, deck.title, question, (*question.tags, *deck.tags), "deck.yaml", 1)
        for question in deck.questions[:20]
    ]
    _on_terminal(entries)
    _exported(entries)
    _as_cards(entries, deck)


def _on_terminal(entries: list[Entry]) -> None:
    for encoding in ("utf-8", "ascii"):
        shown = io.TextIOWrapper(io.BytesIO(), encoding, errors="replace", newline="\n")
        console = Console(
            file=shown, force_terminal=True, width=60, markup=False, emoji=False, highlight=False
        )
        listing.show(console, [(entry, None) for entry in entries], NOW)
        for entry in entries:
            console.print(Whole(entry, None, (), NOW))
        shown.seek(0)
        assert unsafe(shown.read()) == []


def _exported(entries: list[Entry]) -> None:
    made = sheet(
        Carried(tuple(entries), {}, {}, {entry.key: Rank(Tier.REST) for entry in entries}),
        depth=Depth.FULL,
        selection="all",
        made=date(2026, 11, 24),
    )
    html = sheet_html.html(made, lambda: None, folded=False)
    assert page_faults(html) == []
    assert set(unsafe(html)) <= set("\u2061\u2062\u2063\u2064")  # MathML's invisible operators
    markdown = sheet_markdown.markdown(made, lambda: None)
    assert markdown_faults(markdown) == []
    assert unsafe(markdown) == []
    for entry in entries:
        pdf.blocks(entry.question.text)
    if crc32(html.encode()) % 8 == 0:  # setting a page takes as long as all else
        done = sheet_pdf.pdf(made, Form(), lambda: None, numbered=False)
        assert done.pdf.content.startswith(b"%PDF-")


def _as_cards(entries: list[Entry], deck: Deck) -> None:
    table = tables.table(entries, lambda: None)
    assert unsafe(table) == []
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len(rows) == len(entries) + 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")] == []
    for field in card_fields(anki.package(entries, NOW, lambda: None)):
        assert card_faults(field) == []


def card_fields(package: bytes) -> list[str]:
    """All fields and tags of all notes in an Anki package."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(package)).extract("collection.anki2", folder)
        with closing(sqlite3.connect(Path(folder) / "collection.anki2")) as collection:
            rows = collection.execute("SELECT flds || char(31) || tags FROM notes").fetchall()
    return [field for (row,) in rows for field in row.split("\x1f")]


def card_faults(field: str) -> list[str]:
    """What Anki would run, play or load; formulas that drill has not made are such too."""
    commands = re.findall(r"\[(?:sound:|anki:|/?latex\]|/?\${1,2}\])", field, re.IGNORECASE)
    formulas = re.findall(r"\\\(.*?\\\)|\\\[.*?\\\]", re.sub(r"<span>\\</span>", "", field), re.S)
    active = [
        formula
        for formula in formulas
        if re.search(r"\\(?:href|url|style|class|unicode|g?def)\b", formula)
    ]
    return [*commands, *active, *page_faults(field), *unsafe(field)]
