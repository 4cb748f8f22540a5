"""What the screens of support groups need, added to the group of the demo story."""

from __future__ import annotations

from datetime import timedelta
from typing import Any


def group_parts() -> dict[str, str]:
    """One value for each part of an address of groups."""
    from snowdrop.ground import clock
    from snowdrop.people.models import Person
    from snowdrop.people.viewer import Viewer
    from snowdrop.support_groups import actions
    from snowdrop.support_groups.models import Debrief, Group, Post
    from tests.world.grouping import CALM, HARSH, IN_DANGER, be_there_always

    def of(name: str) -> Viewer:
        return Viewer(Person.objects.get(email=f"{name}@example.org").pk)

    now, group = clock.now(), Group.objects.get()
    greta, sol = of("greta"), of("sol")
    be_there_always(greta, group, now=now)
    own = actions.start_topic(sol, group, title="Under a fold", words=CALM, note="goodbye", now=now)
    hard = actions.start_topic(sol, group, title="A hard night", words=HARSH, now=now)
    actions.hold_back(greta, hard, why="hurts", words="We are glad that you are here.", now=now)  # type: ignore[arg-type]
    held = actions.start_topic(sol, group, title="Tonight", words=IN_DANGER, now=now)
    other = Post.objects.filter(group=group, place="shown").exclude(persona=own.persona).earliest("written_at")
    said = {"title": "An evening together", "where": "https://meet.example.org/evening"}
    meeting = actions.announce_meeting(greta, group, **said, begins=now + timedelta(days=5), minutes=90, now=now)
    actions.leave_note(greta, group, words="Sol had a hard night. Please look after the topic.", now=now)
    _, secret = actions.invite_facilitator(greta, group, name="Noor", now=now)
    return {
        "group": group.slug,
        "group_topic_id": str(own.topic_id),
        "group_post_id": str(own.pk),
        "group_held_id": str(held.pk),
        "group_request_id": str(group.requests.get().pk),
        "group_debrief_id": str(Debrief.objects.get().pk),
        "group_meeting_id": str(meeting.pk),
        "group_persona_id": str(_member(group).persona_id),
        "facilitator_secret": secret,
        **_beside(greta, group, other, now),
    }


def _member(group: Any) -> Any:
    """Somebody who does not look after it."""
    return group.members.filter(facilitating=None).order_by("since").last()


def _beside(greta: Any, group: Any, other: Any, now: Any) -> dict[str, str]:
    """A group that cannot open yet, one that ends and merges into the first, and one that asks."""
    from snowdrop.support_groups import actions
    from snowdrop.support_groups.vocabulary import Subject
    from tests.world.cast import a_person
    from tests.world.grouping import a_group

    new = actions.make_group(greta, subject=Subject.PARTNERS, by_operator=True, now=now)
    ending = a_group(lead=greta, who=(greta, a_person("Pia")), name="Evenings of last winter", now=now)
    merging = actions.ask_to_merge(greta, ending.group, group, now=now)
    actions.end_group(greta, ending.group, words="Thank you for these evenings.", now=now)
    asking = a_group(lead=greta, who=(a_person("Uma"), a_person("Vito")), name="Mornings", now=now)
    asked = actions.ask_to_merge(asking.first, asking.group, group, now=now)
    along = a_group(lead=greta, who=(a_person("Wim"), a_person("Xan")), name="The garden", now=now)
    here = actions.ask_to_merge(greta, group, along.group, now=now)
    actions.agree_to_merging(along.first, here, now=now)
    assert merging.group_id != here.group_id
    return {"new_group": new.slug, "ending_group": ending.group.slug, "group_merging_id": str(asked.pk)}
