"""The figures of the importer on real documents, as the corpus's own scorer gives them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drill.decks import write_deck
from drill.errors import DrillError
from drill.importer import import_document
from tests.importer.corpus import CORPUS, SEED

LEAST = {"P": 0.985, "R": 0.985, "F1": 0.985, "order": 1.0, "cov": 0.99, "clean": 0.95}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not there"),
]


def _figures(truths: list[Path], decks: Path) -> list[dict[str, float | None]]:
    """Import the document beside each truth and score the decks; the table is printed."""
    pairs: list[str] = []
    for truth in truths:
        path = truth.with_name(truth.name.replace(".truth.json", ".md"))
        deck = decks / f"{path.stem}.yaml"
        try:
            deck.write_text(write_deck(import_document(path.read_bytes(), path.name).deck), "utf-8")
        except DrillError:
            deck.write_text("questions: []\n")
        pairs += [str(truth), str(deck)]
    out = decks / "figures.json"
    command = [sys.executable, str(CORPUS / "score.py"), *pairs, "--json", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(done.stdout)
    figures: list[dict[str, float | None]] = json.loads(out.read_text("utf-8"))
    return figures


def test_the_corpus_reaches_the_promised_quality(tmp_path: Path) -> None:
    figures = _figures(sorted((CORPUS / "dev").glob("*.truth.json")), tmp_path)
    for name, least in LEAST.items():
        found = [value for figure in figures if (value := figure[name]) is not None]
        assert sum(found) / len(found) >= least, name
    spill = [value for figure in figures if (value := figure["spill"]) is not None]
    assert sum(spill) / len(spill) <= 0.005
    assert all((figure["F1"] or 0) >= 0.85 for figure in figures)
    assert all((figure["leak"] or 0) == 0 for figure in figures)


def test_the_first_document_is_read_without_an_error(tmp_path: Path) -> None:
    truth = CORPUS.parent / "seed" / SEED.name.replace(".md", ".truth.json")
    (figures,) = _figures([truth], tmp_path)
    assert {name: figures[name] for name in LEAST} == dict.fromkeys(LEAST, 1.0)
    assert figures["spill"] == 0
