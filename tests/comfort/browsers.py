"""Browsers: Django's test client as each of the cast uses it, with a session, a private link, or nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client, RequestFactory

from snowdrop.memorials import actions as memorials
from snowdrop.people.links import hold_link
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.cast import NOON, Cast, a_person


def browser_of(viewer: Viewer) -> Client:
    """A browser that is who the viewer is."""
    client, response = Client(), HttpResponse()
    if viewer.person_id:
        client.force_login(Person.objects.get(pk=viewer.person_id))
    for link_id in viewer.links:
        hold_link(RequestFactory().get("/"), response, link_id)
    client.cookies.update(response.cookies)
    return client


def text_of(response: HttpResponse) -> str:
    """Everything that an answer says: its headers, its cookies and its body."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return "\n".join((headers, response.cookies.output(), response.content.decode()))


def another_family() -> Cast:
    """A second memorial, with people of its own; nobody helps there."""
    keeper = a_person("Noor")
    memorial = memorials.open_memorial(keeper, title="For Bo", now=NOON)
    link = memorials.make_private_link(keeper, memorial, now=NOON)
    return Cast(memorial, keeper, a_person("Lena"), Viewer(links=frozenset({link.id})), a_person("Kit"), link)
