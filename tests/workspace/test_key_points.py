"""Writing key points to deck files changes nothing else and loses no user's work."""

from dataclasses import replace
from pathlib import Path

import pytest

from drill.cli.options import open_workspace
from drill.decks import read_deck
from drill.errors import DrillError
from drill.importer.update import merge
from drill.model import Deck, KeyPoint, Question
from drill.points.drafts import kept_as
from drill.workspace.draft_workers import DraftWorkers
from drill.workspace.key_points import save_own, save_points, with_drafts

ANSWER = "TCP numbers every byte of a stream, so that the receiver can put them in order."
POINT = KeyPoint("TCP numbers every byte of a stream, so that the receiver can put them in order")
TEXT = """\
# my deck
deck: net
title:   Net   # a title
questions:
  # the first
  - id: tcp
    question: What is TCP?
    answer: It streams bytes.
    key_points: [It streams bytes]   # from the answer
    drafted: true
    x-mine: 1

  - {id: udp, question: What is UDP?}
"""


def question(path: Path) -> Question:
    deck = read_deck(path.read_bytes(), str(path)).deck
    assert deck
    return deck.questions[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "net.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_only_the_points_and_the_flag_are_written(path: Path) -> None:
    before = question(path)
    save_points(path, [before], [kept_as(before, (KeyPoint("Streams bytes"),))])
    assert path.read_text("utf-8") == TEXT.replace(
        "    key_points: [It streams bytes]   # from the answer\n    drafted: true\n",
        "    key_points:\n      - Streams bytes\n",
    )


def test_points_that_were_changed_meanwhile_are_left_alone(path: Path) -> None:
    before = question(path)
    edited = TEXT.replace("[It streams bytes]", "[Mine]")
    path.write_text(edited, encoding="utf-8")
    with pytest.raises(DrillError, match="tcp has changed in the meantime; nothing was saved"):
        save_points(path, [before], [kept_as(before, ())])
    assert path.read_text("utf-8") == edited


def test_a_deck_that_is_gone_or_broken_is_refused(path: Path) -> None:
    before = question(path)
    path.write_text("deck: [\n", encoding="utf-8")
    with pytest.raises(DrillError, match="has errors"):
        save_points(path, [before], [before])
    path.unlink()
    with pytest.raises(DrillError, match="No such file"):
        save_points(path, [before], [before])


def deck(*questions: Question) -> Deck:
    return Deck("net", "Net", questions)


def told(_done: int, _total: int | None) -> None:
    """Nobody looks."""


def test_an_imported_deck_has_drafts_where_answers_give_points_and_nobody_wrote_any() -> None:
    bare = Question("tcp", "What is TCP?", ANSWER)
    list_ = Question("udp", "What is UDP?")
    own = Question("port", "What is a port?", ANSWER, (KeyPoint("A number"),))
    drafted = with_drafts(deck(bare, list_, own), None, DraftWorkers(), told)
    assert drafted == deck(replace(bare, key_points=(POINT,), drafted=True), list_, own)


def test_an_update_renews_the_drafts_of_changed_answers_and_no_others() -> None:
    stale = replace(Question("tcp", "What is TCP?", "Old.", (KeyPoint("Old one"),)), drafted=True)
    same = replace(stale, id="ip", text="What is IP?", answer="Same.")
    kept = Question("arp", "What is ARP?", "Old too.", (KeyPoint("Kept one"),))
    changed = deck(
        Question("tcp", "What is TCP?", ANSWER),
        Question("ip", "What is IP?", "Same."),
        Question("arp", "What is ARP?", ANSWER),
        Question("new", "What is new?", ANSWER),
    )
    update = merge(deck(stale, same, kept), changed)
    drafted = with_drafts(update.deck, update, DraftWorkers(), told)
    assert [(each.id, each.key_points, each.drafted) for each in drafted.questions] == [
        ("tcp", (POINT,), True),
        ("ip", (KeyPoint("Old one"),), True),
        ("arp", (KeyPoint("Kept one"),), False),
        ("new", (POINT,), True),
    ]


def test_editing_a_shipped_question_changes_the_users_copy(home: Path) -> None:
    with open_workspace() as workspace:
        (shipped,) = workspace.library.entries(["day-5-deep-learning/dropout"])
        data = Path(shipped.path).read_bytes()
        (first, *rest) = shipped.question.key_points
        changed = save_own(workspace, shipped, kept_as(shipped.question, tuple(rest)))
        assert changed.question.key_points == tuple(rest)
        assert Path(changed.path).parent == home / "questions"
        assert Path(shipped.path).read_bytes() == data
        again = save_own(workspace, changed, kept_as(changed.question, (first,)))
        (entry,) = workspace.library.entries(["day-5-deep-learning/dropout"])
    assert entry.path == again.path == changed.path
    assert entry.question.key_points == (first,)
