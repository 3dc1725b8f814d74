"""What a document is: its content says so, and its ending where the content leaves it open."""

import sys

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.formats import Cards, read_source
from tests.importer.formats.samples import archive, collection, docx, paragraph, pdf

NOTEBOOK = b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "# What is x?"}]}'
PAGE = "<!DOCTYPE html>\n<html><body><h2>Qu\xe9?</h2></body></html>"


@pytest.mark.parametrize("name", ["x.docx", "x.md", "x", "x.pdf"])
def test_a_word_document_is_recognised_under_any_name(name: str) -> None:
    assert read_source(docx(paragraph("What is x?")), name) == "What is x?"


@pytest.mark.slow
def test_a_pdf_named_docx_is_read_as_a_pdf() -> None:
    assert read_source(pdf("What is x?"), "x.docx") == "What is x?"


def test_piped_text_is_recognised_by_its_content() -> None:
    assert read_source(NOTEBOOK, "stdin") == "# What is x?"
    assert read_source(PAGE.encode(), "stdin") == "## Qu\xe9?"
    assert isinstance(read_source(b"Heap\tA tree\nTrie\tA tree\n", "stdin"), Cards)
    assert read_source(b"# What is x?\n", "stdin") == "# What is x?\n"


def test_the_declared_encoding_of_a_web_page_is_used() -> None:
    text = PAGE.replace("<body>", '<head><meta charset="latin-1"></head><body>')
    assert read_source(text.encode("latin-1"), "x.html") == "## Qu\xe9?"


def test_markdown_with_tags_and_tabs_is_markdown() -> None:
    text = b"<html>\n<b>a</b>\tb\nc\td\n"
    assert read_source(text, "x.md") == text.decode()


def test_the_tags_of_an_org_headline_leave_its_title() -> None:
    text = (
        b"## What is a buffer? "
        b'<span class="tag" tag-name="keys"><span class="smallcaps">keys</span></span>\n\nText.\n'
    )
    assert read_source(text, "x.md") == "## What is a buffer?\n\nText.\n"


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"# What is x?\n", "x.docx", "x.docx: this is text, not a Word document"),
        (b"\x00\x01" * 500, "x.apkg", "x.apkg: this is not an Anki package, or it is truncated"),
        (b"", "x.pdf", "x.pdf: this is not a PDF, or it is truncated"),
        (
            archive(xl__workbook_xml="<a/>"),
            "x.docx",
            "x.docx.xlsx: .xlsx cannot be imported directly",
        ),
        (archive(mimetype="application/epub+zip"), "x.epub", "x.epub: .epub cannot be imported"),
        (archive(a_md="# What is x?"), "x.zip", "x.zip: this is an archive"),
        (b"{\\rtf1 x}", "x.doc", "x.doc.rtf: .rtf cannot be imported directly"),
        (b"\x89PNG\r\n", "x.md", "x.md: this is an image, not text"),
        (bytes(100_000_001), "x.md", "x.md: more than 100 MB is too large"),
    ],
)
def test_wrong_extensions_and_unknown_formats_are_refused(
    data: bytes, name: str, message: str
) -> None:
    with pytest.raises(DrillError) as refusal:
        read_source(data, name)
    assert refusal.value.message.startswith(message)
    assert refusal.value.hint


def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("anki") / "c"
    package = archive(collection_anki2=collection(path, [("What is <b>x</b>?", "A & b")]))
    packed = archive(collection_anki21b=b"")
    page = pdf("What is x?")
    for module in ("selectolax.lexbor", "pypdfium2", "zstandard"):
        monkeypatch.setitem(sys.modules, module, None)
    for data, name, needed in (
        (PAGE.encode(), "x.html", "HTML needs selectolax"),
        (package, "x.apkg", "HTML needs selectolax"),
        (page, "x.pdf", "a PDF needs pypdfium2"),
        (packed, "y.apkg", "a package of Anki 2.1.50 or later needs zstandard"),
    ):
        with pytest.raises(DrillError, match=needed) as refusal:
            read_source(data, name)
        assert refusal.value.hint == "pip install 'interview-drill[documents]'"


def test_formats_without_dependencies_need_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("selectolax.lexbor", "pypdfium2", "zstandard"):
        monkeypatch.setitem(sys.modules, module, None)
    assert read_source(NOTEBOOK, "x.ipynb") == "# What is x?"
    assert read_source(docx(paragraph("What is x?")), "x.docx") == "What is x?"
    assert isinstance(read_source(b"question,answer\nWhat is x?,y\n", "x.csv"), Cards)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.csv", "question,answer\n{0}?,{0}\nWhy?,b\n"),
        ("x.txt", "#separator:tab\n#html:true\n{0}?\t{0}\n"),
        ("x.html", "<html><title>{0}</title><body><h2>1. {0}?</h2>{0}<h2>2. Why?</h2>b"),
        ("x.ipynb", '{{"nbformat": 4, "cells": [{{"cell_type": "markdown", "source":'
         ' "# {1}\\n\\n## 1. {1}?\\n\\n{1}\\n\\n## 2. Why?\\n\\nb"}}]}}'),
    ],
    ids=["csv", "anki", "page", "notebook"],
)  # fmt: skip
def test_control_characters_spelled_as_entities_or_escapes_are_removed(
    name: str, text: str
) -> None:
    spelled = text.format("a&#27;b&#x202e;c&#7;", "a\\u001bb\\ud800c")
    deck = import_document(spelled.encode(), name).deck
    texts = "".join((deck.title, deck.questions[0].text, deck.questions[0].answer or ""))
    assert texts.isprintable()


def test_a_page_may_not_choose_a_codec_that_is_no_encoding() -> None:
    page = '<html><meta charset="rot13"><body><h2>1. What?</h2>a<h2>2. Why?</h2>b'
    assert import_document(page.encode(), "x.html").deck.questions[0].text == "What?"
