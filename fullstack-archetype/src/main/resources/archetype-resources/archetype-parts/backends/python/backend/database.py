"""The SQLite database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass
class Greeting:
    id: int
    text: str


class Database:
    """Opens a file, making it if need be, and brings it up to date."""

    def __init__(self, file: str) -> None:
        self.file = file
        with self.connection() as connection:
            connection.execute("PRAGMA journal_mode = wal")
            migrate(connection)

    def ping(self) -> None:
        with self.connection() as connection:
            connection.execute("SELECT 1")

    def greetings(self) -> list[Greeting]:
        with self.connection() as connection:
            rows = connection.execute("SELECT id, text FROM greetings ORDER BY id")
            return [Greeting(*row) for row in rows]

    def greet(self, text: str) -> Greeting:
        sql = "INSERT INTO greetings (text) VALUES (?) RETURNING id, text"
        with self.connection() as connection:
            return Greeting(*connection.execute(sql, [text]).fetchone())

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """One for each request: requests are answered by threads, and SQLite opens a file quickly."""
        # While a new release starts, the one before it still has the file open.
        connection = sqlite3.connect(self.file, timeout=5, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()


def migrate(connection: sqlite3.Connection) -> None:
    """Runs what is new in `migrations`; `user_version` is the number of those that were run."""
    connection.execute("BEGIN IMMEDIATE")
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    for file in sorted(MIGRATIONS.glob("*.sql"))[done:]:
        for statement in statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
        done += 1
        connection.execute(f"PRAGMA user_version = {done}")
    connection.execute("COMMIT")


def statements(sql: str) -> Iterator[str]:
    """One by one: `executescript` would end the transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
