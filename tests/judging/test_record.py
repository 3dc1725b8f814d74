"""Proposals as JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.judging.record import of_json, to_json
from drill.model.marks import Mark, Mistake, Proposal, Verdict

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VERDICTS = st.builds(Verdict, st.sampled_from(Mark), TEXT, TEXT, st.booleans())
PROPOSALS = st.builds(
    Proposal,
    st.lists(VERDICTS, max_size=9).map(tuple),
    st.lists(st.builds(Mistake, TEXT, TEXT, st.booleans()), max_size=5).map(tuple),
    TEXT,
    TEXT,
)


@settings(derandomize=True, deadline=None)
@given(PROPOSALS)
def test_a_proposal_reads_back_as_it_was_written(proposal: Proposal) -> None:
    assert of_json(json.loads(json.dumps(to_json(proposal)))) == proposal


def test_what_is_empty_is_not_written() -> None:
    assert to_json(Proposal((Verdict(Mark.SAID, "Paris"),))) == {
        "verdicts": [["said", "Paris", "", True]]
    }


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"verdicts": 7},
        {"verdicts": [["said"]]},
        {"verdicts": [["told", "", "", True]]},
        {"verdicts": [["said", "", "", 1]]},
        {"verdicts": [["said", "\ud800", "", True]]},
        {"verdicts": [], "wrong": 7},
        {"verdicts": [], "wrong": [["Paris", True]]},
        {"verdicts": [], "follow_up": None},
        {"verdicts": [], "reply": ["a"]},
    ],
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"not a|surrogates"):
        of_json(value)
