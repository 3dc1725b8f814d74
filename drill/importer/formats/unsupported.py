"""Unsupported formats: an error that names the command to convert them."""

import re
import shlex

from drill.errors import DrillError

_PANDOC = frozenset(
    "rst org epub odt rtf tex latex textile mediawiki wiki fb2 opml t2t muse dokuwiki jira"
    " docbook".split()
)
_NAMED = {"mediawiki": "mediawiki", "wiki": "mediawiki", "jira": "jira", "docbook": "docbook"}
"""Endings that pandoc does not recognise, with its name of the format."""
_MARKDOWN = "gfm+tex_math_dollars"
_EXPORTS = {
    "mochi": "in Mochi, export the deck as Markdown, unpack it, and import the folder",
    "enex": "in Evernote, export the notes as web pages, and import the folder",
}
_TABLES = frozenset(("xlsx", "xls", "ods", "numbers"))
_OFFICE = frozenset(("doc", "ppt", "pptx", "odp", "pages", "key", "wps"))
_ASCIIDOC = frozenset(("adoc", "asciidoc", "asc"))
_URL = re.compile(r"(?:https?|ftp)://?\S+|www\.\S+\.\S+", re.IGNORECASE)


def refuse_url(argument: str) -> None:
    """Raise DrillError for a URL, with the command to download it."""
    if not _URL.fullmatch(argument):
        return
    ending = re.search(r"\.(md|csv|tsv|ipynb|docx|pdf|apkg)(?:[?#]|$)", argument.lower())
    file = f"page.{ending[1]}" if ending else "page.html"
    raise DrillError(
        f"{argument}: drill opens no network connection",
        f"curl -L {shlex.quote(argument)} -o {file} && drill import {file}",
    )


def refuse_ending(path: str, ending: str) -> None:
    """Raise DrillError for a format that another program converts; `path` as typed."""
    stem = path[: -len(ending) - 1]
    source = shlex.quote(path)
    target = shlex.quote(f"{stem}.md")
    command = ""
    if ending in _PANDOC:
        reads = f"-f {_NAMED[ending]} " if ending in _NAMED else ""
        command = f"pandoc -s {reads}{source} -t {_MARKDOWN} -o {target}"
    elif ending in _ASCIIDOC:
        docbook = f"asciidoctor -b docbook5 -o - {source}"
        command = f"{docbook} | pandoc -s -f docbook -t {_MARKDOWN} -o {target}"
    if command:
        raise DrillError(
            f"{path}: .{ending} cannot be imported directly", f"{command} && drill import {target}"
        )
    if ending in _EXPORTS:
        raise DrillError(f"{path}: .{ending} cannot be imported directly", _EXPORTS[ending])
    if ending in _TABLES:
        target = shlex.quote(f"{stem}.csv")
        raise DrillError(
            f"{path}: .{ending} cannot be imported directly",
            f"save it as CSV: drill import {target}",
        )
    if ending in _OFFICE:
        other = "pdf" if ending in {"ppt", "pptx", "odp", "key"} else "docx"
        target = shlex.quote(f"{stem}.{other}")
        raise DrillError(
            f"{path}: .{ending} cannot be imported directly",
            f"save it as .{other}: drill import {target}",
        )
