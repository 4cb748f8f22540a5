"""Those who keep people safe, reports and decisions: all made by the real acts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from snowdrop.ground.ids import new_secret
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.safeguarding import actions
from snowdrop.safeguarding.models import Decision, Report
from snowdrop.safeguarding.things import Nothing, Thing
from snowdrop.safeguarding.vocabulary_of_reports import Limit, Rule, Topic
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.world.cast import NOON, a_person


def a_trusted(name: str, role: Role = Role.MODERATOR) -> Viewer:
    """Somebody whom the operator has named."""
    viewer = a_person(name)
    actions.name_staff(Person.objects.get(pk=viewer.person_id), role, now=NOON)
    return viewer


def reported(thing: Thing = Nothing, *, by: Viewer = NOBODY_KNOWN, now: datetime = NOON, **said: Any) -> Report:
    """A report of a thing."""
    given = {"topic": Topic.CRUEL, "words": "It attacks my sister.", "reach": "", "once": new_secret()}
    return actions.report(by, thing, now=now, **(given | said))


def decided(
    moderator: Viewer, one: Report, limit: Limit = Limit.HIDDEN, *, now: datetime = NOON, **said: Any
) -> Decision:
    """A decision about a report, with all that is owed of it."""
    lasts = {"until": now + timedelta(days=7)} if limit in (Limit.DELAYED, Limit.PAUSED) else {"until": None}
    given: dict[str, Any] = {"rule": Rule.KIND, "facts": "It calls somebody by names.", **lasts}
    return actions.decide(moderator, one, limit=limit, now=now, **(given | said))
