"""A meeting as a calendar file (RFC 5545), for whatever calendar somebody has. It asks nothing of anybody's server."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from snowdrop.support_groups.models import Meeting


def calendar_file(meeting: Meeting, *, neutral_title: str = "", now: datetime) -> bytes:
    """The file. `neutral_title` stands for the title and the name of the group, for whoever shares a calendar.

    The place stays, for without it the entry is of no use; it names no alarm and nobody who takes part.
    """
    event = Event()
    event.add("uid", f"{meeting.pk}@snowdrop")
    event.add("dtstamp", now)
    event.add("dtstart", meeting.begins)
    event.add("dtend", meeting.begins + timedelta(minutes=meeting.minutes))
    event.add("summary", neutral_title or f"{meeting.title} ({meeting.group.name})")
    event.add("location", meeting.where)
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Snowdrop//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
