"""That a helper rests, or has stopped a short while ago."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import snowdrop.ground.ids


class Migration(migrations.Migration):
    dependencies = [
        ("memorials", "0013_a_circle_can_be_called_family"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Rest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "helper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rest", to="memorials.helper"
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Resignation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("scopes", models.JSONField(default=list)),
                ("asked_by", models.UUIDField()),
                ("since", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "memorial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="memorials.memorial"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("memorial", "person"), name="a_resignation_once")],
            },
        ),
    ]
