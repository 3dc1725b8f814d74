"""`drill stats`: how you are doing."""

from typing import Annotated

from drill.cli import options
from drill.cli.output import write_json
from drill.cli.selecting import selecting
from drill.reporting.stats import AHEAD, summarize
from drill.selection import Selection
from drill.workspace.today import current_plan_state, today


@selecting()
def statistics(
    wanted: Selection,
    *,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("stats")] = False,
) -> None:
    """Show how you are doing."""
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        # Without a selection, answers to vanished decks count too, even if no deck is left.
        all_of_it = wanted == Selection() and workspace.history.sessions(1)
        keys = workspace.library.find(wanted) if all_of_it else workspace.keys(wanted)
        entries = workspace.library.entries(keys)
        past = workspace.history.past(None if all_of_it else keys)
        known = workspace.history.knowledge(keys)
        settings = workspace.settings
        plan = current_plan_state(workspace)
        day = today(workspace, plan)
        stats = summarize(
            entries,
            known,
            past,
            workspace.now,
            settings.schedule,
            planned=[day.left, *plan.coming(workspace, AHEAD)[1:]] if plan else None,
            turn=settings.day_turns_at,
        )
        by_key = {entry.key: entry for entry in entries}
        named = {
            key: (by_key[key], known[key])
            for key in dict.fromkeys((*stats.confident_misses, *stats.weakest))
        }
        if json:
            from drill.cli.records import entry_record
            from drill.cli.session_records import stats_document

            records = [entry_record(*known) for known in named.values()]
            write_json(stats_document(stats, day, records))
            return
        from drill.terminal import console
        from drill.terminal.listings.stats import StatsView

        console.say(console.make(), StatsView(stats, day, named))
