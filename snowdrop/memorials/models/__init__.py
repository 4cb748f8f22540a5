"""The rows of a memorial, by noun: the memorial and its people, whom it remembers, how others are let in."""

from snowdrop.memorials.models.helping import ChangeOfPart, Offer, Resignation, Rest, Voice
from snowdrop.memorials.models.indexing import Indexing
from snowdrop.memorials.models.keeping import Answer, Freeze, HandOver, Succession, Successor, Told
from snowdrop.memorials.models.letting_in import (
    Brought,
    Circle,
    Invitation,
    Knock,
    Member,
    NotNow,
    PrivateLink,
    RequestToSee,
    ShownTo,
)
from snowdrop.memorials.models.memorial import (
    Block,
    Contribution,
    Contributions,
    Deletion,
    Grant,
    Helper,
    Keeper,
    Memorial,
    OfMemorial,
    Opening,
    OpenPage,
    Publication,
    every_kind,
    is_granted_to,
    is_helped_by,
    is_kept_by,
    is_open_to,
)
from snowdrop.memorials.models.our_days import Day, DayTakenAway
from snowdrop.memorials.models.quiet import CameBack, Quiet
from snowdrop.memorials.models.reading import ReadingRule
from snowdrop.memorials.models.remembered import Remembered
from snowdrop.memorials.models.timing import Plan, TakenBack

__all__ = [
    "Answer",
    "Block",
    "Brought",
    "CameBack",
    "ChangeOfPart",
    "Circle",
    "Contribution",
    "Contributions",
    "Day",
    "DayTakenAway",
    "Deletion",
    "Freeze",
    "Grant",
    "HandOver",
    "Helper",
    "Indexing",
    "Invitation",
    "Keeper",
    "Knock",
    "Member",
    "Memorial",
    "NotNow",
    "OfMemorial",
    "Offer",
    "OpenPage",
    "Opening",
    "Plan",
    "PrivateLink",
    "Publication",
    "Quiet",
    "ReadingRule",
    "Remembered",
    "RequestToSee",
    "Resignation",
    "Rest",
    "ShownTo",
    "Succession",
    "Successor",
    "TakenBack",
    "Told",
    "Voice",
    "every_kind",
    "is_granted_to",
    "is_helped_by",
    "is_kept_by",
    "is_open_to",
]
