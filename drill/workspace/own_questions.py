"""Finds questions by name, and edits and extends the user's own decks."""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from drill import own_files
from drill.decks import read_deck_file, save_deck
from drill.errors import DrillError
from drill.library import Library
from drill.model import Deck, Entry, Question
from drill.selection import Selection
from drill.text import slug
from drill.workspace.workspace import Workspace

DECK = "my-questions"
"""The default deck for added questions."""
_SOME = 3
_CUT = 60


def question_named(library: Library, name: str) -> Entry:
    """The question with the key or id `name`, or the only one that begins with it.

    Raises DrillError if there is none, or several.
    """
    if named := library.entries([name]):
        return named[0]
    keys = library.find(Selection(examples=True))
    names = {key: key if "/" in name else key.split("/")[1] for key in keys}
    begun = [key for key in keys if names[key].startswith(name)]
    meant = [key for key in begun if names[key] == name] or begun
    if len(meant) == 1:
        return library.entries(meant)[0]
    if meant:
        shown = ", ".join(meant[:_SOME]) + (", ..." if len(meant) > _SOME else "")
        raise DrillError(f"several questions begin with {name!r}", f"it could be {shown}")
    near = get_close_matches(name, names.values(), n=1)
    hint = f"did you mean {near[0]}?" if near else "drill list shows all ids"
    raise DrillError(f"no question {name!r}", hint)


def editable(workspace: Workspace, entry: Entry) -> Entry:
    """The question in a file that the user may edit; a shipped deck is first copied.

    Raises DrillError if that fails.
    """
    if not is_shipped(workspace, entry):
        return entry
    take(workspace, entry.deck)
    workspace.library.refresh()
    return workspace.library.entries([entry.key])[0]


def is_shipped(workspace: Workspace, entry: Entry) -> bool:
    """Whether the question is in a shipped deck, which drill never changes."""
    examples = workspace.settings.examples
    return examples is not None and Path(entry.path).is_relative_to(examples)


def take(workspace: Workspace, name: str) -> Path:
    """Copy the shipped deck `name` into the library; return the path of the copy.

    Raises DrillError if there is no such deck, or a copy exists.
    """
    shipped = {deck.id: deck for deck in workspace.library.decks() if deck.example}
    if name not in shipped:
        raise DrillError(f"no shipped deck {name!r}", "drill decks --shipped lists them")
    source = Path(shipped[name].path)
    target = workspace.settings.home / "questions" / source.name
    if target.exists():
        raise DrillError(f"{target} already exists", "drill edit ID opens a question of it")
    deck = read_deck_file(source).deck
    if deck is None:
        raise DrillError(f"{source}: broken", "install drill again")
    save_deck(deck, target)
    return target


def add(workspace: Workspace, question: Question, deck_id: str = DECK) -> tuple[str, Path]:
    """Append `question` to the user's own deck `deck_id`, which is created if necessary.

    Its id is made from its title. Returns its key and the deck's file; raises DrillError.
    """
    own = {deck.id: deck for deck in workspace.library.decks()}
    listed = own.get(deck_id)
    if listed and listed.example:
        path = take(workspace, deck_id)
    elif listed:
        path = Path(listed.path)
    else:
        path = workspace.settings.home / "questions" / f"{deck_id}.yaml"
    with own_files.locked(path):
        deck = _own_deck(path, deck_id)
        taken = {other.id for other in deck.questions}
        wanted = slug(question.title, _CUT) or "question"
        names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        question = replace(question, id=next(name for name in names if name not in taken))
        save_deck(replace(deck, questions=(*deck.questions, question)), path)
    return f"{deck.id}/{question.id}", path


def _own_deck(path: Path, deck_id: str) -> Deck:
    """The deck in the file `path`; an empty deck if there is no file."""
    if not path.exists():
        return Deck(deck_id, deck_id.replace("-", " ").capitalize(), ())
    deck = read_deck_file(path).deck
    if deck is None:
        raise DrillError(f"{path}: broken", f"drill check {path} says where")
    return deck
