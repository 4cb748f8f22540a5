"""The rows of what people do beside a memorial: keeping people safe, stories, support groups."""

from __future__ import annotations

from typing import Final

from tests.house.rows import Row
from tests.house.who import (
    anybody,
    facilitators,
    in_the_group,
    may_ask_the_group,
    nobody_at_all,
    one_keeper,
    people,
)

_SENDERS: Final = "whoever holds the sender's secret address has sent it"
_REPORTING: Final = "anybody may tell what is wrong, and nobody is told whether there is anything"
_STAFF: Final = nobody_at_all
"""Those who keep people safe are none of the cast; tests/safeguarding/test_desk.py goes through these doors."""
_OPERATOR: Final = nobody_at_all
"""Whoever runs the server is none of the cast; tests/engine_room goes through this door."""

_READING: Final = "stories are told to everybody on purpose; reading needs no account"
_A_STORY: Final = {
    "words": "We planted a pear tree.",
    "step": "nobody",
    "reader": "server",
    "story_id": "01890000-0000-4000-8000-000000000003",
    "pen": "01890000-0000-4000-8000-000000000004",
    "pen_before": "01890000-0000-4000-8000-000000000005",
}
_REPORT: Final = {"topic": "other", "words": "It is not theirs."}

OF_STRANGERS: Final[dict[str, Row]] = {
    # Keeping people safe
    "report": Row(anybody, get=200, post=302, body=_REPORT, open_because=_REPORTING),
    "report_thing": Row(anybody, get=200, post=302, body=_REPORT, open_because=_REPORTING),
    "reported": Row(anybody, get=200, open_because="whoever holds the secret address has reported it"),
    "decision": Row(
        anybody,
        get=200,
        post=302,
        body={"words": "It is not so."},
        open_because="whoever holds the secret address is limited by it",
    ),
    "year_told": Row(anybody, get=200, open_because="what was decided is told to everybody"),
    "this_year_told": Row(anybody, get=302, open_because="what was decided is told to everybody"),
    "safety_desk": Row(_STAFF, get=200),
    "safety_rest": Row(_STAFF, get=200),
    "decide_report": Row(_STAFF, post=302),
    "return_report": Row(_STAFF, post=302),
    "leave_desk_note": Row(_STAFF, post=302),
    "take_away_desk_note": Row(_STAFF, post=302),
    "safety_topics": Row(_STAFF, get=200, post=302),
    "safety_appeal": Row(_STAFF, get=200, post=302),
    "safety_audit": Row(_STAFF, get=200),
    "safety_cases": Row(_STAFF, get=200),
    "safety_case": Row(_STAFF, get=200, post=302),
    "take_safety_case": Row(_STAFF, post=302),
    "safety_duty": Row(_STAFF, post=302),
    "safety_names": Row(_STAFF, get=200),
    "ask_who_wrote": Row(_STAFF, get=200, post=302),
    "safety_name": Row(_STAFF, get=200, post=302),
    "withdraw_name": Row(_STAFF, post=302),
    "open_name": Row(_STAFF, post=200),
    "name_looked_up": Row(anybody, get=200, open_because="whoever holds the secret address is told of it"),
    "engine_room": Row(_OPERATOR, get=200),
    # Stories
    "stories": Row(anybody, get=200, post=302, body={"words": "twins"}, open_because=_READING),
    "found_stories": Row(anybody, get=200, open_because=_READING),
    "forget_given": Row(anybody, post=302, open_because="it lies in this browser alone"),
    "remember_given": Row(people, post=302),
    "story": Row(anybody, get=200, open_because=_READING),
    "hide_kind": Row(anybody, post=302, body={"kind": "note faith"}, open_because=_READING),
    "answer_story": Row(anybody, post=302, body={"kind": "me-too", "once": "0" * 32}, open_because=_READING),
    "words_to_author": Row(
        anybody, get=200, post=302, body={"words": "Thank you", "once": "1" * 32}, open_because=_READING
    ),
    "take_back_answer": Row(anybody, post=302, open_because=_SENDERS),
    "own_stories": Row(people, get=200),
    "new_story": Row(people, get=200, post=302, body=_A_STORY),
    "leave_stories": Row(people, get=200, post=302, body={"go": "on"}, but={"keeper POST": 422}),  # says nothing of it
    "own_story": Row(one_keeper, get=200),
    "write_story": Row(one_keeper, get=200, post=422, body=_A_STORY),  # another window has written meanwhile
    "move_story": Row(one_keeper, post=302, body={"step": "pen-name", "called": "Heron"}),
    "take_back_story": Row(one_keeper, post=302),
    "put_back_story": Row(one_keeper, post=302),
    "delete_story": Row(one_keeper, get=200, post=302),
    "answers_to_story": Row(one_keeper, get=200),
    "put_words_away": Row(one_keeper, post=302),
    "read_stories": Row(nobody_at_all, get=200, post=302),  # nobody of the cast was asked to
    "words_by_secret": Row(
        anybody, get=200, post=404, open_because="whoever has the address reads first for its author"
    ),  # no words are named
    # Support groups: the keepers look after one, the member is in it
    "support_groups": Row(anybody, get=200, open_because="it says what each group is for, and nothing else"),
    "support_group": Row(anybody, get=200, open_because="outside there is only the door"),
    "make_group": Row(nobody_at_all, get=200, post=302),
    "group_debriefs": Row(nobody_at_all, get=200),
    "accept_facilitating": Row(people, get=200, post=200),
    "ask_to_join": Row(may_ask_the_group, get=200, post=200),
    "take_back_group_request": Row(people, post=302),
    "group_rules": Row(in_the_group, get=200, post=200),
    "start_topic": Row(in_the_group, get=200, post=302, body={"title": "Hello", "words": "A tree."}),
    "group_topic": Row(in_the_group, get=200, post=302, body={"words": "A tree."}),
    "change_post": Row(one_keeper, get=200, post=302, body={"title": "Hello", "words": "A tree."}),
    "post_sent": Row(one_keeper, get=200),
    "take_back_post": Row(one_keeper, get=200, post=302),
    "show_post_again": Row(one_keeper, post=302),
    "own_place": Row(in_the_group, get=200),
    "own_words": Row(in_the_group, get=200),
    "choose_pregnancy": Row(in_the_group, post=302),
    "leave_group": Row(in_the_group, get=200, post=200),
    "stop_facilitating": Row(facilitators, get=200, post=302),
    "mute": Row(in_the_group, post=302),
    "unmute": Row(in_the_group, post=302),
    "come_along": Row(in_the_group, get=200, post=200),
    "meeting_file": Row(in_the_group, get=200),
    "group_desk": Row(facilitators, get=200),
    "leave_group_desk": Row(facilitators, post=302),
    "take_up_in_group": Row(facilitators, post=302),
    "rest_from_group": Row(facilitators, post=302, body={"rest": "over"}),
    "group_notes": Row(facilitators, get=200, post=200),
    "take_away_group_note": Row(facilitators, post=302),
    "group_duty": Row(facilitators, get=200, post=302),
    "announce_meeting": Row(facilitators, get=200, post=200),
    "take_away_meeting": Row(facilitators, post=302),
    "group_people": Row(facilitators, get=200),
    "take_out_of_group": Row(facilitators, get=200, post=200),
    "answer_debrief": Row(one_keeper, get=200, post=302),
    "decide_in_group": Row(facilitators, get=200, post=302, body={"decision": "pass-on"}),
    "ask_author": Row(facilitators, get=200, post=200),
    "hold_back_post": Row(facilitators, get=200, post=200),
    "not_this_time": Row(facilitators, get=200, post=200),
    "put_back_post": Row(facilitators, post=302),
    "arrange_group": Row(facilitators, get=200),
    "describe_group": Row(facilitators, get=200, post=200),
    "set_group_rules": Row(facilitators, get=200, post=200),
    "set_group_hours": Row(facilitators, get=200, post=200),
    "take_away_group_hours": Row(facilitators, post=302),
    "invite_facilitator": Row(facilitators, get=200, post=200),
    "open_group": Row(facilitators, post=302),
    "end_group": Row(facilitators, get=200, post=302),
    "keep_group": Row(facilitators, get=200, post=302),
    "ask_to_merge": Row(facilitators, get=200, post=200),
    "agree_to_merging": Row(facilitators, get=200, post=302),
}
"""By the name of the address; merged into the one table (matrix.py)."""
