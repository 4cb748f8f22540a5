"""Data keys leave the database, so that no backup of it can open what was deleted (docs/decisions/0008).

Interrupted, it can be run again: keys go from the database in the next migration only, when all of them are safe.
"""

from contextlib import suppress

from django.conf import settings
from django.core.management import CommandError
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from snowdrop.ground import instance_keys, keys, sealing


def move_keys(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rows = apps.get_model("ground", "DataKey").objects.using(schema_editor.connection.alias)
    if not rows.exists():
        instance_keys.make_first()
    try:
        for row in rows.iterator():
            _move(row.owner, bytes(row.wrapped))
    except (instance_keys.InstanceKeyMissing, sealing.Unreadable) as failure:
        raise CommandError(
            f"The keys in {settings.SNOWDROP.keys} are not those of this database, which was left as it is. Set"
            " SNOWDROP_KEYS to the folder of its instance key."
        ) from failure


def _move(owner, wrapped):
    key = sealing.unwrap_key(instance_keys.newest().secret, wrapped, owner=owner.bytes)
    with suppress(FileExistsError):  # moved before the interruption
        keys.keep_data_key(owner, key)
    keys.forget_cached()
    if keys.data_key(owner) != key:
        raise sealing.Unreadable


def bring_keys_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keys that were made since come along too; the files stay where they are until somebody takes them away."""
    rows = apps.get_model("ground", "DataKey").objects.using(schema_editor.connection.alias)
    for owner in keys.owners():
        wrapped = sealing.wrap_key(instance_keys.newest().secret, keys.data_key(owner), owner=owner.bytes)
        rows.update_or_create(owner=owner, defaults={"wrapped": wrapped})


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("ground", "0003_timed_work")]
    operations = [migrations.RunPython(move_keys, bring_keys_back)]
