"""What moderators hold back in a group is not there for members, and its author reads why; danger is told to leads."""

from __future__ import annotations

import pytest

from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding.models import Case
from snowdrop.safeguarding.things import Thing, describe, sees
from snowdrop.support_groups.models import Post
from snowdrop.support_groups.queries.room import post_shown, reader_in
from tests.world.cast import a_person
from tests.world.grouping import CALM, IN_DANGER, a_group, a_known_member, say
from tests.world.safety import a_trusted, decided, reported

pytestmark = pytest.mark.django_db


def test_a_post_that_is_held_back_is_there_for_its_author_alone_who_reads_why() -> None:
    cast, author, other = a_group(), a_person("Otto"), a_person("Ana")
    a_known_member(cast, author)
    a_known_member(cast, other, name="Linde")
    post = say(author, cast.group, CALM)
    thing = Thing("group-post", post.pk)
    assert Post.objects.visible_to(other).filter(pk=post.pk).exists()

    decided(a_trusted("Mo"), reported(thing, by=other))

    assert not Post.objects.visible_to(other).filter(pk=post.pk).exists()
    assert Post.objects.visible_to(author).filter(pk=post.pk).exists()
    assert post_shown(reader_in(author, cast.group), Post.objects.get(pk=post.pk)).notice_address


def test_outside_a_report_tells_nothing_and_a_moderator_reads_the_persona_alone() -> None:
    cast, author = a_group(), a_person("Otto Brandt")
    a_known_member(cast, author)
    post = say(author, cast.group, CALM)
    thing = Thing("group-post", post.pk)

    assert not sees(NOBODY_KNOWN, thing) and not sees(a_trusted("Mo"), thing)
    described = describe(thing)

    assert described is not None and "Sol" in described.label and "Brandt" not in described.label


def test_words_of_danger_in_a_group_open_a_case_for_those_who_lead() -> None:
    cast, author = a_group(), a_person("Otto")
    a_known_member(cast, author)

    post = say(author, cast.group, IN_DANGER)

    assert Case.objects.filter(kind="group-post", thing_id=post.pk).exists()
