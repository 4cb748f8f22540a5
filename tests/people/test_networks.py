"""From which network somebody asks: what tries are counted by."""

from __future__ import annotations

import pytest
from allauth.account.adapter import get_adapter
from django.test import RequestFactory


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.0"),
        ("::ffff:203.0.113.9", "203.0.113.0"),
        ("2001:db8:1:2::9", "2001:db8:1::"),
    ],
)
def test_tries_are_counted_for_a_network(address: str, network: str) -> None:
    """A server on "::" sees a visitor of IPv4 as ::ffff:…; all of them together are not one network."""
    request = RequestFactory(REMOTE_ADDR=address).get("/sign-in/")

    assert get_adapter().get_client_ip(request) == network
