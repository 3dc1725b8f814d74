"""The folder of the package, where schemas, help and manual lie, and in a wheel the decks too."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
