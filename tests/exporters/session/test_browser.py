"""The HTML report in a real browser: quiet, without requests, readable on a phone and on paper."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import pytest

from drill.exporters.session.html import html
from drill.reporting.report import Report
from tests.exporters.session.samples import REPORT
from tests.exporters.test_browser import CHROMIUM, FLAGS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
# The page forbids scripts, so a frame around it measures.
FRAME = """<!doctype html><body><iframe src="report.html" style="width: {width}px; height: 900px">
</iframe><script>
onload = () => {{
  const inner = document.querySelector("iframe").contentDocument;
  const root = inner.documentElement;
  const low = found => [...inner.querySelectorAll(found)]
    .filter(each => each.getBoundingClientRect().height < 5 || each.checkVisibility() === false);
  const small = [...inner.querySelectorAll("main *")]
    .filter(each => parseFloat(inner.defaultView.getComputedStyle(each).fontSize) < 11);
  document.title = [
    root.scrollWidth - root.clientWidth, inner.scripts.length, inner.images.length,
    inner.querySelectorAll("math").length > 3, low("math, svg").length, small.length,
  ].join();
}};
</script>"""


@pytest.fixture
def requested() -> Iterator[tuple[str, list[str]]]:
    """An address that takes note of who asks for what."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def luring(address: str) -> Report:
    """The report with a question whose text would load from `address` if it could."""
    item = REPORT.items[0]
    assert item.entry is not None
    answer = (
        f"![]({address}/a.png) <img src={address}/b.png> <link rel=stylesheet href={address}/c>\n\n"
        f"<style>@import url({address}/d)</style> $\\href{{{address}/e}}{{x}}$ $\\frac ab$"
    )
    question = replace(item.entry.question, answer=answer)
    lure = replace(item, entry=replace(item.entry, question=question))
    return replace(REPORT, items=(lure, *REPORT.items[1:]))


def browse(folder: Path, *arguments: str) -> tuple[str, str]:
    """What Chromium prints, and what it logs: the console of the page is there."""
    assert CHROMIUM is not None
    logging = ["--enable-logging=stderr", "--log-level=0"]
    profile = f"--user-data-dir={folder / 'profile'}"
    done = subprocess.run(
        [CHROMIUM, *FLAGS, *logging, profile, *arguments],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode(), done.stderr.decode(errors="replace")


@pytest.mark.parametrize("width", [380, 1200])
def test_the_page_is_quiet_loads_nothing_and_fits_its_window(
    tmp_path: Path, requested: tuple[str, list[str]], width: int
) -> None:
    address, paths = requested
    (tmp_path / "report.html").write_text(html(luring(address)), "utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=width), "utf-8")
    page, log = browse(tmp_path, "--allow-file-access-from-files", "--dump-dom", frame.as_uri())
    assert "<title>0,0,0,true,0,0</title>" in page
    assert "CONSOLE" not in log
    assert paths == []


def test_all_of_it_is_printed(tmp_path: Path) -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    path.write_text(html(REPORT), "utf-8")
    browse(tmp_path, f"--print-to-pdf={paper}", path.as_uri())
    done = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    for words in (
        "What to do next",
        "● said",
        "○ missed",
        "Question by question",
        "20 s over time",
    ):
        assert words in text
    assert "<script>alert(4)</script> **units**" in " ".join(text.split())
