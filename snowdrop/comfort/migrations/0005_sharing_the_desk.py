"""What is on whose desk, what was left to others, notes from reader to reader."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.ground.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("comfort", "0004_boxes_and_who_was_signed_in"),
        ("memorials", "0012_who_helped_reads_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "comfort",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="claim",
                        serialize=False,
                        to="comfort.comfort",
                    ),
                ),
                ("memorial_id", models.UUIDField()),
                ("by", models.UUIDField()),
                ("until", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["memorial_id", "by"], name="claims_of_a_reader")],
            },
        ),
        migrations.CreateModel(
            name="HandOverNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
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
        migrations.CreateModel(
            name="PassedOn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("memorial_id", models.UUIDField()),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "comfort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="passed_on", to="comfort.comfort"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["memorial_id", "by"], name="passed_on_by_a_reader")],
                "constraints": [models.UniqueConstraint(fields=("comfort", "by"), name="passed_on_once")],
            },
        ),
    ]
