"""The rows of support groups, by noun."""

from snowdrop.support_groups.models.desk import Claim, Debrief, Duty, HandOverNote, Meeting, PassedOn, Rest
from snowdrop.support_groups.models.group import Ending, Group, Merging, OfGroup, Opening, Rules, StaffedHours
from snowdrop.support_groups.models.people import Facilitator, Invitation, Member, Mute, Persona, Removal, Request
from snowdrop.support_groups.models.writing import Decision, Post, Topic

__all__ = [
    "Claim",
    "Debrief",
    "Decision",
    "Duty",
    "Ending",
    "Facilitator",
    "Group",
    "HandOverNote",
    "Invitation",
    "Meeting",
    "Member",
    "Merging",
    "Mute",
    "OfGroup",
    "Opening",
    "PassedOn",
    "Persona",
    "Post",
    "Removal",
    "Request",
    "Rest",
    "Rules",
    "StaffedHours",
    "Topic",
]
