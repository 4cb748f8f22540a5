"""Pages that search engines may find."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("memorials", "0002_circles_invitations_and_blocks")]

    operations = [
        migrations.CreateModel(
            name="Indexing",
            fields=[
                (
                    "memorial",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="indexing",
                        serialize=False,
                        to="memorials.memorial",
                    ),
                ),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
            ],
        )
    ]
