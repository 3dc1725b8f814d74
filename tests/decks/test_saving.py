"""Saving keeps the user's comments, layout and order."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.decks import read_deck, save_deck, write_deck
from drill.errors import DrillError
from drill.model import Deck, KeyPoint, Option, Question, Source

ROOT = Path(__file__).resolve().parents[2]
HAND_SET = """\
# My deck
deck: nets   # short
title: Nets

# where it came from
source: {document: notes.md, sha256: %s}
questions:
  # the first thing they ask
  - id: dropout
    question: What is dropout?
    answer: |
      Ignoring units.

      During training only.

    # mine, not the document's
    key_points: [Ignores units,
                 "Training only"]   # both matter
    lines: [3, 9]
    # to do: a hint

  # after the first
  - question: >
      What is
      a batch?
    id: batch
    tags: [a, b]
# the end
""" % ("e" * 64)


def deck_of(path: Path) -> Deck:
    deck = read_deck(path.read_bytes(), path.name).deck
    assert deck
    return deck


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "nets.yaml"
    path.write_text(HAND_SET, "utf-8")
    return path


def test_a_new_deck_is_saved_with_its_schema_beside_it(tmp_path: Path) -> None:
    path, deck = tmp_path / "new" / "a.yaml", Deck("a", "A", (Question("q", "Why?"),))
    save_deck(deck, path)
    assert path.read_text("utf-8") == write_deck(deck)
    assert sorted(each.name for each in path.parent.iterdir()) == ["a.yaml", "deck.schema.json"]
    shipped = ROOT / "drill" / "deck.schema.json"
    assert (path.parent / "deck.schema.json").read_bytes() == shipped.read_bytes()


def test_a_deck_that_did_not_change_stays_byte_for_byte(path: Path) -> None:
    path.chmod(0o600)
    save_deck(deck_of(path), path)
    assert path.read_text("utf-8") == HAND_SET
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_only_changed_keys_are_rewritten(path: Path) -> None:
    deck = deck_of(path)
    first, second = deck.questions
    changed = replace(first, answer="Ignoring units.", lines=(4, 10), hint="Think.")
    source = Source("notes.md", "f" * 64)
    save_deck(replace(deck, source=source, questions=(changed, second)), path)
    old = "      Ignoring units.\n\n      During training only.\n"
    expected = (
        HAND_SET.replace(f"    answer: |\n{old}", "    answer: Ignoring units.\n")
        .replace("lines: [3, 9]\n", "lines: [4, 10]\n")
        .replace("both matter\n", "both matter\n    hint: Think.\n")
        .replace(
            "source: {document: notes.md, sha256: %s}" % ("e" * 64),
            "source:\n  document: notes.md\n  sha256: %s" % ("f" * 64),
        )
    )
    assert path.read_text("utf-8") == expected


def test_added_removed_and_moved_questions_keep_their_comments(path: Path) -> None:
    deck = deck_of(path)
    first, second = deck.questions
    save_deck(replace(deck, questions=(second, Question("new", "New?"), first)), path)
    body = path.read_text("utf-8").split("questions:\n")[1]
    assert body.startswith("  # after the first\n  - question: >\n")
    assert "    tags: [a, b]\n\n  - id: new\n    question: New?\n\n  # the first thing" in body
    save_deck(replace(deck, questions=(second,)), path)
    assert "dropout" not in path.read_text("utf-8")
    assert path.read_text("utf-8").endswith("    # to do: a hint\n# the end\n")


def test_dashes_stay_where_they_are_and_braces_cost_only_their_question_its_layout(
    path: Path,
) -> None:
    text = """\
deck: nets
title:   Nets

questions:

- # the first
  id: a
  question: Why?   # indeed
- {id: b, question: How?}
# the last
-   id:   c
    question: When?
