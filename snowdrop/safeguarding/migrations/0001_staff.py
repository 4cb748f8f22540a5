"""Those whom the operator trusts to keep people safe."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import snowdrop.ground.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Staff",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("moderator", "moderator"), ("lead", "safeguarding lead"), ("deputy", "deputy lead")],
                        max_length=10,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("named_by", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.UUIDField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("person", "role"), name="a_role_once"
                    )
                ],
            },
        ),
    ]
