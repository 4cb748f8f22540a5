"""Timed work; and on PostgreSQL readers go through the journal in the order of its transactions."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def add_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE INDEX entry_as_written ON ground_entry (written_in, id)")


def remove_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX entry_as_written")


class Migration(migrations.Migration):
    dependencies = [("ground", "0002_entries_know_their_transaction")]
    operations = [
        migrations.CreateModel(
            name="TimedWork",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("next_run", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="readerplace",
            name="last_written",
            field=models.BigIntegerField(default=0),
        ),
        migrations.RunPython(add_index, remove_index),
    ]
