"""Anki packages, checked by Anki's own library: what it imports, updates and leaves alone."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

import pytest
from markdown_it.token import Token

from drill.exporters.anki import _mathjax, package
from drill.model import Entry, Question
from tests.exporters.conftest import CHOICE, ENTRIES, NOW, no_step

pytestmark = pytest.mark.slow  # Anki's own library reads each package

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


@pytest.mark.parametrize(
    "tex", [r"\def\x{1}\x", r"\gdef\x{1}\x", r"\newcommand{\x}{1}\x", r"\providecommand{\x}{1}\x"]
)
def test_no_formula_defines_commands_for_other_cards(tex: str) -> None:
    token = Token("math_inline", "math", 0, content=tex, markup="$")
    assert _mathjax(token) == f"<code>{escape(f'${tex}$')}</code>"


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


def shown(anki: Anki, key: str) -> str:
    (note,) = anki.notes.find_notes(f'Key:"{key}"')
    return str(anki.notes.get_note(note).cards()[0].answer())


def test_the_back_has_points_and_follow_ups_and_the_hint_is_folded_on_the_front(
    anki: Anki,
) -> None:
    more = replace(ENTRIES[0].question, hint="Think of *noise*.", follow_ups=("Where not?",))
    anki.take([replace(ENTRIES[0], question=more)], NOW)
    question = anki.fields("basics/dropout")["Question"]
    assert question.startswith("What is dropout?<details><summary>Hint</summary>")
    back = shown(anki, "basics/dropout")
    for words in ("<li>Where not?</li>", "drops", "slow (bonus)", "<em>noise</em>"):
        assert words in back


def test_each_part_of_a_card_has_the_direction_of_its_own_text(anki: Anki) -> None:
    anki.take([*ENTRIES, CHOICE], NOW)
    for key in ("basics/dropout", "basics/choice"):
        (card,) = (anki.notes.get_card(found) for found in anki.notes.find_cards(f'Key:"{key}"'))
        parts = re.findall("<div class=[^>]*>", card.render_output().answer_text)
        assert len(parts) >= 3
        assert all('dir="auto"' in part for part in parts)


def test_an_older_note_gains_the_hint_on_update(anki: Anki) -> None:
    anki.take(ENTRIES[:1], NOW)
    hinted = replace(ENTRIES[0], question=replace(ENTRIES[0].question, hint="Noise."))
    assert anki.take([hinted], NOW + timedelta(minutes=1)) == (0, 0, 1)


def test_a_back_that_would_be_empty_says_so(anki: Anki) -> None:
    bare = replace(ENTRIES[0], question=Question("bare", "Why?"))
    anki.take([bare, CHOICE], NOW)
    assert "The deck has no answer" in anki.fields("basics/bare")["Answer"]
    assert "The deck has no answer" not in anki.fields("basics/choice")["Answer"]


def test_every_tag_begins_as_asked(anki: Anki, tmp_path: Path) -> None:
    entry = replace(ENTRIES[0], tags=("deep learning", "x"))
    anki._file.write_bytes(package([entry], NOW, no_step, tag_prefix="drill::"))
    request = collection.ImportAnkiPackageRequest(package_path=str(anki._file))
    anki.notes.import_anki_package(request)
    (note,) = anki.notes.find_notes("")
    assert anki.notes.get_note(note).tags == ["drill::deep-learning", "drill::x"]


def test_pictures_are_packed_once_and_named_by_what_is_in_them(anki: Anki) -> None:
    source = "data:image/png;base64,iVBORw0KGgo="
    answer = f"![one]({source}) ![again]({source})"
    question = replace(ENTRIES[0].question, answer=answer)
    anki.take([replace(ENTRIES[0], question=question)], NOW)
    (file,) = Path(anki.notes.media.dir()).iterdir()
    assert file.read_bytes() == b"\x89PNG\r\n\x1a\n"
    assert anki.fields("basics/dropout")["Answer"].count(f'<img src="{file.name}"') == 2


def test_nothing_is_left_in_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    package(ENTRIES, NOW, no_step)
    assert list(tmp_path.iterdir()) == []
    assert tempfile.tempdir == str(tmp_path)
