"""The folder of the package, with its schemas, help and manual; in a wheel, also the decks."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
