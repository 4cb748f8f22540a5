"""What was kept away as one file, for the police, a court or a lawyer: made while it is sent, shown to nobody."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from django.utils.translation import gettext as _
from zipstream import ZIP_DEFLATED, ZipStream

from snowdrop.comfort import queries
from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort, Step
from snowdrop.comfort.vocabulary import Because, Place
from snowdrop.media.serving import DoorShut
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_AT_ONCE: Final = 100


def name_of(now: datetime) -> str:
    """The name of the file: it says nothing to whoever sees it in a list of downloads."""
    return f"papers-{now:%Y-%m-%d}.zip"


def stream(viewer: Viewer, memorial: Memorial, *, still_allowed: Callable[[], bool], now: datetime) -> Iterator[bytes]:
    """The file, piece by piece. Before each piece of comfort it is asked whether it is still allowed (DoorShut).

    Senders' addresses are not in it: to them those who send were promised that nobody of the family is shown them.
    """
    return _Papers(viewer, memorial, still_allowed, now).pieces()


@dataclass(slots=True)
class _Papers:
    viewer: Viewer
    memorial: Memorial
    still_allowed: Callable[[], bool]
    now: datetime
    zip: ZipStream = field(default_factory=ZipStream)
    sums: list[str] = field(default_factory=list)

    def pieces(self) -> Iterator[bytes]:
        yield from self._file("read-me-first.txt", self._about())
        rows = queries.evidence_for(self.viewer, self.memorial).prefetch_related("steps")
        for number, comfort in enumerate(rows.iterator(chunk_size=_AT_ONCE), start=1):
            if not self.still_allowed():
                raise DoorShut
            yield from self._file(f"{number:04}-{comfort.handle}.txt", _told(comfort))
        yield from self._file("checksums.txt", "".join(self.sums))
        yield from self.zip.finalize()

    def _file(self, name: str, text: str) -> Iterator[bytes]:
        encoded = text.encode()
        self.sums.append(f"{hashlib.sha256(encoded).hexdigest()}  {name}\n")
        self.zip.add(encoded, name, compress_type=ZIP_DEFLATED)
        yield from self.zip.file()

    def _about(self) -> str:
        lines = (
            _("What was sent to a family, and kept away from it by those who read first."),
            _("One file for each, with its words as they came, when it came, and what was decided by whom."),
            _("You need not open them yourself: give the whole file on as it is."),
            _("“checksums.txt” holds the SHA-256 of every file, so that it can be seen that none was changed."),
            _("Made on %(moment)s") % {"moment": _moment(self.now)},
        )
        return "\n".join(lines) + "\n"


def _told(comfort: Comfort) -> str:
    """One piece: words, times, decisions. What its sender wrote stands at the end, as it came."""
    content, steps = read_content(comfort), sorted(comfort.steps.all(), key=lambda step: step.pk)
    names = dict(Person.objects.filter(pk__in=[step.by for step in steps if step.by]).values_list("pk", "name"))
    lines = [
        f"{_('Its mark')}: {comfort.handle}",
        f"{_('Kind')}: {Kind(comfort.kind).label}",
        f"{_('Came')}: {_moment(comfort.arrived_at)}",
        f"{_('Signed')}: {content.name or '-'}",
        f"{_('Who they say they are')}: {content.relation or '-'}",
    ]
    for step in steps:
        by = (names.get(step.by) or str(step.by)) if step.by else _without_a_name(step)
        if step.reason:
            by = f"{by}: {Because(step.reason).label}"
        lines.append(f"{_moment(step.at)}: {Place(step.came_from).label} -> {Place(step.went_to).label}, {by}")
    return "\n".join([*lines, "", f"{_('Words')}:", "", content.words, ""])


def _without_a_name(step: Step) -> str:
    """By what it was moved where nobody is named."""
    if step.rule:
        return _("the family’s own choice about what is read first")
    if step.went_to == Place.GUARDED:
        return _("the rules of this server")
    return _("its sender, or the time that was stated")


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
