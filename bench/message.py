"""`python -m bench.message`: what one message costs the front, part by part, in microseconds of processor time.

Nothing is served: the same functions that the front calls are called in one process, on messages of 240 letters, each
with a token and a number of its own. The least of three rounds is printed, one JSON object a line. These are the parts
of P1 that are ours; the server below them, and waiting for the disk, are not in it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, quote_plus

from bench import machine
from bench.rooms import a_door, instance
from bench.servers import ROOT

_ROUNDS: Final = 3
_BATCHES: Final = (1, 16, 32, 64, 256)
_WORDS: Final = (
    "We think of you and of your little one every day. May you feel held by all who love you, today and on every "
)


def main() -> int:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.message", description="What one message costs the front.")
    parser.add_argument("--messages", type=int, default=4096, help="messages in a round (4,096)")
    options = parser.parse_args()
    with instance("message"):
        named = machine.describe(ROOT)
        for part, seconds in _parts(options.messages):
            print(
                json.dumps({"name": part, "value": round(seconds * 1e6, 1), "unit": "us", "machine": named}), flush=True
            )
    return 0


def _parts(messages: int) -> Iterator[tuple[str, float]]:
    from snowdrop.comfort import actions
    from snowdrop.comfort.intake import needs_notes, new_once, read_fields, was_asked_for
    from snowdrop.ground import clock

    door = a_door()

    def body(number: int) -> bytes:
        words = quote_plus((_WORDS * 2 + f"evening {number}")[-240:])
        return f"once={new_once()}&kind=words&words={words}&name=Guest+{number}&relation=&reach=&language=en".encode()

    def fresh(arrival: Any) -> Any:
        return replace(arrival, once=new_once())

    bodies = [body(number) for number in range(messages)]
    pairs = [parse_qsl(one.decode(), keep_blank_values=True) for one in bodies]
    arrivals = [read_fields(one, door) for one in pairs]
    yield "parsing the form", _least(lambda one: parse_qsl(one.decode(), keep_blank_values=True), bodies)
    yield "its fields", _least(lambda one: read_fields(one, door), pairs)
    yield "its token", _least(lambda one: was_asked_for(one.once, now=0.0), arrivals)
    yield "gentle notes", _least(lambda one: needs_notes(one, door), arrivals)
    for size in _BATCHES:
        batches = [[(door, fresh(one)) for one in arrivals[at : at + size]] for at in range(0, messages, size)]
        begun = time.thread_time()
        for batch in batches:
            actions.receive(batch, now=clock.now())
        yield f"keeping, {size} in a commit", (time.thread_time() - begun) / messages


def _least(act: Callable[[Any], object], of: Sequence[Any]) -> float:
    """Seconds for one, in the quickest round."""
    rounds = []
    for _ in range(_ROUNDS):
        begun = time.thread_time()
        for one in of:
            act(one)
        rounds.append(time.thread_time() - begun)
    return min(rounds) / len(of)


if __name__ == "__main__":
    raise SystemExit(main())
