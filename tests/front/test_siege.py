"""When a page is under siege, who is asked for a moment, and what a ticket is good for (docs/decisions/0028)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from snowdrop.comfort.intake import LONGEST, QUICKEST, new_once, was_asked_for
from snowdrop.front import siege
from snowdrop.front.siege import LASTS, MOST_UNASKED, MOST_WAITED, WINDOW, Guard, network_of
from snowdrop.front.tickets import GOOD_FOR, WAIT_SECONDS, Ticket
from snowdrop.settings.environment import Siege, WrongSetting, read_environment

PAGE = "wren"
NOW = 1_800_000_000.0


@pytest.fixture(autouse=True)
def _a_minute_before() -> Iterator[None]:
    """Tokens are handed out then, so that whoever sends them now had the time to write."""
    with time_machine.travel(NOW - 60, tick=False):
        yield


def given(once: str = "", **more: str) -> dict[str, str]:
    """A form: with a token that this server handed out a minute ago, unless another is named."""
    return {"once": once or new_once(), "words": "Thinking of you.", **more}


def besieged(guard: Guard | None = None, *, page: str = PAGE, now: float = NOW) -> Guard:
    """A guard that has seen more forms on a page, of its own making, than people send."""
    guard = guard or Guard(Siege("auto"))
    for number in range(MOST_UNASKED + 1):
        guard.asks(page, f"192.0.2.{number}", {"once": f"{number:044x}"}, now=now)
    return guard


def asked(
    guard: Guard, form: dict[str, str], *, page: str = PAGE, address: str = "198.51.100.7", now: float = NOW
) -> Ticket:
    ticket = guard.asks(page, address, form, now=now)
    assert ticket
    return ticket


def work(ticket: Ticket) -> str:
    """What a browser does, by the same rule as moment.js."""
    for number in range(ticket.most):
        if hashlib.sha256(f"{ticket}:{number}".encode()).hexdigest() == ticket.challenge:
            return str(number)
    raise AssertionError("There is no number.")


STRANGE = f"{7:044x}"
"""A token that nobody was given."""


def test_a_whole_country_that_writes_at_once_is_asked_for_nothing() -> None:
    guard = Guard(Siege("auto"))

    answers = [guard.asks(PAGE, f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}", given(), now=NOW) for n in range(20_000)]

    assert set(answers) == {None}
    assert guard.sieges(NOW) == 0


def test_a_school_that_writes_in_one_lesson_is_asked_for_nothing() -> None:
    """A thousand pupils behind one address, within ten minutes."""
    guard = Guard(Siege("auto"))

    assert {guard.asks(PAGE, "192.0.2.1", given(), now=NOW + n * 0.6) for n in range(1000)} == {None}


def test_a_siege_is_noticed_by_those_alone_who_send_what_nobody_was_given() -> None:
    guard = besieged()

    assert guard.asks(PAGE, "198.51.100.7", given(), now=NOW) is None
    assert guard.asks(PAGE, "198.51.100.7", {"once": STRANGE}, now=NOW)
    assert guard.asks("another-page", "198.51.100.7", {"once": STRANGE}, now=NOW) is None
    assert guard.sieges(NOW) == 1


def test_one_network_far_above_its_share_is_asked_and_its_neighbours_are_not() -> None:
    guard = Guard(Siege("auto"))

    answers = [guard.asks(PAGE, "2001:db8:0:1::1", given(), now=NOW) for _ in range(Siege("auto").share + 1)]

    assert set(answers[:-1]) == {None} and answers[-1]
    assert guard.asks(PAGE, "2001:db8:0:ff::2", given(), now=NOW)
    assert guard.asks(PAGE, "2001:db8:1:1::1", given(), now=NOW) is None


def test_a_siege_ends_by_itself_and_leaves_nothing() -> None:
    guard = besieged()

    assert guard.asks(PAGE, "198.51.100.7", {"once": STRANGE}, now=NOW + LASTS + WINDOW) is None
    assert guard.sieges(NOW + LASTS + WINDOW) == 0


def test_work_lets_in_at_once() -> None:
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})

    worked = {"once": STRANGE, "moment": str(ticket), "found": work(ticket)}

    assert guard.asks(PAGE, "198.51.100.7", worked, now=NOW + 1) is None


def test_a_guess_does_not_let_in() -> None:
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})
    wrong = (int(work(ticket)) + 1) % ticket.most

    assert guard.asks(PAGE, "198.51.100.7", {"once": STRANGE, "moment": str(ticket), "found": str(wrong)}, now=NOW + 1)


def test_work_is_good_for_one_form_and_one_page() -> None:
    guard = besieged(besieged(), page="another-page")
    ticket = asked(guard, {"once": STRANGE})
    worked = {"moment": str(ticket), "found": work(ticket)}
    other_form = {**worked, "once": f"{8:044x}"}

    assert guard.asks(PAGE, "198.51.100.7", other_form, now=NOW + 1)
    assert guard.asks("another-page", "198.51.100.7", {**worked, "once": STRANGE}, now=NOW + 1)


def test_a_ticket_lets_in_once_its_minute_has_passed_and_not_before() -> None:
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})
    waiting = {"once": STRANGE, "moment": str(ticket), "found": ""}

    again = guard.asks(PAGE, "198.51.100.7", waiting, now=NOW + WAIT_SECONDS - 2)

    assert again == ticket, "whoever presses too early does not begin to wait anew"
    assert guard.asks(PAGE, "198.51.100.7", waiting, now=NOW + WAIT_SECONDS + 1) is None


def test_a_ticket_cannot_be_made_older_or_easier() -> None:
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})
    older = str(Ticket(ticket.made - 3000, ticket.most, ticket.signature))
    easier = str(Ticket(ticket.made, 1, ticket.signature))

    for forged in (older, easier, "", "..", "9" * 5000, f"{ticket.made}.0.x"):
        assert guard.asks(PAGE, "198.51.100.7", {"once": STRANGE, "moment": forged, "found": "0"}, now=NOW + 1)


def test_an_old_ticket_is_exchanged_for_another() -> None:
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})
    later = NOW + GOOD_FOR + 1
    besieged(guard, now=later)

    again = asked(guard, {"once": STRANGE, "moment": str(ticket), "found": work(ticket)}, now=later)

    assert again.made > ticket.made


def test_those_who_only_wait_come_a_few_at_a_time_from_one_network() -> None:
    guard = besieged()
    onces = [f"{number:044x}" for number in range(1000, 1000 + 3 * MOST_WAITED)]
    tickets = {once: str(asked(guard, {"once": once})) for once in onces}
    later = NOW + WAIT_SECONDS + 1

    let_in = [
        guard.asks(PAGE, "198.51.100.7", {"once": once, "moment": ticket}, now=later) is None
        for once, ticket in tickets.items()
    ]

    assert sum(let_in) == MOST_WAITED


def test_whoever_was_let_in_is_not_asked_again_for_the_same_form() -> None:
    """It may need a second look, or come twice because an answer was lost."""
    guard = besieged()
    ticket = asked(guard, {"once": STRANGE})
    guard.asks(PAGE, "198.51.100.7", {"once": STRANGE, "moment": str(ticket), "found": work(ticket)}, now=NOW + 1)

    assert guard.asks(PAGE, "198.51.100.7", {"once": STRANGE}, now=NOW + 2) is None


def test_the_more_one_network_sends_the_more_each_costs() -> None:
    guard = besieged()
    easy = asked(guard, {"once": STRANGE}).most
    for number in range(2 * siege.HARDER_AFTER):
        form = {"once": f"{5000 + number:044x}"}
        ticket = asked(guard, form)
        guard.asks(PAGE, "198.51.100.7", {**form, "moment": str(ticket), "found": str(ticket._number)}, now=NOW)

    assert asked(guard, {"once": STRANGE}).most == 4 * easy
    assert asked(guard, {"once": STRANGE}, address="203.0.113.1").most == easy


def test_the_operator_may_ask_everybody_or_nobody() -> None:
    assert Guard(Siege("always")).asks(PAGE, "198.51.100.7", given(), now=NOW)
    assert besieged(Guard(Siege("off"))).asks(PAGE, "198.51.100.7", {"once": STRANGE}, now=NOW) is None


def test_what_is_remembered_is_bounded() -> None:
    guard = Guard(Siege("auto"))
    for number in range(siege.MOST_NETWORKS + 500):
        guard.asks(PAGE, f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", given(), now=NOW)
    for number in range(siege.MOST_PAGES + 50):
        guard.asks(f"page-{number}", "192.0.2.1", given(), now=NOW)

    assert sum(len(page.forms) for page in guard._pages.values()) <= siege.MOST_NETWORKS
    assert len(guard._pages) <= siege.MOST_PAGES
    guard.asks(PAGE, "192.0.2.1", given(), now=NOW + WINDOW)
    assert list(guard._pages) == [PAGE], "nothing is kept longer than it is looked at"


def test_a_token_is_ours_if_we_signed_it_and_somebody_had_time_to_write() -> None:
    once, begun = new_once(), NOW - 60

    assert was_asked_for(once, now=begun + QUICKEST + 1)
    assert not was_asked_for(once, now=begun)
    assert not was_asked_for(once, now=begun + LONGEST + 2)
    assert not was_asked_for(once[:-1] + ("0" if once[-1] != "0" else "1"), now=begun + 60)
    assert not was_asked_for("", now=begun + 60)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:0:aa01::1", "20010db80000aa"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("[2001:db8::1]", "20010db8000000"),
        ("not:an:address", "not:an:address"),
    ],
)
def test_a_network_is_what_one_household_has(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("said", "wished"), [("always", Siege("always")), ("off", Siege("off")), ("300", Siege("auto", 300))]
)
def test_the_setting_says_when_forms_are_asked(tmp_path: Path, said: str, wished: Siege) -> None:
    given = {"SNOWDROP_DATA": str(tmp_path), "SNOWDROP_SIEGE": said}

    assert read_environment(given, []).siege == wished


@pytest.mark.parametrize("said", ["", "maybe", "0", "-1"])
def test_a_setting_that_says_nothing_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(WrongSetting, match="SNOWDROP_SIEGE"):
        read_environment({"SNOWDROP_DATA": str(tmp_path), "SNOWDROP_SIEGE": said}, [])
