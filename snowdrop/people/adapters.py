"""What allauth asks of us: no second steps, no messages of its own, and as little about a device as will do."""

from __future__ import annotations

import ipaddress

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_NETWORKS = {4: 24, 6: 48}


class AccountAdapter(DefaultAccountAdapter):
    """Signing in is one step, by code or by passkey; whatever is said about it is said by our own pages."""

    def get_login_stages(self) -> list[str]:
        """None: a passkey is another way in, never a second lock, so that a code by mail always opens."""
        return []

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Nothing: our pages say what was done."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The network that asks, not the device: enough to limit tries, too little to find somebody."""
        address = ipaddress.ip_address(get_client_ip(request) or "0.0.0.0")
        address = getattr(address, "ipv4_mapped", None) or address  # as a server on "::" sees everybody of IPv4
        length = _NETWORKS[address.version]
        return str(ipaddress.ip_network(f"{address}/{length}", strict=False).network_address)

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Says that this account is closed; only somebody who holds its mail or its passkey gets here."""
        return render(request, "people/closed.html", status=403)


class PasskeyAdapter(DefaultMFAAdapter):
    """What a passkey is called on the device that keeps it: the site and the address, no more."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site, by its own name."""
        return {**super().get_public_key_credential_rp_entity(), "name": settings.SNOWDROP.site_name}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, object]:
        """The person, by the address that they sign in with."""
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.get_username()}
