"""Browsers: Django's test client as each of the cast uses it, with a session, with private links, or with nothing."""

from __future__ import annotations

import re

from django.http import HttpResponse
from django.test import Client, RequestFactory

from snowdrop.people.links import hold_link
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


def browser_of(viewer: Viewer) -> Client:
    """A browser that is who the viewer is."""
    browser = Client()
    if viewer.person_id:
        browser.force_login(Person.objects.get(pk=viewer.person_id), "django.contrib.auth.backends.ModelBackend")
    for link in viewer.links:
        answer = HttpResponse()
        request = RequestFactory().get("/")
        request.COOKIES.update({name: morsel.value for name, morsel in browser.cookies.items()})
        hold_link(request, answer, link)
        browser.cookies.update(answer.cookies)
    return browser


def as_seen(response: HttpResponse, *parts: str) -> tuple[int, str]:
    """Status and body of an answer, without the token of its forms and these parts of its own address."""
    body = re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", response.content.decode())
    for part in parts:
        body = body.replace(part, "…")
    return response.status_code, body


def text_of(response: HttpResponse) -> str:
    """Everything that an answer says: its headers, its cookies and its body."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return "\n".join((headers, response.cookies.output(), response.content.decode()))
