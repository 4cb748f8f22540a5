"""That something is shown on a day, and that something was taken back."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.memorials.models.timing


class Migration(migrations.Migration):
    dependencies = [
        ("memorials", "0008_keepers_in_dispute"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("thing_id", models.UUIDField(unique=True)),
                ("shown", snowdrop.memorials.models.timing.ShownField()),
                ("stood", snowdrop.memorials.models.timing.ShownField()),
                ("page_stood", snowdrop.memorials.models.timing.ShownField()),
                ("at", models.DateTimeField(db_index=True)),
                ("zone", models.CharField(max_length=64)),
                ("by", models.UUIDField()),
                ("chosen_at", models.DateTimeField()),
                ("missed", models.CharField(blank=True, max_length=20)),
                ("missed_at", models.DateTimeField(null=True)),
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
        migrations.CreateModel(
            name="TakenBack",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("thing_id", models.UUIDField(unique=True)),
                ("was", snowdrop.memorials.models.timing.ShownField()),
                ("shown_since", models.DateTimeField(null=True)),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
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
    ]
