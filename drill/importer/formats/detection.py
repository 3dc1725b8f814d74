"""Detects the format of a document, by content before name, and reads it."""

import re
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.formats.archive import opened
from drill.importer.formats.cards import Cards, clean_cards
from drill.importer.formats.unsupported import refuse_ending
from drill.importer.limits import check_size
from drill.importer.source.decoding import decode
from drill.text import printable

_HEAD = 4_096
_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_NOTEBOOK = re.compile(r'\s*\{(?=.{0,4000}"(?:cells|nbformat|worksheets)")', re.DOTALL)
_DELIMITED_ENDINGS = frozenset(("csv", "tsv", "tab"))
_QUIZ_ENDINGS = frozenset(("", "txt", "aiken", "gift"))
_WEB_ENDINGS = frozenset(("html", "htm", "xhtml"))
_ANKI_HEADER = "#separator:"
"""The first line of Anki's "Notes in Plain Text"."""
_ARCHIVES = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_ORG_TAG = re.compile(
    r'(?<![\s·])[\s·]*+<span class="tag"\s+tag-name="[^"<>]*">'
    r'(?:&nbsp;|<span class="smallcaps">)?[^<>]*(?:</span>){1,2}'
)
"""The tags of an Org headline as pandoc writes them into the title."""
_BINARY_ENDINGS = {"docx": "a Word document", "apkg": "an Anki package",
                   "colpkg": "an Anki package", "pdf": "a PDF"}  # fmt: skip


def read_source(data: bytes, name: str, encoding: str | None = None) -> str | Cards:
    """A document as Markdown, or as cards if it holds records; `name` is its file name.

    The extension decides only if the content is ambiguous. DrillError, with a hint, for a file
    that is empty, damaged, encrypted, too large or of an unsupported format. The text holds no
    control characters, whatever a format may spell as an entity or an escape.
    """
    source = _read(data, name, encoding)
    return printable(source) if isinstance(source, str) else clean_cards(source)


def _read(data: bytes, name: str, encoding: str | None) -> str | Cards:
    check_size(data, name)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if encoding is None and (source := _of_binary(data, name, ending)) is not None:
        return source
    refuse_ending(name, ending)
    if encoding is None and (charset := _declared_charset(data, ending)):
        encoding = charset
    text = decode(data, name, encoding)
    return _of_text(text, name, ending)


def _of_binary(data: bytes, name: str, ending: str) -> str | Cards | None:
    if data.startswith(_ZIP) or data.startswith(_OLE):
        return _of_archive(data, name, ending)
    if _PDF in data[:1_024]:
        from drill.importer.formats.pdf.document import read_pdf

        return read_pdf(data, name)
    if data.startswith(_RTF):
        refuse_ending(name if ending == "rtf" else f"{name}.rtf", "rtf")
    if ending in _BINARY_ENDINGS:
        kind = _BINARY_ENDINGS[ending]
        if data and b"\0" not in data[:_HEAD] and _is_text(data[:_HEAD]):
            other = str(PurePath(name).with_suffix(".md"))
            raise DrillError(f"{name}: this is text, not {kind}", f"rename it, such as to {other}")
        raise DrillError(
            f"{name}: this is not {kind}, or it is truncated",
            "is it complete? copy or download it again",
        )
    return None


def _is_text(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # only the last character is cut
    return True


def _of_archive(data: bytes, name: str, ending: str) -> str | Cards:
    with opened(data, name) as archive:
        parts = archive.parts
        kind = next((kind for part, kind in _ARCHIVES.items() if part in parts), ending)
        if any(part.startswith("collection.anki") for part in parts):
            kind = "apkg"
        elif "mimetype" in parts:
            declared = archive.read("mimetype", 1_000)
            kind = next((k for mark, k in ((b"epub", "epub"), (b"spreadsheet", "ods"),
                         (b"presentation", "odp"), (b"opendocument", "odt")) if mark in declared),
                        kind)  # fmt: skip
    if kind == "docx":
        from drill.importer.formats.word.document import read_word

        return read_word(data, name)
    if kind in {"apkg", "colpkg"}:
        from drill.importer.formats.anki.notes import read_anki_package

        return read_anki_package(data, name)
    refuse_ending(name if ending == kind else f"{name}.{kind}", kind)
    raise DrillError(
        f"{name}: this is an archive", "unpack it, and import the documents in it: drill import DIR"
    )


def _of_text(text: str, name: str, ending: str) -> str | Cards:
    if ending == "ipynb" or (ending in {"", "json", "txt"} and _NOTEBOOK.match(text)):
        from drill.importer.formats.notebook import read_notebook

        return read_notebook(text, name)
    if ending in _WEB_ENDINGS or (ending not in {"md", "markdown", "mdx"} and _HTML.match(text)):
        from drill.importer.formats.html.page import read_web_page

        return read_web_page(text, name)
    named = ending in _DELIMITED_ENDINGS or text.startswith(_ANKI_HEADER)
    if ending in _QUIZ_ENDINGS or named:
        from drill.importer.formats.aiken import aiken_cards
        from drill.importer.formats.delimited import looks_delimited, read_delimited
        from drill.importer.formats.gift import looks_like_gift, read_gift

        if ending in _QUIZ_ENDINGS and (quiz := aiken_cards(text)):
            return quiz
        if ending == "gift" or (ending in _QUIZ_ENDINGS and looks_like_gift(text)):
            return read_gift(text, name)
        if named or (ending in {"", "txt"} and looks_delimited(text)):
            return read_delimited(text, name)
    return _ORG_TAG.sub("", text) if "tag-name" in text else text


def _declared_charset(data: bytes, ending: str) -> str | None:
    """The encoding that a web page declares, if Python knows it."""
    from codecs import lookup

    if ending not in _WEB_ENDINGS or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return None
    charset = _CHARSET.search(data[:_HEAD])
    try:
        codec = lookup(charset[1].decode()).name if charset else ""
        "<".encode(codec or "ascii")  # Python has codecs that are none of text, such as zlib
    except (LookupError, UnicodeError):
        return None
    return codec or None
