"""Reports, what is decided and held back, objections, the desk, and cases of people who may be in danger."""

import django.db.models.deletion
from django.db import migrations, models

import snowdrop.ground.ids
import snowdrop.ground.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("safeguarding", "0001_staff"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeskNote",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OffDuty",
            fields=[
                (
                    "staff",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="off_duty",
                        serialize=False,
                        to="safeguarding.staff",
                    ),
                ),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("thing_id", models.UUIDField(null=True)),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("danger", "Somebody may be in danger"),
                            ("child", "A child may be in danger, or is shown in a way that harms them"),
                            ("cruel", "It attacks somebody, or is cruel"),
                            ("private", "It shows something private of me or of somebody else"),
                            ("untrue", "Somebody pretends to be somebody else"),
                            ("selling", "It sells something, or asks for money"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("reach", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("could_see", models.BooleanField()),
                ("reported_by", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                ("forgotten_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("thing_id", models.UUIDField()),
                ("level", models.CharField(max_length=10)),
                ("weight", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("taken_by", models.UUIDField(null=True)),
                ("taken_at", models.DateTimeField(null=True)),
                ("answer", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("answered_as", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("debriefed_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at", None)), fields=["-weight", "opened_at"], name="open_cases"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("kind", "thing_id"), name="one_case_of_a_thing")],
            },
        ),
        migrations.CreateModel(
            name="CaseStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("opened", "It was noticed"),
                            ("graver", "It became graver"),
                            ("lead-told", "The lead was told"),
                            ("deputy-told", "A deputy was told"),
                            ("taken", "Somebody took it on"),
                            ("answered", "Whoever wrote was answered"),
                            ("emergency", "Emergency services were called, or would be"),
                            ("agreed", "A second person agreed with that"),
                            ("person-told", "The person was told what was done"),
                            ("note", "A note"),
                            ("closed", "It was closed"),
                            ("debriefed", "Those who read it were asked how they are"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("by", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="safeguarding.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("thing_id", models.UUIDField(null=True)),
                (
                    "limit",
                    models.CharField(
                        choices=[
                            ("nothing", "Nothing is limited"),
                            ("hidden", "It is hidden"),
                            ("delayed", "It is shown later"),
                            ("removed", "It is taken away for good"),
                            ("paused", "The account is paused"),
                        ],
                        max_length=10,
                    ),
                ),
                ("until", models.DateTimeField(null=True)),
                (
                    "rule",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kind", "Nobody is attacked here"),
                            ("privacy", "Nobody’s private life is shown without their will"),
                            ("safety", "Nobody is put in danger"),
                            ("no-selling", "Nothing is sold here, and no money is asked for"),
                            ("honest", "Nobody pretends to be somebody else"),
                            ("law", "The law of the country in which this server stands"),
                        ],
                        max_length=12,
                    ),
                ),
                ("facts", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("by_machine", models.BooleanField(default=False)),
                ("in_danger", models.BooleanField(default=False)),
                ("by", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "thing_id"], name="decisions_about_a_thing")],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("at", models.DateTimeField()),
                ("answer_by", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "You were right: what we decided is taken back"),
                            ("stands", "What we decided stands"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", snowdrop.ground.sealed_fields.SealedField(default="", editable=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="appeal", to="safeguarding.decision"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeftTopic",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("by", models.UUIDField()),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("danger", "Somebody may be in danger"),
                            ("child", "A child may be in danger, or is shown in a way that harms them"),
                            ("cruel", "It attacks somebody, or is cruel"),
                            ("private", "It shows something private of me or of somebody else"),
                            ("untrue", "Somebody pretends to be somebody else"),
                            ("selling", "It sells something, or asks for money"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("by", "topic"), name="a_topic_left_once")],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("by", models.UUIDField()),
                ("what", models.CharField(max_length=20)),
                ("subject_id", models.UUIDField()),
                ("why", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["-at"], name="looks_newest_first")],
            },
        ),
        migrations.CreateModel(
            name="ReportClaim",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="claim",
                        serialize=False,
                        to="safeguarding.report",
                    ),
                ),
                ("by", models.UUIDField()),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="report",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="safeguarding.decision",
            ),
        ),
        migrations.CreateModel(
            name="Concerned",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("paused", models.BooleanField(default=False)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerned",
                        to="safeguarding.decision",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("decision", "person_id"), name="concerned_once")],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=snowdrop.ground.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("thing_id", models.UUIDField()),
                ("digest", models.BinaryField(max_length=16)),
                ("until", models.DateTimeField(null=True)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hold", to="safeguarding.decision"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["thing_id"], name="holds_of_a_thing"),
                    models.Index(fields=["digest"], name="holds_by_digest"),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(condition=models.Q(("decision", None)), fields=["at"], name="reports_that_wait"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["kind", "thing_id"], name="reports_of_a_thing"),
        ),
    ]
