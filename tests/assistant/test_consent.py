"""Which commands may run."""

from pathlib import Path

import pytest

from drill.assistant.consent import allow, is_allowed
from drill.errors import DrillError


def test_consent_is_stored_for_the_exact_command(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert not is_allowed("llm -m a", home)
    allow("llm -m a", home)
    allow("llm -m b", home)
    assert is_allowed("llm -m a", home)
    assert is_allowed("llm -m b", home)
    assert not is_allowed("llm -m ab", home)
    assert sorted(path.name for path in home.iterdir()) == ["assistant.json"]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"allowed": 7}', '{"allowed": [["llm"]]}', '"llm"', "[" * 100_000]
)
def test_a_damaged_consent_file_allows_nothing_and_can_be_replaced(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "assistant.json").write_text(text)
    assert not is_allowed("llm", tmp_path)
    allow("llm", tmp_path)
    assert is_allowed("llm", tmp_path)


def test_an_unwritable_home_is_reported(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, no folder")
    with pytest.raises(DrillError, match="home"):
        allow("llm", tmp_path / "home")
