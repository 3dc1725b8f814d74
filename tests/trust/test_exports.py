"""What is exported of a deck that means harm, judged by those who open it."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.exporters.test_browser import CHROMIUM, browse
from tests.trust import hostile
from tests.trust.conftest import Harm, Server

if sys.platform == "win32":
    pytest.skip("needs a POSIX system", allow_module_level=True)

from tests.trust.driving import unsafe
from tests.trust.faces import card_faults, markdown_faults, page_faults

pytestmark = pytest.mark.slow

_INVISIBLE_OPERATORS = set("\u2061\u2062\u2063\u2064")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
needs_poppler = pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed")


@pytest.fixture
def asked(server: Server) -> Iterator[list[str]]:
    """What a page has asked the server for."""
    server.asked.clear()
    yield server.asked
    server.asked.clear()


@pytest.mark.browser
@needs_browser
def test_a_page_without_protection_would_run_and_load_it(
    server: Server, asked: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>good</title>{hostile.web(server.address)}")
    # A page that sends the browser elsewhere is not the one that is dumped.
    page.write_text(page.read_text().replace("http-equiv=refresh", ""))
    dumped = browse(tmp_path, "--dump-dom", page.as_uri())
    assert "<title>run</title>" in dumped
    assert {"/s.js", "/l.css", "/i.png"} <= set(asked)


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("name", ["sheet", "session"])
def test_a_page_runs_nothing_and_asks_no_server(
    name: str, harm: Harm, asked: list[str], tmp_path: Path
) -> None:
    page = harm.exports / f"{name}.html"
    html = page.read_text("utf-8")
    title = re.search("<title>.*?</title>", html)
    assert title
    assert title[0] in browse(tmp_path, "--dump-dom", page.as_uri())
    assert asked == []
    assert page_faults(html) == []
    assert set(unsafe(html)) <= _INVISIBLE_OPERATORS
    assert "[red]r[/red]" in html


@pytest.mark.parametrize("command", ["export cheatsheet --full", "export session"])
def test_markdown_holds_nothing_to_load_or_run(command: str, harm: Harm) -> None:
    markdown = harm.ran[command].out
    assert markdown_faults(markdown) == []
    assert markdown_faults(hostile.payload())


@needs_poppler
@pytest.mark.parametrize("name", ["sheet", "session"])
def test_typst_code_is_words_on_the_page(name: str, harm: Harm) -> None:
    path = harm.exports / f"{name}.pdf"
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    text = " ".join(done.stdout.decode().split())
    assert '#panic("typst") #read("/etc/passwd")' in text
    assert "root:" not in text
    links = subprocess.run(["pdfinfo", "-url", path], capture_output=True, check=True)
    addresses = [line.split()[-1] for line in links.stdout.decode().splitlines()[1:]]
    assert [
        address for address in addresses if not address.startswith(("http://", "https://"))
    ] == []


def test_no_cell_of_the_table_begins_a_formula(harm: Harm) -> None:
    rows = list(csv.reader(io.StringIO(harm.ran["export anki -o -"].out, newline="")))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠\t\r")] == []
    assert sum(cell.startswith("'") for cell in cells) >= 3


def test_json_and_the_history_hold_what_was_typed_and_no_controls(harm: Harm) -> None:
    session = json.loads((harm.exports / "session.json").read_text("utf-8"))
    assert "=1+1 [red]" in session["attempts"][0]["typed"]
    history = harm.ran["export history"].out.splitlines()
    assert len([json.loads(line) for line in history]) == len(history) > 8


def test_anki_plays_runs_and_loads_nothing(harm: Harm, tmp_path: Path) -> None:
    anki = pytest.importorskip("anki.collection", reason="Anki's library is not installed")
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    try:
        package = str(harm.exports / "cards.apkg")
        collection.import_anki_package(anki.ImportAnkiPackageRequest(package_path=package))
        cards = [collection.get_card(card) for card in collection.find_cards("")]
        assert len(cards) == 5
        for card in cards:
            shown = card.render_output()
            assert shown.question_av_tags == shown.answer_av_tags == []
            assert card_faults(shown.answer_text) == []
            assert [fault for tag in card.note().tags for fault in card_faults(tag)] == []
        names = [deck.name for deck in collection.decks.all_names_and_ids()]
        assert len([name for name in names if name.startswith("drill::")]) == 3
    finally:
        collection.close()
