"""Decks that hypothesis makes up; `python -m tests.trust` does it for longer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.trust import fuzz
from tests.trust.faces import show_everywhere

pytestmark = pytest.mark.slow

_BRIEF = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@_BRIEF
@given(fuzz.structured)
def test_whatever_a_deck_says_is_shown_and_exported_as_mere_text(data: bytes) -> None:
    show_everywhere(data)


@_BRIEF
@given(fuzz.mutated)
def test_whatever_bytes_a_file_has_they_are_read_or_refused(data: bytes) -> None:
    show_everywhere(data)


@pytest.mark.parametrize(
    "finding", sorted(fuzz.FINDINGS.glob("*.yaml")), ids=lambda path: path.stem
)
def test_faults_found_by_fuzzing_stay_fixed(finding: Path) -> None:
    show_everywhere(finding.read_bytes())
