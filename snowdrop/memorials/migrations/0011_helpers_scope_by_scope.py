"""What a helper may do is granted scope by scope, each with a row of its own."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids


class Migration(migrations.Migration):
    dependencies = [
        ("memorials", "0010_it_can_be_quiet"),
    ]

    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("helper", "To help you"),
                    ("circle", "Into a circle"),
                    ("keeper", "To keep this memorial together"),
                ],
                default="helper",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="ChangeOfPart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("read-first", "Read first"), ("people", "Look after people")], max_length=12
                    ),
                ),
                ("is_granted", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "helper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="memorials.helper"
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
                "constraints": [models.UniqueConstraint(fields=("helper", "scope"), name="a_change_of_part_once")],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("read-first", "Read first"), ("people", "Look after people")], max_length=12
                    ),
                ),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "helper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="memorials.helper"
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
                "constraints": [models.UniqueConstraint(fields=("helper", "scope"), name="a_scope_granted_once")],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("read-first", "Read first"), ("people", "Look after people")], max_length=12
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offers", to="memorials.invitation"
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
                "constraints": [models.UniqueConstraint(fields=("invitation", "scope"), name="a_scope_offered_once")],
            },
        ),
    ]
