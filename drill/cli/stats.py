"""`drill stats`: how you are doing."""

from drill.cli import options
from drill.cli.output import write_json
from drill.selection import Selection
from drill.stats import summarize


def statistics(
    decks: options.Decks = None,
    *,
    tag: options.Tags = None,
    difficulty: options.Difficulties = None,
    due: options.Due = False,
    new: options.New = False,
    weak: options.Weak = False,
    search: options.Search = "",
    count: options.Count = None,
    questions: options.Questions = None,
    json: options.Json = False,
) -> None:
    """See how you are doing."""
    wanted = options.selection(
        decks,
        tag=tag,
        difficulty=difficulty,
        due=due,
        new=new,
        weak=weak,
        search=search,
        count=count,
    )
    with options.desk(wanted.decks, questions) as desk:
        options.read_all(desk.library)
        options.warn(desk.library)
        keys = desk.keys(wanted)
        entries = desk.library.entries(keys)
        attempts = desk.history.attempts()
        if wanted != Selection():  # else those of vanished decks count too
            chosen = frozenset(keys)
            attempts = [each for each in attempts if each.key in chosen]
        stats = summarize(
            entries,
            desk.history.knowledge(keys),
            attempts,
            desk.now,
            desk.settings.schedule,
        )
        if json:
            write_json({"stats": stats})
            return
        from drill.terminal import console
        from drill.terminal.stats import Screen

        console.make().print(Screen(stats, {entry.key: entry for entry in entries}))
