"""The ladder: which name stands under a story, for everybody, after whatever its author did before."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.stories import actions
from snowdrop.stories.models import Story, Telling
from snowdrop.stories.rules import name_on
from snowdrop.stories.vocabulary_of_telling import STEPS, Step
from tests.world.cast import NOON, a_person
from tests.world.telling import a_draft, a_story, shown_to

NAMES = ("Heron", "Ines", "Ines Moreau", "A neighbour of the sea")
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(STEPS), st.sampled_from(NAMES)),
        st.tuples(st.sampled_from(["tell", "take back", "put back"]), st.none(), st.none()),
    ),
    max_size=12,
)


@pytest.mark.django_db
@settings(max_examples=40)
@given(MOVES)
def test_everybody_sees_the_name_of_the_last_step_and_no_name_from_before(moves: list) -> None:
    author, stranger = a_person(f"Ines-{uuid4()}"), a_person(f"Tom-{uuid4()}")
    story, name, is_told, ever = a_draft(author), "", False, False
    for act, step, called in moves:
        if act == "move":
            actions.move(author, story, step=step, called=called, now=NOON)
            name = "" if step is Step.NOBODY else called
        elif act == "tell":
            actions.tell(author, Story.objects.of(author).get(pk=story.pk), now=NOON)
            is_told = ever = True
        elif act == "take back":
            actions.take_back(author, story, now=NOON)
            is_told = False
        elif ever:
            actions.put_back(author, Story.objects.of(author).get(pk=story.pk), now=NOON)
            is_told = True

        for viewer in (NOBODY_KNOWN, stranger, author):
            told = shown_to(viewer, story.pk)
            assert (told is not None) == is_told
            if told:
                assert name_on(told.step, told.called) == name
                assert told.called == name, "a name from before lies in the clear"


@pytest.mark.django_db
def test_only_the_author_moves_a_story_takes_it_back_or_deletes_it() -> None:
    author, stranger = a_person("Ines"), a_person("Tom")
    telling = a_story(author)
    story = Story.objects.get(pk=telling.pk)

    for act in (
        lambda: actions.move(stranger, story, step=Step.NAME, called="Ines", now=NOON),
        lambda: actions.take_back(stranger, story, now=NOON),
        lambda: actions.put_back(NOBODY_KNOWN, story, now=NOON),
        lambda: actions.delete(stranger, story, now=NOON),
        lambda: actions.leave_without_name(stranger, story, now=NOON),
        lambda: actions.write_story(stranger, story_id=story.pk, said={"words": "…"}, pen="x", now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert shown_to(NOBODY_KNOWN, story.pk)
    assert not Story.objects.of(stranger).exists()


@pytest.mark.django_db
def test_a_draft_is_for_its_author_alone_and_no_word_of_it_lies_in_the_clear() -> None:
    author = a_person("Ines")
    story = a_draft(author, "Nobody may read this yet.")

    assert not Telling.objects.visible_to(author).exists()
    assert Story.objects.of(author).get().said["words"] == "Nobody may read this yet."
    sealed = Story.objects.filter(pk=story.pk).values_list("said", flat=True)[0]
    assert b"Nobody may read" not in sealed.sealed


@pytest.mark.django_db
def test_what_is_written_on_stays_with_the_author_until_it_is_told_anew() -> None:
    author = a_person("Ines")
    telling = a_story(author, "First words.")
    story = Story.objects.get(pk=telling.pk)
    actions.write_story(author, story_id=story.pk, said={"words": "Other words."}, pen=story.pen, now=NOON)

    assert shown_to(NOBODY_KNOWN, story.pk).words == "First words."
    actions.take_back(author, story, now=NOON)
    actions.put_back(author, Story.objects.get(pk=story.pk), now=NOON)
    assert shown_to(NOBODY_KNOWN, story.pk).words == "First words."
    actions.tell(author, Story.objects.get(pk=story.pk), now=NOON)
    assert shown_to(NOBODY_KNOWN, story.pk).words == "Other words."


@pytest.mark.django_db
def test_two_windows_never_overwrite_another() -> None:
    author = a_person("Ines")
    story = a_draft(author)
    with pytest.raises(actions.WrittenMeanwhile):
        actions.write_story(author, story_id=story.pk, said={"words": "…"}, pen="another", now=NOON)
    actions.write_story(author, story_id=story.pk, said={"words": "…"}, pen="another", pen_before=story.pen, now=NOON)


@pytest.mark.django_db
def test_a_story_that_is_left_stays_without_a_name_and_belongs_to_nobody() -> None:
    author = a_person("Ines")
    telling = a_story(author, step="name", called="Ines Moreau", words_welcome=True)
    actions.leave_without_name(author, Story.objects.get(pk=telling.pk), now=NOON)

    left = shown_to(NOBODY_KNOWN, telling.pk)
    assert left and left.called == "" and left.author == "" and not left.words_welcome
    assert Story.objects.get(pk=telling.pk).said == {}
    assert not Story.objects.of(author).exists()
    with pytest.raises(NotAllowed):
        actions.take_back(author, Story.objects.get(pk=telling.pk), now=NOON)


@pytest.mark.django_db(transaction=True)
def test_a_story_that_is_deleted_is_gone_with_its_key() -> None:
    from snowdrop.ground import keys

    author = a_person("Ines")
    telling = a_story(author)
    actions.delete(author, Story.objects.get(pk=telling.pk), now=NOON)

    assert not Story.objects.filter(pk=telling.pk).exists()
    assert shown_to(NOBODY_KNOWN, telling.pk) is None
    with pytest.raises(keys.KeyIsGone):
        keys.data_key(telling.pk)
