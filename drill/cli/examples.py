"""The examples that each `--help` and the manual page end with; the tests run them all."""

from collections.abc import Mapping

Examples = tuple[tuple[str, str], ...]

EXAMPLES: Mapping[str, Examples] = {
    "": (
        ("drill", "where you stand, and what to type next"),
        ("drill quiz", "be asked what pays most now"),
        ("drill help keys", "the keys of a session"),
    ),
    "quiz": (
        ("drill quiz", "ten questions, or what today's plan wants"),
        ("drill quiz python --weak -n 5", "five that you covered badly, of one deck"),
        ("drill quiz --plain --minutes 15", "line by line, for a quarter of an hour"),
    ),
    "import": (
        ("drill import notes.md", "a document becomes a deck in your library"),
        ("drill import notes.md --dry-run", "what would become of each line"),
        ("drill import notes.md -o decks/ --tag backend", "into a folder, with a tag"),
    ),
    "mock": (
        ("drill mock", "six questions in twenty minutes"),
        ("drill mock sql --count 4 --minutes 12 --typed", "four of one deck, in writing"),
        ("drill mock python --reveal each", "with the answer after each question"),
    ),
    "points": (
        ("drill points --dry-run", "what key points would be proposed"),
        ("drill points capitals", "draft them where a deck has none"),
        ("drill points --review --plain", "walk through the drafts: mend and keep them"),
    ),
    "export": (
        ("drill export cheatsheet -o sheet.pdf", "what you keep missing, to print"),
        ("drill export anki sql -o sql.apkg", "a deck for Anki"),
        ("drill export session last -o report.html", "the report of the last session"),
    ),
    "export cheatsheet": (
        ("drill export cheatsheet -o sheet.pdf --pages 1", "one page, what you miss first"),
        ("drill export cheatsheet --missed", "what you missed, as Markdown on the screen"),
        ("drill export cheatsheet sql -o sql.html --fold", "a page to practise with"),
    ),
    "export anki": (
        ("drill export anki python -o python.apkg", "a package for Anki"),
        ("drill export anki --weak -o weak.csv", "a table of what you cover badly"),
    ),
    "export session": (
        ("drill export session", "the last one, as Markdown on the screen"),
        ("drill export session last -o report.html", "a page to keep or to send"),
    ),
    "export history": (
        ("drill export history -o history.jsonl", "every attempt, for another machine"),
        ("drill export history", "the same on the screen, for a program of yours"),
    ),
    "check": (
        ("drill check", "all decks of the library"),
        ("drill check decks", "a folder"),
        ("drill check decks --format github", "notes at the lines, in a workflow"),
    ),
    "list": (
        ("drill list python", "one deck, with what you know of each question"),
        ('drill list sql --search "left join"', "of one deck, by words"),
        ("drill list --due --json", "what is due, for a script"),
    ),
    "show": (
        ("drill show france", "a question by its id"),
        ("drill show capitals/france --json", "with its deck, for a script"),
    ),
    "add": (
        ('drill add "What is a B-tree?" --tag sql', "a question, answered later"),
        (
            'drill add "What is CAP?" --answer "Two of three." --point Consistency',
            "with an answer and a key point",
        ),
        ("drill add", "in your editor; from a pipe, its first paragraph asks"),
    ),
    "edit": (
        ("drill edit france", "open the deck in $EDITOR, at the question"),
        ("drill edit capitals/peru", "with its deck, where decks share an id"),
    ),
    "config": (
        ("drill config", "each key with value, default and origin"),
        ("drill config --json", "the same for a script"),
    ),
    "schema": (
        ("drill schema", "the names of the schemas"),
        ("drill schema deck", "the deck format, for an editor"),
        ("drill schema list", "what drill list --json prints"),
    ),
    "where": (
        ("drill where", "home, decks, history, cache, config"),
        ("drill where --json", "the same for a script"),
    ),
    "decks": (
        ("drill decks", "all decks, with counts and coverage"),
        ("drill decks --shipped", "those that come with drill"),
        ("drill decks take sql", "copy one into your library, to edit it"),
    ),
    "decks take": (
        ("drill decks take sql", "copy a shipped deck into your library"),
        ("drill decks take behavioural", "one to add your own stories to"),
    ),
    "tags": (
        ("drill tags", "all tags, with counts and coverage"),
        ("drill tags --json", "the same for a script"),
    ),
    "sessions": (
        ("drill sessions -n 5", "the last five"),
        ("drill sessions show last", "the report of the last one again"),
    ),
    "sessions show": (
        ("drill sessions show", "the report of the last session"),
        ("drill sessions show last --json", "the same for a script"),
    ),
    "sessions forget": (
        ("drill sessions forget last", "delete the recordings of the last session"),
        ("drill sessions forget 20261123", "of one by the beginning of its id"),
    ),
    "history": (
        ("drill history sync shared", "keep machines level over a synced folder"),
        ("drill history check", "is all as it should be?"),
    ),
    "history merge": (
        ("drill history merge other.db", "take in another machine's history"),
        ("drill history merge history.jsonl", "take in an exported one"),
    ),
    "history sync": (
        ("drill history sync shared", "take in all others, leave this machine's"),
        ("drill history sync .", "the same in the folder you are in"),
    ),
    "history check": (
        ("drill history check", "look the whole history over"),
        ("drill history check --json", "the same for a script"),
    ),
    "history restore": (
        ("drill history restore", "list the daily copies"),
        ("drill history restore 2026-11-24", "go back to the copy of a day"),
    ),
    "history rebuild": (
        ("drill history rebuild", "derive anew what is known"),
        ("drill history check", "say whether there is need for it"),
    ),
    "stats": (
        ("drill stats", "coverage, calendar, how sure you are"),
        ("drill stats --tag geography", "of one topic"),
        ("drill stats --json", "for a script"),
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
"""For each command, by its words after `drill`: what to type, and what that is good for."""


def epilog(command: str) -> str:
    """The examples as the end of a command's help, laid out as they stand."""
    examples = EXAMPLES.get(command, ())
    width = max((len(line) for line, _ in examples), default=0)
    rows = [
        f"  {line:<{width}}  {what}" if width + len(what) < 74 else f"  {line}\n      {what}"
        for line, what in examples
    ]
    return "\n".join(("\b", "Examples:", *rows))
