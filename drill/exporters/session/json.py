"""A session as one JSON document, complete: another machine's history takes it in.

`{"drill": "session", "version": 1, ...}` with

- `session` and `attempts`: what the history holds, under the names of drill.model's fields, as in
  an exported history. `drill history merge` reads these two, and leaves the rest.
- `questions`: in the order of the session, as their decks read when it was exported. A question
  whose deck is gone has its `key` alone.
- `report`: what follows from the others, for programs that do not count themselves. Coverage,
  confidence, bias and Brier score are shares of 1, times are in seconds; what is not known is null.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from drill.exporters.session.content import next_steps
from drill.reporting.items import Item
from drill.reporting.report import Report
from drill.reporting.report_record import report_record
from drill.text import escaped

VERSION = 1

Record = Mapping[str, object]


def to_json(report: Report, session: Record, attempts: Sequence[Record]) -> str:
    """The document; `session` and `attempts` are the records of the history."""
    document = {
        "drill": "session",
        "version": VERSION,
        "session": session,
        "attempts": attempts,
        "questions": [_question(item) for item in report.items],
        "report": _report(report),
    }
    return escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _question(item: Item) -> Record:
    if (entry := item.entry) is None:
        return {"key": item.key}
    question = asdict(entry.question)
    del question["extra"]  # of other programs, and may hold what JSON cannot
    return {"key": item.key, "deck_title": entry.deck_title, **question, "tags": entry.tags}


def _report(report: Report) -> Record:
    return {
        "asked": len(report.attempts),
        "answered": report.answered,
        "coverage": report.coverage,
        "self_rating": report.self_rating,
        **report_record(report),
        "next": [asdict(step) for step in next_steps(report)],
    }
