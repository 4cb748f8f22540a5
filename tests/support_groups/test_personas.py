"""A name for one group leads nowhere (trust.md T10): a linker does no better than chance, and pages hold no person."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from snowdrop.ground.journal import Entry
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Persona
from snowdrop.support_groups.vocabulary import Place
from tests.figures import Figures
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import CALM, GroupCast, a_group, a_member, ask, person_of

pytestmark = pytest.mark.django_db

PEOPLE = 20
BY_CHANCE = 6
"""More than so many of twenty stand in the same place of two lists by chance once in ten thousand times."""
_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def _two_groups() -> tuple[GroupCast, GroupCast]:
    one = a_group(name="The one")
    other = a_group(lead=one.lead, who=(a_person("Pia"), a_person("Quinn")), name="The other")
    return one, other


def _pages(cast: GroupCast, viewer: Viewer) -> str:
    """All that a facilitator or a member finds in a group: every page, header and file."""
    at, browser = f"/groups/{cast.group.slug}/", browser_of(viewer)
    topics = re.findall(r"topics/([-0-9a-f]{36})/", text_of(browser.get(at)))
    paths = ["", "you/", "you/words.txt", "agreed/", "desk/", "desk/people/", "desk/notes/", "desk/duty/", "arranging/"]
    return "\n".join(text_of(browser.get(at + path)) for path in [*paths, *(f"topics/{one}/" for one in topics)])


def test_a_linker_of_names_in_two_groups_does_no_better_than_chance(figures: Figures) -> None:
    """Twenty people come into both and write in both at the same moments. Compared: ids, order, hours, whole pages."""
    one, other = _two_groups()
    people = [a_person(f"Somebody{number}") for number in range(PEOPLE)]
    behind: dict[str, Viewer] = {}
    for number, person in enumerate(people):
        for cast, called in ((one, "Leaf"), (other, "Stone")):
            now = NOON + timedelta(minutes=number)
            a_member(cast, person, name=f"{called} {number * 7 % PEOPLE}", now=now)
            post = actions.start_topic(person, cast.group, title="Hello", words=CALM, now=now)
            actions.let_through(cast.first, post, now=now)
            behind[post.persona.name] = person

    pages = [_pages(cast, people[0]) for cast in (one, other)]
    by_order = [[behind[name] for name in _in_the_list(cast, people[0])] for cast in (one, other)]
    linked = sum(left == right for left, right in zip(*by_order, strict=True))
    shared = set(re.findall(_ID, pages[0])) & set(re.findall(_ID, pages[1])) - {str(people[0].person_id)}

    figures("T10", checks=PEOPLE, wrong=len(shared), linked_by_order=linked)
    assert len(by_order[0]) == PEOPLE
    assert not shared, "an id is the same in two groups"
    assert linked <= BY_CHANCE, f"the order of topics links {linked} of {PEOPLE}; by chance it would be one"
    assert not [hour for page in pages for hour in _hours_of_posts(page)], "an hour tells who wrote elsewhere then"


def test_pages_of_members_and_facilitators_hold_no_person(figures: Figures) -> None:
    """No address, no name of the account, no id of the account, no other persona: members, facilitators, leads."""
    one, other = _two_groups()
    person = a_person("Ottilie")
    a_member(one, person, name="Sol")
    a_member(other, person, name="Luna")
    for cast in (one, other):
        post = actions.start_topic(person, cast.group, title="Hello", words=CALM, now=NOON)
        actions.let_through(cast.first, post, now=NOON)
    ask(a_person("Asker"), one.group, name="Ray")

    row, found = person_of(person), []
    for viewer in (one.first, one.second):
        text = _pages(one, viewer)
        telling = [row.email, row.name, str(row.pk), row.pk.hex, "Luna", "asker@example.org"]
        found += [word for word in telling if word in text]

    figures("T12", checks=2, wrong=len(found))
    assert found == []


def test_what_a_member_takes_along_holds_nobody_elses_words() -> None:
    one, _ = _two_groups()
    person = a_person("Ottilie")
    a_member(one, person, name="Sol")
    mine = actions.start_topic(person, one.group, title="Mine", words="My own words.", now=NOON)
    actions.let_through(one.first, mine, now=NOON)
    actions.answer_topic(one.second, mine.topic, words="Words of another.", now=NOON)

    text = browser_of(person).get(f"/groups/{one.group.slug}/you/words.txt").content.decode()

    assert "My own words." in text and "Words of another." not in text and "Imre" not in text


def test_ids_of_personas_say_nothing_of_when_they_were_made() -> None:
    one, _ = _two_groups()
    a_member(one, a_person("Ottilie"))

    assert {persona.pk.version for persona in Persona.objects.all()} == {4}


def test_the_journal_links_no_persona_to_a_person() -> None:
    one, _ = _two_groups()
    person = a_person("Ottilie")
    member = a_member(one, person)
    actions.start_topic(person, one.group, title="Hello", words=CALM, now=NOON)
    people = set(Person.objects.values_list("pk", flat=True))

    of_groups = Entry.objects.filter(verb__startswith="support_group.")
    assert not of_groups.filter(actor_id__in=people).exists() and not of_groups.filter(subject_id__in=people).exists()
    assert of_groups.filter(actor_id=member.persona_id).exists()


def test_once_somebody_has_left_nothing_leads_from_their_words_to_them() -> None:
    one, _ = _two_groups()
    person = a_person("Ottilie")
    member = a_member(one, person)
    post = actions.start_topic(person, one.group, title="Hello", words=CALM, now=NOON)
    actions.let_through(one.first, post, now=NOON)

    actions.leave_group(person, one.group, keeps_words=True, now=NOON)

    persona = Persona.objects.get(pk=member.persona_id)
    assert persona.posts.get().place == Place.SHOWN
    assert persona.name == "" and not hasattr(persona, "member")


def _in_the_list(cast: GroupCast, viewer: Viewer) -> list[str]:
    """Who began the topics in the list of a group, from above."""
    page = browser_of(viewer).get(f"/groups/{cast.group.slug}/").content.decode()
    return re.findall(r'<p class="soft"><bdi>([^<]*)</bdi>', page)


def _hours_of_posts(text: str) -> list[str]:
    """Hours that stand beside what somebody wrote."""
    return re.findall(r'class="post-by">.*?(\d\d:\d\d).*?</p>', text)
