"""Acts in an instance that is being served: a page open to a few people in every way, and the doors shut to them."""

from __future__ import annotations

import io
import time

from django.conf import settings
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.media.actions import develop_picture
from snowdrop.media.models import Rendition
from snowdrop.memorials import actions
from snowdrop.memorials.models import Keeper, Memorial
from snowdrop.memorials.vocabulary import Audience, Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from tests.world.cast import a_person, let_help, let_into_circle
from tests.world.photographs import a_photograph


def open_to_a_few() -> dict[str, str]:
    """A memorial with a photo, a member of a circle, a helper, a private link and an invitation; their ways in."""
    keeper, now = a_person("Mira"), clock.now()
    memorial = actions.open_memorial(keeper, title="For Ilse", now=now)
    circle = actions.make_circle(keeper, memorial, name="Family", now=now)
    member, helper = a_person("Ana"), a_person("Jonas")
    let_into_circle(keeper, circle, member, now=now)
    let_help(keeper, memorial, helper, now=now)
    link = actions.make_private_link(keeper, memorial, now=now)
    _, secret = actions.invite(keeper, memorial, purpose=Purpose.CIRCLE, circle=circle, now=now)
    actions.publish_memorial(keeper, memorial, to=Audience.LINK, now=now)
    return {
        "slug": memorial.slug,
        "photo": photo_of(keeper, memorial),
        "member": cookie_of(member),
        "helper": cookie_of(helper),
        "link": reverse("private_link", args=[link.secret]),
        "invitation": reverse("invitation", args=[secret]),
    }


def shut_every_door(slug: str) -> dict[str, float]:
    """Takes all of them out, one after the other; answers with the moment at which each act had returned."""
    memorial = Memorial.objects.get(slug=slug)
    keeper, now = Viewer(Keeper.objects.get(memorial=memorial).person_id), clock.now()
    ana, jonas = memorial.members.get().person, memorial.helpers.get().person
    done: dict[str, float] = {}
    actions.shut_the_door(keeper, memorial, ana, now=now)
    done["member"] = time.time()
    actions.shut_the_door(keeper, memorial, jonas, now=now)
    done["helper"] = time.time()
    actions.take_back_private_link(keeper, memorial, memorial.privatelinks.get(), now=now)
    done["link"] = time.time()
    actions.take_back_invitation(keeper, memorial, memorial.invitations.get(let_in_at=None), now=now)
    done["invitation"] = time.time()
    return done


def photo_of(keeper: Viewer, memorial: Memorial) -> str:
    """A developed photo for people with a private link, or fewer: the address of its largest size."""
    upload, now = io.BytesIO(a_photograph(size=(600, 400))), clock.now()
    photo = tributes.add_photo(keeper, memorial, upload=upload, name="a.jpg", audience=Audience.LINK, now=now)
    develop_picture(photo.picture_id, now)
    name = Rendition.objects.filter(picture=photo.picture).latest("width").name
    return reverse("picture", args=[memorial.slug, photo.id, name])


def cookie_of(viewer: Viewer) -> str:
    """The cookie of a browser in which somebody has signed in."""
    client = Client()
    client.force_login(Person.objects.get(pk=viewer.person_id), "django.contrib.auth.backends.ModelBackend")
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
