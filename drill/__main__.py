"""The command `drill`; `--version` is answered before anything else is imported."""

import gc
import os
import sys

from drill import __version__

_FEW_SEARCHES = 50_000
"""Objects made between two searches for cycles; at Python's 700 these take 6 % of a start."""


def _say_version() -> None:
    try:
        print("drill", __version__, flush=True)
    except OSError:  # the disk is full, or the reader is gone
        # Python flushes again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)


def main() -> None:
    """Run the command line of this process, and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        _say_version()
        return
    gc.set_threshold(_FEW_SEARCHES)
    try:
        from drill.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
