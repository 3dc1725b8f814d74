"""The manual page is up to date, and groff formats it without warnings."""

import re
import shutil
import subprocess

import pytest

from drill.cli.manual import SHIPPED, render


def test_the_shipped_page_is_up_to_date() -> None:
    assert SHIPPED.read_text("utf-8") == render()


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_groff_formats_it_without_warnings_and_keeps_text_verbatim() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-c", "-rLL=110n", str(SHIPPED)],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stderr == ""
    for line in ("drill sessions show", "--plain / --no-plain", "$O(\\log n)$, not", "THE KEYS OF"):
        assert line in re.sub(".\x08", "", done.stdout).replace("‐", "-")
