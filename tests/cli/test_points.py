"""`drill points` as a command, and drafts in other commands."""

import json
from pathlib import Path

import pytest

from drill.decks import read_deck
from drill.model import Question
from tests.children import Child, shell_script
from tests.conftest import Run

ANSWER = "TCP numbers every byte of a stream, so that the receiver can put them in order."
DOCUMENT = f"""\
# Net

## What is TCP?

{ANSWER}

## What is UDP?

UDP sends datagrams that may be lost, doubled or out of order.
"""
TCP = "TCP numbers every byte of a stream, so that the receiver can put them in order"
UDP = "UDP sends datagrams that may be lost, doubled or out of order"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "net.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


@pytest.fixture
def path(home: Path) -> Path:
    return home / "questions" / "net.yaml"


def questions(path: Path) -> dict[str, Question]:
    deck = read_deck(path.read_bytes(), str(path)).deck
    assert deck
    return {question.id: question for question in deck.questions}


def drafts(path: Path) -> dict[str, tuple[list[str], bool]]:
    return {
        id_: ([point.text for point in each.key_points], each.drafted)
        for id_, each in questions(path).items()
    }


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.slow
def test_an_import_drafts_key_points_and_says_so(run: Run, document: Path, path: Path) -> None:
    done = run("import", str(document))
    assert "2 key points drafted for 2 questions" in done.out
    assert drafts(path) == {"what-is-tcp": ([TCP], True), "what-is-udp": ([UDP], True)}
    assert run("check").out.splitlines()[1:] == [
        "2 questions with drafted key points: drill points --review"
    ]
    assert json.loads(run("check", "--json").out)["drafted"] == 2
    assert "Key points, drafted: nobody has reviewed them yet" in run("show", "what-is-tcp").out


def test_without_key_points_an_import_drafts_none(run: Run, document: Path, path: Path) -> None:
    done = run("import", "--no-key-points", str(document))
    assert "drafted" not in done.out
    assert drafts(path) == {"what-is-tcp": ([], False), "what-is-udp": ([], False)}


def test_an_update_renews_drafts_and_leaves_what_was_kept(
    run: Run, document: Path, path: Path
) -> None:
    run("import", str(document))
    edit(path, f"      - {TCP}\n    lines: [3, 5]\n    drafted: true\n", "      - Mine\n")
    document.write_text(
        DOCUMENT.replace("numbers every byte", "counts each byte").replace("lost", "dropped"),
        encoding="utf-8",
    )
    done = run("import", str(document), "--update")
    assert done.out.splitlines()[-4:-1] == [
        "  1 changed question has key points of your own: they stay; see whether they still fit",
        "  1 key point drafted for 1 question",
        "  edit them in a quiz, or with drill points --review",
    ]
    assert drafts(path) == {
        "what-is-tcp": (["Mine"], False),
        "what-is-udp": ([UDP.replace("lost", "dropped")], True),
    }


def test_drafts_are_made_where_there_are_none_and_nothing_else_changes(
    run: Run, document: Path, path: Path
) -> None:
    run("import", "--no-key-points", str(document))
    edit(path, "title: Net", "title:   Net   # mine")
    before = path.read_text("utf-8")
    shown = run("points", "--dry-run")
    assert shown.out.splitlines() == [
        "net/what-is-tcp  What is TCP?",
        f"  - {TCP}",
        "net/what-is-udp  What is UDP?",
        f"  - {UDP}",
        "2 key points would be drafted for 2 of 2 questions",
    ]
    assert path.read_text("utf-8") == before
    done = run("points", "net")
    assert done.out.splitlines()[0] == "2 key points drafted for 2 of 2 questions"
    assert drafts(path) == {"what-is-tcp": ([TCP], True), "what-is-udp": ([UDP], True)}
    written = f"    key_points:\n      - {TCP}\n    lines: [3, 5]\n    drafted: true\n"
    assert (
        path.read_text("utf-8")
        .replace(written, "    lines: [3, 5]\n")
        .startswith(before.split("  - id: what-is-udp")[0])
    )
    assert run("points").out == "no question lacks key points\n"


