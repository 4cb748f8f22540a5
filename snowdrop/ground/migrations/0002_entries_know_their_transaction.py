"""On PostgreSQL every entry knows the transaction that wrote it, so that readers never step over one still to come."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def add_column(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE ground_entry ADD COLUMN written_in xid8 DEFAULT pg_current_xact_id()")


def remove_column(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE ground_entry DROP COLUMN written_in")


class Migration(migrations.Migration):
    dependencies = [("ground", "0001_the_journal_and_the_keys")]
    operations = [migrations.RunPython(add_column, remove_column)]
