"""Anki packages: notes of every kind, out of a database that is a stranger's."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.formats.anki.notes import read_anki_package
from tests.importer.formats.samples import archive, collection

NOTES = [
    ("What is a <b>port</b>?", "A number<br>of 16 bits"),
    ("{{c1::TCP}} repairs, {{c2::UDP::which?}} does not", "Both on IP."),
    ("", "no front"),
]


def packed(data: bytes) -> bytes:
    return archive(collection_anki2=data)


def test_basic_and_cloze_notes_become_questions(tmp_path: Path) -> None:
    cards = read_anki_package(packed(collection(tmp_path / "c", NOTES)), "x.apkg")
    assert cards.title == "Work"
    assert [(card.question, card.answer, card.tags) for card in cards.cards] == [
        ("What is a **port**?", "A number  \nof 16 bits", ("net",)),
        ("[…] repairs, UDP does not", "TCP\n\nBoth on IP.", ("net",)),
        ("TCP repairs, [which?] does not", "UDP\n\nBoth on IP.", ("net",)),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("legacy", [True, False])
def test_packages_that_anki_itself_writes_are_read(tmp_path: Path, legacy: bool) -> None:
    anki = pytest.importorskip("anki.collection")
    made = anki.Collection(str(tmp_path / "c.anki2"))
    deck = made.decks.id("Work::Math")
    for kind, fields in (
        ("Basic", ["What is \\(x^2\\)?", "<div>A <i>square</i></div>"]),
        ("Cloze", ["{{c1::One}} and two", ""]),
        ("Basic (and reversed card)", ["Capital of Canada?", "Ottawa"]),
        ("Basic (optional reversed card)", ["Capital of Peru?", "Lima", ""]),
        ("Basic (optional reversed card)", ["Capital of Chile?", "Santiago", "y"]),
    ):
        note = made.new_note(made.models.by_name(kind))
        note.fields, note.tags = fields, ["algebra"]
        made.add_note(note, deck)
    path = tmp_path / "x.apkg"
    options = anki.ExportAnkiPackageOptions(with_media=True, legacy=legacy)
    made.export_anki_package(out_path=str(path), options=options, limit=None)
    made.close()
    deck = import_document(path.read_bytes(), "x.apkg").deck
    assert deck.title == "Math"
    assert [(question.text, question.answer, question.tags) for question in deck.questions] == [
        ("What is $x^2$?", "A *square*", ("algebra",)),
        ("[…] and two", "One", ("algebra",)),
        ("Capital of Canada?", "Ottawa", ("algebra",)),
        ("Ottawa", "Capital of Canada?", ("algebra",)),
        ("Capital of Peru?", "Lima", ("algebra",)),
        ("Capital of Chile?", "Santiago", ("algebra",)),
        ("Santiago", "Capital of Chile?", ("algebra",)),
    ]


def test_fields_that_no_template_shows_and_hidden_rectangles_are_left_out(tmp_path: Path) -> None:
    kinds = (
        '{"7": {"type": 0, "flds": [{"name": "Front"}, {"name": "Back"}, {"name": "Rank"},'
        ' {"name": "Source"}, {"name": "Hint"}], "tmpls": [{"qfmt": "{{Front}}{{hint:Hint}}",'
        ' "afmt": "{{FrontSide}} {{Back}} {{#Source}}{{text:Source}}{{/Source}}"}]},'
        ' "8": {"type": 1, "flds": [{"name": "Occlusion"}, {"name": "Image"}]}}'
    )
    notes = [
        ("What is a port?", "A number", "17", "RFC 793", "Not a ship's"),
        ("{{c1::image-occlusion:rect:left=.1}}<br>{{c2::image-occlusion:rect:left=.2}}", "x.png"),
    ]
    made = collection(
        tmp_path / "c", notes, lambda db: db.execute("UPDATE col SET models = ?", (kinds,))
    )
    cards = read_anki_package(packed(made), "x.apkg").cards
    assert [(card.question, card.answer, card.hint) for card in cards] == [
        ("What is a port?", "A number\n\n**Source:** RFC 793", "Not a ship's")
    ]


def test_a_field_of_endless_tags_becomes_its_words_and_spares_the_other_notes(
    tmp_path: Path,
) -> None:
    notes = [("What is <b>x</b>?", "<div>" * 4_000 + "a &amp; b"), *NOTES]
    cards = read_anki_package(packed(collection(tmp_path / "c", notes)), "x.apkg").cards
    assert [card.answer for card in cards[:2]] == ["a & b", "A number  \nof 16 bits"]


def run(*statements: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: [connection.execute(statement) for statement in statements]


HARM = {
    "view": (
        run(
            "ALTER TABLE notes RENAME TO old",
            "CREATE VIEW notes AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
            " SELECT x AS id, 7 AS mid, '' AS tags, x AS flds FROM c",
        ),
        "its database has a view",
    ),
    "trigger": (
        run("CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END"),
        "its database has a trigger",
    ),
    "virtual": (run("CREATE VIRTUAL TABLE f USING fts5(a)"), "its database has a virtual table"),
    "computed": (
        run(
            "DROP TABLE notes",
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, tags TEXT,"
            " flds TEXT GENERATED ALWAYS AS (hex(zeroblob(300000000))))",
        ),
        "the table notes has generated columns",
    ),
    "large": (run("UPDATE notes SET flds = hex(zeroblob(11000000))"), "a note is larger"),
    "missing": (run("DROP TABLE notes"), "damaged or truncated"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HARM)
def test_a_database_with_executable_parts_is_refused(kind: str, tmp_path: Path) -> None:
    change, message = HARM[kind]
    with pytest.raises(DrillError, match=message):
        read_anki_package(packed(collection(tmp_path / "c", NOTES, change)), "x.apkg")


ODD = {
    "types": run("UPDATE notes SET flds = x'00ff1fee', tags = 5 WHERE id = 2"),
    "json": run("UPDATE col SET models = '" + "[" * 50_000 + "', decks = '5'"),
    "no-col": run("DELETE FROM col"),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_invalid_value_costs_at_most_its_own_note(kind: str, tmp_path: Path) -> None:
    data = packed(collection(tmp_path / "c", NOTES, ODD[kind]))
    assert read_anki_package(data, "x.apkg").cards[0].question == "What is a **port**?"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed(b"SQLite format 3\0" + bytes(500)), "damaged or truncated"),
        (packed(b"no database"), "damaged or truncated"),
        (archive(collection_anki21b=b"no zstandard"), "damaged or truncated"),
        (archive(media="{}"), "not an Anki package"),
        (packed(bytes(5_000))[:-30], "damaged or truncated"),
    ],
    ids=["header", "text", "zstd", "media", "cut"],
)
def test_bad_packages_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        read_anki_package(data, "x.apkg")


@pytest.mark.slow
def test_a_decompression_bomb_is_refused() -> None:
    with pytest.raises(DrillError, match="unpacks to more than 400 MB"):
        read_anki_package(archive(collection_anki2=bytes(401_000_000)), "x.apkg")


@pytest.mark.slow
def test_a_zstandard_decompression_bomb_is_refused() -> None:
    zstandard = pytest.importorskip("zstandard")
    bomb = zstandard.ZstdCompressor().compress(bytes(401_000_000))
    with pytest.raises(DrillError, match="unpacks to more than 400 MB"):
        read_anki_package(archive(collection_anki21b=bomb), "x.apkg")
