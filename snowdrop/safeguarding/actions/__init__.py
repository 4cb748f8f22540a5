"""The acts of safeguarding, by noun."""

from snowdrop.safeguarding.actions.appealing import AlreadyAnswered, TooLate, answer_appeal, appeal
from snowdrop.safeguarding.actions.crisis import (
    NeedsAnother,
    answer_case,
    be_on_duty,
    close_case,
    note_step,
    open_case,
    take_case,
)
from snowdrop.safeguarding.actions.deciding import AlreadyDecided, NothingToLimit, decide, take_back_decision
from snowdrop.safeguarding.actions.desk import (
    give_back_report,
    leave_note,
    leave_topics,
    look_at,
    take_away_note,
    take_next_report,
)
from snowdrop.safeguarding.actions.naming_staff import end_staff, name_staff
from snowdrop.safeguarding.actions.reporting import report
from snowdrop.safeguarding.actions.unmasking import (
    NobodyElse,
    NotHidden,
    NotOpen,
    answer_unmasking,
    ask_who_wrote,
    open_name,
    tell_who_wrote,
    withdraw_unmasking,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyDecided",
    "NeedsAnother",
    "NobodyElse",
    "NotHidden",
    "NotOpen",
    "NothingToLimit",
    "TooLate",
    "answer_appeal",
    "answer_case",
    "answer_unmasking",
    "appeal",
    "ask_who_wrote",
    "be_on_duty",
    "close_case",
    "decide",
    "end_staff",
    "give_back_report",
    "leave_note",
    "leave_topics",
    "look_at",
    "name_staff",
    "note_step",
    "open_case",
    "open_name",
    "report",
    "take_away_note",
    "take_back_decision",
    "take_case",
    "take_next_report",
    "tell_who_wrote",
    "withdraw_unmasking",
]
