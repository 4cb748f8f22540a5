"""Law: the database follows the models, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from tests.house.laws import obeyed

OTHER = "backwards"


def our_migrations() -> Iterator[tuple[str, Any]]:
    """Every migration of our own rooms, with its name."""
    for (room, name), migration in MigrationLoader(None).disk_migrations.items():
        if migration.__module__.startswith("snowdrop."):
            yield f"{room}.{name}", migration


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    try:
        call_command("makemigrations", "--check", "--dry-run", verbosity=1)
    except SystemExit:
        obeyed("the database follows the models.", ["A migration is missing: make it, and name it in words."])


def test_every_migration_has_a_name_in_words_and_can_be_taken_back() -> None:
    broken = []
    for name, migration in our_migrations():
        broken += [
            f"{name}: {operation.describe()} cannot be taken back. Give it a way back."
            for operation in migration.operations
            if not operation.reversible
        ]
        if "_auto_" in name or "_merge_" in name:
            broken.append(f"{name}: say in words what it changes; rebase instead of merging.")

    obeyed("every change of the database is named and can be taken back.", broken)


@pytest.mark.slow
def test_all_of_it_can_be_taken_back_and_done_again(django_db_blocker: Any, django_db_setup: None) -> None:
    """In a database of its own, as operators would: down to nothing, and up again."""
    rooms = {name.split(".")[0] for name, _ in our_migrations()}
    with django_db_blocker.unblock(), _another_database():
        for room in sorted(rooms):
            call_command("migrate", room, "zero", database=OTHER, verbosity=0)
        left = [table for table in connections[OTHER].introspection.table_names() if table.split("_")[0] in rooms]
        call_command("migrate", database=OTHER, verbosity=0)

        obeyed("taking back leaves nothing behind.", [f"{table} is still there." for table in left])


class _another_database:
    """A second test database beside the first, of the same kind."""

    def __enter__(self) -> None:
        settings = deepcopy(connections.databases["default"])
        settings["TEST"] |= {"NAME": None if "sqlite" in settings["ENGINE"] else f"test_{OTHER}", "MIRROR": None}
        connections.databases[OTHER] = settings
        connections[OTHER].creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)

    def __exit__(self, *_: object) -> None:
        connections[OTHER].creation.destroy_test_db(connections.databases["default"]["NAME"], verbosity=0)
        connections[OTHER].close()
        del connections.databases[OTHER]
        del connections[OTHER]
