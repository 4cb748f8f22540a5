"""The things of this room itself: a report can tell that somebody is in danger, and a case is then about the report."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from snowdrop.ground.words import paragraphs_of
from snowdrop.safeguarding.models import Report
from snowdrop.safeguarding.things import Description, Kind, Thing, bring_kind, describe
from snowdrop.safeguarding.vocabulary_of_reports import Topic


def _describe(report_id: UUID) -> Description | None:
    one = Report.objects.filter(pk=report_id, forgotten_at=None).first()
    if one is None:
        return None
    thing = describe(Thing(one.kind, one.thing_id)) if one.thing_id else None
    paragraphs = (str(Topic(one.topic).label), *paragraphs_of(one.words), *(thing.paragraphs if thing else ()))
    return Description(
        label=str(_("A report")), paragraphs=paragraphs, memorial_id=thing.memorial_id if thing else None
    )


REPORT = bring_kind(Kind("report", _("A report"), sees=lambda viewer, report_id: False, describe=_describe))
