"""Whether somebody of a group is there now, and when next, by the clocks of whoever looks (domain.md G6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from snowdrop.ground.zones import local_hour
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups.hours import Span, next_span, span_now, spans_around
from snowdrop.support_groups.models import Group
from snowdrop.support_groups.rules import is_looked_after, staffed

_SHOWN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Presence:
    """The sign: whether somebody is there, the sentence that says so, the hours of the coming week, the zone.

    `goes_slowly`: neither is anybody who leads safeguarding, so that time has to lie between two texts.
    """

    is_there: bool
    goes_slowly: bool
    sentence: str
    hours: tuple[str, ...]
    zone: str


def zone_of(viewer: Viewer, group: Group) -> str:
    """The time zone of whoever looks, as they have said it; else that of the group."""
    if not viewer.is_signed_in:
        return group.zone
    kept = Person.objects.filter(pk=viewer.person_id).values_list("time_zone", flat=True).first()
    return kept or group.zone


def presence_of(viewer: Viewer, group: Group, *, now: datetime) -> Presence:
    """The sign of a group for one viewer. Hours that nobody has taken, or whose facilitators rest, do not count."""
    zone, hours = zone_of(viewer, group), staffed(group)
    here, then = span_now(hours, now), next_span(hours, now)
    return Presence(
        is_there=here is not None,
        goes_slowly=not is_looked_after(group, now),
        sentence=_sentence(here, then, zone, now),
        hours=tuple(span_in_words(span, zone) for span in spans_around(hours, now) if _is_shown(span, now)),
        zone=zone.replace("_", " "),
    )


def span_in_words(span: Span, zone: str) -> str:
    """As in “Tuesday 1 December, 19:00 to 21:00”, by the clocks of a zone."""
    begins, ends = local_hour(span.begins, zone), local_hour(span.ends, zone)
    said = {"day": date_format(begins, "l j F"), "from": date_format(begins, "H:i"), "to": date_format(ends, "H:i")}
    return _("%(day)s, %(from)s to %(to)s") % said


def _sentence(here: Span | None, then: Span | None, zone: str, now: datetime) -> str:
    if here:
        until = date_format(local_hour(here.ends, zone), "H:i")
        return _("Somebody of us is here until %(hour)s.") % {"hour": until}
    if then is None:
        return _("Nobody of us is here at the moment, and we cannot say when next.")
    begins = local_hour(then.begins, zone)
    is_today = begins.date() == local_hour(now, zone).date()
    said = {"hour": date_format(begins, "H:i"), "day": date_format(begins, "l")}
    if is_today:
        return _("Nobody of us is here until %(hour)s today.") % said
    return _("Nobody of us is here until %(day)s at %(hour)s.") % said


def _is_shown(span: Span, now: datetime) -> bool:
    return span.ends > now and span.begins < now + _SHOWN


def too_soon_words(viewer: Viewer, group: Group, until: datetime, now: datetime) -> str:
    """What is said to somebody who writes faster than the group goes now; their words are still there."""
    hour = date_format(local_hour(until, zone_of(viewer, group)), "H:i")
    if not is_looked_after(group, now):
        return _(
            "Nobody of us is here now, so the group goes slowly. You can send it from %(hour)s on; it is still here."
        ) % {"hour": hour}
    return _("This group goes slowly, so that each is heard. You can send it from %(hour)s on.") % {"hour": hour}
