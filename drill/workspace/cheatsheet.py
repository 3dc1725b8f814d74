"""Selects the questions of a cheat sheet from library, history and plan."""

from dataclasses import replace
from datetime import timedelta

from drill.model import study_day
from drill.reporting.sheet_ranking import Carried, misses, rank
from drill.schedule.memory import recall
from drill.selection import Selection
from drill.workspace.question_queue import planned
from drill.workspace.today import current_plan_state
from drill.workspace.workspace import Workspace

_EVE = 1
"""The days before an interview on which a sheet has only the questions at risk."""


def carried(workspace: Workspace, wanted: Selection) -> Carried:
    """The questions that `wanted` selects, ranked for the day of the next interview.

    `wanted.count` limits them to the best ranks. Without a selection, they are the questions of the
    plan; from the eve of the interview, only missed ones and those at risk. Raises DrillError if
    nothing is selected.
    """
    plan = current_plan_state(workspace)
    keys = planned(workspace, replace(wanted, count=None), plan, next_only=True)
    days = plan.next_days if plan else 0
    known = workspace.history.knowledge(keys)
    moment = workspace.now + timedelta(days=days)
    entries = workspace.library.entries(keys)
    missed = {
        key: points
        for key, knowledge in known.items()
        if knowledge.missed and (points := misses(workspace.history.attempts(key=key)))
    }
    schedule = workspace.settings.schedule
    likely = {
        key: recall(knowledge.memory, moment, schedule)
        for key, knowledge in known.items()
        if knowledge.memory
    }
    if plan:
        likely = plan.recalls(workspace, days, {key: known[key] for key in likely})
    ranks = {
        entry.key: rank(
            entry.question,
            known.get(entry.key),
            missed.get(entry.key, {}),
            likely.get(entry.key, 0.0),
        )
        for entry in entries
    }
    by_plan = plan is not None and not (wanted.by_text or wanted.everything)
    on = study_day(moment, turn=workspace.settings.day_turns_at) if by_plan else None
    sheet = Carried(tuple(entries), known, missed, ranks, on)
    if by_plan and days <= _EVE and not wanted.by_state:
        sheet = sheet.at_risk()
    return sheet.first(wanted.count)
