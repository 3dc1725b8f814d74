"""Extreme decks through every format: nothing leaves its column, its page or its place."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drill.exporters.anki import package
from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.html import html
from drill.exporters.cheatsheet.markdown import markdown
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.pdf import fitted, pdf
from drill.exporters.csv import table
from drill.exporters.session.html import html as session_html
from drill.exporters.session.json import to_json
from drill.exporters.session.markdown import markdown as session_markdown
from drill.exporters.session.pdf import pdf as session_pdf
from drill.model import Entry, SessionStatus
from drill.reporting.report import Report, report
from tests.builders import attempt
from tests.exporters.boxes import needs_poppler, pages, text_of
from tests.exporters.conftest import NOW, no_step
from tests.exporters.extreme import ALL, ANSWERS, BARE
from tests.exporters.session.samples import SESSION
from tests.exporters.test_browser import CHROMIUM, FRAME, browse

SheetOf = Callable[..., Sheet]
MARGIN, GUTTER = 26.0, 14.0
decks = pytest.mark.parametrize("entries", ALL.values(), ids=ALL)
pytestmark = pytest.mark.slow


@needs_poppler
@decks
@pytest.mark.parametrize(
    ("depth", "form"),
    [
        (Depth.POINTS, Form(columns=3, landscape=True)),
        (Depth.FULL, Form()),
        (Depth.TITLES, Form(columns=3)),
    ],
)
def test_every_word_of_a_pdf_stands_in_its_column(
    sheet_of: SheetOf, entries: list[Entry], depth: Depth, form: Form
) -> None:
    made = pdf(sheet_of(depth, entries=entries), form, no_step, numbered=depth is Depth.TITLES)
    found = pages(made.pdf.content)
    assert found.overflowing(MARGIN, form.columns, GUTTER) == []


@needs_poppler
def test_two_pages_hold_what_fits_of_extreme_answers(sheet_of: SheetOf) -> None:
    made = fitted(sheet_of(Depth.FULL, entries=BARE), Form(), 2, no_step, numbered=False)
    assert made.pdf.pages == 2
    assert made.carried < len(BARE)


@needs_poppler
def test_missing_characters_are_reported_and_pictures_are_shown_or_described(
    sheet_of: SheetOf,
) -> None:
    made = pdf(sheet_of(Depth.FULL, entries=BARE), Form(), no_step, numbered=False).pdf
    text = text_of(made.content)
    assert "✔" in text
    assert "✘" in text
    assert "[picture: not a picture]" in text
    assert "[picture: a noisy square]" not in text
    assert b"/Subtype/Image" in made.content.replace(b" ", b"")
    assert not set("✅❌") & set(made.missing)


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@decks
@pytest.mark.parametrize("depth", [Depth.POINTS, Depth.TITLES])
def test_no_page_is_wider_than_a_phone(
    sheet_of: SheetOf, entries: list[Entry], depth: Depth, tmp_path: Path
) -> None:
    page = html(sheet_of(depth, entries=entries), no_step, folded=True)
    (tmp_path / "sheet.html").write_text(page.replace("<details>", "<details open>"), "utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=380), "utf-8")
    dumped = browse(tmp_path, "--allow-file-access-from-files", "--dump-dom", frame.as_uri())
    assert "<title>0,0," in dumped


@needs_poppler
@decks
def test_every_word_of_a_report_stands_on_its_page(entries: list[Entry]) -> None:
    found = pages(session_pdf(_sat(entries)).content)
    outside = [word.text for word in found.words if not 0 < word.left <= word.right < found.width]
    assert outside == []


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@decks
def test_no_report_is_wider_than_a_phone(entries: list[Entry], tmp_path: Path) -> None:
    (tmp_path / "sheet.html").write_text(session_html(_sat(entries)), "utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=380), "utf-8")
    dumped = browse(tmp_path, "--allow-file-access-from-files", "--dump-dom", frame.as_uri())
    assert "<title>0,0," in dumped


@decks
def test_the_texts_of_a_report_hold_every_question(entries: list[Entry]) -> None:
    sat = _sat(entries)
    assert session_markdown(sat).count("\n### ") == len(entries)
    assert len(json.loads(to_json(sat, {}, []))["questions"]) == len(entries)


def _sat(entries: list[Entry]) -> Report:
    """A quiz of the questions, each missed after a long typed answer."""
    attempts = [
        replace(attempt(entry.key), typed=str(entry.question.answer)[:400]) for entry in entries
    ]
    session = replace(
        SESSION,
        status=SessionStatus.FINISHED,
        questions=tuple(entry.key for entry in entries),
        budgets=(60.0,) * len(entries),
    )
    return report(session, attempts, {entry.key: entry for entry in entries}, {}, {})


@decks
def test_markdown_and_the_table_hold_every_question(
    sheet_of: SheetOf, entries: list[Entry]
) -> None:
    text = markdown(sheet_of(Depth.FULL, entries=entries), no_step)
    assert text.count("\n### ") == len(entries)
    csv.field_size_limit(10_000_000)
    rows = list(csv.reader(io.StringIO(table(entries, no_step), newline=""), strict=True))
    assert len(rows) == 1 + len(entries)


@decks
def test_anki_takes_every_question_and_packs_its_pictures(
    entries: list[Entry], tmp_path: Path
) -> None:
    anki = pytest.importorskip("anki.collection", reason="Anki's library is not installed")
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    try:
        (tmp_path / "p.apkg").write_bytes(package(entries, NOW, no_step))
        request = anki.ImportAnkiPackageRequest(package_path=str(tmp_path / "p.apkg"))
        log = collection.import_anki_package(request).log
        assert len(log.new) == len(entries)
        packed = [path.suffix for path in Path(collection.media.dir()).iterdir()]
        assert packed.count(".png") == (2 if entries is BARE else 1)
    finally:
        collection.close()


def test_each_kind_of_extreme_text_is_there() -> None:
    assert len(ANSWERS["picture"]) > 4_000_000
    assert len(ANSWERS["words"].split()) == 3_000
