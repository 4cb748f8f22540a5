"""Reporting: anybody may tell us of something, signed in or not, and gets the same answer whatever it is."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import things
from snowdrop.safeguarding.actions.crisis import open_case
from snowdrop.safeguarding.models import Report
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_reports import Topic


def id_of_once(once: str) -> UUID:
    """The id of the report that one form makes, however often it is sent; the id does not tell the token."""
    return UUID(bytes=hashlib.sha256(once.encode()).digest()[:16])


@transaction.atomic
def report(viewer: Viewer, thing: Thing, *, topic: Topic, words: str, reach: str, once: str, now: datetime) -> Report:
    """Keeps a report of a thing, or of what is told in words alone. The same token again is the same report.

    Whether the reporter may see the thing, and whether it is there, changes nothing of what happens and is answered.
    Where somebody may be in danger a case is opened in the same moment. The journal does not name who reported.
    """
    said = {"words": words, "reach": reach, "reported_by": viewer.person_id, "at": now}
    about = {"kind": thing.kind, "thing_id": thing.id if thing.kind else None, "could_see": things.sees(viewer, thing)}
    one, is_new = Report.objects.get_or_create(pk=id_of_once(once), defaults={"topic": topic, **about, **said})
    if is_new:
        journal.write("report.made", actor=None, subject_id=one.pk, memorial_id=None, now=now)
        if topic in (Topic.DANGER, Topic.CHILD):
            open_case(Thing("report", one.pk), Crisis.HIGH, now=now)
    return one
