"""A file of a stranger is merged, or refused and named: nothing in it is run, no memory is lost."""

import resource
import sys
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.history import History, repair, sync
from tests.history.samples import attempt, session
from tests.trust import histories
from tests.trust.timing import seconds

if sys.platform == "win32":
    pytest.skip("needs a POSIX system", allow_module_level=True)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("harm", histories.COMPUTING)
def test_a_file_that_would_compute_is_refused_before_it_does(tmp_path: Path, harm: str) -> None:
    stranger = histories.history(tmp_path, *histories.COMPUTING[harm])
    with History.open(tmp_path / "history.db") as history:
        with pytest.raises(DrillError, match="its tables are not those of drill") as refused:
            seconds(lambda: sync.merge(history, stranger), 2.0)
        assert refused.value.message.startswith(str(stranger))
        assert history.count() == 0


@pytest.mark.parametrize("harm", histories.COMPUTING)
def test_an_executable_file_in_place_of_the_own_history_is_refused_too(
    tmp_path: Path, harm: str
) -> None:
    own = histories.history(tmp_path, *histories.COMPUTING[harm])

    def use() -> None:
        with History.open(own) as history:
            history.start(session(2))
            history.record(attempt(0, number=2))

    with pytest.raises(DrillError, match=f"{own}: the history is damaged"):
        seconds(use, 2.0)


@pytest.mark.parametrize("harm", histories.FORGED)
def test_a_forged_row_is_named_and_the_others_are_merged(tmp_path: Path, harm: str) -> None:
    stranger = histories.history(tmp_path, histories.FORGED[harm])
    with History.open(tmp_path / "history.db") as history:
        assert sync.merge(history, stranger) == 2
        [(row, why)] = history.damage.items()
        assert row.startswith(f"{stranger}: ")
        assert why
        history.damage.clear()
        assert repair.check(history) == []


@pytest.mark.parametrize("harm", sorted(histories.FORGED.keys() - {"an id of another session"}))
def test_a_forged_row_of_ones_own_is_named_and_the_others_are_read(
    tmp_path: Path, harm: str
) -> None:
    with History.open(histories.history(tmp_path, histories.FORGED[harm])) as history:
        assert [each.key for each in history.attempts()] == ["deck/1", "deck/2"]
        [why] = history.damage.values()
        assert why


@pytest.mark.parametrize("forged", ["budgets = 'nan'", "budgets = '1e300'", "paused = -1.0"])
def test_a_forged_session_of_ones_own_is_named_and_left_out(tmp_path: Path, forged: str) -> None:
    with History.open(histories.history(tmp_path, f"UPDATE session SET {forged}")) as history:
        assert history.sessions() == []
        assert list(history.damage) == [f"session {session().id}"]


@pytest.mark.parametrize("harm", [*histories.LONG, "two gigabytes"])
def test_a_file_in_a_shared_folder_that_is_too_long_stops_nobody(tmp_path: Path, harm: str) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    if harm == "two gigabytes":
        histories.sparse(shared / "a.jsonl")
    else:
        (shared / "a.jsonl").write_text(histories.LONG[harm]())
    with History.open(tmp_path / "other.db") as other:
        other.start(session())
        other.record(attempt(0))
        sync.sync_with_folder(other, shared, "z")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with History.open(tmp_path / "history.db") as history:
        done = sync.sync_with_folder(history, shared, "mine")
        assert done.merged == 1
        said = [*(refusal.message for refusal in done.refused), *history.damage]
        assert [each.startswith(str(shared / "a.jsonl")) for each in said] == [True]
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after - before < 300_000  # KB
