"""Law: no private word is in a mail or in a line of the log (trust.md T02)."""

from __future__ import annotations

import logging
from email.message import Message
from itertools import product

import pytest
from django.core import mail

from snowdrop.ground import clock, outbox
from tests.figures import Figures
from tests.house.addresses import all_addresses
from tests.house.belongings import CAST, Household
from tests.house.household import a_household
from tests.house.knocking import address, knock
from tests.house.laws import obeyed
from tests.house.matrix import TABLE
from tests.house.test_matrix import METHODS, body_of
from tests.house.test_side_doors import ONLY_WITHIN_THE_FAMILY, SEEN_BY


@pytest.mark.slow
@pytest.mark.django_db
def test_no_private_word_is_in_a_mail_or_a_line_of_the_log(caplog: pytest.LogCaptureFixture, figures: Figures) -> None:
    logging.getLogger("django").setLevel(logging.INFO)
    with caplog.at_level(logging.DEBUG, logger="snowdrop"), caplog.at_level(logging.INFO):
        household = a_household("everybody")
        asked = _ask_everywhere(household)
        while outbox.send_what_is_due(clock.now()):
            pass
    marks = [*SEEN_BY, *household.marks, *ONLY_WITHIN_THE_FAMILY]
    lines = [record.getMessage() for record in caplog.records]
    mails = [_without_address(one.message()) for one in mail.outbox]

    broken = [f"a mail holds {one}." for text in mails for one in marks if one in text]
    broken += [f"a line of the log holds {one}." for text in lines for one in marks if one in text]

    assert lines, "something must be logged, or nothing is shown by this"
    assert any("There is something for you" in text for text in mails), "what was put into the outbox must have left"
    assert mails, "mails must be sent, or nothing is shown by this"
    planted = len(marks)
    figures("T02", checks=asked + len(mails), wrong=len(broken), canaries_planted=planted, canaries_found=len(broken))
    obeyed("what is private is in no mail and in no log.", broken)


def _ask_everywhere(household: Household) -> int:
    """Asks every address by both methods, as a stranger and as the first and the last whom it lets in; how often.

    What a view logs and whom it writes to is the same for all whom it lets in: T01 asks as each of them.
    """
    asked = 0
    for (name, row), method in product(TABLE.items(), METHODS):
        path = address(name, household.parts_of(all_addresses()[name]))
        let_in = [cast for cast in CAST if row.lets_in(method, cast, household.state)]
        for cast in {"stranger", *let_in[:1], *let_in[-1:]}:
            knock(household.browsers[cast], method, path, body_of(name))
            asked += 1
    return asked


def _without_address(mail: Message) -> str:
    """A mail but for the address that it goes to, which its reader gave."""
    del mail["To"]
    return mail.as_string()
