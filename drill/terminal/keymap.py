"""What a binding of keys is, and what is read from a table of them.

The tables stand in `bindings`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from drill.session import State
from drill.terminal import keys

ANY = "any"
"""Stands for every key that the screen does not name."""
A = TypeVar("A")


def _always(_state: State) -> bool:
    return True


class Binding(NamedTuple, Generic[A]):
    """One key, or several that belong together.

    `key` is how people read it, `acts` maps each key (see `keys`) to what it means, `help` is its
    line of the `?` list. `footer` is its word at the foot of the screen and `plain` its part of the
    prompt of line mode, where Enter is an empty line; without them it is not named there. It is
    named only `when` it does something.
    """

    key: str
    acts: Mapping[str, A]
    help: str
    footer: str = ""
    plain: str = ""
    when: Callable[[State], bool] = _always


def act_of(bindings: Iterable[Binding[A]], key: str) -> A | None:
    """What `key` means; None where it means nothing."""
    acts = {
        name: act for binding in reversed(tuple(bindings)) for name, act in binding.acts.items()
    }
    return acts.get(key, acts.get(ANY))


def footer(bindings: Iterable[Binding[A]]) -> list[tuple[str, str]]:
    """The keys for the foot of a screen, each with its word; of several names only the first."""
    return [(binding.key.split(",")[0], binding.footer) for binding in bindings if binding.footer]


def prompt(bindings: Iterable[Binding[A]]) -> str:
    """What line mode takes, in one sentence without its full stop."""
    parts = ", ".join(binding.plain for binding in bindings if binding.plain)
    return parts[:1].upper() + parts[1:]


def plain_act(bindings: Iterable[Binding[A]], word: str) -> A | None:
    """What a line of one word, or an empty one, means; None where line mode does not take it."""
    offered = [binding for binding in bindings if binding.plain]
    acts = {name: act for binding in reversed(offered) for name, act in binding.acts.items()}
    return acts.get(word or keys.ENTER)


def helped(bindings: Iterable[Binding[A]]) -> Iterator[tuple[str, str]]:
    """The lines of the `?` list."""
    yield from ((binding.key, binding.help) for binding in bindings)
