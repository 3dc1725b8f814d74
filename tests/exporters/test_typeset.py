"""Typst runs in the background while the program responds to Ctrl-C."""

from _thread import interrupt_main
from threading import Event

import pytest

from drill.exporters import typeset


def test_ctrl_c_interrupts_an_endless_typst_run() -> None:
    def endless() -> None:
        interrupt_main()
        Event().wait()

    with pytest.raises(KeyboardInterrupt):
        typeset._interruptible(endless)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('["👶 toys"]', '["baby toys"]'),
        ('["ship🚀now 👍🏽."]', '["ship rocket now thumbs up."]'),
        ('["a 👩\u200d👧 family"]', '["a woman girl family"]'),
        ('["⛄ and 👶"]', '["⛄ and baby"]'),
    ],
)
def test_an_emoji_that_no_font_has_is_a_word_among_the_others(text: str, said: str) -> None:
    assert typeset._in_words(text, set("👶🚀👍🏽👩👧")) == said


def test_typst_errors_pass_through_the_worker_thread() -> None:
    def refused() -> None:
        raise RuntimeError("nested too deeply")

    with pytest.raises(RuntimeError, match="nested too deeply"):
        typeset._interruptible(refused)
