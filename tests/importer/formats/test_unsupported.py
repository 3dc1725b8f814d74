"""What drill does not read: the command that makes something of it that drill reads."""

import shutil
import subprocess
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.formats import refuse_url
from drill.importer.formats.unsupported import refuse_ending

DOCUMENTS = {
    "rst": "Python\n======\n\n1. What is a list?\n------------------\n\nA row.\n\n"
    "2. What is ``len``?\n-------------------\n\nA count.\n\n"
    "3. What is a set?\n-----------------\n\nA bag.\n",
    "org": "#+TITLE: Emacs\n* 1. What is a buffer? :keys:\nText.\n* 2. What is a mode?\nRules.\n"
    "* 3. What is a mark?\nA place.\n",
    "mediawiki": "== What is a set? ==\nA bag.\n\n== What is a map? ==\nPairs.\n\n"
    "== What is a heap? ==\nA tree of <math>n</math>.\n",
}


@pytest.mark.parametrize("ending", DOCUMENTS)
def test_the_suggested_command_makes_an_importable_document(ending: str, tmp_path: Path) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("needs pandoc")
    path = tmp_path / f"some notes.{ending}"
    path.write_text(DOCUMENTS[ending], "utf-8")
    with pytest.raises(DrillError) as refusal:
        import_document(path.read_bytes(), str(path))
    command, _, then = refusal.value.hint.partition(" && ")
    subprocess.run(command, shell=True, check=True)
    assert then == f"drill import '{tmp_path}/some notes.md'"
    made = import_document((tmp_path / "some notes.md").read_bytes(), "some notes.md").deck
    assert [question.text.endswith("?") for question in made.questions] == [True, True, True]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.epub", "pandoc -s a.epub -t gfm+tex_math_dollars -o a.md && drill import a.md"),
        (
            "b c.odt",
            "pandoc -s 'b c.odt' -t gfm+tex_math_dollars -o 'b c.md' && drill import 'b c.md'",
        ),
        (
            "x.adoc",
            "asciidoctor -b docbook5 -o - x.adoc | pandoc -s -f docbook -t gfm+tex_math_dollars"
            " -o x.md"
            " && drill import x.md",
        ),
        (
            "a.wiki",
            "pandoc -s -f mediawiki a.wiki -t gfm+tex_math_dollars -o a.md && drill import a.md",
        ),
        ("t.xlsx", "save it as CSV: drill import t.csv"),
        ("t.doc", "save it as .docx: drill import t.docx"),
    ],
)
def test_every_unsupported_format_has_a_command(name: str, hint: str) -> None:
    with pytest.raises(DrillError, match="cannot be imported directly") as refusal:
        refuse_ending(name, name.rpartition(".")[2])
    assert refusal.value.hint == hint


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        (
            "https://example.org/q?a=1&b=2",
            "curl -L 'https://example.org/q?a=1&b=2' -o page.html && drill import page.html",
        ),
        (
            "http://example.org/a.pdf",
            "curl -L http://example.org/a.pdf -o page.pdf && drill import page.pdf",
        ),
    ],
)
def test_a_url_is_refused_with_a_command_to_download_it(address: str, hint: str) -> None:
    with pytest.raises(DrillError, match="drill opens no network connection") as refusal:
        refuse_url(address)
    assert refusal.value.hint == hint


def test_a_file_is_not_taken_for_a_url() -> None:
    for name in ("notes.md", "http/notes.md"):
        refuse_url(name)
    with pytest.raises(DrillError):
        refuse_url("http://notes.md")
