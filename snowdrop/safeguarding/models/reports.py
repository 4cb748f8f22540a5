"""Reports, what was decided about them, what is held back by a decision, and appeals."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models.of_server import OfServer
from snowdrop.safeguarding.vocabulary_of_reports import Limit, Outcome, Rule, Topic


class Reports(models.QuerySet["Report"]):
    """The ways to reports."""

    def waiting(self) -> Self:
        """Those about which nothing was decided."""
        return self.filter(decision=None)

    def for_desk_of(self, viewer: Viewer, now: datetime) -> Self:
        """Those that may be put on this moderator's desk: nobody else has them, and no topic that they left.

        Nobody decides about what they themselves have reported or given. The oldest danger first, then the oldest.
        """
        others = ReportClaim.objects.filter(report=OuterRef("pk"), until__gt=now).exclude(by=viewer.person_id)
        left = LeftTopic.objects.filter(by=viewer.person_id).values("topic")
        own = Q(reported_by=viewer.person_id, reported_by__isnull=False)
        urgent = models.Case(
            models.When(topic__in=[Topic.DANGER, Topic.CHILD], then=0), default=1, output_field=models.IntegerField()
        )
        free = self.waiting().filter(~Exists(others)).exclude(topic__in=left).exclude(own)
        return free.order_by(urgent, "at", "id")


class Report(OfServer):
    """What somebody told us of something, signed in or not. Whoever reports is named to nobody.

    `kind` and `thing_id` name a thing of a room (things.py); both are empty where it was told in words alone.
    `could_see` says whether they saw it as they reported; the answer is the same. `reported_by` only keeps somebody
    from deciding about their own report.
    """

    kind = models.CharField(max_length=20, blank=True)
    thing_id = models.UUIDField(null=True)
    topic = models.CharField(max_length=10, choices=Topic.choices)
    words = SealedField(default="")
    reach = SealedField(default="")
    could_see = models.BooleanField()
    reported_by = models.UUIDField(null=True)
    at = models.DateTimeField()
    decision = models.ForeignKey("Decision", on_delete=models.PROTECT, null=True, related_name="reports")
    forgotten_at = models.DateTimeField(null=True)

    objects = Reports.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["at"], name="reports_that_wait", condition=Q(decision=None)),
            models.Index(fields=["kind", "thing_id"], name="reports_of_a_thing"),
        ]

    def __str__(self) -> str:
        return f"report {self.id}"


class Decision(OfServer):
    """What was decided: the elements of Art. 17 of the Digital Services Act, each told to those whom it limits.

    `until` is the end that was told (None: none); `facts` are told, so they never name who reported. `ended_at` says
    when it was taken back: then nothing of it limits anybody any more.
    """

    kind = models.CharField(max_length=20, blank=True)
    thing_id = models.UUIDField(null=True)
    limit = models.CharField(max_length=10, choices=Limit.choices)
    until = models.DateTimeField(null=True)
    rule = models.CharField(max_length=12, choices=Rule.choices, blank=True)
    facts = SealedField(default="")
    by_machine = models.BooleanField(default=False)
    in_danger = models.BooleanField(default=False)
    by = models.UUIDField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["kind", "thing_id"], name="decisions_about_a_thing")]

    def __str__(self) -> str:
        return f"decision {self.id}"


class Concerned(OfServer):
    """That a decision limits a person who has an account: they are told, and may appeal. `paused`: theirs was."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="concerned")
    person_id = models.UUIDField()
    paused = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["decision", "person_id"], name="concerned_once")]

    def __str__(self) -> str:
        return f"person {self.person_id} concerned by {self.decision_id}"


class Hold(OfServer):
    """That a thing is shown to nobody but those whose own it is. Taking the row away shows it exactly as it was.

    Rooms ask for it in `visible_to`: by `thing_id`, or by `digest`, its bytes, where they know their things so.
    """

    kind = models.CharField(max_length=20)
    thing_id = models.UUIDField()
    digest = models.BinaryField(max_length=16)
    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="hold")
    until = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["thing_id"], name="holds_of_a_thing"),
            models.Index(fields=["digest"], name="holds_by_digest"),
        ]

    def __str__(self) -> str:
        return f"hold on {self.kind} {self.thing_id}"


class Appeal(OfServer):
    """That somebody whom a decision limits asks somebody else to look again. Once, free, within six months."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="appeal")
    words = SealedField(default="")
    at = models.DateTimeField()
    answer_by = models.DateTimeField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    reason = SealedField(default="")
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"appeal {self.id}"


class ReportClaim(models.Model):
    """That a report is on one moderator's desk. It lapses by itself."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="claim")
    by = models.UUIDField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"claim of report {self.report_id}"


class LeftTopic(OfServer):
    """That a moderator leaves a topic to the others, without a reason. Undoing removes the row."""

    by = models.UUIDField()
    topic = models.CharField(max_length=10, choices=Topic.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["by", "topic"], name="a_topic_left_once")]

    def __str__(self) -> str:
        return f"{self.topic} left by {self.by}"


class DeskNote(OfServer):
    """A hand-over note from one moderator to the others. Taking it away removes the row."""

    words = SealedField(default="")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"desk note {self.id}"


class Look(OfServer):
    """That somebody of the staff looked at words that are not theirs: who, at what, when, why. For leads to read."""

    by = models.UUIDField()
    what = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    why = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-at"], name="looks_newest_first")]

    def __str__(self) -> str:
        return f"look of {self.by} at {self.subject_id}"
