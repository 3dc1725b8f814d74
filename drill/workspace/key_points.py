"""Writes key points to deck files: drafts, and points that the user kept or changed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from drill import own_files
from drill.decks import change_deck, read_deck_file
from drill.errors import DrillError
from drill.importer.update import Update
from drill.model import Deck, Entry, KeyPoint, Question
from drill.points.drafts import is_open, kept_as, with_points_of
from drill.workspace.draft_workers import DraftWorkers, Told
from drill.workspace.own_questions import editable
from drill.workspace.workspace import Workspace


def with_drafts(deck: Deck, update: Update | None, workers: DraftWorkers, told: Told) -> Deck:
    """An imported deck with a new draft for each question without reviewed key points.

    After an `update`, only added and changed questions get one.
    """
    wanted = deck.questions if update is None else (*update.added, *update.changed)
    open_ids = {question.id for question in wanted if is_open(question)}
    open_ = [question for question in deck.questions if question.id in open_ids]
    drafts = {draft.id: draft for draft in workers.drafts_of(open_, told)}
    return replace(
        deck, questions=tuple(drafts.get(question.id, question) for question in deck.questions)
    )


def save_points(path: Path, before: Iterable[Question], after: Iterable[Question]) -> Path | None:
    """Write the key points of the questions `after` into the deck file `path`.

    Everything else in the file stays, including comments and layout; if its layout does not allow
    that, as in JSON, returns the file with the old text. Raises DrillError if the file
    cannot be read or written, or no longer has the key points of `before`, because somebody edited
    them.
    """

    def changed(deck: Deck) -> Deck:
        there = {question.id: _points(question) for question in deck.questions}
        for question in before:
            if there.get(question.id) != _points(question):
                raise DrillError(
                    f"{path}: {question.id} has changed in the meantime; nothing was saved",
                    "its points in the file stay as they are",
                )
        new = {question.id: question for question in after}
        questions = [
            with_points_of(question, new[question.id]) if question.id in new else question
            for question in deck.questions
        ]
        return replace(deck, questions=tuple(questions))

    with own_files.locked(path):
        return change_deck(path, changed)


def save_own(workspace: Workspace, entry: Entry, after: Question) -> Entry:
    """Write the key points of `after` into the deck of `entry`; return the changed question.

    A shipped deck is copied into the library first. Raises DrillError as `save_points` does.
    """
    own = own_entry(workspace, entry)
    save_points(Path(own.path), [entry.question], [after])
    return replace(own, question=with_points_of(own.question, after))


def keep_edited(path: Path, before: Deck | None) -> None:
    """End the draft state of all questions whose points were edited in the deck file.

    A file with errors is left alone. Raises DrillError if the file cannot be written.
    """
    reading = read_deck_file(path)
    if reading.errors or not (before and reading.deck):
        return
    drafts = {question.id: question.key_points for question in before.questions}
    edited = [
        question
        for question in reading.deck.questions
        if question.drafted and drafts.get(question.id, question.key_points) != question.key_points
    ]
    if edited:
        save_points(path, edited, [kept_as(question, question.key_points) for question in edited])


def own_entry(workspace: Workspace, entry: Entry) -> Entry:
    """The question as it is now in the user's own file; raises DrillError as `present_entry`."""
    return editable(workspace, present_entry(workspace, entry))


def present_entry(workspace: Workspace, entry: Entry) -> Entry:
    """The question as its file has it now; raises DrillError if it is gone or unreadable."""
    library = workspace.library
    library.refresh()
    if entries := library.entries([entry.key]):
        return entries[0]
    problems = [problem for problem in library.problems() if problem.path == entry.path]
    why = str(problems[0]) if problems else f"{entry.path}: the question {entry.key} is gone"
    raise DrillError(why, "the question stays as it was")


def _points(question: Question) -> tuple[tuple[KeyPoint, ...], bool]:
    return question.key_points, question.drafted
