"""Timed work about people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from snowdrop.ground import clock
from snowdrop.people.jobs import forget_devices
from tests.world.browsers import browser_of
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db


def test_what_is_known_of_a_device_goes_with_its_session() -> None:
    now = clock.now()
    staying, leaving = browser_of(a_person("Mira")), browser_of(a_person("Jonas"))
    for browser in (staying, leaving):
        browser.get("/you/")
    Session.objects.filter(pk=leaving.session.session_key).update(expire_date=now - timedelta(minutes=1))
    assert UserSession.objects.count() == 2

    forget_devices(now)

    assert [device.session_key for device in UserSession.objects.all()] == [staying.session.session_key]
