"""The history: all attempts ever, in one SQLite file that only grows, and the knowledge from them.

An answer is one transaction, on disk before `record` returns; undo adds a row that retracts. What
is known of each question is a table kept up to date with every answer, equal to a replay of all.

`store` is the history in use: it adds to `writing` (turns with other processes), which adds to
`queries` (what the history says) and `aggregates` (sums). The file: `connection` opens it, `schema`
has its tables and migrations, `rows` and `additions` turn values into rows, `checksums` and
`write_ahead_log` notice damage, `sqlite_errors` words what SQLite refuses. Copies: `backups` makes
them, `repair` goes back to one, `unsaved` keeps what could not be saved. `ids` makes the ids of
sessions. Other machines: `exchange` (with `json_records`) is the file they exchange,
`merging` the union, `sync` a shared folder.
"""

from drill.history.ids import new_session_id
from drill.history.store import History

__all__ = ["History", "new_session_id"]
