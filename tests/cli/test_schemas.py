"""Every `--json` output matches its shipped schema, and every schema matches the types."""

import json
import os
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from drill.cli.json_schemas import DOCUMENTS, FOLDER, render
from drill.cli.record_types.questions import QuestionRecord
from drill.cli.schema import names
from drill.decks import read_deck
from drill.model import Mark, Question
from tests.conftest import Run

pytestmark = pytest.mark.slow  # each command writes its JSON

COMMANDS = {
    "check": ["check"],
    "config": ["config"],
    "decks": ["decks"],
    "history-check": ["history", "check"],
    "home": [],
    "import": ["import", "DOCUMENT", "--dry-run"],
    "list": ["list"],
    "plan": ["plan", "--on", "2026-12-05"],
    "plan-clear": ["plan", "--clear"],
    "sessions": ["sessions"],
    "sessions-show": ["sessions", "show"],
    "show": ["show", "france"],
    "stats": ["stats"],
    "tags": ["tags"],
    "where": ["where"],
}
DOCUMENT = (
    "# Seas\n\n## 1. What is a tide?\n\nThe sea rises.\n\n## 2. What is a fjord?\n\nA valley.\n"
)


def _schema(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return found


@pytest.fixture
def answered_deck(deck: Path, answered: Callable[..., None]) -> None:
    said = {"capitals/france": [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]}
    answered(3, said, 95)
    answered(1, {**said, "capitals/peru": [("Lima", Mark.MISSED)]}, 95)


@pytest.mark.usefixtures("answered_deck")
@pytest.mark.parametrize("name", COMMANDS)
def test_command_output_matches_its_schema(name: str, run: Run, tmp_path: Path) -> None:
    document = tmp_path / "seas.md"
    document.write_text(DOCUMENT, "utf-8")
    words = [str(document) if word == "DOCUMENT" else word for word in COMMANDS[name]]
    done = run(*words, "--json")
    assert (done.code, done.err) == (0, "")
    Draft202012Validator(_schema(name)).validate(json.loads(done.out))


def test_the_output_of_a_fit_matches_its_schema() -> None:
    from drill.cli.session_records import fit_document
    from drill.schedule.fitting import Fit

    document = {"version": 1, **fit_document(Fit(300, 40, 0.4, 0.3, 0.01, (0.2, 1.0)))}
    Draft202012Validator(_schema("plan-fit")).validate(document)


def test_the_output_for_refused_documents_and_updates_matches_the_schema(
    run: Run, home: Path, tmp_path: Path
) -> None:
    document, none = tmp_path / "seas.md", tmp_path / "none.md"
    document.write_text(DOCUMENT, "utf-8")
    none.write_text("Nothing is asked here.\n", "utf-8")
    first = run("import", str(document), str(none), "--json")
    assert first.code == 1
    document.write_text(DOCUMENT.replace("The sea rises", "It rises twice a day"), "utf-8")
    second = run("import", str(document), "--update", "--json")
    for done in (first, second):
        Draft202012Validator(_schema("import")).validate(json.loads(done.out))
    made, refused = json.loads(first.out)["documents"]
    assert (made["deck"], made["questions"], made["written"]) == ("seas", 2, True)
    assert refused["error"] == f"{none}: no questions found"
    (updated,) = json.loads(second.out)["documents"]
    assert updated["changes"]["changed"] == ["what-is-a-tide"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_shipped_schemas_are_up_to_date(name: str) -> None:
    assert (FOLDER / f"{name}.schema.json").read_text("utf-8") == render(name)
    Draft202012Validator.check_schema(_schema(name))


def test_each_schema_is_printed_by_name_and_listed_without_one(run: Run) -> None:
    assert [line.removeprefix("drill schema ") for line in run("schema").out.split()[2::3]] == (
        names()
    )
    assert json.loads(run("schema", "list").out)["$id"] == "urn:drill:schema:list:1"
    assert json.loads(run("schema", "deck").out)["$id"] == "urn:drill:schema:deck:1"
    wrong = run("schema", "lists")
    assert wrong.code == 2
    assert wrong.err.startswith("drill: no schema 'lists'\nschemas: deck, check,")


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"plan-clear"}))
def test_the_help_names_the_schema(name: str, run: Run) -> None:
    words = [
        word for word in COMMANDS[name][:2] if word in {"history", "check", "sessions", "show"}
    ]
    help_text = " ".join(run(*(words or COMMANDS[name][:1]), "--help").out.split())
    assert f"(drill schema {name})." in help_text


def test_no_field_of_a_question_is_forgotten() -> None:
    members = set(QuestionRecord.__annotations__)
    assert members == {field.name for field in fields(Question)}


def test_extra_keys_of_any_type_are_printed(run: Run, deck: Path) -> None:
    text = deck.read_text("utf-8")
    deck.write_text(f"{text}    x-seen: 2026-11-24\n", "utf-8")
    document = json.loads(run("show", "chad", "--json").out)
    assert document["question"]["extra"] == {"x-seen": "2026-11-24"}


@pytest.mark.skipif(os.name == "nt", reason="paths")
def test_the_shipped_decks_match_the_deck_schema() -> None:
    import yaml

    from drill.settings import builtin_questions

    schema = json.loads((FOLDER.parent / "deck.schema.json").read_text("utf-8"))
    path = builtin_questions() / "python.yaml"
    assert read_deck(path.read_bytes(), path.name).problems == ()
    Draft7Validator(schema).validate(yaml.safe_load(path.read_text("utf-8")))
