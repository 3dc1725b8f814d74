import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import Run


def test_a_sound_library_is_counted(deck: Path, run: Run) -> None:
    done = run("check")
    assert (done.code, done.out, done.err) == (0, "3 questions in 1 deck: no problems\n", "")


def test_each_problem_is_one_line_that_editors_can_jump_to(deck: Path, run: Run) -> None:
    bad = deck.parent / "bad.yaml"
    bad.write_text("deck: bad\ntitle: B\nquestions:\n  - id: q\n    qestion: $\\frac$\n    hint:\n")
    done = run("check")
    assert done.code == 1
    assert done.out == (
        f"{bad}:4:5: error[missing-key]: a question needs 'question'\n"
        f"{bad}:5:5: error[unknown-key]: unknown key 'qestion': did you mean 'question'?\n"
        f"{bad}:6:5: warning[empty]: 'hint' has no value:"
        " leave the key out, or quote the word\n"
        "3 questions in 1 deck: 2 errors and 1 warning\n"
    )


def test_warnings_alone_exit_with_0(deck: Path, run: Run) -> None:
    deck.write_text("deck: d\ntitle: T\nquestions:\n  - {id: q, question: What is $x_$?}\n")
    done = run("check", str(deck))
    assert done.code == 0
    assert done.out.splitlines()[-1] == "1 question in 1 deck: 1 warning"
    assert "warning[formula]: a formula of 'q' is shown as written: $x_$" in done.out


def test_only_the_named_paths_are_checked_and_shown_relative(
    deck: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "other.yaml").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "drill", "check", "other.yaml"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (
        "other.yaml:1:1: error[empty]: the file is empty: drill import DOC makes a deck\n"
        "0 questions in 0 decks: 1 error\n"
    )


def test_a_missing_path_is_refused(deck: Path, run: Run) -> None:
    done = run("check", "nowhere.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "drill: nowhere.yaml: no such file or folder\n"


def test_json_is_one_document_with_all_problems(deck: Path, run: Run) -> None:
    bad = deck.parent / "bad.yaml"
    bad.write_text("deck: [\n")
    done = run("check", "--json")
    assert done.code == 1
    assert json.loads(done.out) == {
        "version": 1,
        "problems": [
            {
                "path": str(bad),
                "line": 2,
                "column": 1,
                "code": "yaml",
                "message": "not YAML: did not find expected node content while parsing a flow node",
                "hint": "",
                "severity": "error",
            }
        ],
        "questions": 3,
        "decks": 1,
        "drafted": 0,
    }


def test_nothing_of_a_hostile_deck_or_its_name_reaches_the_terminal(deck: Path, run: Run) -> None:
    evil = deck.parent / "a\x1b]0;owned\x07\u202eb\nc.yaml"
    evil.write_text('deck: "\\e[31mx"\n"\\e]52;c;eA==\\a": 1\n')
    done = run("check")
    assert done.code == 1
    assert not set(done.out) & set("\x1b\x07\u202e")
    assert all(line.startswith(str(deck.parent)) for line in done.out.splitlines()[:-1])


def test_the_github_format_annotates_each_problem_at_its_line(deck: Path, run: Run) -> None:
    bad = deck.parent / "50%, or: so.drill.yaml"
    bad.write_text("deck: bad\ntitle: B\nquestions:\n  - id: q\n    qestion: 100%\n")
    done = run("check", "--format", "github", str(bad))
    name = str(bad).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    assert done.code == 1
    assert done.out == (
        f"::error file={name},line=4,col=5,title=missing-key::a question needs 'question'\n"
        f"::error file={name},line=5,col=5,title=unknown-key::"
        "unknown key 'qestion': did you mean 'question'?\n"
        "0 questions in 0 decks: 2 errors\n"
    )


def test_format_json_equals_the_option_json(deck: Path, run: Run) -> None:
    assert run("check", "--format", "json").out == run("check", "--json").out
