"""How far a helper speaks for the family: who may, to whom at most, and whether it waits for a keeper's yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from snowdrop.audiences.table import Shown
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial, Voice
from snowdrop.memorials.vocabulary import Audience, Scope
from snowdrop.people.viewer import Viewer

NARROWEST: Final = Shown(Audience.HELPERS)
"""The fewest to whom anything can be said for a family: what only its keepers see needs nobody to say it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """To whom somebody may speak for the family, at most, and whether each word waits for a keeper's yes."""

    up_to: Shown = NARROWEST
    waits: bool = True

    def includes(self, shown: Shown) -> bool:
        """Whether they may speak to these. Circles have to be named one by one, also where the reach is wider.

        Raises UnknownAudience.
        """
        if NARROWEST.reaches_further_than(shown):
            return False
        if shown.audience == Audience.CIRCLES:
            return bool(shown.circles) and shown.circles <= self.up_to.circles
        return not Shown(shown.audience).reaches_further_than(Shown(self.up_to.audience))


def may_speak(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether the keepers have granted the viewer to speak for them. Keepers speak for themselves."""
    return rules.helps_with(viewer, memorial, Scope.SPEAK)


def reach_of(viewer: Viewer, memorial: Memorial) -> Reach:
    """How far the viewer's voice reaches, of whom is known that they may speak at all."""
    here = {"grant__scope": Scope.SPEAK, "grant__helper__person_id": viewer.person_id}
    voice = Voice.objects.filter(memorial=memorial, **here).first()
    return Reach(voice.up_to, voice.waits) if voice else Reach()
