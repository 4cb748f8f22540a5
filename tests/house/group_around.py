"""A support group for the cast of a household: both keepers look after it, the member is in it, others never were."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from snowdrop.ground import clock
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Debrief, Group
from snowdrop.support_groups.vocabulary import Why
from tests.house.belongings import Household, mark
from tests.world.cast import a_person
from tests.world.grouping import HARSH, GroupCast, a_group, a_member, ask, be_there_always


def gather_group(one: Household) -> None:
    """Makes it by the real acts, with a mark in every private word, and another group on each side of a merging."""
    now, keeper = clock.now(), one.people["keeper"]
    cast = a_group(who=(keeper, one.people["other_keeper"]), now=now)
    be_there_always(keeper, cast.group, now=now)
    outside = a_group(lead=cast.lead, who=(a_person("Pia"), a_person("Quinn")), name="Another", now=now)
    coming = a_group(lead=cast.lead, who=(a_person("Uma"), a_person("Vito")), name="One more", now=now)
    to_come = actions.ask_to_merge(coming.first, coming.group, cast.group, now=now)
    merging = actions.ask_to_merge(keeper, cast.group, outside.group, now=now)
    actions.agree_to_merging(outside.first, merging, now=now)
    one.parts |= {"group": [cast.group.slug], "merging_id": [str(to_come.pk)]}
    _people(one, cast)
    _words(one, cast)
    _arranged(one, cast)


def _people(one: Household, cast: GroupCast) -> None:
    now = clock.now()
    member = a_member(cast, one.people["member"], name=mark("persona"), now=now)
    former = a_member(cast, one.people["former_member"], name="Former", now=now)
    left = actions.start_topic(one.people["former_member"], cast.group, title="Left", words="Left here.", now=now)
    actions.let_through(cast.first, left, now=now)
    actions.leave_group(one.people["former_member"], cast.group, keeps_words=True, now=now)
    blocked = a_member(cast, one.people["blocked"], name="Blocked", now=now)
    actions.take_out(cast.first, blocked, why=Why.HURTS, for_good=True, now=now)
    asking = ask(a_person("Asker"), cast.group, name="Ray", words=mark("group", "request"), now=now)
    one.parts |= {
        "persona_id": [str(former.persona_id)],
        "persona_id of take_out_of_group": [str(member.persona_id)],
        "subject_id of not_this_time": [str(asking.pk)],
        "post_id of put_back_post": [str(left.pk)],
        "subject_id": [str(asking.pk)],
    }


def _words(one: Household, cast: GroupCast) -> None:
    """A topic of the keeper, one that waits, one that was hard to read."""
    now, keeper, member = clock.now(), one.people["keeper"], one.people["member"]
    said = {"title": mark("group", "title"), "words": mark("group", "words")}
    topic = actions.start_topic(keeper, cast.group, **said, now=now)
    later = now + timedelta(minutes=1)
    answer = actions.start_topic(keeper, cast.group, title="Another", words="A second one.", now=later)
    hard = actions.start_topic(member, cast.group, title="Hard", words=HARSH, now=later)
    actions.let_through(keeper, hard, now=later)
    held = actions.start_topic(member, cast.group, title="Held", words=HARSH, now=later)
    own = actions.answer_topic(member, topic.topic, words="By the member.", now=later)
    debrief = Debrief.objects.get(facilitator__member__person=keeper.person_id)
    one.parts |= {
        "topic_id": [str(topic.topic_id)],
        "post_id": [str(topic.pk)],
        "post_id of take_back_post": [str(answer.pk)],
        "post_id of show_post_again": [str(answer.pk)],
        "subject_id of decide_in_group": [str(held.pk)],
        "subject_id of ask_author": [str(held.pk)],
        "subject_id of hold_back_post": [str(held.pk)],
        "debrief_id": [str(debrief.pk)],
    }
    assert own.place == "shown"


def _arranged(one: Household, cast: GroupCast) -> None:
    now, group = clock.now(), Group.objects.get(pk=cast.group.pk)
    keeper: Viewer = one.people["keeper"]
    when: dict[str, Any] = {"begins": now + timedelta(days=3), "minutes": 60}
    meetings = [
        actions.announce_meeting(
            keeper, group, title=mark("group", "meeting"), where="https://meet.example", **when, now=now
        )
        for _ in range(2)
    ]
    note = actions.leave_note(keeper, group, words=mark("group", "note"), now=now)
    hours = actions.set_hours(keeper, group, weekday=2, begins=time(9), ends=time(10), zone="UTC", now=now)
    _, secret = actions.invite_facilitator(keeper, group, now=now)
    one.parts |= {
        "meeting_id": [str(meetings[0].pk)],
        "meeting_id of take_away_meeting": [str(meetings[1].pk)],
        "note_id of take_away_group_note": [str(note.pk)],
        "hours_id": [str(hours.pk)],
        "secret of accept_facilitating": [secret],
    }
