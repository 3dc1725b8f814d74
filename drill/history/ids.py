"""The ids of sessions: ordered by time, unique across machines, typed by a prefix."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# Crockford's base 32 in lower case: no i, l, o, u to misread.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_session_id(now: datetime, rng: "Random") -> str:
    """An id such as `20261124-183005-k3x9tq`: the second `now` (aware) in UTC, then 30 random bits.

    `rng` must differ between runs: not the one that `--seed` sets.
    """
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{''.join(rng.choices(_ALPHABET, k=6))}"
