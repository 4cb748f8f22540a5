"""Law: one answer to who may see. Every address, asked by everybody, in every state; forbidden looks like absent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

from snowdrop.comfort.intake import new_once
from snowdrop.memorials.models import Memorial
from tests.figures import Figures
from tests.house.addresses import all_addresses
from tests.house.belongings import CAST, STATES, Household, unknown_parts
from tests.house.household import a_household
from tests.house.knocking import Answer, Told, address, badly_dressed, knock
from tests.house.laws import obeyed
from tests.house.matrix import TABLE
from tests.house.rows import Row

METHODS = ("GET", "POST")
LAW = "every address answers everybody as tests/house/matrix.py says."


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    there = all_addresses()
    broken = [f"{name} ({there[name].pattern}) has no row in tests/house/matrix.py." for name in there.keys() - TABLE]
    broken += [
        f"tests/house/matrix.py has a row for {name}, which no address has." for name in TABLE.keys() - there.keys()
    ]

    obeyed("an address without a row fails the build.", broken)


def test_a_door_stands_open_only_where_the_table_says_why() -> None:
    broken = [
        f"{name} is {'open' if one.is_open else 'closed'} to people who have not signed in, the table says otherwise. "
        "Open doors carry @login_not_required and a reason in open_because."
        for name, one in all_addresses().items()
        if name in TABLE and one.is_open != TABLE[name].is_open
    ]

    obeyed("doors are closed by default.", broken)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_every_address_answers_everybody_as_the_table_says(state: str, figures: Figures) -> None:
    """And whoever may not is answered exactly as at an address like it that leads nowhere.

    In the first state each of those is asked too. They lead nowhere in every state, so later only where the answer is
    none that this one was given at such an address before.
    """
    household = a_household(state)
    broken, headers, apart, checks, compared = [], [], [], 0, 0
    absents: dict[tuple[str, str], set[Told]] = defaultdict(set)
    for name, cast, method, answer in every_answer(household):
        row, which = TABLE[name], f"{method} {name} as {cast}, {state}"
        checks += 1
        if answer.status != (expected := row.expected(method, cast, state)):
            broken.append(f"{which}: {answer.status}, the table says {expected}.")
        headers += [f"{which} ({answer.status}): {missing}." for missing in badly_dressed(answer, row, cast, state)]
        if all_addresses()[name].parts and not row.lets_in(method, cast, state):
            compared += 1
            forbidden = answer.without(address(name, household.parts_of(all_addresses()[name])))
            if state == STATES[0] or forbidden not in absents[cast, method]:
                absent = _absent(household, name, cast, method)
                absents[cast, method].add(absent)
                apart += _told_apart(which, forbidden, absent)

    of = {"of_roles": len(CAST), "of_addresses": len(TABLE), "of_states": len(STATES)}
    figures("T01", checks=checks, wrong=len(broken), **of)
    figures("T16", checks=checks, wrong=len(headers))
    figures("T01", checks=compared, wrong=len(apart), forbidden_compared_with_absent=compared)
    obeyed(LAW, [*broken, *headers])
    obeyed("forbidden looks exactly like absent: status, headers and body.", apart)


@pytest.mark.django_db
def test_nothing_of_one_memorial_is_reached_through_another(figures: Figures) -> None:
    household, browser = (one := a_household("everybody")), one.browsers["stranger"]
    own = Memorial.objects.kept_by(household.people["stranger"]).get()
    broken, checks = [], 0
    for name, one_address in all_addresses().items():
        if name not in TABLE or "slug" not in one_address.parts or not set(one_address.parts) - {"slug", "name"}:
            continue
        path = address(name, household.parts_of(one_address) | {"slug": own.slug})
        for method in METHODS:
            checks += 1
            answer = knock(browser, method, path, body_of(name))
            if answer.status not in {404, 405}:
                broken.append(f"{method} {name} of one memorial is reached through another ({answer.status}).")

    figures("T01", checks=checks, wrong=len(broken))
    obeyed("what belongs to one memorial is found at its own address alone.", broken)


@pytest.mark.django_db
def test_what_changes_something_asks_for_a_token_or_is_made_for_guests(figures: Figures) -> None:
    """A form of another site cannot act for a person who is signed in."""
    household = a_household("everybody")
    browser = household.browsers["keeper"]
    browser.handler.enforce_csrf_checks = True
    broken, checks = [], 0
    for name, row in TABLE.items():
        if row.post == 405 or name not in all_addresses():
            continue
        path = address(name, household.parts_of(all_addresses()[name]))
        checks += 1
        status = knock(browser, "POST", path, body_of(name)).status
        if status != 403 and name not in WITHOUT_TOKEN | HARMLESS:
            broken.append(f"POST {name} without a token is answered {status}, not 403.")

    figures("T16", checks=checks, wrong=len(broken), forms_without_a_token=checks)
    obeyed("only what guests send comes without a token.", broken)


WITHOUT_TOKEN = {
    "send_comfort": "carries no right of its sender; other sites are refused by Origin and Sec-Fetch-Site",
    "gentle_notes": "changes nothing",
    "correct_comfort": "the secret address is the right",
    "take_back_comfort": "the secret address is the right",
    "confirm_follow": "the secret address is the right",
    "stop_mails": "the secret address is the right, and programs for mail send it",
}
HARMLESS = {
    "help": "keeps the country that somebody chose, in this browser alone",
    "scheme": "keeps the light that somebody chose; a page that was published for all holds no token",
    "come_back": "opens the curtain in this browser; whoever sends the form could open the page as well",
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(WITHOUT_TOKEN))
def test_what_comes_without_a_token_is_refused_from_another_site(name: str) -> None:
    household = a_household("everybody")
    path = address(name, household.parts_of(all_addresses()[name]))
    browser = household.browsers["nobody"]

    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        answer = browser.post(path, body_of(name), headers=headers)
        assert answer.status_code == 403, headers


def every_answer(household: Household) -> Iterator[tuple[str, str, str, Answer]]:
    """Asks every address of the table by both methods as everybody, as far as the state matters to it."""
    for name, one in all_addresses().items():
        if name not in TABLE or not matters(TABLE[name], household.state):
            continue
        path = address(name, household.parts_of(one))
        for cast, method in product(CAST, METHODS):
            yield name, cast, method, knock(household.browsers[cast], method, path, body_of(name))


def matters(row: Row, state: str) -> bool:
    """Whether an address is asked in a state: all in the first and the last, in between those that ask who sees.

    The rows say which these are; that a row says so wrongly would be seen in the first state or in the last.
    """
    whos = [who for who in (row.who, row.kept_for, row.leads_on) if who]
    asks = any(len({who(cast, one) for one in STATES}) > 1 for who in whos for cast in CAST)
    return asks or state in (STATES[0], STATES[-1])


def body_of(name: str) -> dict[str, str]:
    """The form that is sent to an address."""
    return dict(TABLE[name].body) | ({"once": new_once()} if name == "send_comfort" else {})


def _absent(household: Household, name: str, cast: str, method: str) -> Told:
    nowhere = address(name, unknown_parts(all_addresses()[name].parts))
    return knock(household.browsers[cast], method, nowhere, body_of(name)).without(nowhere)


def _told_apart(which: str, forbidden: Told, absent: Told) -> list[str]:
    """In what somebody who may not is answered otherwise than at an address that leads nowhere."""
    parts = zip(("status", "headers", "body"), forbidden, absent, strict=True)
    if differing := [part for part, here, there in parts if here != there]:
        return [f"{which}: {', '.join(differing)} tell forbidden from absent ({forbidden[0]}, {absent[0]})."]
    return []
