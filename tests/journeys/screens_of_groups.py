"""The screens of support groups: name, address, who looks, and whether they press the last button first."""

from __future__ import annotations

from collections.abc import Iterator

FACILITATOR, MEMBER, LEAD, OTHER = "greta@example.org", "sol@example.org", "vera@example.org", "lena@example.org"


def screens_of_groups() -> Iterator[tuple[str, str, str, bool]]:
    """In the order of the addresses."""
    yield from _door_and_room("/groups/{group}/")
    yield from _own_place("/groups/{group}/")
    yield from _desk("/groups/{group}/")
    yield from _arranging("/groups/{group}/")


def _door_and_room(at: str) -> Iterator[tuple[str, str, str, bool]]:
    yield "groups", "/groups/", "", False
    yield "groups-member", "/groups/", MEMBER, False
    yield "make-group", "/groups/new/", LEAD, False
    yield "group-debriefs", "/groups/debriefs/", LEAD, False
    yield "accept-facilitating", "/groups/invitation/{facilitator_secret}/", OTHER, False
    yield "group-door", at, "", False
    yield "group-door-signed-in", at, OTHER, False
    yield "group-door-waits", at, "linde@example.org", False
    yield "ask-to-join", at + "asking/", OTHER, False
    yield "ask-to-join-problem", at + "asking/", OTHER, True
    yield "group-room", at, MEMBER, False
    yield "group-room-ending", "/groups/{ending_group}/", FACILITATOR, False
    yield "group-rules", at + "agreed/", MEMBER, False
    yield "start-topic", at + "topics/new/", MEMBER, False
    yield "start-topic-problem", at + "topics/new/", MEMBER, True
    yield "group-topic", at + "topics/{group_topic_id}/", FACILITATOR, False
    yield "change-post", at + "posts/{group_post_id}/", MEMBER, False
    yield "post-sent-danger", at + "posts/{group_held_id}/sent/", MEMBER, False
    yield "take-back-post", at + "posts/{group_post_id}/removal/", MEMBER, False


def _own_place(at: str) -> Iterator[tuple[str, str, str, bool]]:
    yield "own-place", at + "you/", MEMBER, False
    yield "leave-group", at + "you/leaving/", MEMBER, False
    yield "stop-facilitating", at + "you/stopping/", FACILITATOR, False
    yield "come-along", at + "coming-along/", MEMBER, False


def _desk(at: str) -> Iterator[tuple[str, str, str, bool]]:
    yield "group-desk", at + "desk/", FACILITATOR, False
    yield "group-desk-request", at + "desk/{group_request_id}/", FACILITATOR, False
    yield "ask-author", at + "desk/{group_held_id}/asking/", FACILITATOR, False
    yield "hold-back-post", at + "desk/{group_held_id}/holding-back/", FACILITATOR, False
    yield "not-this-time", at + "desk/{group_request_id}/not-now/", FACILITATOR, False
    yield "group-notes", at + "desk/notes/", FACILITATOR, False
    yield "group-duty", at + "desk/duty/", FACILITATOR, False
    yield "announce-meeting", at + "desk/meetings/", FACILITATOR, False
    yield "group-people", at + "desk/people/", FACILITATOR, False
    yield "take-out-of-group", at + "desk/people/{group_persona_id}/removal/", FACILITATOR, False
    yield "answer-debrief", at + "desk/debriefs/{group_debrief_id}/", FACILITATOR, False


def _arranging(at: str) -> Iterator[tuple[str, str, str, bool]]:
    yield "arrange-group", at + "arranging/", FACILITATOR, False
    yield "arrange-group-missing", "/groups/{new_group}/arranging/", FACILITATOR, False
    yield "describe-group", at + "arranging/words/", FACILITATOR, False
    yield "set-group-rules", at + "arranging/agreed/", FACILITATOR, False
    yield "set-group-hours", at + "arranging/hours/", FACILITATOR, False
    yield "invite-facilitator", at + "arranging/facilitators/", FACILITATOR, False
    yield "end-group", at + "arranging/ending/", FACILITATOR, False
    yield "keep-group", "/groups/{ending_group}/arranging/ending/removal/", FACILITATOR, False
    yield "ask-to-merge", at + "arranging/merging/", FACILITATOR, False
    yield "agree-to-merging", at + "arranging/merging/{group_merging_id}/", FACILITATOR, False
