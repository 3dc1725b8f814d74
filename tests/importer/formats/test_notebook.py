"""Notebooks: cells in order, code fenced in the kernel's language, outputs as bounded text."""

import json

import pytest

from drill.errors import DrillError
from drill.importer.formats.notebook import read_notebook


def notebook(*cells: dict[str, object], **more: object) -> str:
    return json.dumps({"nbformat": 4, "cells": list(cells), **more})


def code(source: str, *outputs: dict[str, object]) -> dict[str, object]:
    return {"cell_type": "code", "source": source.splitlines(True), "outputs": list(outputs)}


def test_cells_keep_their_order_and_code_has_the_language_of_the_kernel() -> None:
    text = notebook(
        {"cell_type": "markdown", "source": ["# R\n", "\n", "## What is x?\n"]},
        {"cell_type": "markdown", "source": "A number."},
        code("x <- 1\nx", {"output_type": "execute_result", "data": {"text/plain": ["[1] 1"]}}),
        {"cell_type": "raw", "source": "\\newpage"},
        metadata={"kernelspec": {"language": "R"}},
    )
    assert read_notebook(text, "x.ipynb") == (
        "# R\n\n## What is x?\n\nA number.\n\n```r\nx <- 1\nx\n```\n\n```\n[1] 1\n```"
    )


def test_outputs_are_plain_text_of_limited_length() -> None:
    text = notebook(
        code("%%bash\nls", {"output_type": "stream", "text": "\x1b[31mred\x1b[0m\n"}),
        code("plot()", {"output_type": "display_data", "data": {"image/png": "iVBOR"}}),
        code("1/0", {"output_type": "error", "ename": "ZeroDivisionError", "evalue": "by zero"}),
        code("many()", {"output_type": "stream", "text": "line\n" * 1_000}),
    )
    found = read_notebook(text, "x.ipynb")
    assert "```bash\n%%bash\nls\n```\n\n```\nred\n```" in found
    assert "iVBOR" not in found
    assert "```\nZeroDivisionError: by zero\n```" in found
    assert found.count("line") == 30
    assert found.endswith("line\n…\n```")


def test_code_with_fences_in_it_stays_one_block() -> None:
    assert read_notebook(notebook(code("s = '''```'''")), "x.ipynb") == (
        "````python\ns = '''```'''\n````"
    )


@pytest.mark.parametrize("text", ['{"cells": [', "[" * 100_000, "[1]", '{"cells": 5}', '{"a": 1}'])
def test_other_json_is_refused_as_a_notebook(text: str) -> None:
    with pytest.raises(DrillError, match=r"x\.ipynb: (?:not a notebook|this notebook has no)"):
        read_notebook(text, "x.ipynb")
