"""The summary of an import: questions, lines left out and why, changes by an update."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drill.importer import Imported
from drill.importer.line_ledger import Role
from drill.importer.update import Update
from drill.model import Deck, Question
from drill.reporting.humanize import counted
from drill.terminal.console import say
from drill.text import printable, printable_line

_ROWS = 25


def show(console: Console, name: str, imported: Imported, *, whole: bool) -> None:
    """Print what `imported` found in the document `name`; `whole` accounts for every line."""
    ledger, deck = imported.ledger, imported.deck
    say(console, Text.assemble((printable_line(name), "bold"), f"  {printable(deck.title)}"))
    table = _grid()
    for form, count in ledger.forms.items():
        table.add_row("questions", f"{count:,}", Text(form))
    if ledger.unanswered:
        table.add_row("no answer", f"{ledger.unanswered:,}", Text("you will rate yourself"))
    if ledger.missing:
        table.add_row("missing", f"{len(ledger.missing):,}", Text("pictures and links to files"))
    if (left_out := ledger.lines_left_out) and not whole:
        table.add_row("left out", f"{left_out:,}", Text("lines of text; --dry-run shows which"))
    if whole:
        for role in Role:
            if count := ledger.count(role):
                what = role.value if role.kept else f"left out: {role.value}"
                table.add_row("lines", f"{count:,}", Text(what))
    say(console, Padding(table, (0, 0, 0, 2), expand=False))
    if whole:
        _detail(console, imported)


def show_update(console: Console, update: Update) -> None:
    """Print the questions that the document added, changed, moved or removed."""
    for title, questions in (
        ("added", update.added),
        ("changed", update.changed),
        ("moved", update.moved),
        ("vanished, kept and marked", update.vanished),
    ):
        rows = [
            (str(question.lines[0]) if question.lines else "", "", question.title)
            for question in questions
        ]
        _list(console, f"{counted(len(rows), 'question')} {title}", rows)
    if not (update.added or update.changed or update.moved or update.vanished):
        say(console, "  nothing changed")


def show_drafts(console: Console, deck: Deck, update: Update | None) -> None:
    """Print how many questions got drafts, and how many changed ones have points of the user's."""
    questions = {question.id: question for question in deck.questions}
    if update:
        own = [each for each in update.changed if each.key_points and not each.drafted]
        if own:
            have = "has" if len(own) == 1 else "have"
            told = f"  {counted(len(own), 'changed question')} {have} key points of your own"
            say(console, f"{told}: they stay; see whether they still fit")
        questions = {each.id: questions[each.id] for each in (*update.added, *update.changed)}
    drafts = [question for question in questions.values() if question.drafted]
    if not drafts:
        return
    points = counted(sum(len(draft.key_points) for draft in drafts), "key point")
    say(console, f"  {points} drafted for {counted(len(drafts), 'question')}")
    say(console, "  edit them in a quiz, or with drill points --review")


def _detail(console: Console, imported: Imported) -> None:
    ledger, deck = imported.ledger, imported.deck
    _list(console, "questions", (_row(question) for question in deck.questions))
    _list(
        console,
        "no answer",
        (_row(question) for question in deck.questions if question.answer is None),
    )
    _list(
        console,
        "words left out of questions",
        (
            (f"{word.first}-{word.last}", f"{word.lost:,} of {word.read:,}", question.title)
            for word, question in zip(ledger.words, deck.questions, strict=False)
            if word.lost
        ),
    )
    lines = imported.lines
    _list(
        console,
        "left out",
        (
            (f"{first}-{last}" if last > first else str(first), reason.value, lines[first - 1])
            for first, last, reason in ledger.left_out()
        ),
    )
    _list(console, "missing", ((str(line), "", target) for line, target in ledger.missing))


def _row(question: Question) -> tuple[str, str, str]:
    where = f"{question.lines[0]}-{question.lines[1]}" if question.lines else ""
    return where, "", question.title


def _list(console: Console, title: str, rows: Iterable[tuple[str, str, str]]) -> None:
    """Print the first rows below a title, cut to the width of the screen."""
    listed = list(rows)
    if not listed:
        return
    say(console, "", Text(f"  {title}", style="bold"))
    table = _grid()
    for line, reason, text in listed[:_ROWS]:
        shown = Text(" ".join(printable(text).split()), overflow="ellipsis", no_wrap=True)
        table.add_row(line, Text(reason, no_wrap=True), shown)
    say(console, Padding(table, (0, 0, 0, 4), expand=False))
    if len(listed) > _ROWS:
        say(console, f"    and {len(listed) - _ROWS:,} more")


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="left")
    table.add_column(justify="right")
    table.add_column(overflow="ellipsis")
    return table
