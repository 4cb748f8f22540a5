"""What people do in an instance that is being served, while another process serves it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.content import read_content
from snowdrop.comfort.intake import digest_of_once
from snowdrop.comfort.models import Comfort
from snowdrop.ground import clock, journal
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper, Memorial
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world import auditing, shredding, thanking
from tests.world.commanding import run_command
from tests.world.not_for_you import not_for_them
from tests.world.removal import open_to_a_few, shut_every_door


def _keeper(slug: str) -> tuple[Viewer, Memorial]:
    memorial = Memorial.objects.get(slug=slug)
    return Viewer(person_id=Keeper.objects.get(memorial=memorial).person_id), memorial


def open_memorial(title: str, audience: str = "", first_reading: str = "somebody") -> dict[str, str]:
    """Opens a memorial whose page shows what was let through; answers with its slug."""
    person = Person.objects.create_user(f"{title.lower().replace(' ', '-')}@example.org", name="Mira")
    viewer, now = Viewer(person_id=person.id), clock.now()
    memorial = memorials.open_memorial(viewer, title=title, now=now)
    memorials.describe_memorial(viewer, memorial, on_the_page="let-through", first_reading=first_reading, now=now)
    if audience:
        memorials.publish_memorial(viewer, memorial, to=audience, now=now)
    return {"slug": memorial.slug}


def publish(slug: str, audience: str) -> dict[str, str]:
    """Opens a memorial to this audience."""
    viewer, memorial = _keeper(slug)
    memorials.publish_memorial(viewer, memorial, to=audience, now=clock.now())
    return {}


def take_back(slug: str) -> dict[str, str]:
    """Makes a memorial private again; answers with the moment at which the act had returned."""
    viewer, memorial = _keeper(slug)
    memorials.take_back_memorial(viewer, memorial, now=clock.now())
    return {"at": repr(clock.now().timestamp())}


def let_be_found(slug: str) -> dict[str, str]:
    """Lets search engines find the page."""
    viewer, memorial = _keeper(slug)
    memorials.let_be_found(viewer, memorial, now=clock.now())
    return {}


def be_found_no_more(slug: str) -> dict[str, str]:
    """Asks search engines again to leave the page out."""
    viewer, memorial = _keeper(slug)
    memorials.be_found_no_more(viewer, memorial, now=clock.now())
    return {}


def let_through(slug: str, once: str) -> dict[str, str]:
    """Lets through what was sent with this token."""
    viewer, _ = _keeper(slug)
    comfort.let_through(viewer, comfort.sent_with(once), now=clock.now())
    return {}


def sign_in(slug: str) -> dict[str, str]:
    """Signs the keeper in; answers with the cookie of their browser."""
    viewer, _ = _keeper(slug)
    client = Client()
    client.force_login(Person.objects.get(pk=viewer.person_id))
    name = settings.SESSION_COOKIE_NAME
    return {"cookie": f"{name}={client.cookies[name].value}"}


def kept(*onces: str) -> dict[str, Any]:
    """How often each of these is kept and what its words are; whether the database is whole."""
    digests = {digest_of_once(once): once for once in onces}
    rows = [row for row in Comfort.objects.all() if bytes(row.arrival) in digests]
    words = {digests[bytes(row.arrival)]: read_content(row).words for row in rows}
    often = Counter(digests[bytes(row.arrival)] for row in rows)
    with connection.cursor() as cursor:
        whole = cursor.execute("PRAGMA integrity_check").fetchone()[0] if connection.vendor == "sqlite" else "ok"
    return {"words": words, "doubled": [once for once, number in often.items() if number > 1], "whole": whole}


def catch_up() -> dict[str, bool]:
    """Lets every reader that acts once for all machines act once; answers whether anything was new to any of them."""
    acted = [journal.catch_up(one) for one in journal.readers() if not one.on_each_machine]
    return {"anything": any(acted)}


_ACTS: dict[str, Callable[..., Any]] = {
    act.__name__: act
    for act in (
        open_memorial,
        publish,
        take_back,
        let_be_found,
        be_found_no_more,
        let_through,
        sign_in,
        kept,
        auditing.audit,
        catch_up,
        open_to_a_few,
        shut_every_door,
        shredding.fill_with_canaries,
        shredding.what_opens,
        shredding.delete_for_good,
        not_for_them,
        thanking.many_have_written,
        thanking.thank_everybody,
        thanking.ten_minutes_pass,
        thanking.how_far,
        run_command,
    )
}


def do_as_asked() -> None:
    """Reads one act a line from the input, as JSON, and answers each."""
    for line in sys.stdin:
        act, *words = json.loads(line)
        print(json.dumps(_ACTS[act](*words)), flush=True)
