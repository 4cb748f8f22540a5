"""A story that a decision holds back stands in no list and on no page, and its author reads why, unnamed."""

from __future__ import annotations

import pytest

from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding.actions import take_back_decision
from snowdrop.safeguarding.things import Thing, describe
from snowdrop.stories import finding
from snowdrop.stories.models import Story, Telling
from snowdrop.stories.queries import own_story_page
from snowdrop.stories.visit import Given
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.safety import a_trusted, decided, reported
from tests.world.telling import a_story


@pytest.mark.django_db
def test_a_story_held_back_is_found_by_nobody_but_its_author_who_reads_why() -> None:
    author, moderator = a_person("Ines"), a_trusted("Mo")
    told = a_story(author, "We planted a pear tree by the weir.", now=NOON)
    asked = Given(words="pear tree weir")
    assert [one.telling.pk for one in finding.nearest(NOBODY_KNOWN, asked)] == [told.pk]
    browser = browser_of(a_person("Lou"))
    assert browser.get(f"/stories/{told.pk}/").status_code == 200

    decision = decided(moderator, reported(Thing("story", told.pk)))

    assert finding.nearest(NOBODY_KNOWN, asked) == ()
    assert not Telling.objects.told().filter(pk=told.pk).exists()
    assert browser.get(f"/stories/{told.pk}/").status_code == 404
    assert Telling.objects.visible_to(author).filter(pk=told.pk).exists()
    assert own_story_page(Story.objects.get(pk=told.pk)).notice_address

    take_back_decision(decision, by=moderator.person_id, now=NOON)

    assert [one.telling.pk for one in finding.nearest(NOBODY_KNOWN, asked)] == [told.pk]
    assert not own_story_page(Story.objects.get(pk=told.pk)).notice_address


@pytest.mark.django_db
def test_a_moderator_is_told_what_strangers_read_and_not_whose_it_is() -> None:
    told = a_story(a_person("Ines Moreau"), "We planted a pear tree.", step="pen-name", called="Heron", now=NOON)

    described = describe(Thing("story", told.pk))

    assert described is not None
    assert described.paragraphs == ("We planted a pear tree.",)
    assert described.people == ()
