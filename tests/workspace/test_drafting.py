"""A round of drafting: each draft is passed on at once."""

import sys

import pytest

from drill.assistant.assistant import Assistant
from drill.assistant_reply import Failed
from drill.errors import DrillError
from drill.model import KeyPoint, Question
from drill.points.drafting import Draft
from drill.workspace.drafting import draft_points
from tests.children import Child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children of Linux and macOS")

QUESTIONS = [
    Question("rome", "What is the capital of Italy?", "Rome, on the Tiber."),
    Question("nowhere", "What is the capital of Nauru?", "It has none."),
    Question("babel", "What is the capital of Babel?", "Nobody could say."),
]
# Answers the first with a sound point and a foreign one, the second with none, the third with talk.
SOURCE = """
import json, sys
data = json.loads(sys.stdin.read().split("<data>\\n")[1].split("\\n</data>")[0])
points = {
    "Rome, on the Tiber.": ["Rome lies on the Tiber", "Bees make honey from nectar"],
    "It has none.": [],
}.get(data["answer"])
if points is None:
    print("I would rather not.")
else:
    print(json.dumps({"points": [{"point": point, "bonus": False} for point in points]}))
"""


def test_drafts_are_handed_on_with_what_was_refused_and_failed(child: Child) -> None:
    drafts: dict[str, Draft | Failed] = {}
    draft_points(
        Assistant(child(SOURCE), pause=0),
        QUESTIONS,
        lambda question, draft: drafts.update({question.id: draft}),
    )
    assert drafts == {
        "rome": Draft((KeyPoint("Rome lies on the Tiber"),), refused=1),
        "nowhere": Draft(()),
        "babel": Failed("its reply cannot be used: no JSON object with points"),
    }


def test_what_was_done_before_an_error_was_handed_on(child: Child) -> None:
    done: list[str] = []

    def save(question: Question, _draft: Draft | Failed) -> None:
        if done:
            raise DrillError("no space left")
        done.append(question.id)

    with pytest.raises(DrillError, match="no space left"):
        draft_points(Assistant(child(SOURCE), at_once=1, pause=0), QUESTIONS, save)
    assert done == ["rome"]
