"""Anki packages, judged by Anki's own library: what it imports, updates and leaves alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from drill.exporters.anki import package
from drill.model import Entry
from tests.exporters.conftest import CHOICE, ENTRIES, NOW, no_step

collection = pytest.importorskip("anki.collection", reason="Anki's library is not installed")


class Anki:
    """A fresh collection that packages are imported into."""

    def __init__(self, folder: Path) -> None:
        self.notes = collection.Collection(str(folder / "collection.anki2"))
        self._file = folder / "drill.apkg"

    def take(self, entries: list[Entry], made: datetime) -> tuple[int, int, int]:
        """Import a package; how many notes were new, the same, and updated."""
        self._file.write_bytes(package(entries, made, no_step))
        request = collection.ImportAnkiPackageRequest(package_path=str(self._file))
        log = self.notes.import_anki_package(request).log
        return len(log.new), len(log.duplicate), len(log.updated)

    def fields(self, key: str) -> dict[str, str]:
        (found,) = self.notes.find_notes(f'Key:"{key}"')
        return dict(self.notes.get_note(found).items())


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    made = Anki(tmp_path)
    yield made
    made.notes.close()


def test_every_question_is_a_note_in_a_deck_below_drill(anki: Anki) -> None:
    other = replace(ENTRIES[0], deck="more", deck_title="More:: *of* it")
    assert anki.take([*ENTRIES, other], NOW) == (5, 0, 0)
    assert [deck.name for deck in anki.notes.decks.all_names_and_ids()] == [
        "Default",
        "drill",
        "drill::Basics",
        "drill::More: of it",
    ]
    assert anki.notes.card_count() == 5


def test_fields_hold_the_answer_its_points_and_math_for_mathjax(anki: Anki) -> None:
    anki.take(ENTRIES, NOW)
    fields = anki.fields("basics/dropout")
    assert fields["Question"] == "What is dropout?"
    assert fields["Answer"] == "<p>The answer of dropout: \\(x_i\\).</p>\n"
    assert fields["Key points"] == (
        '<ul><li>drops \\(p\\)</li><li class="bonus">slow (bonus)</li></ul>'
    )
    assert anki.fields("basics/epochs")["Notes"] == "<p>See <em>there</em>.</p>\n"


def test_a_multiple_choice_has_its_options_unmarked_on_the_front(anki: Anki) -> None:
    anki.take([CHOICE], NOW)
    fields = anki.fields("basics/choice")
    assert list(fields) == ["Question", "Answer", "Options", "Right", "Notes", "Key"]
    assert fields["Options"].startswith("<ol><li><p>")
    assert fields["Options"].count("<li>") == 3
    assert fields["Right"].count("<li value=") == 2
    (note,) = anki.notes.find_notes("")
    card = anki.notes.get_note(note).cards()[0]
    assert "three" in card.question()
    assert "They are even" not in card.question()
    assert "value=" not in card.question()
    assert "They are even" in card.answer()


def test_text_of_a_deck_runs_and_loads_nothing_in_anki(anki: Anki) -> None:
    anki.take(ENTRIES, NOW)
    answer = anki.fields("basics/hostile")["Answer"]
    assert "<script" not in answer
    assert "<img" not in answer
    assert "<code>$\\frac{1}{$</code>" in answer
    assert '\\[\\text{" read("y") &lt;/details&gt;} &lt; \\frac{1}{2}\\]' in answer


def test_tags_have_no_spaces(anki: Anki) -> None:
    anki.take([replace(ENTRIES[0], tags=("deep  learning", "x"))], NOW)
    assert anki.notes.tags.all() == ["deep-learning", "x"]


def test_importing_again_updates_what_was_edited_and_doubles_nothing(anki: Anki) -> None:
    assert anki.take(ENTRIES, NOW) == (4, 0, 0)
    assert anki.take(ENTRIES, NOW) == (0, 4, 0)
    edited = replace(ENTRIES[0], question=replace(ENTRIES[0].question, answer="New."))
    assert anki.take([edited], NOW + timedelta(minutes=1)) == (0, 0, 1)
    assert anki.fields("basics/dropout")["Answer"] == "<p>New.</p>\n"
    assert anki.notes.note_count() == 4
