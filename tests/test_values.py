"""Frozen values behave like those of the standard decorator."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, replace

import pytest

from drill.values import dataclass


@dataclass(frozen=True, slots=True)
class Trip:
    to: str
    days: int = 1
    stops: list[str] = field(default_factory=list)
    night: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("no days")


@dataclass(frozen=True, slots=True)
class Walk(Trip):
    pace: float = 4.5


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Loose:
    name: str

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 7


def test_values_are_made_from_places_names_and_defaults() -> None:
    assert asdict(Trip("Rome", night=True)) == {
        "to": "Rome",
        "days": 1,
        "stops": [],
        "night": True,
    }
    assert Trip("Rome").stops is not Trip("Rome").stops
    assert asdict(Walk("Rome", 2, pace=5.0))["pace"] == 5.0


def test_a_missing_argument_and_one_too_many_are_refused() -> None:
    with pytest.raises(TypeError, match="__init__"):
        Trip()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="__init__"):
        Trip("Rome", 1, [], True)  # type: ignore[call-arg]


def test_the_check_after_making_a_value_runs_for_replacements_too() -> None:
    assert replace(Trip("Rome"), days=3).days == 3
    with pytest.raises(ValueError, match="no days"):
        replace(Trip("Rome"), days=0)


def test_values_are_equal_with_equal_fields_of_one_class() -> None:
    assert Trip("Rome", 2) == Trip("Rome", 2) != Trip("Rome", 3)
    assert Trip("Rome") != Walk("Rome")
    assert Nothing() == Nothing()
    assert Loose("a") == Loose("b")


def test_values_of_values_are_members_of_sets() -> None:
    assert {Nothing(), Nothing()} == {Nothing()}
    assert hash(Loose("a")) == 7
    with pytest.raises(TypeError, match="unhashable"):
        hash(Trip("Rome"))  # it holds a list


def test_fields_are_neither_set_nor_deleted_nor_added() -> None:
    trip = Trip("Rome")
    with pytest.raises(FrozenInstanceError, match="'to'"):
        trip.to = "Oslo"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="'to'"):
        del trip.to
    with pytest.raises(FrozenInstanceError, match="'by'"):
        trip.by = "train"  # type: ignore[attr-defined]
    assert not hasattr(trip, "__dict__")


def test_a_value_says_its_fields() -> None:
    assert repr(Trip("Rome")) == "Trip(to='Rome', days=1, stops=[], night=False)"


@pytest.mark.parametrize("value", [Trip("Rome", 2, ["Pisa"]), Walk("Rome"), Nothing()])
def test_copies_are_equal(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value


def test_patterns_match_by_place() -> None:
    match Trip("Rome", 2):
        case Trip(to, days):
            assert (to, days) == ("Rome", 2)
