"""What the author of a letter does with its earlier versions: brings one back, lets go of them for good."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.memorials.actions.writing import write
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import held, take_published_copy_away
from snowdrop.tributes.acting_on_letters import change, keep_version, said_in
from snowdrop.tributes.models import Letter, Version
from snowdrop.tributes.rules import has_versions_of


@transaction.atomic
def bring_back(viewer: Viewer, version: Version, *, now: datetime) -> Letter:
    """Lets a letter say again what it said then, to those who see it now; what it says now becomes a version itself.

    So do newer words that others did not see yet. Raises NotAllowed.
    """
    letter = _own(viewer, version.letter)
    if letter.kept_at is None and said_in(letter) != version.said:
        keep_version(letter, said_in(letter), letter.changed_at)
    if letter.unfinished is not None:
        keep_version(letter, letter.unfinished, letter.changed_at)
        letter.unfinished = None
    change(viewer, letter, pen="", now=now, by_hand=True, **version.said)
    take_published_copy_away(letter.memorial, letter.audience)
    return letter


@transaction.atomic
def let_go_of_version(viewer: Viewer, version: Version, *, now: datetime) -> None:
    """Lets go of one version for good. Twice is fine. Raises NotAllowed."""
    letter = _own(viewer, version.letter)
    Version.objects.filter(pk=version.pk).delete()
    write("letter.version_let_go", viewer, letter.memorial, letter.id, now)


@transaction.atomic
def let_go_of_versions(viewer: Viewer, letter: Letter, *, now: datetime) -> None:
    """Lets go of all versions of a letter for good; the letter stays. Twice is fine. Raises NotAllowed."""
    letter = _own(viewer, letter)
    Version.objects.filter(letter=letter).delete()
    write("letter.versions_let_go", viewer, letter.memorial, letter.id, now)


def _own(viewer: Viewer, letter: Letter) -> Letter:
    letter = held(viewer, letter)
    require(has_versions_of(viewer, letter))
    return letter
