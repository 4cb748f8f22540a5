"""The log says where something failed, and no secret address."""

from __future__ import annotations

import pytest
from django.test import Client

from snowdrop.comfort.intake import new_once
from snowdrop.comfort.models import Comfort
from tests.world.cast import a_family
from tests.world.guests import send

pytestmark = pytest.mark.django_db


def test_a_failure_is_written_down_without_the_secret_in_its_address(caplog: pytest.LogCaptureFixture) -> None:
    once = new_once()
    piece = send(a_family().memorial, once=once)
    Comfort.objects.filter(pk=piece.pk).update(sealed=b"damaged")

    answer = Client(raise_request_exception=False).get(f"/sent/{once}/correction/")

    assert answer.status_code == 500
    assert "sent/<str:once>/correction/" in caplog.text
    assert once not in caplog.text
