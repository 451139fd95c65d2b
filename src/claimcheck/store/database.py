"""The database: one SQLite file of rows by key, which several processes may share.

Whoever is killed leaves it whole, for SQLite's log holds what is not yet in it. A file that is no
such database, or one with anything else in it, is begun anew. Nothing here raises because of the
file: what does not work is a note, and then there are no rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAME = "extractions.sqlite"

MOST_BYTES = 1_000_000_000
"""Of all rows together; what was not used for longest is dropped first."""

RUNS, RUNS_OF_OTHERS = 100, 5
"""For how many runs a row stays that nobody uses; and one of another version of claimcheck, which
may still be in use beside this one."""

LARGEST = 1 << 26
"""Bytes of a row, at most: a row that is larger is not kept."""

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""

# In which run a row was used last stands apart from the row: to write it anew at every use would
# be to write all of the file.
_TABLES = (
    "CREATE TABLE rows (key BLOB PRIMARY KEY, value BLOB NOT NULL)",
    "CREATE TABLE uses (key BLOB PRIMARY KEY, version BLOB NOT NULL, run INTEGER NOT NULL,"
    " size INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE runs (run INTEGER PRIMARY KEY)",
)
_USED = "UPDATE uses SET run = ? WHERE key = ? AND run < ?"
_DROP_UNUSED = "DELETE FROM uses WHERE run <= ? - iif(version = ?, ?, ?)"
_DROP_TOO_MANY = (
    "DELETE FROM uses WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER"
    " (ORDER BY run DESC, key) AS so_far FROM uses) WHERE so_far > ?)"
)
_AT_ONCE = 500  # SQLite takes 999 parameters and more


class Database:
    """The rows of one version of claimcheck. `notes` are what did not work, for people."""

    def __init__(self, folder: Path, version: bytes) -> None:
        self.path = folder / NAME
        self.notes: list[str] = []
        self._version = version
        self._run = 0
        self._used: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._note(error.strerror or error)
            return
        if self.path.is_symlink() or (self.path.exists() and not self.path.is_file()):
            self._note("it is no plain file")
            return
        with self._noting():
            self._open()

    # --- rows ------------------------------------------------------------------------------------

    def rows(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The rows that are there of these, by key."""
        found: dict[bytes, bytes] = {}
        with self._noting():
            for first in range(0, len(keys) if self._connection else 0, _AT_ONCE):
                some = keys[first : first + _AT_ONCE]
                marks = ",".join("?" * len(some))
                asked = f"SELECT key, CAST(value AS BLOB) FROM rows WHERE key IN ({marks})"
                found.update(self._execute(asked, some))
        self._used |= found.keys()
        return found

    def keep(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps rows, all of them or none."""
        kept = [(key, value) for key, value in rows if len(value) <= LARGEST]
        uses = [(key, self._version, self._run, len(value)) for key, value in kept]
        if connection := self._connection:
            with self._noting(), _transaction(connection):
                connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", kept)
                connection.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?, ?, ?)", uses)

    def size(self) -> tuple[int, int]:
        """How many rows there are, and their bytes."""
        with self._noting():
            for count, size in self._execute("SELECT count(*), total(size) FROM uses"):
                return count, int(size)
        return 0, 0

    def close(self) -> None:
        """Writes down what was used, drops what nobody uses, and lets go of the file."""
        used = [(self._run, key, self._run) for key in sorted(self._used)]
        if connection := self._connection:
            with self._noting():
                with _transaction(connection):
                    connection.executemany(_USED, used)
                    self._drop(connection)
                # As a script, for `execute` would free a single page.
                connection.executescript("PRAGMA incremental_vacuum")
        self._let_go()

    # --- the file --------------------------------------------------------------------------------

    def _open(self) -> None:
        """Opens the file and begins a run."""
        # Transactions are begun by hand: Python's own would take the lock too late to wait for it.
        connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        self._connection = connection
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * LARGEST)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = NORMAL")
        with _transaction(connection):
            found = {s for (s,) in connection.execute("SELECT sql FROM sqlite_schema") if s}
            if not found:
                for table in _TABLES:
                    connection.execute(table)
            elif found != set(_TABLES):  # somebody's trigger or view would be run
                raise _OtherTables("its tables are others")
            (last,) = connection.execute("SELECT max(run) FROM runs").fetchone()
            self._run = (last if isinstance(last, int) else 0) + 1
            connection.execute("DELETE FROM runs")
            connection.execute("INSERT INTO runs VALUES (?)", (self._run,))

    def _begin_anew(self) -> None:
        self._let_go()
        try:
            for tail in ("", "-wal", "-shm"):
                self.path.with_name(NAME + tail).unlink(missing_ok=True)
        except OSError as error:
            self._note(error.strerror or error)
            return
        self.notes.append(f"{self.path}: it was damaged or another's, and is begun anew")
        try:
            self._open()
        except sqlite3.Error as error:
            self._let_go()
            self._note(error)

    def _drop(self, connection: sqlite3.Connection) -> None:
        """Drops the rows that nobody has used for long, and of too many the first used."""
        limits = self._run, self._version, RUNS, RUNS_OF_OTHERS
        gone = connection.execute(_DROP_UNUSED, limits).rowcount
        if gone + connection.execute(_DROP_TOO_MANY, (MOST_BYTES,)).rowcount:
            connection.execute("DELETE FROM rows WHERE key NOT IN (SELECT key FROM uses)")

    def _execute(self, command: str, values: Sequence[bytes] = ()) -> list[Any]:
        return self._connection.execute(command, values).fetchall() if self._connection else []

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """What fails with the file is noted, and the file left or, if it is damaged, begun anew."""
        try:
            yield
        except sqlite3.Error as error:
            if isinstance(error, _OtherTables) or _told(error) in _DAMAGE:
                self._begin_anew()
            else:
                self._let_go()
                self._note(error)

    def _let_go(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _note(self, why: object) -> None:
        self.notes.append(f"{self.path}: nothing is kept there, for {why}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written, or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class _OtherTables(sqlite3.DatabaseError):
    """The file is a database, and not ours."""


_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _told(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
