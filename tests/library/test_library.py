import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from drill.decks import read_deck
from drill.errors import DrillError
from drill.library import Library, Summary, files, index, indexing
from drill.model import DeckReading, Difficulty
from drill.selection import Selection

ALL = Selection()
OLD = 1_700_000_000

Opener = Callable[..., Library]


def deck(id_: str, *questions: str, more: str = "") -> str:
    lines = [f"deck: {id_}", f"title: The {id_}", f"tags: [{id_}, all]", "questions:"]
    for each in questions:
        lines += [f"  - id: {each}", f"    question: What is {each}?", f"    answer: A {each}."]
    return "\n".join([*lines, more, ""])


def put(path: Path, text: str, at: int = OLD) -> Path:
    """Write a file with a time long past, so that its stamp is believed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    if is_new:
        os.utime(path.parent, (at, at))
    return path


class Counted:
    """Reads decks, and knows which."""

    def __init__(self) -> None:
        self.files: list[str] = []

    def __call__(self, data: bytes, path: str) -> DeckReading:
        self.files.append(Path(path).name)
        return read_deck(data, path)


@dataclass(frozen=True)
class FixedTime:
    """A clock that stands still."""

    now: int

    def time_ns(self) -> int:
        return self.now


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "decks"
    put(path / "day-10.yaml", deck("ten", "x", "y"))
    put(path / "day-2.yml", deck("two", "x"))
    put(path / "more" / "a.yaml", deck("a", "q", more="    tags: [deep]\n    difficulty: hard"))
    put(path / ".hidden.yaml", deck("hidden", "q"))
    put(path / "notes.txt", "no deck")
    return path


@pytest.fixture
def read() -> Counted:
    return Counted()


@pytest.fixture
def opened(root: Path, tmp_path: Path, read: Counted) -> Iterator[Opener]:
    """Open libraries, of `root` unless told otherwise, and close them all in the end."""
    made = []

    def opener(*roots: Path, decks: tuple[str, ...] = (), cache: Path | None = None) -> Library:
        made.append(Library.open(roots or [root], cache or tmp_path / "cache", read, decks))
        return made[-1]

    yield opener
    for each in made:
        each.close()


def test_questions_are_found_in_document_order_numbers_by_their_size(opened: Opener) -> None:
    assert opened().find(ALL) == ["two/x", "ten/x", "ten/y", "a/q"]


def test_an_entry_has_its_deck_tags_and_place(opened: Opener, root: Path) -> None:
    (entry,) = opened().entries(["a/q"])
    assert entry.key == "a/q"
    assert entry.deck_title == "The a"
    assert entry.tags == ("deep", "a", "all")
    assert (entry.path, entry.line) == (str(root / "more" / "a.yaml"), 5)
    assert entry.question.answer == "A q."
    assert entry.question.difficulty is Difficulty.HARD


def test_entries_come_in_the_order_asked_for_without_those_that_are_not_there(
    opened: Opener,
) -> None:
    library = opened()
    assert [entry.key for entry in library.entries(["a/q", "no/no", "two/x"])] == ["a/q", "two/x"]


@pytest.mark.parametrize(
    ("selection", "keys"),
    [
        (Selection(decks=("ten",)), ["ten/x", "ten/y"]),
        (Selection(decks=("ten", "a")), ["ten/x", "ten/y", "a/q"]),
        (Selection(tags=("deep",)), ["a/q"]),
        (Selection(tags=("deep", "two")), ["two/x", "a/q"]),
        (Selection(tags=("dee",)), []),
        (Selection(difficulties=(Difficulty.HARD,)), ["a/q"]),
        (Selection(difficulties=(Difficulty.EASY,)), []),
        (Selection(search="WHAT x"), ["two/x", "ten/x"]),
        (Selection(search="ten y"), ["ten/y"]),
        (Selection(search='what "OR" x*'), []),
        (Selection(search="?!"), ["two/x", "ten/x", "ten/y", "a/q"]),
        (Selection(decks=("ten",), search="x", tags=("all",)), ["ten/x"]),
    ],
)
def test_selection_options_narrow_and_their_values_widen(
    selection: Selection, keys: list[str], opened: Opener
) -> None:
    library = opened()
    assert library.find(selection) == keys
    assert list(library.walk(selection)) == keys
    assert library.among(selection, ["no/no", "a/q", "two/x"]) == [
        key for key in ["a/q", "two/x"] if key in keys
    ]


@pytest.mark.parametrize("full", [True, False], ids=["fts5", "no-fts5"])
def test_search_finds_apostrophes_and_scripts_without_spaces(
    full: bool, opened: Opener, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not full:
        monkeypatch.setattr(index, "_SEARCH", "CREATE VIRTUAL TABLE search USING nothing (text)")
    text = deck("words", "x").replace("A x.", "Don't use 闭包是函数 %_ Überfluss")
    put(root / "words.yaml", text)
    library = opened()
    for wanted in ("don't", "闭包", "Überfluss", "什么 闭包"):
        expected = [] if "什么" in wanted else ["words/x"]
        assert library.find(Selection(search=wanted)) == expected, wanted


def test_a_deck_argument_may_be_a_file_or_a_folder_of_the_library(
    opened: Opener, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened(decks=(str(root / "more"),))
    assert library.find(Selection(decks=(str(root / "more"),))) == ["a/q"]
    assert library.find(Selection(decks=(str(root / "day-2.yml"), "a"))) == ["two/x", "a/q"]
    monkeypatch.chdir(root)
    assert library.find(Selection(decks=("more",))) == ["a/q"]


def test_a_deck_argument_outside_the_library_is_opened_for_itself(
    opened: Opener, tmp_path: Path
) -> None:
    other = str(put(tmp_path / "other" / "deck.txt", deck("o", "q")))
    assert opened(decks=(other,)).find(Selection(decks=(other,))) == ["o/q"]
    both = opened(decks=(other, "two"))
    assert both.find(Selection(decks=(other, "two"))) == ["two/x", "o/q"]


def test_an_unknown_deck_is_refused_with_the_nearest(opened: Opener) -> None:
    with pytest.raises(DrillError) as caught:
        opened().find(Selection(decks=("tenn",)))
    assert (caught.value.message, caught.value.hint) == (
        "no deck or question 'tenn'",
        "did you mean ten?",
    )


def test_decks_tags_and_count_are_told(opened: Opener, root: Path) -> None:
    library = opened()
    assert library.count() == 4
    assert library.tags() == ["a", "all", "deep", "ten", "two"]
    assert library.decks()[0] == Summary("two", "The two", str(root / "day-2.yml"), 1)


def test_a_second_opening_reads_no_deck_again(opened: Opener, read: Counted) -> None:
    first = opened().find(ALL)
    assert sorted(read.files) == ["a.yaml", "day-10.yaml", "day-2.yml"]
    read.files.clear()
    again = opened()
    again.refresh()
    assert again.find(ALL) == first
    assert read.files == []


def test_what_changed_is_read_again_and_nothing_else(
    opened: Opener, read: Counted, root: Path
) -> None:
    opened().find(ALL)
    read.files.clear()
    put(root / "day-10.yaml", deck("ten", "z"), OLD + 9)
    put(root / "day-3.yaml", deck("three", "x"), OLD + 9)
    (root / "more" / "a.yaml").unlink()
    library = opened()
    assert library.find(ALL) == ["two/x", "three/x", "ten/z"]
    assert library.find(Selection(search="y")) == []
    assert sorted(read.files) == ["day-10.yaml", "day-3.yaml"]


def test_a_change_within_one_tick_of_the_clock_is_seen(
    opened: Opener, read: Counted, root: Path
) -> None:
    now = 2_000_000_000  # later than any reading of it, so too young to be believed
    path = put(root / "day-2.yml", deck("two", "x"), now)
    opened().find(ALL)
    path.write_text(deck("two", "y"), encoding="utf-8")
    os.utime(path, (now, now))
    assert opened().find(Selection(decks=("two",))) == ["two/y"]
    read.files.clear()
    opened().find(ALL)
    assert read.files == []  # its bytes were compared, and are the same


def test_of_a_large_library_the_asked_question_is_read_as_its_file_is_now(
    opened: Opener, read: Counted, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_FEW", 0)
    opened().find(ALL)
    text = deck("ten", "x", "y").replace("A y.", "Another y.")
    put(root / "day-10.yaml", text, OLD + 9)
    put(root / "day-2.yml", deck("two", "z"), OLD + 9)
    read.files.clear()
    library = opened()
    assert library.find(ALL) == ["two/x", "ten/x", "ten/y", "a/q"]
    assert library.entries(["ten/y"])[0].question.answer == "Another y."
    assert library.entries(["two/x"]) == []
    assert read.files == ["day-10.yaml", "day-2.yml"]
    library.refresh()
    assert library.find(ALL) == ["two/z", "ten/x", "ten/y", "a/q"]


def test_more_files_than_a_query_takes_are_all_seen_to_have_changed(
    root: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "AT_ONCE", 2)
    keys = ["a/q", "two/x", "ten/x"]
    library = opened()
    library.entries(keys)
    for name in ("more/a.yaml", "day-2.yml", "day-10.yaml"):
        text = (root / name).read_text(encoding="utf-8")
        put(root / name, text.replace("answer: A ", "answer: One "), OLD + 60)
    answers = [entry.question.answer for entry in library.entries(keys)]
    assert answers == ["One q.", "One x.", "One x."]


@pytest.mark.parametrize(("age", "looks_again"), [(2_000_000_000, True), (2_000_000_001, False)])
def test_a_file_read_within_two_seconds_of_its_stamp_is_looked_at_again(
    root: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, age: int, looks_again: bool
) -> None:
    path = root / "day-2.yml"
    monkeypatch.setattr(indexing, "time", FixedTime(OLD * 1_000_000_000 + age))
    assert opened().find(Selection(decks=("two",))) == ["two/x"]
    path.write_text(deck("two", "z"), encoding="utf-8")  # as long as before, in the same tick
    os.utime(path, (OLD, OLD))
    assert opened().find(Selection(decks=("two",))) == ["two/z" if looks_again else "two/x"]


def test_of_a_file_without_end_no_more_is_read_than_a_deck_may_have(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(1_000_000_000)
    data = files.load(str(tmp_path / "a.yaml"))
    assert isinstance(data, bytes)
    assert len(data) == 16_000_000
    assert [problem.code for problem in read_deck(data, "a.yaml").problems] == ["too-large"]


def test_on_a_first_run_the_first_questions_come_before_all_decks_are_read(
    opened: Opener, read: Counted, root: Path
) -> None:
    for number in range(20, 60):
        put(root / f"day-{number}.yaml", deck(f"d-{number}", "q"))
    library = opened()
    first = list(islice(library.walk(ALL), 2))
    assert first == ["two/x", "ten/x"]
    assert len(read.files) == 4
    assert [entry.key for entry in library.entries(first)] == first
    assert library.find(ALL)[:3] == ["two/x", "ten/x", "ten/y"]
    assert len(read.files) == 43


def test_walking_gives_what_finding_gives_however_far_the_index_has_come(
    opened: Opener, root: Path, tmp_path: Path
) -> None:
    for number in range(20, 60):
        put(root / f"day-{number}.yaml", deck(f"d-{number}", "q", "r"))
    walked = list(opened().walk(Selection(search="what r")))
    assert walked == opened(cache=tmp_path / "other").find(Selection(search="what r"))
    assert len(walked) == 40


def test_a_refresh_behind_completes_the_index(opened: Opener, read: Counted) -> None:
    library = opened()
    library.refresh_behind()
    library.close()
    read.files.clear()
    assert opened().count() == 4


def test_of_two_decks_with_one_id_the_first_is_asked_and_both_are_named(
    opened: Opener, root: Path
) -> None:
    second = put(root / "zz.yaml", deck("two", "other"))
    library = opened()
    assert library.find(Selection(decks=("two",))) == ["two/x"]
    assert library.count() == 4
    assert [str(problem) for problem in library.problems()] == [
        f"{second}:1:1: error[duplicate-deck]: deck 'two' is also in {root / 'day-2.yml'}:"
        " give one of them another id"
    ]
    (root / "day-2.yml").unlink()
    library.refresh()
    assert library.find(Selection(decks=("two",))) == ["two/other"]
    assert library.problems() == []


def test_a_broken_deck_is_a_problem_and_the_others_still_work(opened: Opener, root: Path) -> None:
    put(root / "bad.yaml", "deck: [\n")
    library = opened()
    assert library.count() == 4
    assert [problem.code for problem in library.problems()] == ["yaml"]
    again = opened()
    assert [problem.path for problem in again.problems()] == [str(root / "bad.yaml")]


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX file system")
def test_what_is_no_ordinary_file_is_a_problem_and_nothing_waits(
    opened: Opener, root: Path
) -> None:
    os.mkfifo(root / "fifo.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    (root / "zero.yaml").symlink_to("/dev/zero")
    (root / "gone.yaml").symlink_to(root / "nowhere")
    (root / "round").symlink_to(root)
    (root / "folder.yaml").mkdir()
    library = opened()
    assert library.count() == 4
    assert [str(problem).removeprefix(f"{root}/") for problem in library.problems()] == [
        "fifo.yaml:1:1: error[no-file]: not a regular file: a deck is a plain text file",
        "folder.yaml:1:1: error[no-file]: not a regular file: a deck is a plain text file",
        "gone.yaml:1:1: error[unreadable]: cannot be read: no such file or directory",
        "loop.yaml:1:1: error[unreadable]: cannot be read: too many levels of symbolic links",
        "zero.yaml:1:1: error[no-file]: not a regular file: a deck is a plain text file",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions to matter")
def test_a_file_that_may_not_be_read_is_tried_again(opened: Opener, root: Path) -> None:
    (root / "day-2.yml").chmod(0)
    library = opened()
    assert [problem.message for problem in library.problems()] == [
        "cannot be read: permission denied"
    ]
    (root / "day-2.yml").chmod(0o600)
    assert opened().count() == 4


def test_a_file_name_that_is_no_text_is_a_problem(opened: Opener, root: Path) -> None:
    (root / os.fsdecode(b"caf\xe9.yaml")).write_text(deck("e", "q"))
    library = opened()
    library.refresh()
    assert [str(problem).removeprefix(f"{root}/") for problem in library.problems()] == [
        "caf\\udce9.yaml:1:1: error[file-name]: the file's name is not UTF-8: rename it"
    ]


def test_a_root_that_is_not_there_is_an_empty_one_until_it_is(
    opened: Opener, tmp_path: Path
) -> None:
    assert opened(tmp_path / "none").find(ALL) == []
    put(tmp_path / "none" / "d.yaml", deck("d", "q"))
    assert opened(tmp_path / "none").find(ALL) == ["d/q"]


@pytest.mark.parametrize("damage", ["text", "truncated", "foreign", "middle", "version"])
def test_a_damaged_or_foreign_index_is_made_anew(
    damage: str, opened: Opener, root: Path, tmp_path: Path, read: Counted
) -> None:
    for number in range(20, 60):
        put(root / f"day-{number}.yaml", deck(f"d-{number}", "q"))
    library = opened()
    keys = library.find(ALL)
    library.close()
    (path,) = (tmp_path / "cache").iterdir()
    data = path.read_bytes()
    if damage == "text":
        path.write_text("not a database, but long enough to be taken for one" * 100)
    elif damage == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "middle":
        path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    else:
        connection = sqlite3.connect(path)
        connection.execute(
            "UPDATE about SET version = 99" if damage == "version" else "DROP TABLE about"
        )
        connection.commit()
        connection.close()
    again = opened()
    assert again.find(ALL) == keys
    assert len(again.entries(keys)) == len(keys)
    assert again.find(Selection(search="what x")) == ["two/x", "ten/x"]


def test_deleting_the_index_costs_only_time(opened: Opener, tmp_path: Path) -> None:
    library = opened()
    keys = library.find(ALL)
    library.close()
    for path in (tmp_path / "cache").iterdir():
        path.unlink()
    assert opened().among(ALL, keys) == keys


def test_without_a_cache_folder_the_index_is_in_memory(opened: Opener, tmp_path: Path) -> None:
    put(tmp_path / "file", "")
    library = opened(cache=tmp_path / "file")
    assert library.count() == 4
    assert (tmp_path / "file").read_bytes() == b""


def test_an_index_locked_by_another_process_is_waited_for_and_not_deleted(
    opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().find(ALL)
    (path,) = [path for path in (tmp_path / "cache").iterdir() if path.suffix == ".db"]
    monkeypatch.setattr(index, "_WAIT", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE about SET complete = 0")
    library = opened()
    library.refresh()
    assert library.count() == 4
    other.execute("COMMIT")
    other.close()
    assert path.exists()


def test_two_may_build_the_index_at_once(opened: Opener, root: Path) -> None:
    for number in range(20, 60):
        put(root / f"day-{number}.yaml", deck(f"d-{number}", "q", "r"))
    libraries = [opened(), opened()]
    threads = [threading.Thread(target=library.refresh) for library in libraries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, second = (library.find(ALL) for library in libraries)
    assert first == second
    assert len(first) == len(set(first)) == 84


def test_progress_is_reported_per_file(opened: Opener) -> None:
    told: list[tuple[int, int]] = []
    opened().refresh(lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_examples_are_asked_when_named_or_when_there_is_nothing_else(tmp_path: Path) -> None:
    own, examples = tmp_path / "own", tmp_path / "examples"
    put(examples / "shipped.yaml", deck("shipped", "q"))

    def opened() -> Library:
        return Library.open([own, examples], tmp_path / "cache", read_deck, examples=examples)

    for _ in range(2):  # while the index is made, then out of it
        with closing(opened()) as library:
            assert library.find(ALL) == ["shipped/q"]
            assert library.count() == 1
    put(own / "own.yaml", deck("own", "q"))
    with closing(opened()) as library:
        assert library.find(ALL) == ["own/q"]
        assert library.find(Selection(examples=True)) == ["own/q", "shipped/q"]
        assert library.find(Selection(decks=("shipped",))) == ["shipped/q"]
        examples_of = [(each.id, each.example) for each in library.decks()]
        assert examples_of == [("own", False), ("shipped", True)]
        assert library.count() == 1


def test_a_question_is_named_by_its_key_or_its_id(opened: Opener) -> None:
    library = opened()
    assert library.find(Selection(decks=("ten/y",))) == ["ten/y"]
    assert library.find(Selection(decks=("y",))) == ["ten/y"]
    assert library.find(Selection(decks=("x",))) == ["two/x", "ten/x"]
    with pytest.raises(DrillError, match="no question 'ten/yy'") as refused:
        library.find(Selection(decks=("ten/yy",)))
    assert refused.value.hint == "did you mean ten/y?"


def test_a_link_to_a_folder_above_brings_in_nothing_from_beside(tmp_path: Path) -> None:
    decks, beside = tmp_path / "decks", tmp_path / "beside"
    for folder in (decks, beside):
        folder.mkdir()
        (folder / "deck.yaml").write_text(
            f"deck: {folder.name}\nquestions: [{{id: a, question: b}}]\n"
        )
    (decks / "up").symlink_to(tmp_path)
    (decks / "root").symlink_to("/")
    assert [found.path for found in files.scan(decks, {})] == [str(decks / "deck.yaml")]


def test_folders_without_end_are_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_FOLDERS_LIMIT", 3)
    (tmp_path / "a" / "b" / "c" / "d").mkdir(parents=True)
    [found] = files.scan(tmp_path, {})
    assert found.problem
    assert found.problem.message == "more than 3 folders; the rest is left out"
