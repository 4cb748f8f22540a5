"""Nobody but an operator sees how the server runs, and what an operator sees holds nothing of anybody."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from prometheus_client.parser import text_string_to_metric_families

from snowdrop.console.drawing_status import drawn
from snowdrop.console.management.commands.status import said
from snowdrop.engine_room import metrics
from snowdrop.engine_room.looking import look
from snowdrop.ground import clock
from snowdrop.memorials.models import Memorial
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import actions as safety
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.house.household import a_household
from tests.house.test_side_doors import ONLY_WITHIN_THE_FAMILY, SEEN_BY
from tests.world.cast import a_person
from tests.world.safety import a_trusted

PAGE = "/engine-room/"
_ID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE)


def browser_of(viewer: Viewer) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(Person.objects.get(pk=viewer.person_id))
    return browser


def asked(path: str, authorization: str | None) -> tuple[str, bytes]:
    """What the port for figures answers."""
    answered: list[str] = []
    environ: dict[str, Any] = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": ""}
    if authorization is not None:
        environ["HTTP_AUTHORIZATION"] = authorization
    body = b"".join(metrics.application()(environ, lambda status, _headers: answered.append(status)))
    return answered[0], body


@pytest.mark.django_db
def test_only_an_operator_opens_the_engine_room_and_nobody_once_it_has_ended() -> None:
    operator = a_trusted("Robin", Role.OPERATOR)
    others = [a_trusted(role, role) for role in (Role.MODERATOR, Role.LEAD, Role.DEPUTY)]

    assert reverse("engine_room") == PAGE
    assert browser_of(operator).get(PAGE).status_code == 200
    assert browser_of(operator).post(PAGE).status_code == 405
    for viewer in [*others, a_person("Anna")]:
        assert browser_of(viewer).get(PAGE).status_code == 404
    assert Client().get(PAGE).status_code == 302

    safety.end_staff(Person.objects.get(pk=operator.person_id), now=clock.now())
    assert browser_of(operator).get(PAGE).status_code == 404


@pytest.mark.django_db
def test_an_operator_reads_nothing_that_those_who_keep_people_safe_read() -> None:
    browser = browser_of(a_trusted("Robin", Role.OPERATOR))

    found = {path: browser.get(path).status_code for path in ("/safety/", "/safety/cases/", "/safety/audit/")}

    assert set(found.values()) == {404}
    assert browser.get("/moderating/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("brought", [None, "", "Bearer ", "Bearer wrong", "Basic {secret}", "{secret}", "Bearer é"])
def test_figures_open_to_nobody_without_the_secret(brought: str | None) -> None:
    status, body = asked("/metrics", brought.replace("{secret}", metrics.secret()) if brought else brought)

    assert (status, body) == ("404 Not Found", b"There is nothing here.\n")


@pytest.mark.django_db
def test_figures_are_at_their_own_address_alone() -> None:
    status, body = asked("/", f"Bearer {metrics.secret()}")

    assert (status, b"snowdrop" in body) == ("404 Not Found", False)


@pytest.mark.django_db
def test_the_public_door_has_no_figures() -> None:
    operator = browser_of(a_trusted("Robin", Role.OPERATOR))

    assert operator.get("/metrics", headers={"authorization": f"Bearer {metrics.secret()}"}).status_code == 404


@pytest.mark.django_db
def test_figures_are_read_by_the_library_of_those_who_gather_them() -> None:
    status, body = asked("/metrics", f"Bearer {metrics.secret()}")

    families = {one.name: one for one in text_string_to_metric_families(body.decode())}

    assert status == "200 OK"
    assert families["snowdrop_state"].samples[0].value in (0, 1, 2)
    assert {one.labels["reader"] for one in families["snowdrop_journal_behind_entries"].samples} >= {"front", "notices"}
    assert all(one.documentation for one in families.values())


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", ["link", "everybody"])
def test_whatever_an_operator_sees_holds_no_word_name_address_or_id_of_anybody(state: str) -> None:
    household = a_household(state)
    operator, room = browser_of(a_trusted("Robin", Role.OPERATOR)), look(clock.now())
    seen = {
        "the page": re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", operator.get(PAGE).content.decode()),
        "the terminal": "\n".join(drawn(room, width=200, height=None, paint=lambda _state, word: word)),
        "what programs read": json.dumps(said(room), ensure_ascii=False),
        "the figures": asked("/metrics", f"Bearer {metrics.secret()}")[1].decode(),
    }
    slugs = Memorial.objects.values_list("slug", flat=True)
    people = [one for pair in Person.objects.values_list("email", "name") for one in pair if one]
    marks = {*SEEN_BY, *household.marks, *ONLY_WITHIN_THE_FAMILY, *slugs, *people}

    found = [f"{where} holds {one}" for where, text in seen.items() for one in marks if one in text]
    found += [f"{where} holds an id: {_ID.findall(text)}" for where, text in seen.items() if _ID.search(text)]

    assert len(marks) > 100
    assert found == []
