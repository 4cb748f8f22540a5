"""Who asked for the name behind another name, why, and who agreed."""

from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.ground.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0002_reports_decisions_and_cases"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unmasking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("thing", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("life", "A life is in danger"),
                            ("child", "A child is in danger"),
                            ("law", "A court or an authority demands it, and the law binds us"),
                            ("harm", "Somebody is being harmed, and nothing milder would end it"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("asked_by", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("agreed", models.BooleanField(null=True)),
                ("answer", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("tell_on", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("lost_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
