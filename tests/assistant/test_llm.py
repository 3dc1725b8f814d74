"""A real client: Simon Willison's `llm`, with a model that the test provides as a plug-in."""

import importlib.util
import shlex
import sys
from pathlib import Path

import pytest

from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
from drill.assistant_reply import Failed
from drill.judging.prompt import judging_prompt
from drill.judging.verdicts import read_proposal
from drill.model import KeyPoint, Mark, Question
from drill.model.marks import Proposal, Verdict
from drill.points.drafting import Draft, drafting_prompt, read_draft

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("llm") is None, reason="llm is not installed"),
]

POINTS = (KeyPoint("Ignores randomly chosen units"), KeyPoint("During training only"))
DROPOUT = Question("dropout", "What is dropout?", "Randomly chosen units are ignored.", POINTS)

# A model that answers from the data of its prompt, in a fence and with a word before it.
PLUGIN = """
import json
import llm


class Marker(llm.Model):
    model_id = "marker"
    can_stream = True

    def execute(self, prompt, stream, response, conversation):
        data = json.loads(prompt.prompt.split("<data>\\n")[1].split("\\n</data>")[0])
        if "candidate_words" in data:
            verdicts = [
                {"number": point["number"], "quote": data["candidate_words"][:20], "lacks": "",
                 "mark": "said" if point["number"] == 1 else "missed"}
                for point in data["key_points"]
            ]
            reply = {"verdicts": verdicts, "wrong": [], "follow_up": "When?"}
        else:
            reply = {"points": [{"point": data["answer"].rstrip("."), "bonus": False}]}
        yield "Here it is:\\n```json\\n"
        yield json.dumps(reply)
        yield "\\n```"


@llm.hookimpl
def register_models(register):
    register(Marker())
"""


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A command as a person writes it, its model in a package that Python finds."""
    info = tmp_path / "marker-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: marker\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[llm]\nmarker = marker\n")
    (tmp_path / "marker.py").write_text(PLUGIN, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "user"))
    return shlex.join([sys.executable, "-m", "llm", "-m", "marker"])


def test_llm_drafts_key_points(command: str) -> None:
    found: dict[int, Draft | Failed] = {}
    request = Request(drafting_prompt(DROPOUT), lambda reply: read_draft(reply, DROPOUT))
    ask(Assistant(command), [request], found.__setitem__, Running())
    assert found == {0: Draft((KeyPoint("Randomly chosen units are ignored"),))}


def test_llm_judges_words(command: str) -> None:
    words = "It “drops” some units\nat random."
    found: dict[int, Proposal | Failed] = {}
    request = Request(
        judging_prompt(DROPOUT, words), lambda reply: read_proposal(reply, POINTS, words)
    )
    ask(Assistant(command), [request], found.__setitem__, Running())
    quote = "It “drops” some unit"
    assert found == {
        0: Proposal((Verdict(Mark.SAID, quote, supported=False), Verdict(Mark.MISSED)), (), "When?")
    }


def test_an_unknown_model_is_reported_in_the_words_of_llm(command: str) -> None:
    found: dict[int, Draft | Failed] = {}
    request = Request(drafting_prompt(DROPOUT), lambda reply: read_draft(reply, DROPOUT))
    ask(Assistant(f"{command}x", tries=1), [request], found.__setitem__, Running())
    assert found == {0: Failed("it ended with exit code 1: Error: 'Unknown model: markerx'")}
