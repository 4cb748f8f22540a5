"""The matrix: who gets what at every address (trust.md T01). An address without a row fails the build.

A new address needs one row here: who may, what they get for GET and for POST, and, if its door stands open to people
who have not signed in, why.
"""

from __future__ import annotations

from typing import Final

from tests.house.matrix_of_strangers import OF_STRANGERS
from tests.house.rows import Row
from tests.house.who import (
    SIGNED_IN,
    anybody,
    family,
    family_before_everybody,
    family_in_the_open,
    first_readers,
    helper,
    helpers,
    holders,
    member_whom_it_is_open_to,
    nobody_at_all,
    nobody_known,
    not_kept_out,
    one_keeper,
    other_keeper,
    people,
    speaker,
    visitors,
    welcomer,
    who_look_after_dates,
    who_look_after_people,
)

_GUESTS: Final = "guests send comfort without an account"
_SENDERS: Final = "whoever holds the sender's secret address has sent it"
_PAGE: Final = "the publication decides who sees the page"
_SIGNING_IN: Final = "the way in"
_EVERYBODY: Final = "holds nothing of anybody"
_NO_DAYS: Final = {"days-TOTAL_FORMS": "0", "days-INITIAL_FORMS": "0"}
_WELCOME: Final = {"kinds": "flower", "faith_welcome": "", "on_the_page": "meadow"}
_SOMEBODY_NEW: Final = {"name": "Lou", "way": "mail", "address": "lou@example.org"}
_DAY: Final = {"day": "2031-03-14", "hour": "09:00", "zone": "Europe/Berlin"}
_A_HELPER: Final = {"name": "Jonas", "to": "helper", "scopes": "read-first", "way": "by-hand"}
_TOLD: Final = {
    **dict.fromkeys(("waits", "to-read", "asking", "news"), "off"),
    "hour": "8",
    "weekday": "0",
    "zone": "UTC",
}
_WORDS: Final = {"title": "Wren", "words": "", "language": "en", "flower": "daisy"}
_PENS: Final = {"letter_id": "01890000-0000-7000-8000-000000000001", "pen": "01890000-0000-7000-8000-000000000002"}
_A_DAY: Final = {"name": "The lake", "month": "3", "day": "14", "every_year": "yes"}
_SPOKEN: Final = {
    "spoken_id": "01890000-0000-7000-8000-000000000003",
    "pen": "01890000-0000-7000-8000-000000000004",
    "audience": "helpers",
}

