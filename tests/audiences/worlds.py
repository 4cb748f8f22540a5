"""Random worlds for the properties of audiences: planned as plain data, then made by the real acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from hypothesis import strategies as st

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.memorials import actions
from snowdrop.memorials.models import Keeper, Memorial, PrivateLink, Publication
from snowdrop.memorials.vocabulary import OnThePage
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.models import Letter
from tests.world.cast import NOON, a_person
from tests.world.guests import send

NOT_IN_THE_TABLE = "a later circle"
"""An audience that this version does not know: nobody may see (a rule that cannot be computed refuses)."""

AUDIENCES = ("keepers", "link", "everybody", NOT_IN_THE_TABLE)
PEOPLE = 3
GUESTS = 1


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """One letter: for whom, and whether it was taken away."""

    audience: str
    taken_away: bool


@dataclass(frozen=True, slots=True)
class ComfortPlan:
    """One piece of comfort: where it is, and whether its sender meant it for the family only."""

    place: Place
    family_only: bool


@dataclass(frozen=True, slots=True)
class MemorialPlan:
    """One memorial: its people by number, who holds its link, to whom it is open, and what was given."""

    keepers: frozenset[int]
    helpers: frozenset[int]
    holders: frozenset[int]
    link_stands: bool
    published_to: str | None
    on_the_page: OnThePage
    letters: tuple[LetterPlan, ...]
    comfort: tuple[ComfortPlan, ...]


letters = st.builds(LetterPlan, audience=st.sampled_from(AUDIENCES), taken_away=st.booleans())
pieces = st.builds(ComfortPlan, place=st.sampled_from(Place), family_only=st.booleans())
memorials = st.builds(
    MemorialPlan,
    keepers=st.frozensets(st.integers(0, PEOPLE - 1), min_size=1, max_size=2),
    helpers=st.frozensets(st.integers(0, PEOPLE - 1), max_size=2),
    holders=st.frozensets(st.integers(0, PEOPLE + GUESTS - 1), max_size=3),
    link_stands=st.booleans(),
    published_to=st.sampled_from((None, *AUDIENCES)),
    on_the_page=st.sampled_from(OnThePage),
    letters=st.lists(letters, max_size=3).map(tuple),
    comfort=st.lists(pieces, max_size=3).map(tuple),
)
plans = st.lists(memorials, min_size=1, max_size=2)


@dataclass(slots=True)
class World:
    """What was made: the viewers in the order of the plan (people, guests, nobody), and each thing with its plan."""

    viewers: list[Viewer]
    memorials: list[tuple[Memorial, MemorialPlan]]
    letters: list[tuple[Letter, LetterPlan, MemorialPlan]]
    comfort: list[tuple[Comfort, ComfortPlan, MemorialPlan]]

    def numbered(self) -> Iterator[tuple[int, Viewer]]:
        """Every viewer with the number that plans call it by."""
        return enumerate(self.viewers)


def make(plan: list[MemorialPlan]) -> World:
    """Makes the world of a plan."""
    people = [a_person(f"{name}-{uuid4().hex}") for name in ("Ana", "Ben", "Chloe")]
    made = [(_memorial(one, people), one) for one in plan]
    held = _links(made)
    viewers = [Viewer(person.person_id, held[number]) for number, person in enumerate(people)]
    viewers += [Viewer(None, held[PEOPLE + guest]) for guest in range(GUESTS)]
    world = World([*viewers, NOBODY_KNOWN], made, [], [])
    for memorial, one in made:
        keeper = people[min(one.keepers)]
        world.letters += [(_letter(keeper, memorial, letter), letter, one) for letter in one.letters]
        world.comfort += [(_comfort(keeper, memorial, piece), piece, one) for piece in one.comfort]
    return world


def _memorial(plan: MemorialPlan, people: list[Viewer]) -> Memorial:
    first, *others = sorted(plan.keepers)
    keeper = people[first]
    memorial = actions.open_memorial(keeper, now=NOON)
    actions.describe_memorial(keeper, memorial, on_the_page=plan.on_the_page, now=NOON)
    for other in others:  # there is no act yet by which a second keeper comes
        Keeper.objects.create(memorial=memorial, person_id=people[other].person_id, since=NOON)
    for helper in plan.helpers - plan.keepers:
        _, secret = actions.invite_helper(keeper, memorial, now=NOON)
        actions.accept_invitation(people[helper], secret=secret, now=NOON)
    if plan.published_to:
        actions.publish_memorial(keeper, memorial, to="keepers", now=NOON)
        Publication.objects.filter(memorial=memorial).update(audience=plan.published_to)
    return memorial


def _links(made: list[tuple[Memorial, MemorialPlan]]) -> dict[int, frozenset]:
    held: dict[int, set] = {number: set() for number in range(PEOPLE + GUESTS)}
    for memorial, plan in made:
        keeper = Viewer(Keeper.objects.filter(memorial=memorial).first().person_id)
        link: PrivateLink = actions.make_private_link(keeper, memorial, now=NOON)
        for number in plan.holders:
            held[number].add(link.id)
        if not plan.link_stands:
            actions.take_back_private_link(keeper, memorial, link, now=NOON)
    return {number: frozenset(links) for number, links in held.items()}


def _letter(keeper: Viewer, memorial: Memorial, plan: LetterPlan) -> Letter:
    letter = tributes.write_letter(keeper, memorial, words="Dear Wren", now=NOON)
    if plan.taken_away:
        tributes.take_away(keeper, letter, now=NOON)
    Letter.objects.filter(pk=letter.pk).update(audience=plan.audience)
    return letter


def _comfort(keeper: Viewer, memorial: Memorial, plan: ComfortPlan) -> Comfort:
    once = send(memorial, **({"family_only": "yes"} if plan.family_only else {}))
    ways = {
        Place.LATER: [comfort.keep_for_later],
        Place.SEALED: [comfort.keep_away],
        Place.WORRYING: [comfort.worry_about],
        Place.WAITING: [comfort.let_through],
        Place.OPENED: [comfort.let_through, comfort.open_comfort],
        Place.KEPT: [comfort.let_through, comfort.open_comfort, comfort.keep_comfort],
        Place.APART: [comfort.let_through, comfort.open_comfort, comfort.put_apart],
    }
    for act in ways.get(plan.place, []):
        act(keeper, once, now=NOON)
    if plan.place is Place.WITHDRAWN:
        Comfort.objects.filter(pk=once.pk).update(place=Place.WITHDRAWN, shown=None)
    return once
