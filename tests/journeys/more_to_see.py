"""Run beside a server on its data: adds to the demo story what its screens need, and prints the parts of addresses."""

from __future__ import annotations

import json
import os
from typing import Any

import django


def main() -> None:
    """Prints one JSON object: the parts of addresses of the public memorial, and the secrets that only a sender has."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
    django.setup()
    print(json.dumps(parts()))


def parts() -> dict[str, str]:
    """One value for each part of an address, of the memorial that everybody may see."""
    from snowdrop.comfort import actions as comfort
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import Helper, Memorial
    from snowdrop.people.viewer import Viewer
    from snowdrop.tributes.models import Letter, Photo
    from tests.world.guests import fields, send

    memorial = Memorial.objects.get(publication__audience="everybody")
    keeper = Viewer(memorial.keepers.get().person_id)
    link = actions.make_private_link(keeper, memorial, name="Our neighbours", now=clock.now())
    invitation, secret = actions.invite_helper(keeper, memorial, name="Hanneke", now=clock.now())
    arrival = dict(fields(words="At the weir I thought of you, and of Wren.", name="Tomás", relation="from the choir"))
    send(memorial, **arrival, now=clock.now())
    for words, act in (
        ("We have not met. I wish you a quiet week.", comfort.keep_for_later),
        ("Buy now.", comfort.keep_away),
    ):
        act(keeper, send(memorial, words=words, now=clock.now()), now=clock.now())
    first: Any = {place: memorial.comforts.filter(place=place).first() for place in ("held", "opened", "kept")}
    return {
        "slug": memorial.slug,
        "remembered_id": str(memorial.remembereds.first().id),
        "helper_id": str(Helper.objects.get(memorial=memorial).id),
        "link_id": str(link.id),
        "invitation_id": str(invitation.id),
        "secret": secret,
        "letter_id": str(Letter.objects.filter(memorial=memorial).first().id),
        "photo_id": str(Photo.objects.filter(memorial=memorial).first().id),
        "once": arrival["once"],
        "held": first["held"].handle,
        "handle": first["kept"].handle,
    }


if __name__ == "__main__":
    main()
