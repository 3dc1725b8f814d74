"""The HTML cheat sheet in a real browser: no scripts, no overflow, printed in full."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.html import html
from tests.exporters.conftest import no_step

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
# The page forbids scripts, so a frame around it measures: what it may scroll sideways, in pixels.
FRAME = """<!doctype html><body><iframe src="sheet.html" style="width: {width}px; height: 900px">
</iframe><script>
onload = () => {{
  const inner = document.querySelector("iframe").contentDocument;
  const root = inner.documentElement;
  document.title = [
    root.scrollWidth - root.clientWidth, inner.scripts.length, inner.images.length,
    inner.querySelectorAll("math").length > 0, inner.title,
  ].join();
}};
</script>"""


def browse(folder: Path, *arguments: str) -> str:
    assert CHROMIUM is not None
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


@pytest.fixture
def folded(tmp_path: Path, sheet_of: Callable[..., Sheet]) -> Path:
    path = tmp_path / "sheet.html"
    path.write_text(html(sheet_of(Depth.FULL), no_step, folded=True), "utf-8")
    return path


@pytest.mark.parametrize("width", [380, 1200])
def test_hostile_text_is_shown_without_running_or_overflowing(folded: Path, width: int) -> None:
    folded.write_text(folded.read_text("utf-8").replace("<details>", "<details open>"), "utf-8")
    frame = folded.with_name("frame.html")
    frame.write_text(FRAME.format(width=width), "utf-8")
    page = browse(folded.parent, "--allow-file-access-from-files", "--dump-dom", frame.as_uri())
    assert "<title>0,0,0,true,Basics</title>" in page


def test_what_is_folded_on_the_screen_is_printed(folded: Path) -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    printed = folded.with_name("sheet.pdf")
    browse(folded.parent, f"--print-to-pdf={printed}", folded.as_uri())
    done = subprocess.run(["pdftotext", printed, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert "The answer of dropout" in text
    assert "<script>alert(1)</script>" in text
