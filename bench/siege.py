"""`python -m bench.siege`: what becomes of ordinary visitors while others are slow, many or hostile. JSON lines.

Eight people, each from an address of their own in 127.9.0.0/16, open the hot page, send, open a page of Django's as a
guest and one as the family, and fetch a megabyte of a large file, before and while something is done to the server from
127.1.0.0/16. Everything stays on loopback, and is over after the stated seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from bench import machine
from bench.servers import ROOT

PEOPLE: Final = 8
_TIMEOUT: Final = 30.0
_SETTLING: Final = 6.0
_PAUSE: Final = 0.05
FORM: Final = "Content-Type: application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the load goes: port, public page, its keeper's cookie, and a large file that they open ("": none)."""

    port: int
    slug: str
    cookie: str
    file: str


@dataclass(slots=True)
class Seen:
    """Seconds that each kind of visit took, and how many had no good answer."""

    took: dict[str, list[float]] = field(default_factory=dict)
    failed: int = 0

    def within(self, kind: str, share: float) -> float:
        """Milliseconds within which this share of the visits of a kind was answered."""
        ordered = sorted(self.took[kind])
        return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)


def main() -> int:
    """Measures each chosen attack on one instance and prints its line."""
    parser = argparse.ArgumentParser(prog="python -m bench.siege", description="Ordinary visitors under siege.")
    parser.add_argument("--only", default="", metavar="REGEX", help="only attacks whose name matches")
    parser.add_argument("--seconds", type=int, default=20, help="seconds of each attack (20)")
    options = parser.parse_args()
    allow_many_files()
    with an_instance_of("auto") as (instance, target):
        for name, attack in ATTACKS.items():
            if re.search(options.only, name):
                print(json.dumps(_line(name, attack, instance, target, options.seconds)), flush=True)
        if "Traceback" in instance.log():
            print(instance.log(), file=sys.stderr)
    return 0


def _line(name: str, attack: Attack, instance: Any, target: Target, seconds: int) -> dict[str, Any]:
    before = asyncio.run(visits(target, seconds / 2))
    memory = machine.proportional_megabytes(instance.process.pid)
    with _attacking(attack, target) as done:
        time.sleep(_SETTLING)
        during = asyncio.run(visits(target, seconds))
        under, counted = machine.proportional_megabytes(instance.process.pid), dict(done)
    return {
        "name": name,
        "seconds": seconds,
        "failed": during.failed,
        **{f"{kind}_p99_ms": [seen.within(kind, 0.99) for seen in (before, during)] for kind in before.took},
        **{f"{kind}_p50_ms": [seen.within(kind, 0.5) for seen in (before, during)] for kind in before.took},
        "attack": counted,
        "memory_mb": [memory, under],
        "machine": machine.describe(ROOT),
    }


async def visits(target: Target, seconds: float) -> Seen:
    """Everybody visits until the time is over."""
    seen, over = Seen(), time.monotonic() + seconds
    await asyncio.gather(*(_person(target, f"127.9.0.{n + 1}", seen, over) for n in range(PEOPLE)))
    return seen


async def _person(target: Target, address: str, seen: Seen, over: float) -> None:
    page, session = f"/m/{target.slug}/", f"Cookie: {target.cookie}"
    while time.monotonic() < over:
        form = (await ask(target, address, "GET", f"{page}send/")).partition(b'name="once" value="')[2][:44].decode()
        kinds: dict[str, tuple[str, ...]] = {
            "read": ("GET", page),
            "guest": ("GET", "/sign-in/"),
            "family": ("GET", f"{page}waiting/", session),
        }
        if target.file:
            kinds["file"] = ("GET", target.file, session, "Range: bytes=0-999999")
        for kind, asked in kinds.items():
            await _timed(seen, kind, ask(target, address, *asked))
            await asyncio.sleep(_PAUSE)
        await asyncio.sleep(2.1)  # nobody writes sooner
        body = _a_form(form)
        await _timed(seen, "send", ask(target, address, "POST", f"{page}send/", FORM, body=body))


async def _timed(seen: Seen, kind: str, asked: Awaitable[bytes]) -> None:
    began = time.monotonic()
    answer = await asked
    seen.took.setdefault(kind, []).append(time.monotonic() - began)
    seen.failed += answer[9:10] not in (b"2", b"3")


