"""What tests of the screen share: time for a page to be drawn, however busy the machine is."""

import pytest


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page be there when it was shown."""
    monkeypatch.setattr("drill.terminal.screen.screen._DRAWN_WITHIN", 60.0)
