"""Law: the discreet look tells nothing (trust.md T13): no title, sign, colour, address or mail holds a word of loss."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from snowdrop.people.actions import be_discreet
from tests.figures import Figures
from tests.house import tree
from tests.house.addresses import all_addresses
from tests.house.belongings import CAST, Household
from tests.house.household import a_household
from tests.house.knocking import address, knock
from tests.house.laws import obeyed
from tests.house.matrix import TABLE

TELLING = re.compile(
    r"loss|lost|memorial|remember|grie[fv]|mourn|bereav|condol|comfort|baby|babies|pregnan|stillb|miscarr|funeral|"
    r"sympath|tribute|keepsake|died|death|born|wave-of-light|candle|flower|snowdrop",
    re.IGNORECASE,
)
"""What a glance at a tab, a history or a list of mails must not meet."""

_HEAD = {
    "title": re.compile(r"<title>(.*?)</title>", re.DOTALL),
    "sign": re.compile(r'rel="icon" href="([^"]+)"'),
    "name": re.compile(r'name="application-name" content="([^"]*)"'),
    "colours": re.compile(r'name="theme-color" content="([^"]+)"'),
    "description": re.compile(r'name="description" content="([^"]*)"'),
}
_DISCREET = {
    "title": ["Notes"],
    "sign": ["/static/ground/plain.svg"],
    "name": ["Notes"],
    "colours": ["#ffffff", "#202124"],
    "description": [],
}


def test_no_address_holds_a_word_of_loss(figures: Figures) -> None:
    fixed = {name: re.sub(r"<[^>]*>", "", one.pattern) for name, one in all_addresses().items()}
    broken = [f"{name} ({path}) is read in a history." for name, path in fixed.items() if TELLING.search(path)]

    figures("T13", checks=len(fixed), wrong=len(broken))
    obeyed("no address holds a word that tells of a loss.", broken)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(("chosen", "state"), [("everywhere", "draft"), ("here", "everybody")])
def test_every_page_as_everybody_in_the_discreet_look_tells_nothing(state: str, chosen: str, figures: Figures) -> None:
    household = a_household(state)
    for cast, person in household.people.items():
        if chosen == "here":
            household.browsers[cast].cookies["look"] = "discreet"
        elif person.is_signed_in:
            be_discreet(person, discreet=True, now=household.memorial.opened_at)
    broken, checks = [], 0
    for cast in CAST:
        if chosen == "everywhere" and not household.people[cast].is_signed_in:
            continue
        for name, head in _heads(household, cast):
            checks += 1
            said = {part: expression.findall(head) for part, expression in _HEAD.items()}
            if "Please look again: Notes" in said["title"]:
                said["title"] = ["Notes"]
            broken += [
                f"{name} as {cast}, {state}: its {part} is {said[part]}, not {_DISCREET[part]}."
                for part in _HEAD
                if said[part] != _DISCREET[part]
            ]

    figures("T13", checks=checks, wrong=len(broken))
    assert checks > 100
    obeyed("the discreet look tells nothing in a tab.", broken)


def _heads(household: Household, cast: str) -> list[tuple[str, str]]:
    """The head of every page that this one of the cast comes to; to a stranger also those that say there is nothing."""
    found = []
    for name, one in all_addresses().items():
        row = TABLE.get(name)
        if row is None or row.get == 405 or not (row.lets_in("GET", cast, household.state) or cast == "stranger"):
            continue
        answer = knock(household.browsers[cast], "GET", address(name, household.parts_of(one)))
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.body:
            found.append((name, answer.body.decode().partition("</head>")[0]))
    return found


def test_every_mail_is_made_of_the_parts_that_can_be_discreet() -> None:
    mails = [path for path in tree.templates() if "/mail/" in path.as_posix() and path.parent.name == "mail"]
    broken = []
    for path in mails:
        if path.parent.parent.name == "templates":
            continue
        base = f'{{% extends "mail/base{path.suffix}" %}}'
        if not tree.text_of(path).startswith(base):
            broken.append(f"{tree.named(path)} must begin with {base}, so that it can be discreet.")
        if path.suffix != ".html":
            broken.append(f"{tree.named(path)} is a twin: the plain one is made of the other (ground/twins.py).")

    assert mails
    obeyed("every mail can be discreet (ground/templates/mail/base.html).", broken)


@pytest.mark.django_db
def test_the_search_finds_what_tells() -> None:
    page = Client().get("/").content.decode().partition("</head>")[0]

    assert TELLING.search("m/ab/remembered/")
    assert TELLING.search("".join(_HEAD["description"].findall(page)))
    assert not TELLING.search("you/devices/ m/ab/names/ mine/new/")
