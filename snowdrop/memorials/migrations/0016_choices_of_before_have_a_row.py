"""Families by whose choice nobody reads first have a row that says so, as everybody has who chooses from now on."""

from typing import Any

from django.db import migrations

_AT_ONCE = 500


def note_what_was_chosen(apps: Any, schema_editor: Any) -> None:
    """By the one who has kept the memorial longest, since it was opened: nobody noted who had chosen it, and when."""
    memorial, rule, keeper = (apps.get_model("memorials", name) for name in ("Memorial", "ReadingRule", "Keeper"))
    for one in memorial.objects.filter(first_reading="nobody").values("pk", "opened_at").iterator(chunk_size=_AT_ONCE):
        by = keeper.objects.filter(memorial=one["pk"]).order_by("since", "id").values_list("person", flat=True).first()
        if by and not rule.objects.filter(memorial=one["pk"]).exists():
            given = {"first_reading": "nobody", "by": by, "at": one["opened_at"]}
            rule.objects.create(memorial_id=one["pk"], **given)


class Migration(migrations.Migration):
    dependencies = [("memorials", "0015_the_family_chooses_who_reads_first")]

    operations = [migrations.RunPython(note_what_was_chosen, migrations.RunPython.noop)]
