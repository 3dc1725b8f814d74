"""Typst runs in the background while the program responds to Ctrl-C."""

from _thread import interrupt_main
from threading import Event

import pytest

from drill.exporters import typeset


def test_ctrl_c_breaks_off_what_typst_computes_without_end() -> None:
    def endless() -> None:
        interrupt_main()
        Event().wait()

    with pytest.raises(KeyboardInterrupt):
        typeset._interruptible(endless)


def test_what_typst_refuses_is_refused_as_if_nothing_were_between() -> None:
    def refused() -> None:
        raise RuntimeError("nested too deeply")

    with pytest.raises(RuntimeError, match="nested too deeply"):
        typeset._interruptible(refused)
