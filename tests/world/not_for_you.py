"""Acts in an instance that is being served: a page that is not for somebody, and every way in which it is not."""

from __future__ import annotations

from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.memorials import actions
from snowdrop.memorials.models import Invitation, Memorial
from snowdrop.memorials.vocabulary import Audience, Purpose
from snowdrop.people.viewer import Viewer
from tests.world.cast import a_person
from tests.world.removal import cookie_of, photo_of


def not_for_them() -> dict[str, str]:
    """A private page, a public one whose family keeps somebody out, and invitations that are over; who asks."""
    keeper, now = a_person("Mira"), clock.now()
    blocked, stranger = a_person("Tom"), a_person("Lena")
    private = actions.open_memorial(keeper, title="For Ilse", now=now)
    public = actions.open_memorial(keeper, title="For Wren", now=now)
    actions.keep_out(keeper, public, addresses=["tom+x@example.org"], now=now)
    (over, over_address), (_, standing_address) = (_invite(keeper, public) for _ in range(2))
    actions.take_back_invitation(keeper, public, over, now=now)
    for memorial, audience in ((private, Audience.LINK), (public, Audience.EVERYBODY)):
        actions.publish_memorial(keeper, memorial, to=audience, now=now)
    return {
        "private": reverse("memorial", args=[private.slug]),
        "public": reverse("memorial", args=[public.slug]),
        "private photo": photo_of(keeper, private),
        "public photo": photo_of(keeper, public),
        "blocked": cookie_of(blocked),
        "stranger": cookie_of(stranger),
        "over": over_address,
        "standing": standing_address,
    }


def _invite(keeper: Viewer, memorial: Memorial) -> tuple[Invitation, str]:
    invitation, secret = actions.invite(keeper, memorial, purpose=Purpose.HELPER, now=clock.now())
    return invitation, reverse("invitation", args=[secret])
