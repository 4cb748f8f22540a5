"""Timed work of this room: limits end on their day, and what was written in reports is not kept for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.ground.timetable import every
from snowdrop.safeguarding.actions import take_back_decision, tell_who_wrote
from snowdrop.safeguarding.models import Decision, Report, Unmasking
from snowdrop.safeguarding.vocabulary_of_reports import WORDS_KEPT_FOR


@every(timedelta(minutes=5), "end limits whose day has come")
def end_what_is_over(now: datetime) -> None:
    """What was hidden or delayed is shown again, and a paused account can be used, from the day that was told."""
    for decision in Decision.objects.filter(ended_at=None, until__lte=now):
        take_back_decision(decision, by=None, now=now)


@every(timedelta(minutes=5), "tell those whose name was looked up")
def tell_those_who_wrote(now: datetime) -> None:
    """At once, or from the day on that was said, where a life or the law forbade it."""
    for one in Unmasking.objects.to_tell(now):
        tell_who_wrote(one, now=now)


@every(timedelta(days=1), "forget what was written in reports")
def forget_words(now: datetime) -> None:
    """A year after the decision; that there was a report, of what topic, and what was decided, stays."""
    old = Report.objects.filter(forgotten_at=None, decision__at__lte=now - WORDS_KEPT_FOR)
    for one in old.iterator(chunk_size=200):
        one.words, one.reach, one.forgotten_at = "", "", now
        one.save(update_fields=["words", "reach", "forgotten_at"])
