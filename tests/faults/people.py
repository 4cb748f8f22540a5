"""Those who go on while things break: guests who send, one who reads first, a family that opens, writes and shares.

Each does one thing after another, by the addresses that a browser asks. What got no answer is sent once more as it was,
as a browser would; what was answered as kept is written into the ledger once the answer was read, and not before.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from tests.world.instance import Answered, Instance, a_form
from tests.world.photographs import a_photograph

_REST: Final = 0.02
"""Seconds before the next try where nobody listens."""
_PATIENCE: Final = 300.0
_CLEAR: Final = frozenset({408, 429, 503, 507})
"""What may be answered while something is broken: each with a sentence that says what becomes of the words."""
_TUS: Final = {"Tus-Resumable": "1.0.0"}
_PART: Final = "application/offset+octet-stream"
_HIDDEN: Final = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(slots=True)
class Ledger:
    """What people know: all that they sent, and what they were told is kept.

    Comfort by its token, letters by their id; the SHA-256 of photographs by their address while they were on their way.
    `let_through` and `opened` are handles. `answers` counts every status, `unclear` those that no page explains.
    """

    sent: dict[str, str] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    letters: list[str] = field(default_factory=list)
    photographs: dict[str, str] = field(default_factory=dict)
    let_through: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)
    unclear: list[str] = field(default_factory=list)
    resent: int = 0
    tell: Callable[[str, str], None] = field(default=lambda _what, _which: None, repr=False)
    """Told at once of everything that was acknowledged: what, and which."""

    def acknowledge(self, what: str, which: str) -> None:
        """Somebody has read that this is kept."""
        getattr(self, what).append(which)
        self.tell(what, which)

    def note(self, answer: Answered, about: str) -> None:
        """An answer came, whatever it says."""
        self.answers[answer.status] += 1
        if answer.status >= 400 and (answer.status not in _CLEAR or not _says_something(answer)):
            self.unclear.append(f"{about}: {answer.status}")

    @property
    def told(self) -> int:
        """How much people were told is kept."""
        kept = (self.acknowledged, self.letters, self.photographs, self.let_through, self.opened)
        return sum(map(len, kept))

    def to_read(self) -> dict[str, Any]:
        """What the audit compares with the database (tests/world/auditing.py)."""
        told = asdict(self, dict_factory=lambda pairs: {name: value for name, value in pairs if name != "tell"})
        return {**told, "answers": {}}


def _says_something(answer: Answered) -> bool:
    return b"<h1" in answer.body or b'"problem"' in answer.body or not answer.body


class Away(OSError):
    """Nobody answered, or the answer broke off."""


class Browser:
    """One browser on one connection, with its cookies; of one thread only."""

    def __init__(self, instance: Instance, ledger: Ledger, cookies: Mapping[str, str] | None = None) -> None:
        self._instance, self._ledger = instance, ledger
        self._cookies = dict(cookies or {})
        self._connection: http.client.HTTPConnection | None = None

    def get(self, path: str, headers: Mapping[str, str] | None = None, *, method: str = "GET") -> Answered:
        """Asks for a page. Raises Away."""
        return self.ask(method, path, headers or {}, None)

    def post(self, path: str, fields: Mapping[str, str]) -> Answered:
        """Sends a form. Raises Away."""
        said = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, said, urlencode(fields).encode())

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> Answered:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        try:
            self._connection = self._connection or http.client.HTTPConnection(
                self._instance.host, self._instance.port, timeout=30
            )
            own = {"Cookie": cookies, "X-CSRFToken": self._cookies.get("csrf", "")} if cookies else {}
            self._connection.request(method, path, body, {**headers, **own})
            response = self._connection.getresponse()
            answer = Answered(response.status, _named(response), response.read())
        except (OSError, http.client.HTTPException) as failure:
            self.close()
            raise Away(str(failure)) from failure
        if answer.headers.get("connection") == "close":
            self.close()
        for name, value in re.findall(r"(?:^|, )(\w+)=([^;]*);", answer.headers.get("set-cookie", "")):
            self._cookies[name] = value
        self._ledger.note(answer, f"{method} {path}")
        return answer

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None


def _named(response: http.client.HTTPResponse) -> dict[str, str]:
    named: dict[str, str] = {}
    for name, value in response.getheaders():
        named[name.lower()] = ", ".join(filter(None, (named.get(name.lower()), value)))
    return named


def send_until_it_breaks(instance: Instance, slug: str, ledger: Ledger, over: threading.Event) -> None:
    """A guest who sends one form after another, until it is over; a form without an answer is sent once more."""
    browser, unanswered, number = Browser(instance, ledger), None, 0
    while not over.is_set():
        form = unanswered or a_form(words=f"Message {number} of {threading.get_ident()}")
        number += 1
        ledger.sent[form["once"]] = form["words"]
        ledger.resent += unanswered is not None
        unanswered = form
        with suppress(Away):
            answer = browser.post(f"/m/{slug}/send/", form)
            if answer.status == 303:
                ledger.acknowledge("acknowledged", form["once"])
                unanswered = None
                continue
        time.sleep(_REST)


@dataclass(slots=True)
class Household:
    """A memorial, its keeper who is signed in, and the ledger of everybody there."""

    instance: Instance
    ledger: Ledger
    slug: str
    cookie: str
    over: threading.Event = field(default_factory=threading.Event)
    chance: Random = field(default_factory=lambda: Random(6))

    @property
    def page(self) -> str:
        return f"/m/{self.slug}/"

    def browser(self) -> Browser:
        """A browser in which the keeper is signed in."""
        name, _, value = self.cookie.partition("=")
        return Browser(self.instance, self.ledger, {name: value})

    def guest(self) -> None:
        """Sends until it is over."""
        send_until_it_breaks(self.instance, self.slug, self.ledger, self.over)

    def repeat(self, act: Callable[[Browser], None], rest: float) -> Callable[[], None]:
        """The act again and again until it is over, with so many seconds of rest; where nobody answers, later."""

        def go_on() -> None:
            browser = self.browser()
            while not self.over.wait(rest):
                with suppress(Away):
                    act(browser)

        go_on.__name__ = act.__name__
        return go_on

    def read_first(self, browser: Browser) -> None:
        """Lets one piece through that lies on the desk."""
        desk = browser.get(f"{self.page}reading/").body.decode()
        found = re.search(r'action="(/m/[^"]+/reading/([^"/]+)/)"><input', desk)
        if found is None or (form := _form_in(desk)) is None:
            return
        if browser.post(found[1], {**form, "decision": "through"}).status == 302:
            self.ledger.acknowledge("let_through", found[2])

    def open_one(self, browser: Browser) -> None:
        """Opens what has waited longest."""
        form = _form_in(browser.get(f"{self.page}waiting/").body.decode())
        if form is None:
            return
        answer = browser.post(f"{self.page}waiting/open/", form)
        if found := re.search(r"/opened/([^/?]+)/", answer.headers.get("location", "")):
            self.ledger.acknowledge("opened", found[1])

    def write_letter(self, browser: Browser) -> None:
        """Writes a letter; without an answer the same form is sent again, three times at most."""
        address = f"{self.page}letters/new/"
        form = _form_in(browser.get(address).body.decode(), of="letter_id")
        if form is None:
            return
        form |= {"words": f"It is day {self.chance.random()} now.", "audience": "keepers"}
        self.ledger.written[form["letter_id"]] = form["words"]
        for _ in range(40):
            with suppress(Away):
                if browser.post(address, form).status == 302:
                    self.ledger.acknowledge("letters", form["letter_id"])
                    return
            self.ledger.resent += 1
            if self.over.wait(0.25):
                return

    def share_photograph(self, browser: Browser) -> None:
        """Sends a photograph in two parts, each asked for again from where the last ended, as the script does it."""
        content = a_photograph(size=(320, 240), serial=f"{self.chance.random()}")
        about = {"filename": "IMG_0412.JPG", "filetype": "", "purpose": "photo", "form": "audience=keepers"}
        said = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in about.items())
        length = {"Upload-Length": str(len(content)), "Upload-Metadata": said}
        if browser.get(f"{self.page}photos/new/").status != 200:
            return  # nothing can be sent from a page that did not come
        announced = browser.ask("POST", f"{self.page}clips/arrivals/", {**_TUS, **length}, None)
        if announced.status != 201:
            return
        where, here = urlsplit(announced.headers["location"]).path, 0
        while here < len(content):
            part = content[here : here + len(content) * 2 // 3]
            try:
                asked = {**_TUS, "Upload-Offset": str(here), "Content-Type": _PART}
                here = _offset(browser.ask("PATCH", where, asked, part), here)
            except Away:
                if self.over.wait(0.25):
                    return
                with suppress(Away):
                    here = _offset(browser.get(where, _TUS, method="HEAD"), here)
        self.ledger.photographs[where] = hashlib.sha256(content).hexdigest()
        self.ledger.tell("photographs", where)

    def wait_for_each_act(self) -> None:
        """Returns when every kind of act was acknowledged at least once more."""
        kinds = ("acknowledged", "photographs", "letters", "let_through", "opened")
        before = {kind: len(getattr(self.ledger, kind)) for kind in kinds}
        self.wait_for(lambda: all(len(getattr(self.ledger, kind)) > before[kind] for kind in kinds))

    def wait_for(self, come_true: Callable[[], bool]) -> None:
        """Returns when something has come true; longer than usual, for people are interrupted again and again."""
        self.instance.wait_for(come_true, patience=_PATIENCE)

    @contextmanager
    def at_work(self, *, guests: int = 4, family: float = 1.0) -> Iterator[None]:
        """Everybody goes on as long as this lasts; `family` is how many seconds the family rests between two acts."""
        acts = ((self.read_first, 0.2), (self.open_one, 0.5), (self.write_letter, 1.0), (self.share_photograph, 2.0))
        going = [self.guest] * guests
        going += [self.repeat(act, rest * family) for act, rest in acts] if family else []
        threads = [threading.Thread(target=one) for one in going]
        self.over.clear()
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.over.set()
            for thread in threads:
                thread.join()


def a_household(
    instance: Instance, ledger: Ledger | None = None, *, title: str = "For Wren", seed: int = 6
) -> Household:
    """A memorial that everybody may see, with a keeper who is signed in."""
    slug = instance.act("open_memorial", title, "everybody")["slug"]
    cookie = instance.act("sign_in", slug)["cookie"]
    return Household(instance, ledger or Ledger(), slug, cookie, chance=Random(seed))


def _form_in(page: str, *, of: str = "csrfmiddlewaretoken") -> dict[str, str] | None:
    """The hidden fields of the last form in which `of` stands."""
    for form in reversed(re.findall(r'<form[^>]*method="post"[^>]*>.*?</form>', page, re.DOTALL)):
        hidden = dict(_HIDDEN.findall(form))
        if of in hidden:
            return hidden
    return None


def _offset(answer: Answered, here: int) -> int:
    return int(answer.headers.get("upload-offset", here))
