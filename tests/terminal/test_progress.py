"""The progress bar: for long work that somebody watches, and never in a pipe."""

import pytest
from rich.console import Console

from drill.terminal import progress


@pytest.mark.parametrize(
    ("total", "watched", "shows"), [(199, True, False), (200, True, True), (200, False, False)]
)
def test_a_bar_shows_for_long_work_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    total: int,
    watched: bool,
    shows: bool,
) -> None:
    monkeypatch.setattr(
        progress, "make", lambda stderr: Console(stderr=stderr, force_terminal=watched, width=60)
    )
    with progress.steps("Exporting", total) as step:
        for _ in range(total):
            step()
    out, err = capsys.readouterr()
    assert out == ""
    assert ("200/200" in err) is shows
