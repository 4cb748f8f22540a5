"""A PostgreSQL at one moment: every table by COPY, in one transaction that sees no later writes.

Nothing but the driver is needed, and the server may be of any version; `pg_dump` has to be as new as the server and is
not where the program runs. What makes the tables is the program itself, brought to the state that they were in.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from snowdrop.console.backups.databases import About, Moment
from snowdrop.console.backups.references import questions
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.ground import restored

_LEAST: Final = 64 * 1024
_MOST: Final = 1024 * 1024
_CUT_AT: Final = 0xFF
"""A piece ends behind a row whose checksum ends in these bits, about one of 256: so a row that is put in or taken out
changes the piece that it is in, not all that follow."""
_COLUMNS: Final = """
    SELECT table_name, column_name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
    ORDER BY table_name, ordinal_position"""
_SEQUENCES: Final = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"


_SPEAK_PLAINLY: Final = "SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'"
"""What is written in one server must be read alike in another."""


class Server:
    """PostgreSQL."""

    @contextmanager
    def moment(self, room: Path) -> Iterator[Moment]:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                cursor.execute("SET LOCAL synchronize_seqscans = off")  # rows come in the same order each time
                cursor.execute(_SPEAK_PLAINLY)
            yield _Seen()

    def require_empty(self) -> None:
        """Tables without a person in them are what `migrate` made, or a restore that was ended in the middle."""
        if "people_person" in connection.introspection.table_names() and _one("SELECT EXISTS (TABLE people_person)"):
            raise BackupRefused(
                f"There are people in the database {connection.settings_dict['NAME']} already. A restore never puts"
                " anything over what is there. Set SNOWDROP_DATABASE to an empty one."
            )

    @contextmanager
    def put_back(self, streams: Iterator[tuple[str, Iterator[bytes]]], about: About, room: Path) -> Iterator[None]:
        _make_tables(about.more["migrations"])
        columns: dict[str, list[str]] = about.more["columns"]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_SPEAK_PLAINLY)
            cursor.execute(f"TRUNCATE {', '.join(map(_quoted, _columns()))} RESTART IDENTITY CASCADE")
            for table, pieces in streams:
                with cursor.copy(f"COPY {_listed(table, columns[table])} FROM STDIN") as copy:
                    for piece in pieces:
                        copy.write(piece)
            for name, value in about.more["sequences"].items():
                cursor.execute("SELECT setval(%s::regclass, %s)", [_quoted(name), value])
            if _rows() != about.rows:
                raise BackupRefused("The database does not have the rows that were backed up. Restore an earlier one.")
            yield
        restored.let_readers_go_on()


class _Seen:
    """What the open transaction sees."""

    def __init__(self) -> None:
        self._tables = _columns()

    def files(self) -> set[str]:
        with connection.cursor() as cursor:
            found: set[str] = set()
            for question in questions():
                cursor.execute(question)
                found.update(name for (name,) in cursor)
        return found

    def streams(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        for table, columns in self._tables.items():
            yield table, _cut(_copied(table, columns))

    def about(self) -> About:
        with connection.cursor() as cursor:
            cursor.execute(_SEQUENCES)
            sequences = {name: value for name, value in cursor.fetchall() if value is not None}
        migrations = sorted(MigrationRecorder(connection).applied_migrations())
        more = {"columns": self._tables, "sequences": sequences, "migrations": migrations}
        return About(_rows(), more)

    def size(self) -> int:
        return int(_one("SELECT pg_database_size(current_database())"))


def _make_tables(migrations: Sequence[Sequence[str]]) -> None:
    """Brings the tables to the state in which they were backed up. Raises BackupRefused where that is later than us."""
    executor, wanted = MigrationExecutor(connection), {(app, name) for app, name in migrations}
    graph = executor.loader.graph
    unknown = sorted(wanted - set(graph.nodes) - set(executor.loader.replacements))
    if unknown:
        raise BackupRefused(
            f"This backup was made by a later Snowdrop (it knows {'.'.join(unknown[0])}). Restore it with that one."
        )
    known = wanted & set(graph.nodes)
    last = [node for node in known if not any(child.key in known for child in graph.node_map[node].children)]
    executor.migrate(sorted(last))


def _copied(table: str, columns: Sequence[str]) -> Iterator[bytes]:
    with connection.cursor() as cursor, cursor.copy(f"COPY {_listed(table, columns)} TO STDOUT") as copy:
        for row in copy:
            yield bytes(row)


def _cut(rows: Iterator[bytes]) -> Iterator[bytes]:
    """Rows in pieces that end where the rows say, not where the count does."""
    piece: list[bytes] = []
    size = 0
    for row in rows:
        piece.append(row)
        size += len(row)
        if size >= _MOST or (size >= _LEAST and zlib.crc32(row) & _CUT_AT == _CUT_AT):
            yield b"".join(piece)
            piece, size = [], 0
    if piece:
        yield b"".join(piece)


def _columns() -> dict[str, list[str]]:
    tables: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS)
        for table, column in cursor.fetchall():
            tables.setdefault(table, []).append(column)
    return tables


def _rows() -> dict[str, int]:
    return {table: int(_one(f"SELECT count(*) FROM {_quoted(table)}")) for table in _columns()}


def _one(question: str, *given: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, given)
        return cursor.fetchone()[0]


def _listed(table: str, columns: Sequence[str]) -> str:
    return f"{_quoted(table)} ({', '.join(map(_quoted, columns))})"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
