"""That a sender was asked to change what they sent, and another address of their own page."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.ground.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("comfort", "0005_sharing_the_desk"),
        ("memorials", "0012_who_helped_reads_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Asking",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("note", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "comfort",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asking", to="comfort.comfort"
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
            name="SendersAddress",
            fields=[
                ("digest", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("memorial_id", models.UUIDField()),
                ("made_at", models.DateTimeField()),
                (
                    "comfort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="comfort.comfort"
                    ),
                ),
            ],
        ),
    ]
