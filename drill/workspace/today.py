"""Today's work, from plans, library and history: every command that mentions today asks here."""

from typing import TYPE_CHECKING

from drill.schedule.today import Today, planned_today, scheduled_today
from drill.selection import Selection
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.schedule.plans import Plan
    from drill.workspace.plan_state import PlanState

_RECENT = 3
"""The days after an interview on which drill asks how it went."""


def current_plan_state(workspace: Workspace) -> "PlanState | None":
    """The state of the saved plans; None without an interview ahead.

    Ignores interviews whose decks are all gone.
    """
    if not workspace.settings.plans.exists():
        return None
    from drill.settings.plans_file import read_plans
    from drill.workspace.plan_state import plan_state

    plans = read_plans(workspace.settings.plans)
    if not plans.ahead(workspace.today):
        return None
    state = plan_state(workspace, plans)
    return state if state.keys else None


def just_passed(workspace: Workspace) -> "Plan | None":
    """The last interview, if it was in the last few days and its questions are fresh in mind."""
    if not workspace.settings.plans.exists():
        return None
    from drill.settings.plans_file import read_plans

    plans, day = read_plans(workspace.settings.plans), workspace.today
    recent = [plan for plan in plans.plans if 0 < (day - plan.on).days <= _RECENT]
    return recent[-1] if recent else None


def today(workspace: Workspace, plan: "PlanState | None") -> Today:
    """The work done and left on the study day, by `plan` if there is one."""
    attempts = workspace.history.attempts(since=workspace.morning)
    answered = dict.fromkeys(attempt.key for attempt in attempts if not attempt.skipped)
    if plan:
        ranked = plan.ranked(workspace)
        ahead = any(aim.days for aim in plan.aims)
        unused = plan.minutes * 60 - plan.habits.spent if ahead else 0.0
        return planned_today(
            ranked, plan.room, plan.keys, plan.known, answered, unused=unused, eve=plan.is_eve
        )
    everything = Selection()
    due = workspace.library.among(everything, workspace.history.due(workspace.due_by))
    return scheduled_today(due, workspace.library.among(everything, answered))
