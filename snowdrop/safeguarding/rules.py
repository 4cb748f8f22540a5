"""Who may do what to keep people safe; each question is answered for one viewer."""

from __future__ import annotations

from datetime import datetime

from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Appeal, Decision, Report, Staff
from snowdrop.safeguarding.vocabulary_of_reports import APPEAL_UNTIL, Limit
from snowdrop.safeguarding.vocabulary_of_staff import Role


def is_moderator(viewer: Viewer) -> bool:
    """Whether the viewer may do what moderators do: moderators, and those who lead."""
    return _serves(viewer, Role.MODERATOR)


def is_lead(viewer: Viewer) -> bool:
    """Whether the viewer leads safeguarding here, as the lead or as a deputy."""
    return _serves(viewer, Role.LEAD)


def is_operator(viewer: Viewer) -> bool:
    """Whether the viewer may see how this server runs. It opens nothing of anybody's."""
    return _serves(viewer, Role.OPERATOR)


def somebody_is(role: Role) -> bool:
    """Whether there is anybody on this server who may do what this role asks for."""
    return Staff.objects.serving_as(role).exists()


def may_decide(viewer: Viewer, report: Report) -> bool:
    """A moderator may decide about what somebody else has reported."""
    return is_moderator(viewer) and report.reported_by != viewer.person_id


def can_be_appealed(decision: Decision, now: datetime) -> bool:
    """Within six months, and as long as it limits something (trust.md §5.4)."""
    limits = decision.limit != Limit.NOTHING and decision.ended_at is None
    return limits and now <= decision.at + APPEAL_UNTIL


def may_answer_appeal(viewer: Viewer, appeal: Appeal) -> bool:
    """A moderator who had no part in it: who did not decide, did not report, and is not limited by it."""
    decision = appeal.decision
    had_part = (
        decision.by == viewer.person_id
        or decision.reports.filter(reported_by=viewer.person_id).exists()
        or decision.concerned.filter(person_id=viewer.person_id).exists()
    )
    return is_moderator(viewer) and not had_part


def _serves(viewer: Viewer, role: Role) -> bool:
    return Staff.objects.serving_as(role).is_viewer(viewer).exists()
