"""Reporting: anybody, at once, the same answer to all; nobody learns who it was, and nothing follows by itself."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from snowdrop.ground.ids import new_id
from snowdrop.ground.models import Entry
from snowdrop.memorials import actions as memorials
from snowdrop.safeguarding import queries, things
from snowdrop.safeguarding.jobs import forget_words
from snowdrop.safeguarding.models import Case, Decision, Hold, Report
from snowdrop.safeguarding.things import Thing, UnknownHandle, handle_of, thing_with
from snowdrop.safeguarding.vocabulary_of_reports import Limit, Topic
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import send
from tests.world.safety import a_trusted, decided, reported

pytestmark = pytest.mark.django_db

SAID = {"topic": "cruel", "words": "It attacks my sister.", "reach": "", "once": "a-token-of-one-form"}


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="everybody")


def page_of(browser: Client, address: str) -> str:
    """The page without the tokens of its form."""
    text = browser.get(address).content.decode()
    return re.sub(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"', "", text.replace(address, ""))


def test_a_page_that_shows_what_others_gave_leads_to_reporting_it_without_an_account(family: Cast) -> None:
    page = Client().get(f"/m/{family.memorial.slug}/").content.decode()
    address = queries.report_address("memorial", family.memorial.pk)

    assert f'href="{address}"' in page
    answer = Client().post(address, SAID)

    assert answer.status_code == 302
    one = Report.objects.get()
    assert (one.kind, one.thing_id, one.could_see, one.reported_by) == ("memorial", family.memorial.pk, True, None)
    assert "A person will read it, by " in Client().get(answer["Location"]).content.decode()


def test_whoever_may_not_see_it_and_whoever_made_the_address_up_get_the_same_page_and_answer(family: Cast) -> None:
    """Not open to them, blocked, not there at all, and no address of ours: one page, one kind of receipt."""
    memorials.take_back_memorial(family.keeper, family.memorial, now=NOON)
    there, never = handle_of("memorial", family.memorial.pk), handle_of("memorial", new_id())
    memorials.keep_out(family.keeper, family.memorial, addresses=["tom@example.org"], now=NOON)
    asking = [(Client(), there), (browser_of(family.stranger), there), (Client(), never), (Client(), "made-up")]

    pages = {page_of(browser, f"/report/{handle}/") for browser, handle in asking[:1] + asking[2:]}
    answers = [browser.post(f"/report/{handle}/", SAID | {"once": str(uuid4())}) for browser, handle in asking]

    assert len(pages) == 1
    assert {answer.status_code for answer in answers} == {302}
    assert {len(answer["Location"]) for answer in answers} == {len(answers[0]["Location"])}
    receipts = {
        re.sub(r"/reported/[^/]+/", "", Client().get(answer["Location"]).content.decode()) for answer in answers
    }
    assert len(receipts) == 1
    assert set(Report.objects.values_list("could_see", flat=True)) == {False}


def test_a_handle_tells_no_kind_no_id_and_no_time_and_cannot_be_made_up() -> None:
    one = new_id()
    handle = handle_of("memorial", one)

    assert thing_with(handle) == Thing("memorial", one)
    assert one.hex[:8] not in handle
    assert handle_of("memorial", one) == handle, "a published page is the same for everybody"
    for wrong in (handle[:-1], handle[:-1] + "AB", "", "x" * 40, handle_of("receipt", one) + "=", "é"):
        with pytest.raises(UnknownHandle):
            things.id_with(wrong, "memorial")


def test_the_address_of_a_receipt_opens_no_notice_and_no_other_report(family: Cast) -> None:
    one = reported(Thing("memorial", family.memorial.pk))
    decision = decided(a_trusted("Mo"), one)

    for address in (
        f"/decided/{handle_of(queries.RECEIPT, one.pk)}/",
        f"/decided/{handle_of(queries.NOTICE, one.pk)}/",
        f"/reported/{handle_of(queries.NOTICE, decision.pk)}/",
        f"/reported/{one.pk}/",
    ):
        assert Client().get(address).status_code == 404


def test_the_same_form_sent_twice_is_one_report_with_one_receipt() -> None:
    browser = Client()
    addresses = {browser.post("/report/", SAID)["Location"] for _ in range(2)}
    assert len(addresses) == Report.objects.count() == 1


def test_from_one_network_only_so_much_is_taken_in_an_hour_and_the_words_are_not_lost() -> None:
    answers = [Client().post("/report/", SAID | {"once": str(number)}) for number in range(12)]

    assert [answer.status_code for answer in answers[:10]] == [302] * 10
    assert answers[-1].status_code == 429
    assert "It attacks my sister." in answers[-1].content.decode()


def test_a_form_that_is_not_in_order_says_so_beside_the_field() -> None:
    page = Client().post("/report/", SAID | {"topic": "", "reach": "me"}).content.decode()

    assert "Please choose one." in page
    assert "not a whole address" in page
    assert not Report.objects.exists()


def test_who_sees_the_page_chooses_among_its_things_and_names_exactly_one(family: Cast) -> None:
    memorials.describe_memorial(
        family.keeper, family.memorial, on_the_page="let-through", first_reading="nobody", now=NOON
    )
    family.memorial.refresh_from_db()
    comfort = send(family.memorial, name="Kit")
    address = queries.report_address("memorial", family.memorial.pk)

    page = Client().get(address).content.decode()
    assert "from Kit" in page
    [handle] = re.findall(r'<option value="([^"]{20,})"', page)
    Client().post(address, SAID | {"about": handle})

    assert Report.objects.get().thing_id.bytes == bytes(comfort.arrival)  # type: ignore[union-attr]


def test_nobody_learns_who_reported_not_from_the_journal_the_desk_the_notice_or_a_mail(family: Cast) -> None:
    moderator = a_trusted("Mo")
    one = reported(Thing("memorial", family.memorial.pk), by=family.stranger, reach="tom@example.org")
    desk = browser_of(moderator).get("/safety/").content.decode()
    decision = decided(moderator, one)
    notice = Client().get(f"/decided/{handle_of(queries.NOTICE, decision.pk)}/").content.decode()

    assert Entry.objects.get(verb="report.made").actor_id is None
    for page in (desk, notice):
        assert "tom" not in page.lower()
        assert str(family.stranger.person_id) not in page


def test_a_report_alone_hides_nothing_however_many_there_are(family: Cast) -> None:
    for number in range(20):
        reported(Thing("memorial", family.memorial.pk), once=str(number))

    assert Client().get(f"/m/{family.memorial.slug}/").status_code == 200
    assert not Hold.objects.exists()
    assert not Decision.objects.exists()


def test_a_report_of_danger_opens_a_case_in_the_same_moment(family: Cast) -> None:
    reported(Thing("memorial", family.memorial.pk), topic=Topic.DANGER)
    reported(Thing("memorial", family.memorial.pk), topic=Topic.SELLING)

    assert list(Case.objects.values_list("kind", "level")) == [("report", "high")]


def test_whoever_reported_learns_the_outcome_in_general_words(family: Cast) -> None:
    moderator = a_trusted("Mo")
    hidden = reported(Thing("memorial", family.memorial.pk))
    nothing = reported(Thing("memorial", family.memorial.pk))
    decided(moderator, hidden)
    decided(moderator, nothing, Limit.NOTHING, facts="")

    said = [
        Client().get(f"/reported/{handle_of(queries.RECEIPT, one.pk)}/").content.decode() for one in (hidden, nothing)
    ]
    assert "something was done about it" in said[0]
    assert "found nothing that breaks a rule" in said[1]
    assert "names" not in said[0], "the facts are for those whom it limits"


def test_what_was_written_is_forgotten_a_year_after_the_decision_and_the_count_stays(family: Cast) -> None:
    one = reported(Thing("memorial", family.memorial.pk), reach="tom@example.org")
    decided(a_trusted("Mo"), one, Limit.NOTHING, facts="")
    forget_words(NOON + timedelta(days=364))
    assert Report.objects.get().words == "It attacks my sister."

    forget_words(NOON + timedelta(days=366))

    kept = Report.objects.get()
    assert (kept.words, kept.reach, kept.topic) == ("", "", "cruel")


def test_words_of_reports_and_decisions_lie_sealed(family: Cast) -> None:
    one = reported(Thing("memorial", family.memorial.pk), words="EINZIGARTIG", reach="tom@example.org")
    decided(a_trusted("Mo"), one, facts="BEISPIELLOS")

    with connection.cursor() as cursor:
        cursor.execute("SELECT words, reach FROM safeguarding_report")
        kept = [bytes(column) for column in cursor.fetchone()]
        cursor.execute("SELECT facts FROM safeguarding_decision")
        kept += [bytes(column) for column in cursor.fetchone()]
    assert not [words for words in kept if b"EINZIGARTIG" in words or b"tom@" in words or b"BEISPIELLOS" in words]
