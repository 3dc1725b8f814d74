"""The decks that drill ships: finished, in drill's own layout, and with code that does as it says.

In a Markdown text of a deck, a ``python`` block with ``>>>`` is a doctest. Any other is run, and a
``text`` block that follows it is its output. The output of a multiple-choice question's code is
its right option. A ``sql`` block is run by SQLite on the tables below; SQL of one product alone
is fenced as ``postgresql`` or ``mysql``.
"""

import contextlib
import doctest
import io
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest

from drill.decks import read_deck, save_deck
from drill.model import Deck, Question

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "questions").glob("*.yaml"))