def test_redo_renews_only_what_nobody_touched(run: Run, document: Path, path: Path) -> None:
    run("import", str(document))
    edit(path, f"- {TCP}", "- Stale")
    edit(path, f"      - {UDP}\n    lines: [7, 9]\n    drafted: true\n", "      - Mine\n")
    assert run("points").out == "no question lacks key points\n"
    assert "1 key point drafted for 1 of 1 question" in run("points", "--redo").out
    assert drafts(path) == {"what-is-tcp": ([TCP], True), "what-is-udp": (["Mine"], False)}


def test_the_list_of_drafts_has_the_unreviewed_questions(
    run: Run, document: Path, path: Path
) -> None:
    run("import", str(document))
    edit(path, "    drafted: true\n", "")
    assert [line.split("\t")[0] for line in run("list", "--drafted").out.splitlines()] == [
        "net/what-is-udp"
    ]
    edit(path, "    drafted: true\n", "")
    done = run("list", "--drafted")
    assert (done.code, done.err.splitlines()[0]) == (1, "drill: no question has drafted key points")


def test_a_deck_in_json_is_laid_out_anew_and_its_old_text_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "json.yaml"
    question = {"id": "tcp", "question": "What is TCP?", "answer": ANSWER}
    old = json.dumps({"deck": "json", "title": "J", "questions": [question]})
    path.write_text(old, encoding="utf-8")
    done = run("points", "--questions", str(path))
    assert done.err == f"drill: {path}: laid out anew; its old text is in json.yaml.bak\n"
    assert (tmp_path / "json.yaml.bak").read_text("utf-8") == old
    assert drafts(path) == {"tcp": ([TCP], True)}


def test_a_deck_with_errors_is_left_out_and_hides_no_other(
    run: Run, document: Path, path: Path
) -> None:
    run("import", "--no-key-points", str(document))
    broken = path.with_name("broken.yaml")
    edited = path.read_text("utf-8").replace("deck: net", "deck: broken", 1)
    broken.write_text(f"{edited}  - id: x\n    wrong: y\n", encoding="utf-8")
    done = run("points")
    assert done.err == f"drill: {broken}: broken, see drill check\n"
    assert done.out.splitlines()[0] == "2 key points drafted for 2 of 2 questions"
    assert drafts(path) == {"what-is-tcp": ([TCP], True), "what-is-udp": ([UDP], True)}
    refused = run("points", "broken")
    assert (refused.code, refused.err.splitlines()[1]) == (
        1,
        f"drill: {broken}: has errors, so nothing can be written to it",
    )


def test_a_shipped_deck_is_never_written_to(run: Run, home: Path) -> None:
    done = run("points", "--redo", "day-5-deep-learning")
    assert (done.code, done.err) == (
        1,
        "drill: day-5-deep-learning comes with drill and stays as it is\n"
        "drill decks take day-5-deep-learning makes a copy of your own\n",
    )


@pytest.mark.slow
def test_a_second_run_asks_the_model_only_for_missing_drafts(
    run: Run, document: Path, path: Path, home: Path, child: Child
) -> None:
    source = """
import json, sys
data = json.loads(sys.stdin.read().split("<data>\\n")[1].split("\\n</data>")[0])
if "UDP" in data["answer"]:
    print("I would rather not.")
else:
    point = {"point": "Every byte of a TCP stream has a number", "bonus": True}
    print(json.dumps({"points": [point]}))
"""
    config = home / "config.toml"
    home.mkdir(exist_ok=True)
    config.write_text(f"[assistant]\ncommand = {json.dumps(child(source))}\n", encoding="utf-8")
    run("import", str(document))
    done = run("points", "--assistant", "--yes")
    assert (done.code, done.out.splitlines()[0]) == (
        1,
        "1 key point drafted for 1 of 2 questions",
    )
    assert done.err.startswith("drill: no usable reply for 1 question: ")
    assert drafts(path) == {
        "what-is-tcp": (["Every byte of a TCP stream has a number"], True),
        "what-is-udp": ([UDP], True),
    }
    again = run("points", "--assistant", "--yes", "--dry-run")
    assert "no usable reply for 1 question" in again.err
    assert again.out.splitlines()[1:] == [
        "1 draft of a model or an older drill left alone; --redo asks again"
    ]