async def ask(target: Target, address: str, method: str, path: str, *fields: str, body: str = "") -> bytes:
    """One request over a connection of its own: what came back, nothing where nothing did. `body` is a form."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(_TIMEOUT):
            reader, writer = await asyncio.open_connection("127.0.0.1", target.port, local_addr=(address, 0))
            try:
                writer.write(_head(method, path, *fields, "Connection: close", body=body))
                return await reader.read(-1)
            finally:
                writer.close()
    return b""


def _head(method: str, path: str, *fields: str, body: str = "") -> bytes:
    size = (f"Content-Length: {len(body)}",) if body else ()
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: localhost", *fields, *size, "", body]).encode()


def _a_form(once: str) -> str:
    words = {"once": once, "kind": "words", "words": "Thinking of you.", "name": "A neighbour", "language": "en"}
    return urlencode({**words, "relation": "", "reach": ""})


Attack = Callable[[Target, Any], Awaitable[Any]]


@contextmanager
def _attacking(attack: Attack, target: Target) -> Iterator[Any]:
    """In a process of its own, so that it delays nobody who only visits; yields what it counts."""
    with multiprocessing.Manager() as manager:
        over, done = multiprocessing.Event(), manager.dict()
        process = multiprocessing.Process(target=_attack, args=(attack, target, over, done), daemon=True)
        process.start()
        try:
            yield done
        finally:
            over.set()
            process.join(5)
            process.kill()
            process.join()


def _attack(attack: Attack, target: Target, over: Event, done: Any) -> None:
    async def until_over() -> None:
        work = asyncio.ensure_future(attack(target, done))  # type: ignore[arg-type]
        while not over.is_set() and not work.done():
            await asyncio.sleep(0.1)
        if work.done():
            work.result()
        work.cancel()

    asyncio.run(until_over())


def _many_addresses(number: int) -> str:
    return f"127.1.{number // 250 % 250}.{number % 250 + 1}"


def _holding(connections: int, beginning: Callable[[Target], bytes], drip: bytes = b"") -> Attack:
    """Opens so many connections, each with a beginning and then a byte a second; opens anew what is closed."""

    async def hold(target: Target, done: Any) -> None:
        numbers, open_now = count(), 0

        async def one(number: int) -> None:
            nonlocal open_now
            await asyncio.sleep(number / 2500)
            while True:
                with suppress(OSError):
                    address = (_many_addresses(next(numbers)), 0)
                    _, writer = await asyncio.open_connection("127.0.0.1", target.port, local_addr=address, limit=1024)
                    open_now += 1
                    done["most_open"] = max(done.get("most_open", 0), open_now) if number % 50 == 0 else open_now
                    try:
                        await _keep_open(writer, beginning(target), drip)
                    finally:
                        open_now -= 1
                        writer.close()
                await asyncio.sleep(0.5)

        await asyncio.gather(*(one(number) for number in range(connections)))

    return hold


async def _keep_open(writer: asyncio.StreamWriter, beginning: bytes, drip: bytes) -> None:
    """Until the other side closes; reads nothing but whether it did."""
    writer.write(beginning)
    while not writer.is_closing():
        await asyncio.sleep(1)
        if drip:
            writer.write(drip)
        if beginning and not drip:
            writer.transport.pause_reading()  # type: ignore[attr-defined]


def _flooding(connections: int, asked: Callable[[Target, int], bytes], *, from_many: bool) -> Attack:
    """Asks over so many connections at once, each again when it is answered."""

    async def flood(target: Target, done: Any) -> None:
        numbers, statuses = count(), dict[str, int]()

        async def one(number: int) -> None:
            address = _many_addresses(number) if from_many else "127.1.0.1"
            while True:
                with suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                    await talk(*await asyncio.open_connection("127.0.0.1", target.port, local_addr=(address, 0)))
                await asyncio.sleep(0.01)

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while True:
                    writer.write(asked(target, next(numbers)))
                    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                    size = re.search(r"content-length: (\d+)", head)
                    await reader.readexactly(int(size[1]) if size else 0)
                    statuses[head[9:12]] = statuses.get(head[9:12], 0) + 1
            finally:
                writer.close()

        async def tell() -> None:
            while True:
                done.update(statuses)
                await asyncio.sleep(0.5)

        await asyncio.gather(tell(), *(one(number) for number in range(connections)))

    return flood


def _half_a_form(target: Target) -> bytes:
    return _head("POST", f"/m/{target.slug}/send/", FORM, "Content-Length: 5000") + b"once="


def _of_django(_target: Target, _number: int) -> bytes:
    return _head("GET", "/sign-in/")


def _hot(target: Target, _number: int) -> bytes:
    return _head("GET", f"/m/{target.slug}/", "Accept-Encoding: br")


def _unasked(target: Target, number: int) -> bytes:
    return _head("POST", f"/m/{target.slug}/send/", FORM, body=_a_form(f"{number:044x}"))


ATTACKS: Final[dict[str, Attack]] = {
    "nothing": _holding(0, lambda _: b""),
    "10,000 idle connections": _holding(10_000, lambda _: b""),
    "2,000 dripping heads": _holding(2_000, lambda _: b"GET / HTTP/1.1\r\nHost: local", b"x"),
    "2,000 dripping bodies": _holding(2_000, _half_a_form, b"x"),
    "200 slow readers of a large file": _holding(
        200, lambda target: _head("GET", target.file, f"Cookie: {target.cookie}")
    ),
    "flood of the hot page from one address": _flooding(64, _hot, from_many=False),
    "flood of the hot page from many": _flooding(64, _hot, from_many=True),
    "flood of a page of Django's from one address": _flooding(64, _of_django, from_many=False),
    "flood of a page of Django's from many": _flooding(64, _of_django, from_many=True),
    "flood of forms from one address": _flooding(64, _unasked, from_many=False),
    "flood of forms from many": _flooding(64, _unasked, from_many=True),
}


@contextmanager
def an_instance_of(siege: str) -> Iterator[tuple[Any, Target]]:
    """An instance with a public page and a large file, guarded as operators get it, on the checkout's own disk."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "snowdrop.settings"
    import django

    django.setup()
    from tests.front.conftest import wait_for_document
    from tests.front.test_serving import add_photo
    from tests.world.instance import an_instance
    from tests.world.photographs import a_photograph

    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="siege-", dir=home, ignore_cleanup_errors=True) as folder,
        an_instance(Path(folder), SNOWDROP_SIEGE=siege) as instance,
    ):
        slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
        instance.start()
        wait_for_document(instance, slug)
        cookie = instance.act("sign_in", slug)["cookie"]
        file = add_photo(instance, slug, cookie, a_photograph(size=(4000, 3000)))
        yield instance, Target(instance.port, slug, cookie, file)


def allow_many_files() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    sys.exit(main())
