"""The README is true: its commands exist, its deck loads, its pictures and tables are current."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from drill.cli.help import topics
from drill.decks import read_deck
from tests.conftest import Run
from tests.pictures import FOLDER, PICTURES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
# What the README shows as typed, in an indented block or in a line: `drill …`.
EXAMPLES = sorted(
    {
        line.split("  ")[0]
        for line in re.findall(r"^    (drill .*)$", README, re.MULTILINE)
        + re.findall(r"`(drill [^`]*)`", README)
    }
)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_command_and_option_of_the_readme_exists(example: str, run: Run) -> None:
    words = shlex.split(example)[1:]
    path = [word for word in words[:2] if re.fullmatch("[a-z]+", word)]
    options = {word.split("=")[0] for word in words if word.startswith("-")}
    command = path if path[:1] in (["export"], ["history"], ["sessions"]) else path[:1]
    shown = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", run(*command, "--help").out))
    assert options <= shown


def test_the_deck_of_the_readme_reads_without_a_problem() -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    reading = read_deck(block.encode(), "README.md")
    assert reading.problems == ()
    assert reading.deck is not None
    assert [len(question.key_points) for question in reading.deck.questions] == [3, 0]


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_what_the_program_draws_today(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == PICTURES[name]()
    assert f"](.github/{name})" in README


def test_the_table_of_dependencies_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    own = [each for name, some in extras.items() if name not in {"all", "test"} for each in some]
    needed = [*project["dependencies"], *own]
    names = {re.split(r"[<>=]", each)[0].lower() for each in needed}
    table = README.split("## What it is built on")[1]
    rows = re.findall(r"^\| ([\w, -]+?)(?: \(extra `\w+`\))? \|", table, re.MULTILINE)
    listed = {name.strip().lower() for row in rows for name in row.split(",")} - {"package"}
    assert {name for name in listed if not set(name) <= {"-"}} == names


def test_every_topic_of_the_help_is_named_but_those_that_another_leads_to() -> None:
    named = set(re.findall(r"`drill help (\w+)`", README))
    assert named == {name for name in topics() if "-" not in name}
