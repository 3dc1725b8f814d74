"""The history: every attempt ever, in one SQLite file that only grows, and what follows from it.

An answer is one transaction, on disk before `record` returns; undo adds a row that retracts. What
is known of each question is a table kept level with every answer, equal to a replay of them all.
"""

from drill.history.ids import new_session_id
from drill.history.store import History

__all__ = ["History", "new_session_id"]
