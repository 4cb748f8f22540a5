"""Deleting a memorial: hidden at once, never final behind anybody's back, and then nothing is left of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail

from snowdrop.ground import journal, keys, published
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.media.discarding import EXPECTED, KEPT_UNDER
from snowdrop.memorials import actions
from snowdrop.memorials.jobs import look_after_keeping
from snowdrop.memorials.models import Deletion, Keeper, Memorial
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.tables import LAST, tables_of_a_memorial
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.figures import Figures
from tests.house.household import a_household
from tests.world.cast import NOON, Cast, a_family, a_person, another_family
from tests.world.keeping import days, let_keep

pytestmark = pytest.mark.django_db(transaction=True)


def stands(memorial: Memorial) -> bool:
    return Memorial.objects.filter(pk=memorial.pk).exists()


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="everybody")


def let_time_pass(until: float) -> list[tuple[int, str]]:
    """Days go by from the first to this one; answers who was told by mail on which."""
    told = []
    for day in range(int(until) + 1):
        mail.outbox.clear()
        look_after_keeping(days(min(day + 0.01, until)))
        told += [(day, message.to[0]) for message in mail.outbox]
    return told


def test_it_is_hidden_from_everybody_else_at_once_copies_too(family: Cast, other: Viewer) -> None:
    published.put(family.memorial.slug, b"the page", still_public=lambda: True)
    everybody = family.everybody()
    assert all(family.memorial in Memorial.objects.visible_to(one) for one in everybody.values())

    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    seeing = {name for name, one in everybody.items() if Memorial.objects.visible_to(one).exists()}
    assert seeing == {"keeper"}
    assert Memorial.objects.visible_to(other).exists()
    assert family.memorial.slug not in published.all_keys()


def test_all_keepers_are_told_at_once_a_week_and_a_day_before_it_is_final(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    told = let_time_pass(29.5)
    assert stands(family.memorial)
    look_after_keeping(days(30.1))

    people = ("mira@example.org", "ruth@example.org")
    assert sorted(told) == sorted((day, person) for day in (0, 23, 29) for person in people)
    assert not stands(family.memorial)


def test_mails_say_nothing_of_what_it_is(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    look_after_keeping(NOON)

    assert {message.subject for message in mail.outbox} == {"Please look at this"}
    for message in mail.outbox:
        assert not any(word in message.body.lower() for word in ("memorial", "ilse", "loss", "baby"))


def test_whoever_could_not_be_told_in_time_is_not_passed_over(family: Cast, other: Viewer, settings: object) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    in_order, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.world.keeping.NoServer"
    look_after_keeping(days(31))
    assert stands(family.memorial)

    settings.EMAIL_BACKEND = in_order
    look_after_keeping(days(32))
    look_after_keeping(days(38))
    assert stands(family.memorial)
    look_after_keeping(days(39.1))

    assert not stands(family.memorial)


def test_when_all_agree_it_is_final_a_day_later(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    actions.answer_deletion(other, family.memorial, agrees=True, now=days(2))

    look_after_keeping(days(2.9))
    assert stands(family.memorial)
    look_after_keeping(days(3.1))

    assert not stands(family.memorial)


def test_while_somebody_objects_it_stays_and_stays_hidden(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    actions.answer_deletion(other, family.memorial, agrees=False, now=days(29))

    let_time_pass(100)
    assert stands(family.memorial)
    assert not Memorial.objects.visible_to(family.stranger).exists()
    actions.answer_deletion(other, family.memorial, agrees=None, now=days(100))
    look_after_keeping(days(101))

    assert not stands(family.memorial)


def test_taken_back_everything_is_as_it_was(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    look_after_keeping(NOON)

    actions.take_back_deletion(family.keeper, family.memorial, now=days(29))
    look_after_keeping(days(31))

    assert all(family.memorial in Memorial.objects.visible_to(one) for one in family.everybody().values())


def test_only_who_asked_takes_it_back_and_only_the_others_answer(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    with pytest.raises(NotAllowed):
        actions.take_back_deletion(other, family.memorial, now=NOON)
    with pytest.raises(NotAllowed):
        actions.answer_deletion(family.keeper, family.memorial, agrees=True, now=NOON)
    for person in (family.helper, family.friend, family.stranger, family.nobody):
        for act in (actions.ask_for_deletion, actions.take_back_deletion):
            with pytest.raises(NotAllowed):
                act(person, family.memorial, now=NOON)


def test_asked_for_anew_its_time_and_its_notices_begin_anew(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    actions.answer_deletion(other, family.memorial, agrees=True, now=NOON)
    actions.take_back_deletion(family.keeper, family.memorial, now=NOON)

    actions.ask_for_deletion(family.keeper, family.memorial, now=days(10))
    look_after_keeping(days(10))
    look_after_keeping(days(39))
    assert stands(family.memorial)
    look_after_keeping(days(40.1))

    assert not stands(family.memorial)


def test_who_leaves_takes_it_back(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    actions.resign(family.keeper, family.memorial, now=days(1))
    look_after_keeping(days(60))

    assert stands(family.memorial)
    assert Memorial.objects.visible_to(family.nobody).exists()


def test_a_freeze_beats_the_day(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    actions.answer_deletion(other, family.memorial, agrees=True, now=NOON)
    actions.freeze(other, family.memorial, now=NOON)

    look_after_keeping(days(60))
    assert stands(family.memorial)
    actions.lift_freeze(other, family.memorial, now=days(60))
    look_after_keeping(days(60))

    assert not stands(family.memorial)


def test_a_sole_keeper_may_want_it_now_and_nobody_else_may(family: Cast) -> None:
    other = another_family()
    let_keep(other.keeper, other.memorial, a_person("Ruth"))

    with pytest.raises(NotAllowed):
        actions.ask_for_deletion(other.keeper, other.memorial, at_once=True, now=NOON)
    actions.ask_for_deletion(family.keeper, family.memorial, at_once=True, now=NOON)
    look_after_keeping(NOON)

    assert not stands(family.memorial)
    assert stands(other.memorial)


def test_a_sole_keeper_who_has_asked_may_want_it_sooner(family: Cast) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    look_after_keeping(days(1))
    assert stands(family.memorial)

    actions.ask_for_deletion(family.keeper, family.memorial, at_once=True, now=days(1))
    look_after_keeping(days(1))

    assert not stands(family.memorial)


def test_frozen_it_cannot_be_wanted_at_once(family: Cast) -> None:
    actions.freeze(family.keeper, family.memorial, now=NOON)

    with pytest.raises(Frozen):
        actions.ask_for_deletion(family.keeper, family.memorial, at_once=True, now=NOON)

    assert not Deletion.objects.exists()


def test_somebody_who_comes_while_it_runs_is_told_a_week_before(family: Cast) -> None:
    lou = a_person("Lou")
    successor = actions.name_successor(family.keeper, family.memorial, name="Lou", now=NOON)
    actions.ask_to_succeed(lou, secret=successor.secret, now=NOON)
    look_after_keeping(NOON)
    actions.ask_for_deletion(family.keeper, family.memorial, now=days(0.5))

    look_after_keeping(days(30.2))
    assert Keeper.objects.filter(memorial=family.memorial, person_id=lou.person_id).exists()
    look_after_keeping(days(31))
    look_after_keeping(days(37))
    assert stands(family.memorial)
    look_after_keeping(days(38.5))

    assert not stands(family.memorial)


# What is left


def test_of_a_memorial_with_everything_in_it_nothing_is_left(figures: Figures) -> None:
    of_other_tests = _files()
    household = a_household("everybody")
    memorial, keeper = household.memorial, household.people["keeper"]
    people = set(Person.objects.values_list("pk", flat=True))
    others = Memorial.objects.exclude(pk=memorial.pk).get()
    filled = [model for model in tables_of_a_memorial() if model._base_manager.filter(memorial_id=memorial.pk).exists()]
    files = _files() - of_other_tests
    assert files and len(filled) >= 15, filled

    actions.resign(household.people["other_keeper"], memorial, now=NOON)
    actions.ask_for_deletion(keeper, memorial, at_once=True, now=NOON)
    look_after_keeping(NOON)

    left = [model for model in tables_of_a_memorial() if model._base_manager.filter(memorial_id=memorial.pk).exists()]
    bytes_left = _files() & files
    figures("T24", checks=len(filled) + len(files), wrong=len(left) + len(bytes_left))
    assert (left, bytes_left) == ([], set())
    with pytest.raises(keys.KeyIsGone):
        keys.data_key(memorial.pk)
    assert people == set(Person.objects.values_list("pk", flat=True))
    assert stands(others)
    assert list(Entry.objects.filter(subject_id=memorial.pk).values_list("verb", "actor_id")) == [
        ("memorial.deleted", None)
    ]
    for once in household.onces.values():
        assert household.browsers["nobody"].get(f"/sent/{once}/").status_code == 404
    while journal.catch_up_all():
        pass  # whatever was on its way finds nothing, and stumbles over nothing


def _files() -> set[Path]:
    return {path for path in settings.SNOWDROP.media.rglob("*") if path.is_file()}


def test_no_table_of_a_memorial_is_forgotten() -> None:
    """A table belongs to memorials by its column `memorial_id`, or says here to what else."""
    of_others = {
        "ground.Entry": "swept too: of entries, those of the memorial",
        "ground.ReaderPlace": "of the journal",
        "ground.TimedWork": "of the worker",
        "ground.Machine": "of the machines that serve",
        "people.Person": "people keep their accounts",
        "notices.Stop": "of an address, whoever wrote to it",
        "notices.Gone": "of an address, whoever wrote to it",
        "notices.Wish": "of a person",
        "notices.Hours": "of a person",
        "memorials.Knock": "belongs to nothing before it is carried in",
    }
    ours = {model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("snowdrop.")}

    other_rooms = {
        "stories": "apart from any memorial, each with a key of its own",
        "support_groups": "apart from any memorial, each with a key of its own",
        "safeguarding": "of those who run the server: what was reported and decided outlives what it was about",
    }
    left = ours - set(tables_of_a_memorial()) - set(LAST)
    forgotten = {model._meta.label for model in left if model._meta.app_label not in other_rooms} - of_others.keys()

    assert forgotten == set(), "Give these a column memorial_id, or say here to what they belong."


def test_no_name_of_bytes_is_forgotten() -> None:
    """Names in the store are 40 hexadecimal digits; a column that can hold one is in the list of what is discarded."""
    media = list(apps.get_app_config("media").get_models())

    naming = {
        (model, field.name)
        for model in media
        for field in model._meta.concrete_fields
        if getattr(field, "max_length", None) == 40
    }

    assert naming == {*KEPT_UNDER, EXPECTED}
