"""Hostile messages, each with a mark of its own, by every way in; and everything that a family's eyes reach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import cycle
from typing import Final

import brotli
from django.core import mail
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions
from snowdrop.comfort.intake import new_once, read_fields
from snowdrop.console.importing import import_comfort
from snowdrop.front.document import read_document
from snowdrop.front.edition import edition
from snowdrop.front.group_commit import keep_all
from snowdrop.ground import clock, journal, outbox, published, timetable
from snowdrop.keepsakes import archive
from snowdrop.memorials.models import Memorial
from snowdrop.notices import telling
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of, text_of
from tests.world.cast import Cast
from tests.world.guests import fields

HOSTILE: Final = (
    ("en", "You brought this on yourself. {mark}"),
    ("en", "They got what they deserved. {mark}"),
    ("en", "Women like you should never have kids. {mark}"),
    ("en", "I hope your next one dies. {mark}"),
    ("en", "Lol, one more dead kid, cry about it. {mark}"),
    ("en", "I will find you and hurt you. {mark}"),
    ("en", "Order our urns today. {mark} www.example.com"),
    ("en", "Enough of the attention seeking. {mark}"),
    ("en", "Y0u br0ught th1s on y0urself. {mark}"),
    ("es", "Mataste a tu bebé. {mark}"),
    ("es", "Ojalá te mueras. {mark}"),
    ("de", "Daran bist du schuld. {mark}"),
    ("de", "Leute wie du sollten keine Kinder haben. {mark}"),
    ("fr", "Tu as tué ton enfant. {mark}"),
    ("fr", "C'est le châtiment de Dieu. {mark}"),
)
CRUEL: Final = tuple(one for one in HOSTILE if "attention" not in one[1])
"""Those that the rules take for cruel, not only for something to look at: where a family has chosen that nobody reads
first, nothing else is held back."""
KIND: Final = "Thinking of you. {mark}"
WAYS: Final = ("front", "form", "import", "correction", "member", "reply", "name", "relation")


@dataclass
class Canaries:
    """What was sent to one family; `kind` are the marks of what is to be found, so that the search can fail."""

    cast: Cast
    member: Viewer
    hostile: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    texts: Iterator[tuple[str, str]] = field(default_factory=lambda: cycle(HOSTILE))

    def send_hostile(self, way: str) -> None:
        """One more, by this way."""
        language, text = next(self.texts)
        mark = f"canary{len(self.hostile):04}x7q"
        self.hostile.append(mark)
        given = {"words": text.format(mark=mark), "language": language, "reach": f"{mark}@example.org"}
        if way in ("name", "relation"):
            given = {"words": "", "kind": "candle", "language": language, way: text.format(mark=mark)[:120]}
        getattr(self, f"_by_{way}", self._by_form)(given)

    def send_kind(self) -> actions.Receipt:
        """One that the family should meet, from somebody whom it trusts."""
        mark = f"kind{len(self.kind):04}x7q"
        self.kind.append(mark)
        return self._receive({"words": KIND.format(mark=mark), "language": "en"}, self.member)

    def _by_front(self, given: dict[str, str]) -> None:
        door = actions.door_of(self._fresh())
        keep_all([(door, read_fields(fields(**given), door))])

    def _by_form(self, given: dict[str, str], browser: Client | None = None) -> None:
        address = reverse("send_comfort", args=[self.cast.memorial.slug])
        answer = (browser or Client()).post(address, {**dict(fields(**given)), "read_notes": "yes"})
        assert answer.status_code == 303, answer.content

    def _by_member(self, given: dict[str, str]) -> None:
        self._by_form(given, browser_of(self.member))

    def _by_import(self, given: dict[str, str]) -> None:
        line = json.dumps({"kind": "words", **given}).encode()
        assert import_comfort([line], self._fresh(), now=clock.now(), progress=lambda lines: None).kept == 1

    def _by_correction(self, given: dict[str, str]) -> None:
        """Kind at first, and let through; then other words take their place."""
        once = self._first_kind()
        comfort = actions.sent_with(once)
        reader = self.cast.keeper if self._fresh().first_reading == "ourselves" else self.cast.helper
        if comfort.place == "held":
            actions.let_through(reader, comfort, now=clock.now())
        self._correct(once, given)

    def _by_reply(self, given: dict[str, str]) -> None:
        """A reader has asked for a change, and this is the change."""
        once = self._first_kind()
        comfort = actions.sent_with(once)
        reader = self.cast.keeper if self._fresh().first_reading == "ourselves" else self.cast.helper
        if comfort.place == "held":
            actions.ask_sender(reader, comfort, now=clock.now())
        self._correct(once, given)

    def _first_kind(self) -> str:
        given = fields(once=new_once(), words="So sorry.", language="en")
        self._by_form(dict(given))
        return dict(given)["once"]

    def _correct(self, once: str, given: dict[str, str]) -> None:
        changed = {name: said for name, said in given.items() if name != "language"}  # it stays what it was
        answer = Client().post(reverse("correct_comfort", args=[once]), {**changed, "read_notes": "yes"})
        assert answer.status_code == 303, answer.content

    def _receive(self, given: dict[str, str], sender: Viewer) -> actions.Receipt:
        door = actions.door_of(self._fresh())
        arrival = replace(read_fields(fields(**given), door), sender=sender.person_id)
        [receipt] = actions.receive([(door, arrival)], now=clock.now())
        return receipt

    def _fresh(self) -> Memorial:
        return Memorial.objects.get(pk=self.cast.memorial.pk)


def work(now: datetime) -> None:
    """What the worker does in an hour."""
    while journal.catch_up_all():
        pass
    telling.gather(now)
    timetable.do_what_is_due(now)
    while outbox.send_what_is_due(now):
        pass


def all_that_a_family_sees(cast: Cast, *, now: datetime) -> Iterator[tuple[str, str]]:
    """Every output that a family's eyes reach, by name: pages, what they open, document, mails, keepsake.

    Not the reading desk: whoever sits down there reads first on purpose, and is told so.
    """
    keeper, slug = browser_of(cast.keeper), cast.memorial.slug
    opening = reverse("open_comfort", args=[slug])
    for given in ({}, {"kind": "words"}, {"kind": "candle"}, {"family": "yes"}):
        yield f"opening {given}", text_of(keeper.post(opening, given, follow=True))
    yield "quiet page opened", text_of(keeper.post(f"/m/{slug}/quiet/", follow=True))
    rooms = ("", "waiting/?say=yes", "opened/", "opened/?apart=yes", "quiet/", "more/", "thanks/", "thanks/new/")
    rooms += ("reading/set-aside/", "first-reading/", "reading/evidence/", "welcome/", "share/", "people/", "circles/")
    for name in rooms:
        yield name or "page", text_of(keeper.get(f"/m/{slug}/{name}"))
    for name in ("/mine/", "/you/", "/you/notices/"):
        yield name, text_of(keeper.get(name))
    for name in ("", "more/", "send/"):
        yield f"{name or 'page'} to everybody", text_of(Client().get(f"/m/{slug}/{name}"))
    if (path := published.path_of(slug)).exists():
        for answer in read_document(path.read_bytes(), edition=edition()).answers:
            for body in answer.bodies:
                if body.coding in ("identity", "br"):
                    said = brotli.decompress(body.content) if body.coding == "br" else body.content
                    yield f"document {answer.address}", said.decode(errors="replace")
    theirs = set(Person.objects.filter(pk=cast.keeper.person_id).values_list("email", flat=True))
    for one in mail.outbox:
        if theirs & set(one.to):
            yield "mail", str(one.message())
    whole = archive.stream(cast.keeper, cast.memorial, still_allowed=lambda: True, now=now)
    yield "keepsake", _unpacked(b"".join(whole))


def _unpacked(content: bytes) -> str:
    from io import BytesIO
    from zipfile import ZipFile

    file = ZipFile(BytesIO(content))
    return "\n".join(name + file.read(name).decode(errors="replace") for name in file.namelist())
