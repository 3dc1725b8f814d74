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


def test_typst_errors_pass_through_the_worker_thread() -> None:
    def refused() -> None:
        raise RuntimeError("nested too deeply")

    with pytest.raises(RuntimeError, match="nested too deeply"):
        typeset._interruptible(refused)
