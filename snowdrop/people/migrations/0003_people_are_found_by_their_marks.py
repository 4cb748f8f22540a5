"""Marks the address and the name of everybody who is here already, so that a family's list of blocks finds them."""

from django.db import migrations, models

from snowdrop.people.marks import address_mark, name_mark


def mark_everybody(apps, schema_editor):
    for person in apps.get_model("people", "Person").objects.all().iterator():
        person.address_mark, person.name_mark = address_mark(person.email), name_mark(person.name)
        person.save(update_fields=["address_mark", "name_mark"])


class Migration(migrations.Migration):
    dependencies = [("people", "0002_the_shared_cache"), ("ground", "0003_timed_work")]

    operations = [
        migrations.AddField("person", "address_mark", models.BinaryField(db_index=True, default=b"", max_length=16)),
        migrations.AddField("person", "name_mark", models.BinaryField(default=b"", max_length=16)),
        migrations.RunPython(mark_everybody, migrations.RunPython.noop),
    ]
