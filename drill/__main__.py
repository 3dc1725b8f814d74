"""The command `drill`; `--version` is answered before anything else is imported."""

import sys

from drill import __version__


def main() -> None:
    """Run the command line of this process, and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        print("drill", __version__)
        return
    try:
        from drill.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
