"""The examples that each `--help` and the manual page end with; the tests run them all."""

from collections.abc import Mapping

Examples = tuple[tuple[str, str], ...]

EXAMPLES: Mapping[str, Examples] = {
    "": (
        ("drill", "where you stand, and what to type next"),
        ("drill quiz", "the most valuable questions now"),
        ("drill help keys", "the keys of a session"),
    ),
    "quiz": (
        ("drill quiz", "ten questions, or today's part of the plan"),
        ("drill quiz python --weak -n 5", "five weak questions of one deck"),
        ("drill quiz --plain --minutes 15", "line by line, for fifteen minutes"),
    ),
    "import": (
        ("drill import notes.md", "a document becomes a deck in your library"),
        ("drill import notes.md --dry-run", "how each line is read"),
        ("drill import notes.md -o decks/ --tag backend", "into a folder, with a tag"),
    ),
    "mock": (
        ("drill mock", "six questions in twenty minutes"),
        ("drill mock sql --count 4 --minutes 12 --typed", "four of one deck, typed"),
        ("drill mock python --reveal each", "with the answer after each question"),
    ),
    "points": (
        ("drill points --dry-run", "show the drafts, write nothing"),
        ("drill points capitals", "draft them for one deck"),
        ("drill points --review --plain", "go through the drafts, line by line"),
    ),
    "export": (
        ("drill export cheatsheet -o sheet.pdf", "what you keep missing, to print"),
        ("drill export anki sql -o sql.apkg", "a deck for Anki"),
        ("drill export session last -o report.html", "the report of the last session"),
    ),
    "export cheatsheet": (
        ("drill export cheatsheet -o sheet.pdf --pages 1", "one page, what you missed first"),
        ("drill export cheatsheet --missed", "what you missed, as Markdown"),
        ("drill export cheatsheet sql -o sql.html --fold", "a page to practise with"),
    ),
    "export anki": (
        ("drill export anki python -o python.apkg", "a package for Anki"),
        ("drill export anki --weak -o weak.csv", "weak questions as a table"),
    ),
    "export session": (
        ("drill export session", "the last session, as Markdown"),
        ("drill export session last -o report.html", "the same as a web page"),
        ("drill export session last -o report.md --recordings sound", "with its recordings"),
    ),
    "export history": (
        ("drill export history -o history.jsonl", "every attempt, for another machine"),
        ("drill export history", "print it, for a script"),
    ),
    "check": (
        ("drill check", "all decks of the library"),
        ("drill check decks", "a folder"),
        ("drill check decks --format github", "annotations in a workflow"),
    ),
    "list": (
        ("drill list python", "one deck, with what you know"),
        ('drill list sql --search "left join"', "questions that contain both words"),
        ("drill list --due --json", "what is due, as JSON"),
    ),
    "show": (
        ("drill show france", "a question, by its id"),
        ("drill show capitals/france --json", "with its deck, as JSON"),
    ),
    "add": (
        ('drill add "What is a B-tree?" --tag sql', "a question without an answer yet"),
        (
            'drill add "What is CAP?" --answer "Two of three." --point Consistency',
            "with an answer and a key point",
        ),
        ("drill add", "in your editor; or pipe in the question, then the answer"),
    ),
    "edit": (
        ("drill edit france", "open its deck in $EDITOR, at the question"),
        ("drill edit capitals/peru", "with its deck, if two decks share the id"),
    ),
    "config": (
        ("drill config", "each key with its value, default and origin"),
        ("drill config --json", "the same as JSON"),
    ),
    "schema": (
        ("drill schema", "the names of the schemas"),
        ("drill schema deck", "the deck format, for an editor"),
        ("drill schema list", "what drill list --json prints"),
    ),
    "where": (
        ("drill where", "home, decks, history, cache, config"),
        ("drill where --json", "the same as JSON"),
    ),
    "decks": (
        ("drill decks", "all decks, with counts and coverage"),
        ("drill decks --shipped", "the decks that come with drill"),
        ("drill decks take sql", "copy one into your library to edit"),
    ),
    "decks take": (
        ("drill decks take sql", "copy a shipped deck into your library"),
        ("drill decks take behavioural", "then add your own stories to it"),
    ),
    "tags": (
        ("drill tags", "all tags, with counts and coverage"),
        ("drill tags --json", "the same as JSON"),
    ),
    "sessions": (
        ("drill sessions -n 5", "the last five"),
        ("drill sessions show last", "the report of the last one"),
    ),
    "sessions show": (
        ("drill sessions show", "the report of the last session"),
        ("drill sessions show last --json", "the same as JSON"),
    ),
    "sessions forget": (
        ("drill sessions forget last", "delete the recordings of the last session"),
        ("drill sessions forget 20261123", "those of one session, by the start of its id"),
    ),
    "history": (
        ("drill history sync shared", "sync machines through a shared folder"),
        ("drill history check", "check that all is sound"),
    ),
    "history merge": (
        ("drill history merge other.db", "add another machine's history"),
        ("drill history merge history.jsonl", "add an exported history"),
    ),
    "history sync": (
        ("drill history sync shared", "merge the others, write this machine's"),
        ("drill history sync .", "the same in the current folder"),
    ),
    "history check": (
        ("drill history check", "check the whole history"),
        ("drill history check --json", "the same as JSON"),
    ),
    "history restore": (
        ("drill history restore", "list the daily copies"),
        ("drill history restore 2026-11-24", "restore the copy of a day"),
    ),
    "history rebuild": (
        ("drill history rebuild", "rebuild what is known"),
        ("drill history check", "check whether that is needed"),
    ),
    "stats": (
        ("drill stats", "coverage, calendar, confidence"),
        ("drill stats --tag geography", "one topic only"),
        ("drill stats --json", "as JSON"),
    ),
    "plan": (
        ("drill plan --on 2026-12-05 --minutes 30", "until a date, half an hour a day"),
        ('drill plan --on "in 3 weeks" sql --name acme', "one of several interviews"),
        ("drill plan --ics days.ics", "the days as a calendar"),
    ),
    "help": (
        ("drill help", "the topics"),
        ("drill help keys", "the keys of a session"),
        ("drill help deck", "how to write a deck"),
    ),
}
"""Example commands and their purpose, by the words of a command after `drill`."""

_WIDTH = 73
"""The most columns of a command and its purpose side by side, for a terminal of 80."""


def epilog(command: str) -> str:
    """The examples of a command, as the end of its help."""
    examples = EXAMPLES.get(command, ())
    width = max((len(line) for line, _ in examples), default=0)
    apart = f"\n{' ' * 6}" if any(width + len(what) > _WIDTH for _, what in examples) else ""
    rows = [f"  {line}{apart or ' ' * (width + 2 - len(line))}{what}" for line, what in examples]
    return "\n".join(("\b", "Examples:", *rows))
