"""Runs data through a fixed Typst template: a PDF, or the heights of its parts.

Text never becomes Typst code: it is passed as JSON to a template that only displays it.
"""

import json
import re
import unicodedata
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

from drill import own_files
from drill.errors import DrillError
from drill.exporters.fonts import faces, shown, system_fonts

if TYPE_CHECKING:
    import typst

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

# Characters that Typst's own fonts lack; they require the system fonts.
_EXOTIC = re.compile(
    "[\u0590-\u1cff\u2400-\u245f\u2607\u2608\u2630-\u2637\u268c-\u268f\u269d-\u269f\u26a8\u26a9"
    "\u26b0\u26b1\u26b3-\u2700\u2705\u270a\u270b\u2715\u2716\u2727-\u2729\u274c\u274e\u2753-\u2755"
    "\u2757\u275f\u2760\u2780-\u2793\u2795-\u2797\u27b0\u2e80-\ua6ff\uac00-\ufaff\ufe30-\uffef"
    "\U0001f000-\U0003ffff]"
)
# Coloured signs, and the plain ones that replace them in print.
_PLAIN: dict[int, int | None] = str.maketrans(
    "✅✔☑❌✖✕❎⭐🌟❓❔❗❕➕➖➗👉👈👆👇🔴🟢🔵🟡",
    "✔✔✔✘✘✘✘★★??!!+−÷→←↑↓●●●●",
    "\ufe0e\ufe0f\u20e3",  # the frames of keycaps, which no text font has
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001ffff]")
_TONES = "\U0001f3fb-\U0001f3ff"  # of skin
_OF_NO_NOTE = re.compile(r" (?:sign|symbol)$")  # at the end of a sign's name
T = TypeVar("T")
_A_WAIT = 0.5  # seconds
_PICTURE = re.compile(
    r'"kind": "picture", "file": "data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)"'
)
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished document and its number of pages.

    `missing` are the characters that no installed font has: they appear as boxes.
    """

    content: bytes
    pages: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The data as text, its pictures as named files, the fonts to use, the missing characters."""

    text: str
    pictures: Mapping[str, bytes]
    fonts: "typst.Fonts | None"
    missing: str


class _Options(TypedDict):
    root: Path
    sys_inputs: dict[str, str]


def compiled(layout: Path, data: Mapping[str, Json], languages: Sequence[str]) -> Pdf:
    """The PDF of `data` by the Typst template `layout`, which follows the shared template.

    `languages` are all languages in it. The same input gives the same bytes. An unreadable picture
    is replaced by its description. Raises DrillError if Typst is not installed.
    """
    prepared = _prepared(data, languages)
    content = _tried(_compile, layout, prepared)
    pages = len(re.findall(rb"/Type\s*/Page\b", content))
    return Pdf(content, pages, prepared.missing)


def measured(layout: Path, data: Mapping[str, Json], languages: Sequence[str]) -> object:
    """The template's output under the label `heights`: numbers in the structure of the data."""
    return json.loads(_tried(_query, layout, _prepared(data, languages)))


def _tried(run: Callable[[bytes, _Prepared, Path], T], layout: Path, prepared: _Prepared) -> T:
    """Run Typst, and again without pictures if it cannot read one. Raises DrillError."""
    source = Path(__file__).with_name("page.typ").read_bytes() + layout.read_bytes()
    with own_files.temporary_folder() as folder:
        for name, content in prepared.pictures.items():
            (folder / name).write_bytes(content)
        try:
            try:
                return _interruptible(partial(run, source, prepared, folder))
            except RuntimeError:
                if not prepared.pictures:
                    raise
                named = prepared.text.replace('"kind": "picture"', '"kind": "emph"')
                without = replace(prepared, text=named)
                return _interruptible(partial(run, source, without, folder))
        except RuntimeError as error:  # too deep nesting
            why = str(error).partition("\n")[0]
            hint = "-o FILE.html shows it"
            raise DrillError(f"cannot make a PDF of this: {why}", hint) from error


def _interruptible(work: Callable[[], T]) -> T:
    """The result of `work`, which Ctrl-C interrupts, although Typst itself ignores signals.

    Many thousand code spans take Typst half a minute.
    """
    from concurrent.futures import Future, wait
    from threading import Thread

    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # re-raised by the waiting thread
            done.set_exception(error)

    Thread(target=run, daemon=True).start()  # the process may end without it
    # A signal just before a wait is handled only after it, so no wait may be endless.
    while not done.done():
        wait([done], timeout=_A_WAIT)
    return done.result()


def _compile(source: bytes, prepared: _Prepared, folder: Path) -> bytes:
    import typst

    content = typst.compile(source, timestamp=0, **_options(prepared, folder), **_fonts(prepared))
    assert isinstance(content, bytes)
    return content


def _query(source: bytes, prepared: _Prepared, folder: Path) -> str:
    import typst

    options, fonts = _options(prepared, folder), _fonts(prepared)
    return typst.query(source, "<heights>", field="value", one=True, **options, **fonts)


def _options(prepared: _Prepared, folder: Path) -> _Options:
    """The options of a run; `folder` holds the pictures, the only readable files."""
    return {"root": folder, "sys_inputs": {"data": prepared.text}}


def _in_words(text: str, emoji: set[str]) -> str:
    """`text` with the names of `emoji` in their place, as words among the others."""

    def named(run: re.Match[str]) -> str:
        signs = [sign for sign in run[0] if sign in emoji and not re.match(f"[{_TONES}]", sign)]
        names = (unicodedata.name(sign, "sign").lower() for sign in signs)
        words = " ".join(_OF_NO_NOTE.sub("", name) for name in names)
        before = " " if text[run.start() - 1].isalnum() else ""
        return before + words + (" " if text[run.end()].isalnum() else "")

    return re.sub(f"[{''.join(map(re.escape, emoji))}{_TONES}\u200d]+", named, text)


def _fonts(prepared: _Prepared) -> dict[str, "typst.Fonts"] | dict[str, bool]:
    return {"font_paths": prepared.fonts} if prepared.fonts else {"ignore_system_fonts": True}


def _prepared(data: Mapping[str, Json], languages: Sequence[str]) -> _Prepared:
    """The data ready for Typst. Raises DrillError if Typst is not installed."""
    try:
        import typst  # noqa: F401
    except ImportError:
        hint = "pip install 'interview-drill[pdf]'"
        raise DrillError("a PDF needs Typst, which is not installed", hint) from None
    text = json.dumps(data, ensure_ascii=False).translate(_PLAIN)
    signs = set(_EXOTIC.findall(text))
    missing = signs - shown(signs) if signs else set()
    emoji = {sign for sign in missing if _EMOJI.match(sign)}
    text = _in_words(text, emoji) if emoji else text
    chosen = {lang: faces(lang, of_system=bool(signs)) for lang in languages}
    pictures: dict[str, bytes] = {}

    def taken_out(picture: re.Match[str]) -> str:
        try:
            content = b64decode(picture[2], validate=True)
        except Base64Error:
            content = b""
        if not content.startswith(_MAGIC):
            return '"kind": "emph"'
        name = f"{len(pictures)}.{picture[1]}"
        pictures[name] = content
        return f'"kind": "picture", "file": "{name}"'

    text = _PICTURE.sub(taken_out, text)
    text = f'{{"faces": {json.dumps(chosen)}, {text[1:]}'
    gaps = "".join(sorted(missing - emoji))
    return _Prepared(text, pictures, system_fonts() if signs else None, gaps)
