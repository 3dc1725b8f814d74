"""A document of another program takes time like its size, whatever a stranger put into it."""

from contextlib import suppress

import pytest

from drill.errors import DrillError
from drill.importer.formats.delimited import read_delimited
from tests.trust.timing import growth

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("opening", "piece"),
    [('question,answer\nWhat?,"', "word\n"), ("question,answer\n", '"\n'), ("", "a\tb\n")],
)
def test_delimited_text_takes_linear_time(opening: str, piece: str) -> None:
    def read(text: str) -> None:
        with suppress(DrillError):
            read_delimited(text, "x.csv")

    assert growth(read, opening, piece, 800_000) is None
