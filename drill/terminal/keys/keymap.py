"""Key bindings, and the views derived from a table of them.

The tables are in `bindings`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from drill.session import State
from drill.terminal.keys import keys

ANY = "any"
"""Stands for every key that the screen does not name, but Escape: a slow reply begins with it."""
A = TypeVar("A")


def _always(_state: State) -> bool:
    return True


class Binding(NamedTuple, Generic[A]):
    """One key, or several that belong together.

    `key` is its name for people, `acts` maps each key (see `keys`) to its action, `help` is its
    line in the `?` list. `footer` is its word at the foot of the screen and `plain` its part of the
    prompt of line mode, where Enter is an empty line; empty means not shown there. It is shown only
    `when` it does something.
    """

    key: str
    acts: Mapping[str, A]
    help: str
    footer: str = ""
    plain: str = ""
    when: Callable[[State], bool] = _always


def act_of(bindings: Iterable[Binding[A]], key: str) -> A | None:
    """The action of `key`, or None."""
    acts = {
        name: act for binding in reversed(tuple(bindings)) for name, act in binding.acts.items()
    }
    return acts.get(key, None if key == keys.ESCAPE else acts.get(ANY))


def footer(bindings: Iterable[Binding[A]]) -> list[tuple[str, str]]:
    """The keys in the footer of a screen, each with its word."""
    return [(binding.key.split(",")[0], binding.footer) for binding in bindings if binding.footer]


def prompt(bindings: Iterable[Binding[A]]) -> str:
    """The input that line mode accepts, as a sentence without a full stop."""
    parts = ", ".join(binding.plain for binding in bindings if binding.plain)
    return parts[:1].upper() + parts[1:]


def plain_act(bindings: Iterable[Binding[A]], word: str) -> A | None:
    """The action of an input line (one word or empty) in line mode, or None."""
    offered = [binding for binding in bindings if binding.plain]
    acts = {name: act for binding in reversed(offered) for name, act in binding.acts.items()}
    return acts.get(word or keys.ENTER)


def helped(bindings: Iterable[Binding[A]]) -> Iterator[tuple[str, str]]:
    """The lines of the `?` list."""
    yield from ((binding.key, binding.help) for binding in bindings)
