"""A complete session as one JSON document, which another machine's history can merge.

`{"drill": "session", "version": 1, ...}` with

- `session` and `attempts`: the records of the history, with the names of drill.model's fields, as
in an exported history. `drill history merge` reads only these two. - `questions`: in the order of
the session, from the decks at the time of the export. A question whose deck is gone has only its
`key`. - `report`: the results, for programs that do not compute them. Coverage, confidence, bias
and Brier score are between 0 and 1 (bias from -1), times are in seconds; null means unknown.
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
    del question["extra"]  # for other programs, and possibly with values that JSON lacks
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
