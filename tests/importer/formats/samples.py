"""Small documents of other programs' formats, made by hand so that a test shows what is in them."""

import io
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(**parts: str | bytes) -> bytes:
    """A zip archive of these parts; `__` in a name stands for a slash, `_` for a dot."""
    return _zip({name.replace("__", "/").replace("_", "."): each for name, each in parts.items()})


def _zip(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def docx(body: str, styles: str = "", numbering: str = "", links: str = "") -> bytes:
    """A Word document with this body, the tags of which have the prefix `w:`."""

    def part(root: str, inside: str) -> str:
        return f'<w:{root} xmlns:w="{_W}" xmlns:m="{_M}" xmlns:r="{_R}">{inside}</w:{root}>'

    return _zip(
        {
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", styles),
            "word/numbering.xml": part("numbering", numbering),
            "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        }
    )


def paragraph(text: str, properties: str = "", look: str = "") -> str:
    """A paragraph of one run; `properties` are its own, `look` those of the run."""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    """A paragraph with the number format `number`."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def number_format(key: int, *levels: tuple[str, str]) -> str:
    """A numbering whose levels have a kind, such as decimal, and a text, such as `%1.`."""
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{key}">{inside}</w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    )


def collection(
    path: Path,
    notes: Sequence[tuple[str, ...]],
    change: Callable[[sqlite3.Connection], object] = lambda _: None,
) -> bytes:
    """A collection of Anki's older schema with basic notes; `change` spoils it."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        """
        CREATE TABLE col (id integer primary key, models text, decks text);
        CREATE TABLE notes (id integer primary key, mid integer, tags text, flds text);
        CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer);
        INSERT INTO col VALUES (1,
          '{"7": {"type": 0, "flds": [{"name": "Front"}, {"name": "Back"}]},
            "8": {"type": 1, "flds": [{"name": "Text"}, {"name": "Extra"}]}}',
          '{"1": {"name": "Work"}}');
        """
    )
    for number, fields in enumerate(notes, start=1):
        kind = 8 if "{{c" in fields[0] else 7
        connection.execute(
            "INSERT INTO notes VALUES (?, ?, ' net ', ?)", (number, kind, "\x1f".join(fields))
        )
        connection.execute("INSERT INTO cards VALUES (?, ?, 1, 0)", (number, number))
    change(connection)
    connection.close()
    return path.read_bytes()


def pdf(source: str) -> bytes:
    """The PDF that Typst makes of a page of 12 by 12 cm with this text."""
    import typst

    page = "#set page(width: 12cm, height: 12cm, margin: 1.5cm)\n#set text(size: 10pt)\n"
    made = typst.compile((page + source).encode())
    assert isinstance(made, bytes)
    return made