TABLE: Final[dict[str, Row]] = {
    # Pages that join rooms
    "home": Row(anybody, get=200, open_because=_EVERYBODY),
    "about": Row(anybody, get=200, open_because=_EVERYBODY),
    "source": Row(anybody, get=200, open_because="the licence gives it to everybody"),
    "help": Row(anybody, get=200, post=302, body={"country": "GB"}, open_because=_EVERYBODY),
    "leave": Row(anybody, get=302, open_because="leaving must never ask for anything"),
    "come_back": Row(anybody, post=302, body={"next": "/"}, open_because=_EVERYBODY),
    "discreet_look": Row(anybody, get=200, post=302, body={"here": "on", "by_key": "on"}, open_because=_EVERYBODY),
    "robots": Row(anybody, get=200, open_because="search engines are told to stay away"),
    "scheme": Row(anybody, post=302, body={"scheme": "night", "next": "/"}, open_because=_EVERYBODY),
    "memorial": Row(visitors, get=200, open_because=_PAGE, kept_for=nobody_known),
    "patterns": Row(anybody, get=200, open_because="there only while developing; holds nothing of anybody"),
    "mailbox": Row(anybody, get=200, open_because="there only while developing"),
    # People
    "sign_in": Row(
        anybody,
        get=200,
        post=302,
        body={"email": "new@example.org"},
        open_because=_SIGNING_IN,
        but={f"{cast} GET": 302 for cast in SIGNED_IN},
    ),
    "sign_in_code": Row(anybody, get=302, post=302, body={"code": "1234-5678"}, open_because=_SIGNING_IN),
    "sign_in_with_passkey": Row(anybody, get=200, post=302, open_because=_SIGNING_IN),
    "sign_out": Row(anybody, post=302, open_because="leaving twice is fine"),
    "sign_out_device": Row(helper, post=302),
    "sign_out_elsewhere": Row(people, post=302),
    "sign_out_everywhere": Row(people, post=302),
    "say_name": Row(people, get=200, post=302, body={"name": "Mira"}),
    "you": Row(people, get=200, post=302, body={"name": "Mira"}),
    "add_passkey": Row(one_keeper, get=200, post=302),
    "remove_passkey": Row(helper, get=200, post=302),
    # A memorial's own rooms
    "my_memorials": Row(people, get=200),
    "open_memorial": Row(people, get=200, post=302),
    "describe_memorial": Row(family, get=200, post=302, body=_WORDS),
    "remembereds": Row(family, get=200),
    "remember": Row(family, get=200, post=302, body={"names": "Bo"}),
    "change_remembered": Row(family, get=200, post=302, body={"names": "Bo", **_NO_DAYS}),
    "move_remembered": Row(family, post=302, body={"to": "earlier"}),
    "take_away_remembered": Row(family, get=200, post=302),
    "publication": Row(family, get=200, post=302, body={"to": "keepers"}),
    "see_as": Row(family, get=200),
    "seen_as": Row(family, get=200),
    "seen_as_person": Row(family, get=200),
    "take_back_memorial": Row(family, post=302),
    "open_page_again": Row(family, post=302),
    "page_day": Row(family, get=200, post=200, body={"to": "everybody", **_DAY}),  # asks once more
    "let_go_of_page_day": Row(family, post=302),
    "open_page_now": Row(family_before_everybody, post=302),
    "be_found": Row(family_in_the_open, get=200, post=302),
    "be_found_no_more": Row(family, post=302),
    "private_links": Row(family, get=200, post=302, body={"name": "Our choir"}),
    "take_back_link": Row(family, get=200, post=302),
    "cards": Row(family, get=200),
    "people": Row(who_look_after_people, get=200),
    "invite": Row(who_look_after_people, get=200, post=200, body=_A_HELPER),  # a helper may invite no helper
    "person_let_in": Row(family, get=200),
    "shut_the_door": Row(family, get=200, post=302),
    "circles": Row(family, get=200, post=302, body={"name": "Choir"}),
    "circle": Row(family, get=200, post=302, body={"name": "Choir"}),
    "call_family": Row(family, post=302, body={"family": "yes"}),
    "delete_circle": Row(family, get=200, post=302),
    "put_into_circle": Row(family, post=200),  # nobody is chosen
    "take_out_of_circle": Row(family, get=200, post=302),
    "leave_circles": Row(member_whom_it_is_open_to, get=200, post=302),
    "helpers": Row(family, get=200),
    "helper": Row(family, get=200, post=302, body={"scopes": "people"}),
    "helper_voice": Row(family, get=200, post=302, body={"up_to": "helpers", "waits": "yes"}),
    "end_helping": Row(first_readers, get=200, post=302),  # of the helper who reads first
    "helping": Row(helpers, get=200),
    "rest": Row(helpers, post=302, body={"until": ""}),
    "end_rest": Row(helpers, post=302),
    "help_again": Row(nobody_at_all, post=302),  # while nobody has stopped helping a short while ago
    "note_change_read": Row(helpers, post=302),
    "invitations": Row(family, get=200),
    "invite_again": Row(family, get=200, post=200),
    "let_in": Row(family, post=302),
    "take_back_invitation": Row(family, get=200, post=302),
    "welcome": Row(family, get=200, post=302, body=_WELCOME),
    # Whom the family keeps out, and who asks to see
    "blocks": Row(family, get=200, post=302, body={"names": "Lou"}),
    "take_back_block": Row(family, get=200, post=302),
    "keep_person_out": Row(family, get=200, post=302),
    "ask_to_see": Row(
        anybody,
        get=200,
        post=200,
        body={"name": "Lou", "address": "lou@example.org"},
        open_because="it says the same at every address",
        leads_on=visitors,
    ),
    "requests_to_see": Row(who_look_after_people, get=200),
    "requests_set_aside": Row(who_look_after_people, get=200),
    "request_to_see": Row(who_look_after_people, get=200, post=200),  # no circle is chosen
    "bring_to_family": Row(welcomer, post=302),
    "answer_not_now": Row(who_look_after_people, post=302),
    "take_up_again": Row(who_look_after_people, post=302),
    "keep_asker_out": Row(family, get=200, post=302),
    "allow_helpers": Row(family, post=302, body={"allowed": "yes"}),
    # Keeping it together
    "keepers": Row(family, get=200),
    "answer_invitation": Row(other_keeper, post=302, body={"answer": "no"}),
    "resign": Row(family, get=200, post=302),
    "hand_over": Row(family, get=200, post=302, body=_SOMEBODY_NEW),
    "stay": Row(family, post=302),
    "freeze": Row(family, post=302),
    "lift_freeze": Row(family, post=302),
    "successor": Row(family, get=200, post=302, body={"name": "Lou"}),
    "name_nobody": Row(one_keeper, get=200, post=302),
    "stop_succession": Row(family, post=302),
    "our_days": Row(who_look_after_dates, get=200),
    "put_in_day": Row(who_look_after_dates, get=200, post=302, body=_A_DAY),
    "change_day": Row(who_look_after_dates, get=200, post=302, body=_A_DAY),
    "take_away_day": Row(who_look_after_dates, post=302),
    "put_back_day": Row(who_look_after_dates, post=302),
    "let_go_of_day": Row(family, get=200, post=302),
    "quiet": Row(family, get=200, post=302, body={"for_all": "me"}),
    "end_quiet": Row(family, post=302),
    "deletion": Row(family, get=200, post=302, body={"when": "later"}),
    "take_back_deletion": Row(family, post=302),
    "answer_deletion": Row(nobody_at_all, post=302),  # while nobody has asked for one
    "succeed": Row(anybody, get=200, post=200, open_because="it says the same to everybody, whatever the address is"),
    "succeed_by_address": Row(people, get=200, post=200),
    "keepsake": Row(family, get=200, post=200, but={"other_keeper POST": 302}),  # shows first who they are
    "invitation": Row(
        not_kept_out,
        get=200,
        post=302,
        open_because="an invitation is read before one signs in; accepting asks to sign in",
        but={f"{cast} POST": 200 for cast in ("nobody", "friend", "former_friend")},
    ),
    "private_link": Row(holders, get=302, open_because="a private link is exchanged for a cookie"),
    # What the family shares
    "tributes": Row(family, get=200),
    "move_tribute": Row(family, post=302, body={"way": "later"}),
    "tribute_day": Row(family, get=200, post=200, body={"to": "everybody", **_DAY}),  # asks once more
    "let_go_of_tribute_day": Row(family, post=302),
    "show_tribute_now": Row(family, post=302),
    "take_back_tribute": Row(family, post=302),
    "show_tribute_again": Row(family, post=302),
    "write_letter": Row(family, get=200, post=302, body={"words": "Dear Wren", "audience": "keepers", **_PENS}),
    "letter": Row(family, get=200, post=302, body={"words": "Dear Wren"}),
    "take_away_letter": Row(family, get=200, post=302),
    "put_back_letter": Row(family, post=302),
    "let_go_of_unfinished": Row(family, get=200, post=302),
    "show_years": Row(family, post=302, body={"by_year": "yes"}),
    "versions": Row(one_keeper, get=200),
    "version": Row(one_keeper, get=200),
    "bring_back_version": Row(one_keeper, post=302),
    "let_go_of_version": Row(one_keeper, get=200, post=302),
    "let_go_of_versions": Row(one_keeper, get=200, post=302),
    "said_for_us": Row(family, get=200),
    "said": Row(family, get=200),
    "say_yes": Row(family, post=302),  # no words are named: nothing is done
    "say_not_now": Row(family, post=302),
    "take_over": Row(family, get=200, post=302, body={"mark": "begun"}),
    "give_back": Row(one_keeper, post=302),
    "speaking": Row(speaker, get=200),
    "speak": Row(speaker, get=200, post=302, body={"words": "For them", "name": "Jonas", **_SPOKEN}),
    "spoken": Row(speaker, get=200, post=302, body={"words": "For them", "name": "Jonas"}),
    "do_not_ask": Row(speaker, post=302),
    "let_go_of_writing": Row(speaker, get=200, post=302),
    "add_photos": Row(family, get=200, post=200),
    "photo": Row(family, get=200, post=302),
    "take_away_photo": Row(family, get=200, post=302),
    "put_back_photo": Row(family, post=302),
    "original": Row(family, get=200),
    "picture": Row(visitors, get=200, open_because=_PAGE, kept_for=anybody),
    "cover": Row(family, get=200, post=302),
    "add_clip": Row(family, get=200, post=200),
    "clip": Row(family, get=200, post=302),
    "captions": Row(family, get=200, post=302, body={"language": "en"}),
    "take_away_clip": Row(family, get=200, post=302),
    "put_back_clip": Row(family, post=302),
    "original_clip": Row(family, get=200),
    "clip_bytes": Row(visitors, get=200, open_because=_PAGE, kept_for=anybody),
    "arrivals": Row(family, post=412),  # says nothing of the protocol that it speaks
    "arrival": Row(one_keeper, get=200),  # who sends it
    # Comfort
    "send_comfort": Row(
        visitors, get=200, post=303, body={"kind": "flower"}, open_because=_GUESTS, kept_for=nobody_known
    ),
    "gentle_notes": Row(visitors, post=200, body={"text": "Thinking of you"}, open_because=_GUESTS),
    "older_comfort": Row(visitors, get=200, open_because=_PAGE, kept_for=nobody_known),
    "received": Row(anybody, get=200, open_because=_SENDERS),
    "correct_comfort": Row(anybody, get=200, post=303, body={"words": "Other words"}, open_because=_SENDERS),
    "take_back_comfort": Row(anybody, get=200, post=303, open_because=_SENDERS),
    "thanks": Row(family, get=200),
    "write_thanks": Row(family, get=200, post=302, body={"words": "Thank you", "who": "all"}),
    "change_thanks": Row(family, get=200, post=302, body={"words": "Thank you", "who": "all"}),
    "send_thanks": Row(family, get=200, post=302),
    "take_away_thanks": Row(family, get=200, post=302),
    "add_picture_to_thanks": Row(family, get=200, post=200),
    "add_voice_to_thanks": Row(family, get=200, post=200),
    "describe_given": Row(family, get=200, post=302),
    "take_given_away": Row(family, post=302),
    "arrivals_for_thanks": Row(family, post=412),  # says nothing of the protocol that it speaks
    "arrival_for_thanks": Row(one_keeper, get=200),  # who sends it
    "thanks_bytes": Row(visitors, get=200, open_because=_PAGE, kept_for=anybody),
    "read_thanks_bytes": Row(not_kept_out, get=200, open_because="whoever is thanked sees it without an account"),
    "read_thanks": Row(not_kept_out, get=200, open_because="whoever is thanked reads it without an account"),
    "notices": Row(people, get=200, post=302, body=_TOLD),
    "notices_seen": Row(people, post=302),
    "try_mailbox_again": Row(people, post=302),
    "follow": Row(visitors, get=200, post=302, body={"address": "lou@example.org"}, open_because=_PAGE),
    "confirm_follow": Row(anybody, get=200, post=200, open_because="a guest shows that an address is theirs"),
    "stop_mails": Row(anybody, get=200, post=200, open_because="whoever reads the mail may stop such mails"),
    "reading": Row(first_readers, get=200),
    "set_aside": Row(first_readers, get=200),
    "decide": Row(first_readers, get=200, post=302, body={"decision": "through"}),
    "read_again": Row(first_readers, post=302),
    "open_behind_warning": Row(nobody_at_all, post=302),  # where somebody moderates, they read it first
    "moderating": Row(nobody_at_all, get=200),  # nobody of them moderates this server
    "give_to_desk": Row(nobody_at_all, post=302),
    "keep_sealed": Row(nobody_at_all, get=200, post=302, body={"because": "cruel"}),
    "first_reading": Row(family, get=200, post=302, body={"choice": "somebody"}),
    "let_held_pass": Row(family, post=302),
    "evidence": Row(family, get=200, post=200, but={"other_keeper POST": 302}),  # shows first who they are
    "keep_as_evidence": Row(first_readers, post=302),
    "let_go_of_evidence": Row(first_readers, post=302),
    "ask_sender": Row(first_readers, get=200, post=302, body={"sentences": "advice"}),
    "take_up": Row(first_readers, post=302),
    "leave_desk": Row(first_readers, post=302),
    "notes_at_desk": Row(first_readers, get=200, post=302, body={"words": "Two of them are from school."}),
    "take_away_note": Row(first_readers, post=302),
    "waiting_room": Row(family, get=200),
    "open_comfort": Row(family, post=302),
    "make_box": Row(family, get=200, post=302, body={"name": "His birthday"}),
    "box": Row(family, get=200, post=302, body={"name": "His birthday"}),
    "fill_box": Row(family, post=302),
    "let_box_go": Row(family, get=200, post=302),
    "put_into_box": Row(family, post=404),  # no box is named
    "opened": Row(family, get=200),
    "opened_comfort": Row(family, get=200),
    "move_comfort": Row(family, post=302, body={"to": "apart"}),
    "quiet_page": Row(family, get=200, post=302),
    **OF_STRANGERS,
}
"""By the name of the address. The letter asked for is for keepers only, photo and clip for everybody who may open the
page; test_side_doors.py tries all the others."""
