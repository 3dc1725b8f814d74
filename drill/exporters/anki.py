"""Questions as an Anki package; importing it again updates its notes and duplicates none.

Anki does not update a note whose type has gained a field, so the hint and the follow-ups are in
fields that existed from the start.
"""

import errno
import hashlib
import io
import re
import sqlite3
import tempfile
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from drill import own_files
from drill.errors import DrillError
from drill.exporters.html import blocks, inline
from drill.exporters.options import shown_options
from drill.markdown import markup
from drill.markdown.formulas import FormulaError, parse
from drill.model import NO_ANSWER, Entry, KeyPoint, Question
from drill.text import printable

if TYPE_CHECKING:
    import genanki  # type: ignore[import-untyped]
    from markdown_it.token import Token

# Anki identifies note types and decks by these numbers: a change would duplicate every note.
_MODEL_ID = 1_607_392_319
_CHOICE_MODEL_ID = 1_607_392_320
_FIELDS = ("Question", "Answer", "Key points", "Notes", "Key")
_CHOICE_FIELDS = ("Question", "Answer", "Options", "Right", "Notes", "Key")
_FRONT = '<div class="question" dir="auto">{{Question}}</div>'
_BACK = """{{FrontSide}}
<hr id="answer">
{{#Key points}}<div class="points" dir="auto">{{Key points}}</div>{{/Key points}}
{{#Answer}}<div class="answer" dir="auto">{{Answer}}</div>{{/Answer}}
{{#Notes}}<div class="notes" dir="auto">{{Notes}}</div>{{/Notes}}
"""
_CHOICE_FRONT = _FRONT + '\n<div class="options" dir="auto">{{Options}}</div>'
_CHOICE_BACK = """{{FrontSide}}
<hr id="answer">
{{#Right}}<div class="right" dir="auto">{{Right}}</div>{{/Right}}
{{#Answer}}<div class="answer" dir="auto">{{Answer}}</div>{{/Answer}}
{{#Notes}}<div class="notes" dir="auto">{{Notes}}</div>{{/Notes}}
"""
_STYLE = """.card { font: 18px/1.5 system-ui, sans-serif; text-align: start; }
.card { box-sizing: border-box; max-width: 42em; margin: 0 auto; padding: 16px 20px; }
.question { font-weight: 600; }
.question :is(p, ul, ol, pre, code, table, blockquote, details) { font-weight: 400; }
.question summary, .next > p { font-size: .85em; opacity: .7; }
img { max-width: 100%; height: auto; }
ul, ol { padding-inline-start: 1.4em; }
.options ol, .right ol { list-style: lower-alpha; }
.options p, .right p { margin: 0; }
.points .bonus, .notes { opacity: .7; }
.notes { border-inline-start: 2px solid; font-size: .9em; padding-inline-start: .8em; }
code, pre { background: rgb(128 128 128 / .12); border-radius: 4px; }
code { padding: .1em .3em; }
pre { overflow-x: auto; padding: .6em .8em; }
pre code { background: none; padding: 0; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
code, pre { direction: ltr; unicode-bidi: isolate; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
mjx-container[display="true"] { overflow-x: auto; overflow-y: hidden; }
th, td { border: 1px solid; padding: .2em .6em; }
"""
# Text that Anki acts on anywhere: sounds, LaTeX. Outside tags also the start of a formula: MathJax
# has commands, unknown to drill, that open URLs and style the page.
_ACTIVE = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\${1,2}\])", re.IGNORECASE)
_BEGINS_FORMULA = re.compile(r"(<[^<>]*>)|\\(?=[(\[])")
_DEFINES = re.compile(r"\\(?:let|g?def|(?:new|renew|provide)command)(?![A-Za-z])")
_PICTURE = re.compile(r'(?<=<img src=")data:image/([a-z]+);base64,([A-Za-z0-9+/=]+)(?=")')
# Placeholders for the delimiters of drill's own formulas; no text contains them.
_OPEN, _CLOSE = "\x02", "\x03"


def package(
    entries: Sequence[Entry], made: datetime, step: Callable[[], None], *, tag_prefix: str = ""
) -> bytes:
    """The `.apkg` file of `entries`, each deck under `drill::`, with its pictures.

    `made` is the modification time of the notes: Anki takes an edit only from a later one. Every
    tag begins with `tag_prefix`. `step` is called after each question. Raises DrillError if genanki
    is not installed.
    """
    try:
        import genanki
    except ImportError:
        hint = "pip install 'interview-drill[anki]'"
        raise DrillError("an Anki package needs genanki, which is not installed", hint) from None
    open_ = _model(_MODEL_ID, "drill", _FIELDS, _FRONT, _BACK)
    choice = _model(
        _CHOICE_MODEL_ID, "drill multiple choice", _CHOICE_FIELDS, _CHOICE_FRONT, _CHOICE_BACK
    )
    decks: dict[str, genanki.Deck] = {}
    pictures: dict[str, bytes] = {}
    for entry in entries:
        if entry.deck not in decks:
            decks[entry.deck] = genanki.Deck(_number(entry.deck), _deck_name(entry))
        model = choice if entry.question.options else open_
        fields = [_unpacked(field, pictures) for field in _fields(entry)]
        tags = [_tag(f"{tag_prefix}{tag}") for tag in entry.tags]
        guid = genanki.guid_for("drill", entry.key)
        note = genanki.Note(model=model, fields=fields, tags=tags, guid=guid)
        decks[entry.deck].add_note(note)
        step()
    return _written(genanki.Package(list(decks.values())), pictures, made)


