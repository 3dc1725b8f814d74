"""Archives: what is damaged is told from what goes wrong in the code that reads them."""

import pytest

from drill.errors import DrillError
from drill.importer.formats.archive import opened
from tests.importer.formats.samples import archive


def test_an_error_of_the_reader_is_not_reported_as_a_damaged_archive() -> None:
    for error in (ValueError("a bug"), OSError("no room")):
        with pytest.raises(type(error), match=str(error)), opened(archive(a_md="x"), "x.zip"):
            raise error


def test_a_truncated_archive_is_refused() -> None:
    with (
        pytest.raises(DrillError, match=r"x\.zip: the file is damaged or truncated"),
        opened(archive(a_md="x")[:-10], "x.zip"),
    ):
        pass