@pytest.mark.slow
def test_what_was_edited_while_the_model_thought_stays_and_the_others_are_saved(
    run: Run, document: Path, path: Path, home: Path, child: Child
) -> None:
    source = f"""
import json, pathlib, sys
data = json.loads(sys.stdin.read().split("<data>\\n")[1].split("\\n</data>")[0])
deck = pathlib.Path({str(path)!r})
if "TCP" in data["answer"]:
    deck.write_text(deck.read_text("utf-8").replace("- TCP numbers", "- It numbers"), "utf-8")
print(json.dumps({{"points": [{{"point": data["answer"][:50], "bonus": False}}]}}))
"""
    config = home / "config.toml"
    home.mkdir(exist_ok=True)
    command = json.dumps(child(source))
    config.write_text(f"[assistant]\ncommand = {command}\nat_once = 1\n", encoding="utf-8")
    run("import", str(document))
    done = run("points", "--assistant", "--yes")
    assert done.err.startswith(f"drill: 1 draft not saved: {path}: what-is-tcp has changed")
    assert done.out.splitlines()[0] == "1 key point drafted for 1 of 2 questions"
    assert drafts(path) == {
        "what-is-tcp": ([TCP.replace("TCP", "It")], True),
        "what-is-udp": ([UDP[:50].strip()], True),
    }


@pytest.mark.slow
def test_edited_points_are_no_longer_drafts(
    run: Run, command: Run, document: Path, path: Path, tmp_path: Path
) -> None:
    run("import", str(document))
    editor = shell_script(tmp_path / "editor", 'sed -i "s/- UDP sends/- It sends/" "$2"')
    assert command("edit", "what-is-tcp", EDITOR=str(editor)).code == 0
    assert drafts(path) == {
        "what-is-tcp": ([TCP], True),
        "what-is-udp": ([UDP.replace("UDP", "It")], False),
    }


REVIEW = """\

Draft 1 of 2, net/what-is-tcp:
What is TCP?

Answer:
TCP numbers every byte of a stream, so that the receiver can put them in order.

Key points:
1. TCP numbers every byte of a stream, so that the receiver can put them in order
[Empty keeps the points, 2 5 takes or drops these lines, e 2 TEXT rewrites, b 2 bonus, \
m 2 1 moves, a TEXT adds, s skip, p back, u undo, q quit]

Key points:
1. Numbers bytes
[Empty keeps the points; ? tells the rest]
'9' is not a valid step.

Key points:
1. Numbers bytes
[Empty keeps the points; ? tells the rest]

Draft 2 of 2, net/what-is-udp:
What is UDP?

Answer:
UDP sends datagrams that may be lost, doubled or out of order.

Key points:
1. UDP sends datagrams that may be lost, doubled or out of order
[Empty keeps the points; ? tells the rest]
1 of 2 drafts reviewed, 1 left
"""


@pytest.mark.slow
def test_drafts_are_reviewed_line_by_line(command: Run, document: Path, path: Path) -> None:
    command("import", str(document))
    done = command("points", "--review", stdin="e 1 Numbers bytes\n9\n\n")
    assert (done.code, done.err, done.out) == (0, "", REVIEW)
    assert drafts(path) == {"what-is-tcp": (["Numbers bytes"], False), "what-is-udp": ([UDP], True)}


def test_review_excludes_the_options_for_drafting(run: Run, document: Path) -> None:
    run("import", "--no-key-points", str(document))
    assert run("points", "--review", "--redo").code == 2
    assert run("points", "--review").err.startswith("drill: no question has drafted key points\n")
