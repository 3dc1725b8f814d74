"""Help by topic."""

import re

import pytest

from drill.cli.help import topics
from drill.settings.config_file import AssistantSettings
from tests.conftest import Run


@pytest.mark.parametrize("name", topics())
def test_each_topic_fits_a_terminal_of_a_hundred_columns(run: Run, name: str) -> None:
    done = run("help", name)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 100


def test_without_a_topic_all_are_named(run: Run) -> None:
    assert run("help").out.splitlines() == [f"drill help {name}" for name in topics()]


def test_a_topic_that_is_not_there_is_refused_with_those_that_are(run: Run) -> None:
    done = run("help", "../cli")
    assert (done.code, done.err.splitlines()[0]) == (2, "drill: no help on '../cli'")
    assert "assistant" in done.err


def test_the_settings_of_the_assistant_are_told_as_they_are(run: Run) -> None:
    told = dict(re.findall(r"^    (\w+) = (\d+)", run("help", "assistant").out, re.MULTILINE))
    assert told == {
        "seconds": str(AssistantSettings("x").seconds),
        "at_once": str(AssistantSettings("x").at_once),
    }
