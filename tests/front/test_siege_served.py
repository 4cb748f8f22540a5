"""A page under siege, by the real server: the flood is asked for a moment, people are not, and no words are lost."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from html import unescape

import pytest

from snowdrop.front.siege import MOST_UNASKED
from tests.front.conftest import wait_for_document
from tests.world.instance import Answered, Instance, a_form, an_instance

WORDS = 'Thinking of you.\n\nAnd of <b>Wren</b> & "all" of you [[ticket]].'


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Instance, str]]:
    """A public page to which forms have come that nobody was given, from many addresses."""
    settings = {"SNOWDROP_SIEGE": "auto", "SNOWDROP_PROXIES": "1"}
    with an_instance(tmp_path_factory.mktemp("siege"), **settings) as instance:
        slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
        instance.start()
        wait_for_document(instance, slug)
        for number in range(MOST_UNASKED + 10):
            send(instance, slug, a_form(), f"192.0.2.{number}")
        yield instance, slug


def send(instance: Instance, slug: str, form: dict[str, str], address: str = "198.51.100.7", **more: str) -> Answered:
    return instance.post(f"/m/{slug}/send/", form, {"X-Forwarded-For": address, **more})


def fields_of(answer: Answered) -> dict[str, str]:
    form = answer.body.decode().partition('class="sending"')[2].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: unescape(value) for name, value in found}


def data_of(answer: Answered, name: str) -> str:
    found = re.search(rf'data-{name}="([^"]+)"', answer.body.decode())
    assert found
    return found[1]


def worked(answer: Answered) -> dict[str, str]:
    """The form as a browser sends it when it has done its work."""
    ticket, challenge = data_of(answer, "ticket"), data_of(answer, "challenge")
    for number in range(int(data_of(answer, "most"))):
        if hashlib.sha256(f"{ticket}:{number}".encode()).hexdigest() == challenge:
            return {**fields_of(answer), "found": str(number)}
    raise AssertionError("There is no number.")


@pytest.mark.slow
def test_somebody_who_was_given_the_form_and_took_their_time_notices_nothing(besieged: tuple[Instance, str]) -> None:
    instance, slug = besieged
    page = instance.get(f"/m/{slug}/send/").body.decode()
    once = re.search(r'name="once" value="(\w{44})"', page)
    assert once
    time.sleep(2.2)

    assert send(instance, slug, a_form(once=once[1])).status == 303


@pytest.mark.slow
def test_the_flood_is_asked_and_all_that_was_written_stands_on_the_page(besieged: tuple[Instance, str]) -> None:
    instance, slug = besieged
    form = a_form(words=WORDS, name="Ana O'Neill", website="")

    answer = send(instance, slug, form)

    assert answer.status == 429 and "set-cookie" not in answer.headers
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "no-store" in answer.headers.get("cache-control", "")
    assert {name: value for name, value in fields_of(answer).items() if name in form} == form
    assert (
        '<p dir="auto">And of &lt;b&gt;Wren&lt;/b&gt; &amp; &quot;all&quot; of you [[ticket]].</p>'
        in answer.body.decode()
    )
    assert instance.act("kept", form["once"])["words"] == {}


@pytest.mark.slow
def test_whoever_has_done_the_work_has_sent_it_once(besieged: tuple[Instance, str]) -> None:
    instance, slug = besieged
    form = a_form(words=WORDS)
    proof = worked(send(instance, slug, form))

    first, again = send(instance, slug, proof), send(instance, slug, proof)
    other = send(instance, slug, {**proof, "once": a_form()["once"], "words": "Buy these pills."})

    assert (first.status, first.headers["location"]) == (303, f"/sent/{form['once']}/")
    assert (again.status, again.headers["location"]) == (303, first.headers["location"])
    assert other.status == 429
    assert instance.act("kept", form["once"])["words"] == {form["once"]: WORDS}


@pytest.mark.slow
def test_saying_that_one_is_known_does_not_lead_past_the_guard(besieged: tuple[Instance, str]) -> None:
    instance, slug = besieged
    multipart = {"Content-Type": "multipart/form-data; boundary=x"}

    assert send(instance, slug, a_form(), Cookie="session=made-up").status == 429
    assert instance.post(f"/m/{slug}/send/", b"--x--", {**multipart, "Cookie": "session=made-up"}).status == 429


@pytest.mark.slow
def test_the_operator_sees_that_there_is_a_siege_and_not_of_which_page(besieged: tuple[Instance, str]) -> None:
    instance, slug = besieged
    seen: list[str] = []

    def is_told() -> bool:
        seen[:] = [instance.act("run_command", "status", "--json")["out"]]
        return '"front_sieges"' in seen[0] and "up to 1; " in seen[0]

    instance.wait_for(is_told)
    assert slug not in seen[0] and "192.0.2" not in seen[0]
