"""The key tables: the bindings of each screen."""

import pytest

from drill.terminal.keys.actions import Bindings
from drill.terminal.keys.bindings import COMMON, PAUSED, asking
from drill.terminal.keys.marking_bindings import (
    CHOSEN,
    DELIVERY,
    DRAFTED,
    FOLLOW_UP,
    PLAYING,
    RATING,
    marking,
)


@pytest.mark.parametrize(
    "bindings",
    [
        (*asking(), *COMMON),
        (*marking(9), *DRAFTED, FOLLOW_UP, PLAYING, *COMMON),
        (*RATING, FOLLOW_UP, PLAYING, *COMMON),
        (*CHOSEN, FOLLOW_UP, PLAYING, *COMMON),
        (*DELIVERY, PLAYING),
        PAUSED,
    ],
)
def test_no_key_of_a_screen_means_two_things(bindings: Bindings) -> None:
    acts = [pair for binding in bindings for pair in binding.acts.items()]
    # The first binding of a key holds, the last one is what `dict` keeps.
    assert dict(acts) == dict(reversed(acts))
