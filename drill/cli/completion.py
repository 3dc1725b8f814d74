"""Shell completion of decks, tags, questions and sessions."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from drill.decks import read_deck
from drill.library import Library
from drill.selection import Selection
from drill.settings import load

# Shells interpret other characters (zsh even before a word is chosen), and decks and histories come
# from strangers.
_PLAIN_WORD = re.compile(r"\w[\w.+-]*")


@contextmanager
def _browsing() -> Iterator[Library]:
    settings = load(os.environ)
    with closing(
        Library.open(settings.roots, settings.cache, read_deck, examples=settings.examples)
    ) as library:
        yield library


def complete_deck(incomplete: str) -> list[str]:
    """The ids of the decks that begin with `incomplete`."""
    with _browsing() as library:
        return _completions((deck.id for deck in library.decks()), incomplete)


def complete_tag(incomplete: str) -> list[str]:
    """The tags that begin with `incomplete`."""
    with _browsing() as library:
        return _completions(library.tags(), incomplete)


def complete_session(incomplete: str) -> list[str]:
    """The ids of the sessions that begin with `incomplete`, the newest first."""
    from drill.history import History

    settings = load(os.environ)
    if not settings.history.exists():  # opening would create it
        return []
    with History.open(settings.history, settings.schedule) as history:
        ids = [session.id for session in history.sessions()]
    return _completions(["last", *ids], incomplete)


def complete_question(incomplete: str) -> list[str]:
    """The ids of the questions that begin with `incomplete`."""
    with _browsing() as library:
        ids = (key.split("/")[1] for key in library.find(Selection(examples=True)))
        return _completions(ids, incomplete)


def _completions(words: Iterable[str], incomplete: str) -> list[str]:
    """The `words` that begin with `incomplete` and have no special meaning to a shell."""
    return [word for word in words if word.startswith(incomplete) and _PLAIN_WORD.fullmatch(word)]
