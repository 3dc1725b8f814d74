"""A session as PDF, read again by pdftotext."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest

from drill.exporters.session.pdf import pdf
from drill.model import FollowUp, Mark
from tests.exporters.boxes import needs_poppler, pages
from tests.exporters.session.samples import EMPTY, REPORT

pytestmark = pytest.mark.slow

pytest.importorskip("typst")


def printed(content: bytes, folder: Path) -> str:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "report.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_it_holds_the_report_and_text_that_is_code_elsewhere_as_text(
    tmp_path: Path,
) -> None:
    text = printed(pdf(REPORT).content, tmp_path)
    for words in (
        "Mock interview of 2026-11-24 09:00",
        "of 3 asked, skipped ones as 0",
        "drill show nets/hostile",
        "72 % sure, 38 % covered: confidence was",
        "● said",
        "◐ partly",
        "○ missed",
        "<script>alert(4)</script> **units**",
        'and #panic("typed")',
        "Its deck is gone.",
        "Not answered.",
    ):
        assert words in text


def test_it_says_how_the_follow_up_went_and_what_was_noted(tmp_path: Path) -> None:
    first = REPORT.items[0]
    assert first.attempt is not None
    asked = replace(
        first.attempt, follow_up=FollowUp("Why so?", None, Mark.MISSED), note="Too slow.", points=()
    )
    text = printed(pdf(replace(REPORT, items=(replace(first, attempt=asked),))).content, tmp_path)
    assert re.search(r"○ missed +Why so\?", text)
    assert "Note: Too slow." in text


@needs_poppler
@pytest.mark.parametrize("count", range(3, 12))
def test_no_last_page_holds_a_few_lines_alone(count: int) -> None:
    items = (REPORT.items * 3)[:count]
    session = replace(REPORT.session, questions=tuple(item.key for item in items))
    found = pages(pdf(replace(REPORT, items=items, session=session)).content)
    lines = {round(word.top) for word in found.words if word.page == found.count}
    assert len(lines) > 8


def test_the_same_session_gives_the_same_bytes() -> None:
    assert pdf(REPORT).content == pdf(REPORT).content


def test_an_interview_without_answers_has_no_empty_charts(tmp_path: Path) -> None:
    text = printed(pdf(EMPTY).content, tmp_path)
    assert "Coverage" not in text
    assert text.count("Not answered.") == 5
