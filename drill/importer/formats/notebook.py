"""Jupyter notebooks (`.ipynb`) as Markdown: the cells in order, code fenced, outputs as text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from drill.errors import DrillError
from drill.importer.formats.markdown_blocks import fenced

_OUTPUT_LINES = 30
_OUTPUT_TEXT = 2_000
"""The most characters kept of one output: enough for a result, not for a download."""
_LANGUAGE = re.compile(r"[\w+#-]{1,20}")
_COLOUR = re.compile(r"\x1b?\[[0-9;]{1,20}m")
_MAGIC = re.compile(r"%%(bash|sh|html|javascript|js|latex|perl|python|ruby|sql|svg|writefile)\b")


def read_notebook(text: str, name: str) -> str:
    """The Markdown of the notebook `text` (nbformat 3 or 4); DrillError if it is no notebook."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        raise DrillError(f"{name}: not a notebook: it is not JSON", "is it complete?") from None
    cells = _cells(notebook)
    if not cells:
        raise DrillError(f"{name}: this notebook has no cells", "is it the right file?")
    language = _language(notebook)
    return "\n\n".join(block for cell in cells for block in _blocks(cell, language) if block)


def _cells(notebook: object) -> list[Mapping[str, object]]:
    if not isinstance(notebook, dict):
        return []
    cells = notebook.get("cells")
    if cells is None and isinstance(notebook.get("worksheets"), list):
        cells = [
            cell
            for sheet in notebook["worksheets"]
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def _language(notebook: Mapping[str, object]) -> str:
    metadata = notebook.get("metadata")
    if isinstance(metadata, dict):
        for key, field in (("kernelspec", "language"), ("language_info", "name")):
            part = metadata.get(key)
            language = part.get(field) if isinstance(part, dict) else None
            if isinstance(language, str) and _LANGUAGE.fullmatch(language):
                return language.lower()
    return "python"


def _blocks(cell: Mapping[str, object], language: str) -> Iterator[str]:
    kind = cell.get("cell_type")
    source = _text(cell.get("source", cell.get("input"))).strip("\n").rstrip()
    if kind == "markdown":
        yield source
    elif kind == "heading":  # of format 3
        level = cell.get("level")
        yield f"{'#' * (level if isinstance(level, int) and 0 < level < 7 else 1)} {source}"
    elif kind == "code" and source:
        magic = _MAGIC.match(source)
        yield fenced(source, magic[1] if magic and magic[1] != "writefile" else language)
        outputs = cell.get("outputs")
        for output in outputs if isinstance(outputs, list) else ():
            if isinstance(output, dict) and (printed := _bounded(_output(output))):
                yield fenced(printed)


def _output(output: Mapping[str, object]) -> str:
    """An output as text: streams, plain results, the last line of an error."""
    kind = output.get("output_type")
    if kind in {"error", "pyerr"}:
        return f"{_text(output.get('ename'))}: {_text(output.get('evalue'))}"
    data = output.get("data")
    text = data.get("text/plain") if isinstance(data, dict) else output.get("text")
    return _text(text)


def _bounded(text: str) -> str:
    text = _COLOUR.sub("", text).strip("\n").rstrip()
    lines = text[:_OUTPUT_TEXT].split("\n")[:_OUTPUT_LINES]
    kept = "\n".join(lines)
    return kept if len(kept) == len(text) else f"{kept}\n…"


def _text(source: object) -> str:
    """A text field of a notebook, stored as one string or as a list of lines."""
    if isinstance(source, str):
        return source
    if isinstance(source, Sequence):
        return "".join(line for line in source if isinstance(line, str))
    return ""
