"""Why an act of a group is not done, each by its name; doors say it in words."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist


class NotReady(ValueError):
    """The group cannot open yet; `missing` says in plain words what it needs."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__("; ".join(missing))
        self.missing = missing


class RulesChanged(ValueError):
    """What the group has agreed is not what was agreed to: it has to be read once more."""


class TooSoon(ValueError):
    """The group has chosen to go slowly; `until` is when the next text may be sent."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


class AskedAlready(ValueError):
    """A request of theirs waits already, or they are in the group."""


class InvitationIsOver(ObjectDoesNotExist):
    """Nobody can accept it any more: its time has passed, or somebody has. Doors answer it as if it never was."""


class WithAnother(ValueError):
    """Another facilitator has it on their desk; it comes back by itself if they give no sign."""


class AlreadyDecided(ValueError):
    """It is not where it was when it was looked at: somebody has decided, or its author went on."""


class LastFacilitators(ValueError):
    """So few look after an open group that nobody can stop before somebody else has begun."""
