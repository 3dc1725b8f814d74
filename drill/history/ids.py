"""The ids of sessions and attempts.

Those of sessions are ordered by time, unique across machines, and typed by a prefix. Attempts are
numbered in their session, as `SESSION.SERIAL`.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# Crockford's base 32 in lower case: no i, l, o, u to misread.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# Serials from here on are not counted up to: a spare one has 18 digits.
_SPARE = 10**17


def new_session_id(now: datetime, rng: "Random") -> str:
    """An id such as `20261124-183005-k3x9tq`: the second `now` (aware) in UTC, then 30 random bits.

    `rng` must differ between runs: not the one that `--seed` sets.
    """
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{''.join(rng.choices(_ALPHABET, k=6))}"


def spare_attempt_id(session: str) -> str:
    """An id for an attempt whose own is taken: its serial cannot be guessed."""
    import secrets

    return f"{session}.{_SPARE + secrets.randbelow(9 * _SPARE)}"


def moved_attempt_id(name: str, content: str) -> str:
    """The id for an attempt with this `content` where another one keeps the id `name`.

    It is the same on every machine, and no content can be made for a given id.
    """
    import hashlib

    digest = hashlib.sha256(f"{name}\n{content}".encode(errors="surrogatepass")).digest()
    session = name.rpartition(".")[0]
    return f"{session}.{_SPARE + int.from_bytes(digest[:16]) % (9 * _SPARE)}"