def _written(package: "genanki.Package", pictures: Mapping[str, bytes], made: datetime) -> bytes:
    """The package as bytes; temporary files that genanki leaves behind are deleted too."""
    file, usual = io.BytesIO(), tempfile.tempdir
    with own_files.temporary_folder() as folder:
        for name, content in pictures.items():
            (folder / name).write_bytes(content)
        package.media_files = [str(folder / name) for name in pictures]
        tempfile.tempdir = str(folder)
        try:
            package.write_to_file(file, timestamp=made.timestamp())
        except sqlite3.OperationalError as error:  # of the file that genanki writes first
            raise OSError(errno.ENOSPC, str(error)) from error
        finally:
            tempfile.tempdir = usual
    return file.getvalue()


def _unpacked(html: str, pictures: dict[str, bytes]) -> str:
    """A field with its pictures as files of the package, named by a hash of their content."""

    def name(picture: re.Match[str]) -> str:
        try:
            content = b64decode(picture[2], validate=True)
        except Base64Error:
            return ""
        digest = hashlib.sha256(content).hexdigest()[:20]
        pictures[f"drill-{digest}.{picture[1]}"] = content
        return f"drill-{digest}.{picture[1]}"

    return _PICTURE.sub(name, html)


def _model(number: int, name: str, fields: Sequence[str], front: str, back: str) -> "genanki.Model":
    import genanki

    return genanki.Model(
        number,
        name,
        fields=[{"name": name} for name in fields],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
        css=_STYLE,
    )


def _fields(entry: Entry) -> list[str]:
    """The fields of the note, in the order of its type."""
    question = entry.question
    title, _, rest = question.text.partition("\n")
    own = _choice(entry) if question.options else [_points(question.key_points)]
    return [
        _passive(inline(title, _mathjax) + blocks(rest, _mathjax) + _hint(question)),
        _passive(_answer(question)),
        *map(_passive, own),
        _passive(blocks(question.notes or "", _mathjax)),
        escape(entry.key),
    ]


def _hint(question: Question) -> str:
    if not question.hint:
        return ""
    return f"<details><summary>Hint</summary>{blocks(question.hint, _mathjax)}</details>"


def _answer(question: Question) -> str:
    """The answer and the follow-ups; an otherwise empty back says that there is no answer."""
    answer = blocks(question.shown_answer or "", _mathjax)
    if not answer and not question.key_points and not any(o.correct for o in question.options):
        answer = f"<p>{NO_ANSWER}</p>"
    if not question.follow_ups:
        return answer
    asked = "".join(f"<li>{inline(follow_up, _mathjax)}</li>" for follow_up in question.follow_ups)
    return f'{answer}<div class="next"><p>An interviewer might ask next:</p><ul>{asked}</ul></div>'


def _tag(tag: str) -> str:
    """A tag without characters that end it in Anki or are markup in a template."""
    return re.sub(r"[\s<>\[\]]+", "-", printable(tag))


def _choice(entry: Entry) -> list[str]:
    """The unmarked options for the front, and the right ones with their letters."""
    options = [(option, blocks(option.text, _mathjax)) for option in shown_options(entry)]
    right = (
        f'<li value="{number}">{html}</li>'
        for number, (option, html) in enumerate(options, 1)
        if option.correct
    )
    listed = "".join(f"<li>{html}</li>" for _, html in options)
    marked = "".join(right)
    return [f"<ol>{listed}</ol>", f"<ol>{marked}</ol>" if marked else ""]


def _points(points: Sequence[KeyPoint]) -> str:
    items = (
        f'<li class="bonus">{inline(point.text, _mathjax)} (bonus)</li>'
        if point.bonus
        else f"<li>{inline(point.text, _mathjax)}</li>"
        for point in points
    )
    return f"<ul>{''.join(items)}</ul>" if points else ""


def _mathjax(token: "Token") -> str:
    """A math token for Anki's MathJax, or its source if it is not a formula.

    A formula that defines commands is shown as source: MathJax would apply them to all other cards.
    """
    tex = token.content.strip()
    try:
        parse(tex)
        is_formula = _DEFINES.search(tex) is None
    except FormulaError:
        is_formula = False
    if not is_formula:
        return f"<code>{escape(markup.source(token))}</code>"
    left, right = "()" if token.type == "math_inline" else "[]"
    return f"{_OPEN}{left}{escape(tex, quote=False)}{_CLOSE}{right}"


def _passive(html: str) -> str:
    """A field in which Anki interprets nothing but the formulas that `_mathjax` made."""
    html = _BEGINS_FORMULA.sub(lambda match: match[1] or "<span>\\</span>", html)
    html = _ACTIVE.sub("&#91;", html)
    return html.replace(_OPEN, "\\").replace(_CLOSE, "\\")


def _number(deck: str) -> int:
    """A stable number for a deck's id, in the range that Anki accepts."""
    return int.from_bytes(hashlib.sha256(deck.encode()).digest()[:4], "big") | 1 << 31


def _deck_name(entry: Entry) -> str:
    title = re.sub(":{2,}", ":", markup.plain(entry.deck_title))
    return f"drill::{title}"
