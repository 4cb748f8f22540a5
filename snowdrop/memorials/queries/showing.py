"""To whom things are shown now, which circles are meant by name, and how that is said to those who keep a memorial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.audiences.table import Shown, audience, kept_audience
from snowdrop.memorials.choices import audience_words
from snowdrop.memorials.models import Contribution, Memorial, ShownTo
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room, published_to
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer


def page_shown(memorial: Memorial) -> Shown:
    """To whom the page is open now."""
    return _shown(memorial.id, published_to(memorial))


def thing_shown(thing: Contribution) -> Shown:
    """For whom a thing is meant, whether or not the page is open to them."""
    return _shown(thing.pk, kept_audience(thing.audience).name)


def circles_of(memorial: Memorial) -> dict[UUID, str]:
    """The names of all circles by their ids, in the order in which they were made; for keepers alone (C8)."""
    return {circle.id: circle.name for circle in memorial.circles.order_by("made_at", "id")}


def who_sees_words(shown: Shown, circles: Mapping[UUID, str]) -> str | Promise:
    """Who is meant, as keepers read it: the names of the circles, or what the table of audiences says."""
    if shown.audience != Audience.CIRCLES:
        return audience(shown.audience).badge
    names = [name for circle, name in circles.items() if circle in shown.circles]
    return listed_circles(names) if names else audience(Audience.HELPERS).badge


def listed_circles(names: Iterable[str]) -> str:
    """Circles by their names, as a sentence says them: “Family” and “Friends”."""
    return get_text_list([_("“%(name)s”") % {"name": name} for name in names], _("and"))


class Showing:
    """To whom the page of a memorial, and each thing on it, is shown; circles are asked for once, if any is meant."""

    def __init__(self, memorial: Memorial) -> None:
        self._memorial = memorial
        self.page = page_shown(memorial)

    @cached_property
    def circles(self) -> dict[UUID, str]:
        """The names of the circles."""
        return circles_of(self._memorial)

    @cached_property
    def _shown_to(self) -> Mapping[UUID, set[UUID]]:
        shown: dict[UUID, set[UUID]] = defaultdict(set)
        for thing_id, circle_id in self._memorial.showntos.values_list("thing_id", "circle_id"):
            shown[thing_id].add(circle_id)
        return shown

    def of(self, thing: Contribution) -> Shown:
        """For whom a thing is meant, whether or not the page is open to them."""
        name = kept_audience(thing.audience).name
        return Shown(name, frozenset(self._shown_to[thing.pk]) if name == Audience.CIRCLES else frozenset())

    def words(self, shown: Shown) -> str | Promise:
        """Who is meant, as keepers read it."""
        return who_sees_words(shown, self.circles if shown.circles else {})

    def note(self, thing: Contribution) -> str | Promise:
        """Who sees a thing, where they are not all those who see the page; "" otherwise."""
        own = self.of(thing)
        return self.words(own) if self.page.reaches_further_than(own) else ""


def _shown(thing_id: UUID, name: str) -> Shown:
    if name != Audience.CIRCLES:
        return Shown(name)
    return Shown(name, frozenset(ShownTo.objects.filter(thing_id=thing_id).values_list("circle_id", flat=True)))


@dataclass(frozen=True, slots=True)
class WhoSees:
    """The room in which the family decides who may open the page; `page_address` where it opens for everybody."""

    room: FamilyRoom
    now: str
    effect: str
    is_open: bool
    opens_by_link: bool
    page_address: str
    is_found: bool


def who_sees(viewer: Viewer, memorial: Memorial) -> WhoSees:
    """To whom the memorial is open now, in words."""
    shown, alone = page_shown(memorial), is_kept_by_one(memorial)
    now, effect = audience_words(shown.audience, alone=alone)
    if shown.circles:
        now = str(who_sees_words(shown, circles_of(memorial)))
        effect = _("Those whom you let in there can open the page after they have signed in, and your helpers.")
    row, page_address = audience(shown.audience), settings.SNOWDROP.address + reverse("memorial", args=[memorial.slug])
    return WhoSees(
        room=family_room(viewer, memorial, here="publication"),
        now=now,
        effect=effect,
        is_open=shown.audience != Audience.KEEPERS,
        opens_by_link=row.width >= audience(Audience.LINK).width and not row.is_published,
        page_address=page_address if row.is_published else "",
        is_found=hasattr(memorial, "indexing"),
    )


def is_kept_by_one(memorial: Memorial) -> bool:
    """Whether one person keeps it, so that “we” is “I” to them."""
    return memorial.keepers.count() == 1


_PAGE_IS_OPEN: Final = {
    Audience.KEEPERS: gettext_lazy("The page is open to you who keep it, and to nobody else."),
    Audience.HELPERS: gettext_lazy("The page is open to you and your helpers."),
    Audience.LINK: gettext_lazy(
        "The page is open to people with a private link, to everybody in your circles, and to your helpers."
    ),
    Audience.MEMBERS: gettext_lazy(
        "The page is open to everybody who has signed in here, and to people with a private link."
    ),
    Audience.EVERYBODY: gettext_lazy("The page is open to everybody."),
}


def page_is_open_words(memorial: Memorial, shown: Shown) -> str:
    """To whom the page is open, or would be, as a sentence for its keepers; circles by their names."""
    names = [name for circle, name in circles_of(memorial).items() if circle in shown.circles]
    if names:
        return _("The page is open to %(circles)s, and to your helpers.") % {"circles": listed_circles(names)}
    if shown.audience == Audience.KEEPERS and is_kept_by_one(memorial):
        return _("The page is open to nobody but you.")
    return str(_PAGE_IS_OPEN[Audience.HELPERS if shown.audience == Audience.CIRCLES else Audience(shown.audience)])
