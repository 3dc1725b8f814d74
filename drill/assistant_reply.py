"""Reads replies from the user's own program: one JSON object, with chatter around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drill.text import printable

# Characters. A reply has a few thousand; anything before the last of these is chatter.
_REPLY_LIMIT = 200_000
# How many candidates for the object are parsed, from the last one backwards.
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Failed:
    """The reason that a prompt has no usable reply, in one line."""

    why: str


class ReplyError(ValueError):
    """The reply is not in the requested form; the message says why."""


def data_block(data: Mapping[str, object]) -> str:
    """`data` as JSON between `<data>` and `</data>`, a block that no text in it can close.

    Invisible characters are removed, so that nothing hidden is sent.
    """
    import json

    text = json.dumps(_shown(data), ensure_ascii=False, indent=1).replace("</", "<\\/")
    return f"<data>\n{text}\n</data>"


def json_object(reply: str, keys: Sequence[str]) -> dict[str, object]:
    """The last object in `reply` with exactly `keys`, whatever surrounds it.

    The last, because a program may think aloud first. Raises ReplyError if there is none.
    """
    import json

    text = reply[-_REPLY_LIMIT:]
    decoder = json.JSONDecoder(strict=False)  # programs leave line ends in texts as they are
    opening = re.compile(r'\{\s*"(?:' + "|".join(map(re.escape, keys)) + r')"\s*:')
    for place in [match.start() for match in opening.finditer(text)][: -_TRIES - 1 : -1]:
        try:
            value = decoder.raw_decode(text, place)[0]
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and value.keys() == set(keys):
            return value
    wanted = ", ".join(keys)
    raise ReplyError(f"no JSON object with {wanted}" if reply.strip() else "an empty reply")


def objects(value: object, keys: Sequence[str], name: str) -> list[dict[str, object]]:
    """The list `value` of objects with exactly `keys`; raises ReplyError naming it `name`."""
    if not isinstance(value, list):
        raise ReplyError(f"{name} is not a list")
    for item in value:
        if not isinstance(item, dict) or item.keys() != set(keys):
            raise ReplyError(f"{name} has an entry without exactly {', '.join(keys)}")
    return value


def text_of(value: object, name: str) -> str:
    """The string `value`, stripped; raises ReplyError naming it `name`."""
    if not isinstance(value, str):
        raise ReplyError(f"{name} is not a string")
    return value.strip()


def _shown(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _shown(item) for key, item in value.items()}
        case list() | tuple():
            return [_shown(item) for item in value]
        case _:
            return value
