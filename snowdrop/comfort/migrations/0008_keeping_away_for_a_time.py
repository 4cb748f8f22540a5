"""What is kept as evidence; what was kept away ends as an empty trace."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comfort", "0007_asking_senders"),
    ]

    operations = [
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "comfort",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="evidence",
                        serialize=False,
                        to="comfort.comfort",
                    ),
                ),
                ("memorial_id", models.UUIDField()),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AlterField(
            model_name="comfort",
            name="place",
            field=models.CharField(
                choices=[
                    ("held", "Nobody has read it yet"),
                    ("later", "Kept for later"),
                    ("sealed", "Kept away"),
                    ("emptied", "Kept away; its words are gone"),
                    ("asked", "Its sender was asked to change it"),
                    ("worrying", "Somebody worries about it"),
                    ("waiting", "In the waiting room"),
                    ("opened", "Opened"),
                    ("kept", "Kept"),
                    ("apart", "Put apart"),
                    ("kept-out", "From somebody whom the family keeps out"),
                    ("withdrawn", "Taken back by its sender"),
                ],
                default="held",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="came_from",
            field=models.CharField(
                choices=[
                    ("held", "Nobody has read it yet"),
                    ("later", "Kept for later"),
                    ("sealed", "Kept away"),
                    ("emptied", "Kept away; its words are gone"),
                    ("asked", "Its sender was asked to change it"),
                    ("worrying", "Somebody worries about it"),
                    ("waiting", "In the waiting room"),
                    ("opened", "Opened"),
                    ("kept", "Kept"),
                    ("apart", "Put apart"),
                    ("kept-out", "From somebody whom the family keeps out"),
                    ("withdrawn", "Taken back by its sender"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="went_to",
            field=models.CharField(
                choices=[
                    ("held", "Nobody has read it yet"),
                    ("later", "Kept for later"),
                    ("sealed", "Kept away"),
                    ("emptied", "Kept away; its words are gone"),
                    ("asked", "Its sender was asked to change it"),
                    ("worrying", "Somebody worries about it"),
                    ("waiting", "In the waiting room"),
                    ("opened", "Opened"),
                    ("kept", "Kept"),
                    ("apart", "Put apart"),
                    ("kept-out", "From somebody whom the family keeps out"),
                    ("withdrawn", "Taken back by its sender"),
                ],
                max_length=10,
            ),
        ),
    ]
