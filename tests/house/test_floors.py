"""Law: rooms stand on floors. What import-linter cannot see: foreign keys, templates, names of addresses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model
from django.urls import get_resolver

from tests.house import tree
from tests.house.addresses import room_of_address
from tests.house.laws import obeyed

LAW = "a room leans on floors below it, never on its neighbours, never on a floor above (ARCHITECTURE.md)."

LINKS_UPWARD = {
    "home": "the brand in the frame of every page",
    "about": "the foot of every page",
    "help": "the foot of every page: help is never further than one step",
    "leave": "leaving at once is on every page",
    "come_back": "the curtain over every page after leaving can be opened",
    "stories": "the foot of every page: that others have told how it was for them is never further than one step",
    "support_groups": "the foot of every page: that there are others to talk to is never further than one step",
    "discreet_look": "the foot of every page, and a person's own page",
    "scheme": "the light is chosen on every page",
    "sign_in": "the frame offers to sign in",
    "sign_out": "the frame offers to sign out",
    "you": "the frame leads a person to what they may say of themselves",
    "my_memorials": "the frame leads a person home",
    "notices": "a person's own page leads to what they are told",
    "ask_to_see": "below every address of a memorial, the page that says that nothing is there offers to ask",
    "see_as": "the room of who sees the page offers to look at it as others see it, and the top floor joins the page",
    "memorial": "every room of a memorial leads back to its page, which the top floor joins",
}
"""Addresses on a floor above that a template may lead to: a name is no import, yet each of them is meant."""


def models_of_the_house() -> Iterator[type[Model]]:
    """Every model of our own rooms."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("snowdrop."):
            yield model


def room_of_model(model: type[Model]) -> str:
    """The room that brings a model."""
    return model.__module__.split(".")[1]


def test_a_foreign_key_points_down_or_into_its_own_room() -> None:
    wrong = [
        f"{model.__module__}: {model.__name__}.{field.name} points to {room_of_model(field.related_model)}. "
        "Turn the relation round, or keep only the id and let the room above read it."
        for model in models_of_the_house()
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.related_model and field.related_model.__module__.startswith("snowdrop.")
        if not tree.may_use(room_of_model(model), room_of_model(field.related_model))
    ]

    obeyed(LAW, wrong)


def test_a_template_includes_and_extends_only_what_stands_below_it() -> None:
    homes = {
        path.as_posix().split("/templates/", 1)[1]: tree.room_of(path)
        for path in tree.templates()
        if path.is_relative_to(tree.HOUSE)
    }
    wrong = []
    for path in tree.templates():
        for tag in tree.tags_of(path):
            if tag.name not in {"include", "extends"}:
                continue
            name = tag.words[0].strip("\"'")
            if tag.words[0][0] not in "\"'":
                if not path.as_posix().endswith(".html") or "templates/django/" not in path.as_posix():
                    wrong.append(
                        f"{tag.where} {tag.name}s {tag.words[0]}: name the template, so that this test can look."
                    )
            elif name in homes and not tree.may_use(tree.room_of(path), homes[name]):
                wrong.append(
                    f"{tag.where} {tag.name}s {name} of {homes[name]}: move it to a floor below, or to ground."
                )

    obeyed(LAW, wrong)


def test_a_template_leads_to_addresses_of_its_own_room_or_below_or_of_the_short_list() -> None:
    wrong = []
    for path in tree.templates():
        for tag in tree.tags_of(path):
            if tag.name != "url":
                continue
            name = tag.words[0].strip("\"'")
            room = room_of_address(name)
            if name not in LINKS_UPWARD and not tree.may_use(tree.room_of(path), room):
                wrong.append(
                    f"{tag.where} leads to {name} of {room}: let the page object bring the address "
                    "(its view may reverse a name), or give the name a reason in LINKS_UPWARD."
                )

    obeyed(LAW, wrong)


def test_every_name_of_an_address_in_code_leads_somewhere() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    wrong = []
    for path in tree.sources("snowdrop", "tests"):
        for node in ast.walk(tree.tree_of(path)):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            name = node.args[0].value
            asks = called in {"reverse", "reverse_lazy", "redirect"} and isinstance(name, str) and "/" not in name
            if asks and name not in names:
                wrong.append(f"{tree.named(path)}:{node.lineno} asks for {name!r}, which no address has.")

    obeyed("every name of an address that code asks for leads somewhere.", wrong)
