from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make_the_table(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # So that one `migrate` is all that an installation needs.
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_people_who_sign_in")]

    operations = [migrations.RunPython(make_the_table, migrations.RunPython.noop)]
