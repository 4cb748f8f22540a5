"""The rows of safeguarding, by noun."""

from snowdrop.safeguarding.models.crisis import Case, CaseStep, OffDuty
from snowdrop.safeguarding.models.names import Unmasking
from snowdrop.safeguarding.models.reports import (
    Appeal,
    Concerned,
    Decision,
    DeskNote,
    Hold,
    LeftTopic,
    Look,
    Report,
    ReportClaim,
)
from snowdrop.safeguarding.models.staff import Staff

__all__ = [
    "Appeal",
    "Case",
    "CaseStep",
    "Concerned",
    "Decision",
    "DeskNote",
    "Hold",
    "LeftTopic",
    "Look",
    "OffDuty",
    "Report",
    "ReportClaim",
    "Staff",
    "Unmasking",
]
