"""The command `drill`; `--version` is answered before anything else is imported."""

import os
import sys

from drill import __version__


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
    try:
        from drill.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
