"""Law: no private word is in a mail or in a line of the log (trust.md T02)."""

from __future__ import annotations

import logging
from email.message import Message

import pytest
from django.core import mail

from snowdrop.ground import clock, outbox
from tests.figures import Figures
from tests.house.household import a_household
from tests.house.laws import obeyed
from tests.house.test_matrix import every_answer
from tests.house.test_side_doors import ONLY_WITHIN_THE_FAMILY, SEEN_BY


@pytest.mark.slow
@pytest.mark.django_db
def test_no_private_word_is_in_a_mail_or_a_line_of_the_log(caplog: pytest.LogCaptureFixture, figures: Figures) -> None:
    logging.getLogger("django").setLevel(logging.INFO)
    with caplog.at_level(logging.DEBUG, logger="snowdrop"), caplog.at_level(logging.INFO):
        household = a_household("everybody")
        asked = sum(1 for _ in every_answer(household, of_those_let_in=True))
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


def _without_address(mail: Message) -> str:
    """A mail but for the address that it goes to, which its reader gave."""
    del mail["To"]
    return mail.as_string()
