"""Bringing in comfort that was gathered elsewhere: a file of JSON lines, read line by line, each kept once."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from snowdrop.comfort import actions
from snowdrop.comfort.actions import Receipt
from snowdrop.comfort.intake import Arrival, Door, NeedsAttention, read_fields
from snowdrop.ground import keys
from snowdrop.memorials.models import Memorial

BATCH: Final = 1000
"""Lines that are kept together, in one transaction."""
LONGEST_LINE: Final = 256 * 1024
"""Bytes of one line; more than the longest comfort can need, however it is escaped."""

_TEXTS: Final = frozenset({"kind", "words", "name", "relation", "reach", "language", "flower"})
_FIELDS: Final = _TEXTS | {"family_only", "sent_at", "id"}


class WrongLine(ValueError):
    """A line cannot be kept; the sentence says why."""


@dataclass(frozen=True, slots=True)
class NotKept:
    """A line that was not kept: its number, counted from 1, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the lines: kept now, kept before, and those that could not be kept."""

    kept: int
    kept_before: int
    not_kept: tuple[NotKept, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    number: int
    arrival: Arrival


def import_comfort(
    lines: Iterable[bytes], memorial: Memorial, *, now: datetime, progress: Callable[[int], object]
) -> Imported:
    """Keeps each line as if it had been sent to the memorial: what is read first there waits for its reader.

    A line is a JSON object in UTF-8: kind, words, name, relation, reach, language, flower, family_only (true or false),
    sent_at (ISO 8601) and id. It is known again by its id, or else by all that it says, so that a file can be imported
    again after an interruption: nothing is kept twice. A wrong line does not stop the others. `progress` is told how
    many lines were done.
    """
    door, kept, kept_before, not_kept = actions.door_of(memorial), 0, 0, list[NotKept]()
    for batch in _batches(enumerate(lines, start=1)):
        read = list(_readable(batch, door, memorial, now, not_kept))
        receipts = actions.receive([(door, one.arrival) for one in read], now=now)
        kept += receipts.count(Receipt.KEPT)
        kept_before += receipts.count(Receipt.KEPT_BEFORE)
        others = (one for one, receipt in zip(read, receipts, strict=True) if receipt == Receipt.OTHER_WORDS)
        not_kept += (NotKept(one.number, "Other words were kept under this id before; those stay.") for one in others)
        progress(len(batch))
    return Imported(kept, kept_before, tuple(sorted(not_kept, key=lambda line: line.number)))


def _batches(lines: Iterator[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    while batch := list(islice(lines, BATCH)):
        yield batch


def _readable(
    batch: list[tuple[int, bytes]], door: Door, memorial: Memorial, now: datetime, not_kept: list[NotKept]
) -> Iterator[_Read]:
    for number, line in batch:
        if not line.strip():
            continue
        try:
            yield _Read(number, _read_line(line, door, memorial, now))
        except WrongLine as wrong:
            not_kept.append(NotKept(number, str(wrong)))


def _read_line(line: bytes, door: Door, memorial: Memorial, now: datetime) -> Arrival:
    given = _object_in(line)
    sent_at = _moment(given.get("sent_at"), now)
    once = _once(given, sent_at or memorial.opened_at, memorial)
    fields = {name: str(value) for name, value in given.items() if name in _TEXTS}
    if given.get("family_only"):
        fields["family_only"] = "yes"
    try:
        arrival = read_fields([("once", once), *fields.items()], door)
    except NeedsAttention as refused:
        raise WrongLine(" ".join(f"{name}: {words}" for name, words in refused.problems.items())) from None
    return replace(arrival, sent_at=sent_at)


def _object_in(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST_LINE:
        raise WrongLine("This line is too long.")
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise WrongLine("This is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise WrongLine("This is not JSON.") from None
    if not isinstance(given, dict):
        raise WrongLine("This is not a JSON object.")
    given = {name: value for name, value in given.items() if value is not None}
    if unknown := sorted(given.keys() - _FIELDS):
        raise WrongLine(f"There is no field called {unknown[0]!r}.")
    for name in sorted(_TEXTS & given.keys()):
        if not isinstance(given[name], str):
            raise WrongLine(f"{name}: this must be text.")
    if not isinstance(given.get("family_only", False), bool):
        raise WrongLine("family_only: this must be true or false.")
    if not isinstance(given.get("id", ""), str | int):
        raise WrongLine("id: this must be text or a whole number.")
    return given


def _moment(said: object, now: datetime) -> datetime | None:
    """When it was sent; without a zone it is taken as UTC."""
    if said is None:
        return None
    try:
        moment = datetime.fromisoformat(str(said))
    except ValueError:
        raise WrongLine("sent_at: this is not a moment such as 2026-03-14T12:00:00Z.") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not _EARLIEST <= moment <= now:
        raise WrongLine("sent_at: this moment is yet to come, or is too long ago.")
    return moment


_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)


def _once(given: dict[str, object], moment: datetime, memorial: Memorial) -> str:
    """The token of a line: the same whenever it is read again, and known to nobody without the memorial's key."""
    said = given.get("id", given)
    text = json.dumps(said, sort_keys=True).encode()
    digest = hmac.new(keys.data_key(memorial.id), b"import\x00" + text, hashlib.sha256).hexdigest()
    return f"{int(moment.timestamp() * 1000):012x}{digest[:32]}"
