"""Earlier versions of letters for their authors; letters that belong together, in the order of their days."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.ground.sealed_fields


def were_kept(apps, schema_editor):
    """What stands in a letter was kept by somebody's own press, as far as anybody knows."""
    apps.get_model("tributes", "Letter").objects.update(kept_at=models.F("changed_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("memorials", "0009_showing_on_a_day"),
        ("tributes", "0003_only_me_until_somebody_chooses"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="day",
            field=snowdrop.ground.sealed_fields.SealedField(default=None, editable=True, null=True),
        ),
        migrations.AddField(
            model_name="letter",
            name="kept_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("by_year", models.BooleanField(default=False)),
                ("begun_by", models.UUIDField()),
                ("begun_at", models.DateTimeField()),
                (
                    "memorial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="memorials.memorial"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="series",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="letters", to="tributes.series"
            ),
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("said", snowdrop.ground.sealed_fields.SealedField(default=dict, editable=True)),
                ("kept_at", models.DateTimeField()),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="tributes.letter"
                    ),
                ),
                (
                    "memorial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="memorials.memorial"
                    ),
                ),
            ],
            options={
                "ordering": ["-kept_at", "-id"],
            },
        ),
        migrations.RunPython(were_kept, migrations.RunPython.noop),
    ]