"""
    path.write_text(text, "utf-8")
    deck = deck_of(path)
    pointed = [replace(each, key_points=(KeyPoint("So."),)) for each in deck.questions]
    save_deck(replace(deck, questions=(*pointed, Question("d", "Where?"))), path)
    assert path.read_text("utf-8") == (
        text.replace("indeed\n", "indeed\n  key_points:\n    - So.\n")
        .replace(
            "{id: b, question: How?}\n",
            "id: b\n  question: How?\n  key_points:\n    - So.\n",
        )
        .replace("When?\n", "When?\n    key_points:\n      - So.\n\n- id: d\n  question: Where?\n")
    )


def test_windows_line_ends_and_a_byte_order_mark_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + HAND_SET.replace("\n", "\r\n").encode())
    deck = deck_of(path)
    save_deck(replace(deck, title="Networks"), path)
    expected = HAND_SET.replace("title: Nets", "title: Networks").replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_a_deck_in_brackets_is_laid_out_afresh_with_the_old_text_beside_it(path: Path) -> None:
    old = "{deck: a, title: A, questions: [{id: q, question: Why?}]}\n"
    path.write_text(old, "utf-8")
    deck = replace(deck_of(path), title="B")
    save_deck(deck, path)
    assert deck_of(path) == deck
    assert (path.parent / "nets.yaml.bak").read_text("utf-8") == old


def test_a_file_with_errors_is_not_written_over(path: Path) -> None:
    deck = deck_of(path)
    path.write_text(HAND_SET.replace("    id: batch\n", "    idd: batch\n"), "utf-8")
    with pytest.raises(DrillError, match="has errors; saving would lose"):
        save_deck(deck, path)


def test_saving_over_a_link_writes_the_file_it_points_to(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    save_deck(replace(deck_of(path), title="Linked"), link)
    assert link.is_symlink()
    assert "title: Linked" in path.read_text("utf-8")


def test_a_failed_save_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "python.yaml"
    folder.mkdir()
    with pytest.raises(DrillError, match=r"python\.yaml: not a regular file"):
        save_deck(Deck("a", "A", (Question("q", "Why?"),)), folder)
    assert [each.name for each in tmp_path.iterdir()] == ["python.yaml"]


CONTROLS = "".join(map(chr, range(0x7F, 0xA0)))
signs = st.characters(codec="utf-8", min_codepoint=32, exclude_characters=CONTROLS)
texts = st.text(signs, min_size=1).filter(lambda text: text.strip() == text)


changes = st.fixed_dictionaries(
    {},
    optional={
        "text": texts,
        "answer": st.none() | texts,
        "key_points": st.lists(st.builds(KeyPoint, texts, st.booleans()), max_size=3).map(tuple),
        "hint": st.none() | texts,
        "notes": texts,
        "lines": st.just((1, 2)),
        "drafted": st.booleans(),
        "tags": st.lists(texts.map(lambda text: text[:9].strip() or "t"), max_size=2).map(tuple),
    },
)


@pytest.mark.slow
@settings(deadline=None)
@given(changes, st.permutations([0, 1, 2]), st.integers(0, 3))
def test_whatever_changes_the_file_reads_back_and_untouched_lines_stay(
    tmp_path_factory: pytest.TempPathFactory,
    change: dict[str, object],
    order: list[int],
    kept: int,
) -> None:
    path = tmp_path_factory.mktemp("decks") / "nets.yaml"
    path.write_text(HAND_SET, "utf-8")
    deck = deck_of(path)
    first, second = deck.questions
    added = Question("new", "New?", options=(Option("a"), Option("b", correct=True)))
    questions = [replace(first, **change), second, added]  # type: ignore[arg-type]
    after = replace(deck, questions=tuple(questions[place] for place in order)[: kept or 1])
    save_deck(after, path)
    assert deck_of(path) == after
    text = path.read_text("utf-8")
    assert not path.with_name("nets.yaml.bak").exists()
    assert "# My deck" in text
    assert ("# after the first" in text) == (second in after.questions)
