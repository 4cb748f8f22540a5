"""Nothing tells whether there is a page that is not for you: no answer, no header, no time (trust.md A6, T09)."""

from __future__ import annotations

import http.client
import random
import re
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from tests.figures import Figures
from tests.front.conftest import wait_for_document
from tests.world.instance import Instance, an_instance
from tests.world.timings import gap_between, tell_apart

pytestmark = pytest.mark.slow

TRIALS, BEFORE = 200, 20
"""Trials of each of two; and how many of each come before, which are slow only because they are the first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two addresses that must not be told apart, asked in one way by one browser."""

    what: str
    there: str
    nowhere: str
    cookie: str = ""
    form: tuple[tuple[str, str], ...] = ()


Told = tuple[int, str, str]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """One of its own, in which nobody else asks meanwhile."""
    with an_instance(tmp_path_factory.mktemp("nothing_tells")) as one:
        one.start()
        yield one


@pytest.fixture(scope="module")
def ways(instance: Instance) -> dict[str, str]:
    made: dict[str, str] = instance.act("not_for_them")
    wait_for_document(instance, made["public"].split("/")[2])
    return made


def pairs_of(ways: dict[str, str]) -> Iterator[Pair]:
    """Every pair: nobody known and somebody signed in, a private page, and a public one that is kept from somebody."""
    nowhere = "/m/nowherehere/"
    photo = nowhere + f"photos/{uuid4()}/" + ways["public photo"].rsplit("/", 1)[1]
    unknown = f"/invitation/{'A' * 27}/"
    form = (("name", "Lou"), ("address", "lou@example.org"), ("words", "We sing together."))
    for who, page, shown in (
        ("nobody", "private", ""),
        ("stranger", "private", "stranger"),
        ("blocked", "public", "blocked"),
    ):
        cookie = ways.get(shown, "")
        yield Pair(f"the page, {who}", ways[page], nowhere, cookie)
        yield Pair(f"a photo, {who}", ways[f"{page} photo"], photo, cookie)
        yield Pair(f"the form of comfort, {who}", f"{ways[page]}send/", f"{nowhere}send/", cookie)
        yield Pair(f"the door to ask at, {who}", f"{ways[page]}ask/", f"{nowhere}ask/", cookie)
        yield Pair(f"asking, {who}", f"{ways[page]}ask/", f"{nowhere}ask/", cookie, form)
    yield Pair("an invitation that is over", ways["over"], unknown, ways["stranger"])
    yield Pair("an invitation, blocked", ways["standing"], unknown, ways["blocked"])
    yield Pair("accepting an invitation, blocked", ways["standing"], unknown, ways["blocked"], (("say", "yes"),))


def told(answer: http.client.HTTPResponse, body: str, path: str) -> Told:
    """Status, headers and body, without what was asked for and what is random for everybody."""
    headers = {name.lower(): value for name, value in answer.getheaders() if name.lower() not in _CHANGING}
    policy = sorted(part.strip() for part in headers.pop("content-security-policy", "").split(";"))
    said = repr((sorted(headers.items()), policy)), _RANDOM.sub("", body)
    for part in filter(_IS_A_NAME, path.split("/")):
        said = said[0].replace(part, "NAME"), said[1].replace(part, "NAME")
    return answer.status, *said


_CHANGING = {"date", "set-cookie", "content-length"}
_IS_A_NAME = re.compile(r"[\w-]{10,}").fullmatch
_RANDOM = re.compile(r'name="(csrfmiddlewaretoken|knock_id)" value="[^"]*"')


def trial(instance: Instance, pair: Pair, path: str, number: int, token: str) -> tuple[float, Told]:
    """Asks once, from a network of its own, so that no limit on networks plays a part; how long it took."""
    headers = {"Cookie": "; ".join(filter(None, (pair.cookie, f"csrf={token}")))}
    body = None
    if pair.form:
        body = urlencode(
            [*pair.form, ("csrfmiddlewaretoken", token), *([("knock_id", str(uuid4()))] if "ask" in path else [])]
        )
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
    here = (f"127.{number // 250 % 250 + 1}.{number % 250 + 1}.1", 0)
    with closing(http.client.HTTPConnection("127.0.0.1", instance.port, timeout=30, source_address=here)) as connection:
        connection.connect()
        began = time.perf_counter()
        connection.request("POST" if pair.form else "GET", path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        took = time.perf_counter() - began
    return took, told(answer, content.decode("utf-8", "replace"), path)


def trials(
    instance: Instance, pair: Pair, numbers: Iterator[int], token: str
) -> tuple[list[float], list[float], set[Told]]:
    """Both addresses, in an order that is nobody's; how long each took, and everything that was told."""
    times: dict[str, list[float]] = {pair.there: [], pair.nowhere: []}
    seen: set[Told] = set()
    order = [pair.there, pair.nowhere] * (TRIALS + BEFORE)
    random.Random(next(numbers)).shuffle(order)
    for path in order:
        took, what = trial(instance, pair, path, next(numbers), token)
        times[path].append(took)
        seen.add(what)
    return times[pair.there][BEFORE:], times[pair.nowhere][BEFORE:], seen


def test_a_page_that_is_not_for_you_takes_as_long_as_none_and_says_the_same(
    instance: Instance, ways: dict[str, str], figures: Figures
) -> None:
    token = re.findall(r"csrf=(\w+)", instance.get("/m/nowherehere/ask/").headers["set-cookie"])[0]
    numbers, wrong, worst, checks = count(), [], 0.0, 0

    for pair in pairs_of(ways):
        there, nowhere, seen = trials(instance, pair, numbers, token)
        checks += 2 * TRIALS
        if tell_apart(there, nowhere):  # by chance alone once in a hundred: then it is measured once more
            there, nowhere, more = trials(instance, pair, numbers, token)
            seen |= more
            if tell_apart(there, nowhere):
                wrong.append(f"{pair.what}: another time ({gap_between(there, nowhere) * 1000:.2f} ms)")
        wrong += [f"{pair.what}: another answer"] * (len(seen) - 1)
        worst = max(worst, gap_between(there, nowhere))

    figures("T09", checks=checks, wrong=len(wrong), worst_gap_ms=worst * 1000)
    assert not wrong, "\n".join(wrong)
