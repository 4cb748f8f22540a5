"""What happens to comfort: it arrives, is read first, opened, kept, put back, and can be taken back or corrected."""

from snowdrop.comfort.actions.asking import address_to_mail, ask_sender
from snowdrop.comfort.actions.boxing import change_box, fill_box, let_box_go, make_box, put_into_box
from snowdrop.comfort.actions.correcting import correct, read_what_was_kept_out, sent_with, take_back
from snowdrop.comfort.actions.guarding import (
    BehindWarning,
    give_to_desk,
    is_open_to,
    keep_sealed,
    may_open,
    open_behind_warning,
    take_next_to_moderate,
)
from snowdrop.comfort.actions.keeping_away import destroy_words, keep_as_evidence, let_go_of_evidence
from snowdrop.comfort.actions.looking import let_held_pass, look_at, pass_by_rule
from snowdrop.comfort.actions.moving import AlreadyMoved
from snowdrop.comfort.actions.opening import keep_comfort, open_comfort, open_next, open_page, put_apart, put_back
from snowdrop.comfort.actions.reading_first import keep_away, keep_for_later, let_through, read_again, worry_about
from snowdrop.comfort.actions.receiving import NoRoom, Receipt, door_of, receive
from snowdrop.comfort.actions.sharing_the_desk import (
    WithAnother,
    claim,
    clear_desks,
    give_back,
    leave_note,
    pass_on,
    take_away_note,
    take_next,
    take_up,
)
from snowdrop.comfort.actions.thanking import (
    For,
    Said,
    SentBefore,
    change_thanks,
    offer_thanks,
    reach_everybody,
    send_thanks,
    take_away_thanks,
    write_thanks,
)

__all__ = [
    "AlreadyMoved",
    "BehindWarning",
    "For",
    "NoRoom",
    "Receipt",
    "Said",
    "SentBefore",
    "WithAnother",
    "address_to_mail",
    "ask_sender",
    "change_box",
    "change_thanks",
    "claim",
    "clear_desks",
    "correct",
    "destroy_words",
    "door_of",
    "fill_box",
    "give_back",
    "give_to_desk",
    "is_open_to",
    "keep_as_evidence",
    "keep_away",
    "keep_comfort",
    "keep_for_later",
    "keep_sealed",
    "leave_note",
    "let_box_go",
    "let_go_of_evidence",
    "let_held_pass",
    "let_through",
    "look_at",
    "make_box",
    "may_open",
    "offer_thanks",
    "open_behind_warning",
    "open_comfort",
    "open_next",
    "open_page",
    "pass_by_rule",
    "pass_on",
    "put_apart",
    "put_back",
    "put_into_box",
    "reach_everybody",
    "read_again",
    "read_what_was_kept_out",
    "receive",
    "send_thanks",
    "sent_with",
    "take_away_note",
    "take_away_thanks",
    "take_back",
    "take_next",
    "take_next_to_moderate",
    "take_up",
    "worry_about",
    "write_thanks",
]
