"""The account of every line holds on real documents and on broken ones."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.decks import read_deck, write_deck
from drill.errors import DrillError, Severity
from drill.importer import Imported, import_document
from drill.importer.line_ledger import Role
from tests.importer.corpus import DOCUMENTS, mutated

_IN_QUESTIONS = {Role.PROMPT, Role.ANSWER}


def _holds(imported: Imported) -> None:
    roles = imported.ledger.roles
    assert len(roles) == len(imported.lines)
    assert None not in roles
    spans = [question.lines for question in imported.deck.questions if question.lines]
    assert len(spans) == len(imported.deck.questions)
    starts = Counter(first for first, _ in spans)
    assert all(count == 1 for count in starts.values())
    for first, _ in spans:
        assert roles[first - 1] is Role.PROMPT
    for (_, last), (first, _) in pairwise(spans):
        assert last < first
    for line, role in enumerate(roles):
        if role is Role.BLANK:
            assert not imported.lines[line].strip()


def _sound(imported: Imported) -> None:
    reading = read_deck(write_deck(imported.deck).encode(), "deck.yaml")
    assert [problem for problem in reading.problems if problem.severity is Severity.ERROR] == []
    assert reading.deck == imported.deck


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_line_of_a_real_document_has_one_role_and_the_deck_is_sound(path: Path) -> None:
    try:
        imported = import_document(path.read_bytes(), path.name)
    except DrillError:
        assert path.name.startswith("neg-")
        return
    _holds(imported)
    _sound(imported)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 2**32))
def test_a_broken_document_gives_a_complete_ledger_or_a_refusal(seed: int) -> None:
    chance = Random(seed)
    text = mutated(chance.choice(DOCUMENTS).read_text(encoding="utf-8"), chance)
    try:
        imported = import_document(text.encode(errors="replace"), "broken.md")
    except DrillError:
        return
    _holds(imported)
    _sound(imported)
