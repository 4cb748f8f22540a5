"""What both databases say alike, and that a difference in it is found (docs/decisions/0024)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from snowdrop.console.moving.comparing import Difference, agreed_until, differences, parts
from snowdrop.console.moving.in_sqlite import SQLite
from snowdrop.console.moving.sides import CannotMove, name_of, plain_json
from snowdrop.console.moving.tables import Column, Table, all_tables
from snowdrop.settings.databases import database
from snowdrop.settings.environment import WrongSetting

THINGS = Table("things", (Column("id", "whole"), Column("said", "text"), Column("at", "moment")), key=0, numbered=True)
_ROWS = [(number, f"thing {number}", "2026-03-14 12:00:00") for number in range(1, 21)]


def a_file(path: Path, rows: list[tuple[int, str, str]]) -> SQLite:
    with closing(sqlite3.connect(path)) as at:
        at.execute("CREATE TABLE things (id integer PRIMARY KEY AUTOINCREMENT, said text, at datetime)")
        at.executemany("INSERT INTO things VALUES (?, ?, ?)", rows)
        at.commit()
    return SQLite(f"sqlite://{path}", path)


def found(here: SQLite, there: SQLite) -> list[str]:
    return [str(one) for one in differences(here, there, THINGS, lambda _: None)]


def test_every_column_of_every_model_is_of_a_kind_that_somebody_has_thought_of() -> None:
    tables = {table.name: table for table in all_tables()}

    assert {"django_migrations", "shared_cache", "comfort_comfort", "django_session", "auth_group"} <= tables.keys()
    assert all(table.columns[table.key].kind in {"whole", "uuid", "text", "bytes"} for table in tables.values())


def test_rows_are_the_same_however_a_moment_is_written(tmp_path: Path) -> None:
    rows = [(number, said, f"{at}.000000") for number, said, at in _ROWS]

    assert found(a_file(tmp_path / "a", _ROWS), a_file(tmp_path / "b", rows)) == []


def test_each_row_that_differs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snowdrop.console.moving.comparing.MOST_ROWS", 7)
    rows = [(3, "another", _ROWS[2][2]) if row[0] == 3 else row for row in _ROWS if row[0] != 9]
    rows += [(40, "thing 40", "2026-03-14 12:00:00")]
    here, there = a_file(tmp_path / "a", _ROWS), a_file(tmp_path / "b", rows)

    assert found(here, there) == [
        str(Difference("things", "3", "differs in said")),
        str(Difference("things", "9", "is missing in the copy")),
        str(Difference("things", "40", "is in the copy alone")),
    ]
    assert agreed_until(here, there, THINGS, lambda _: None) == (None, False)


def test_what_agrees_from_the_beginning_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snowdrop.console.moving.comparing.MOST_ROWS", 5)
    here, there = a_file(tmp_path / "a", _ROWS), a_file(tmp_path / "b", _ROWS[:13])

    assert agreed_until(here, there, THINGS, lambda _: None) == (10, False)
    there.cut(THINGS, after=10)
    for part in parts(here.rows(THINGS, after=10)):
        there.append(THINGS, part)
    assert found(here, there) == []


def test_a_part_fits_into_memory_whatever_its_rows_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snowdrop.console.moving.comparing.MOST_BYTES", 100)

    assert [len(part) for part in parts([(1, "x" * 90), (2, "x" * 90), (3, b"x"), (4, b"x" * 99), (5, None)])] == [
        2,
        2,
        1,
    ]


def test_rows_that_belong_to_nothing_are_found_before_anything_moves(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a")) as at:
        at.execute("CREATE TABLE one (id integer PRIMARY KEY)")
        at.execute("CREATE TABLE other (id integer PRIMARY KEY, one_id integer REFERENCES one (id))")
        at.execute("INSERT INTO other VALUES (1, 5)")
        at.commit()

    with pytest.raises(CannotMove, match="a row of other"):
        SQLite("sqlite://a", tmp_path / "a").stand_still()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"b": 1.0, "a": [true, null]}', '{"a":[true,null],"b":1}'),
        ('"\\u00fc"', '"ü"'),
        ("1e2", "100"),
        ("0.10", "0.1"),
    ],
)
def test_json_is_the_same_however_a_database_writes_it(one: str, other: str) -> None:
    assert plain_json(one) == plain_json(other)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://here/name",
        "sqlite://host/file",
        "postgresql://here/name?sslmod=require",
        "postgresql://here,/name",
        "postgresql://here:5432,there:port/name",
    ],
)
def test_an_address_that_is_wrong_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(WrongSetting):
        database(address, tmp_path)


SOMEBODY = "user:pass%20word"


def test_an_address_says_how_the_database_is_reached_and_its_name_no_password(tmp_path: Path) -> None:
    wanted = database(f"postgresql://{SOMEBODY}@here:5433/name?sslmode=verify-full", tmp_path)

    assert (wanted["PASSWORD"], wanted["OPTIONS"]["sslmode"]) == ("pass word", "verify-full")
    assert name_of(f"postgresql://{SOMEBODY}@here:5433/name?sslmode=require", tmp_path) == "postgresql://here:5433/name"
    assert {name_of(said, tmp_path) for said in ("", "sqlite:///")} == {f"sqlite://{tmp_path}/snowdrop.sqlite3"}
    assert name_of("sqlite:////srv/a.sqlite3", tmp_path) == name_of("sqlite:///srv/a.sqlite3", tmp_path)


def test_of_several_machines_the_one_is_used_that_takes_writes_and_one_without_power_is_noticed(tmp_path: Path) -> None:
    wanted = database(f"postgresql://{SOMEBODY}@one,other:5433/name?sslmode=require", tmp_path)
    by_socket = database("postgresql://user@/name?host=/run/postgresql", tmp_path)

    assert (wanted["HOST"], wanted["PORT"], wanted["USER"]) == ("one,other", ",5433", "user")
    assert wanted["OPTIONS"]["target_session_attrs"] == "read-write"
    assert wanted["OPTIONS"]["tcp_user_timeout"] <= 10_000
    assert "target_session_attrs" not in database("postgresql://user@one/name", tmp_path)["OPTIONS"]
    assert (by_socket["HOST"], "tcp_user_timeout" in by_socket["OPTIONS"]) == ("/run/postgresql", False)
