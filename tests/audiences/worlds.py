"""Random worlds for the properties of audiences: planned as plain data, then made by the real acts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from hypothesis import strategies as st

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.media.actions import develop_picture
from snowdrop.memorials import actions
from snowdrop.memorials.models import Circle, Helper, Keeper, Member, Memorial, PrivateLink, Publication
from snowdrop.memorials.vocabulary import Audience, BlockBy, OnThePage
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.models import Letter, Photo
from tests.world.cast import NOON, a_person, let_help, let_into_circle
from tests.world.guests import send
from tests.world.photographs import a_photograph

NOT_IN_THE_TABLE = "a later circle"
"""An audience that this version does not know: nobody may see (a rule that cannot be computed refuses)."""

OF_PAGES = tuple(one.value for one in Audience if one != Audience.ME)
AUDIENCES = (*OF_PAGES, NOT_IN_THE_TABLE)
PEOPLE = 3
GUESTS = 1


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """One letter: for whom (if for circles, for the first), whether the last keeper wrote it, or the first, and
    whether it was taken away."""

    audience: str
    by_last: bool
    taken_away: bool


@dataclass(frozen=True, slots=True)
class ComfortPlan:
    """One piece of comfort: where it is, and whether its sender meant it for the family only."""

    place: Place
    family_only: bool


@dataclass(frozen=True, slots=True)
class MemorialPlan:
    """One memorial: its people by number, who holds its link, to whom it is open, and what was given.

    It has two circles, with `members` and `others`; what is shown to circles is shown to the first. Of those who are
    `blocked` a row was left over everywhere, as if two acts had met: the list of blocks stands above all of them.
    """

    keepers: frozenset[int]
    helpers: frozenset[int]
    members: frozenset[int]
    others: frozenset[int]
    blocked: frozenset[int]
    blocked_by: BlockBy
    to_be_deleted: bool
    holders: frozenset[int]
    link_stands: bool
    published_to: str | None
    on_the_page: OnThePage
    letters: tuple[LetterPlan, ...]
    comfort: tuple[ComfortPlan, ...]

    @property
    def kept_out(self) -> frozenset[int]:
        """Those whom nothing lets in: keepers cannot be kept out."""
        everybody = frozenset(range(PEOPLE + GUESTS + 1))
        return (everybody if self.to_be_deleted else self.blocked) - self.keepers

    def author_of(self, letter: LetterPlan) -> int:
        """Who wrote a letter, by number."""
        return (max if letter.by_last else min)(self.keepers)


letters = st.builds(
    LetterPlan,
    audience=st.sampled_from((Audience.ME.value, *AUDIENCES)),
    by_last=st.booleans(),
    taken_away=st.integers(0, 3).map(lambda number: number == 3),
)
pieces = st.builds(ComfortPlan, place=st.sampled_from(Place), family_only=st.booleans())
memorials = st.builds(
    MemorialPlan,
    keepers=st.frozensets(st.integers(0, PEOPLE - 1), min_size=1, max_size=2),
    helpers=st.frozensets(st.integers(0, PEOPLE - 1), max_size=2),
    members=st.frozensets(st.integers(0, PEOPLE - 1), max_size=2),
    others=st.frozensets(st.integers(0, PEOPLE - 1), max_size=2),
    blocked=st.frozensets(st.integers(0, PEOPLE - 1), max_size=1),
    blocked_by=st.sampled_from(BlockBy),
    to_be_deleted=st.integers(0, 5).map(lambda number: number == 5),
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
        for letter in one.letters:
            world.letters.append((_letter(people[one.author_of(letter)], memorial, letter), letter, one))
        world.comfort += [(_comfort(keeper, memorial, piece), piece, one) for piece in one.comfort]
        _keep_out(keeper, memorial, one, people)
        if one.to_be_deleted:
            actions.ask_for_deletion(keeper, memorial, now=NOON)
    return world


def _keep_out(keeper: Viewer, memorial: Memorial, plan: MemorialPlan, people: list[Viewer]) -> None:
    ids = [people[number].person_id for number in plan.blocked - plan.keepers]
    left_over = [list(model.objects.filter(memorial=memorial, person__in=ids)) for model in (Member, Helper)]
    for person in Person.objects.filter(pk__in=ids):
        meant = {
            BlockBy.ADDRESS: {"addresses": [person.email.upper().replace("@", "+News@")]},
            BlockBy.NAME: {"names": [f" {person.name} "]},
            BlockBy.ACCOUNT: {"people": [person]},
        }
        actions.keep_out(keeper, memorial, **meant[plan.blocked_by], now=NOON)
    for model, rows in zip((Member, Helper), left_over, strict=True):
        model.objects.bulk_create(rows)


def _memorial(plan: MemorialPlan, people: list[Viewer]) -> Memorial:
    first, *others = sorted(plan.keepers)
    keeper = people[first]
    memorial = actions.open_memorial(keeper, now=NOON)
    actions.describe_memorial(keeper, memorial, on_the_page=plan.on_the_page, now=NOON)
    for other in others:  # how a second keeper comes is tested elsewhere
        Keeper.objects.create(memorial=memorial, person_id=people[other].person_id, since=NOON)
    for helper in plan.helpers - plan.keepers:
        let_help(keeper, memorial, people[helper])
    for number, inside in enumerate((plan.members, plan.others)):
        made_at = NOON + timedelta(minutes=number)
        circle = actions.make_circle(keeper, memorial, name="Some of them", now=made_at)
        for one in inside - plan.keepers:
            let_into_circle(keeper, circle, people[one])
    if plan.published_to:
        actions.publish_memorial(keeper, memorial, to="keepers", now=NOON)
        Publication.objects.filter(memorial=memorial).update(audience=plan.published_to)
    actions.show_to_circles(memorial, memorial.id, [first_circle(memorial).id])
    return memorial


def first_circle(memorial: Memorial) -> Circle:
    """The circle to which things are shown."""
    return memorial.circles.order_by("made_at").first()


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
    actions.show_to_circles(memorial, letter.id, [first_circle(memorial).id])
    return letter


def photo(keeper: Viewer, memorial: Memorial, audience: str) -> Photo:
    """A photo whose bytes are there, for this audience (if for circles, for the first)."""
    circles = [first_circle(memorial).id] if audience == Audience.CIRCLES else []
    upload, given = io.BytesIO(a_photograph(size=(60, 40))), {"audience": audience, "circles": circles}
    added = tributes.add_photo(keeper, memorial, upload=upload, name="a.jpg", **given, now=NOON)
    develop_picture(added.picture_id, NOON)
    return added


def _comfort(keeper: Viewer, memorial: Memorial, plan: ComfortPlan) -> Comfort:
    said = {"words": "You brought this on yourself."} if plan.place == Place.GUARDED else {}
    once = send(memorial, **said, **({"family_only": "yes"} if plan.family_only else {}))
    ways = {
        Place.LATER: [comfort.keep_for_later],
        Place.SEALED: [comfort.keep_away],
        Place.ASKED: [comfort.ask_sender],
        Place.WORRYING: [comfort.worry_about],
        Place.WAITING: [comfort.let_through],
        Place.OPENED: [comfort.let_through, comfort.open_comfort],
        Place.KEPT: [comfort.let_through, comfort.open_comfort, comfort.keep_comfort],
        Place.APART: [comfort.let_through, comfort.open_comfort, comfort.put_apart],
    }
    for act in ways.get(plan.place, []):
        act(keeper, once, now=NOON)
    if plan.place == Place.GUARDED:
        comfort.look_at([once], now=NOON)
    if plan.place == Place.BOXED:
        comfort.let_through(keeper, once, now=NOON)
        comfort.put_into_box(keeper, once, comfort.make_box(keeper, memorial, name="For spring", now=NOON), now=NOON)
    if plan.place in (Place.WITHDRAWN, Place.KEPT_OUT, Place.EMPTIED):
        Comfort.objects.filter(pk=once.pk).update(place=plan.place, shown=None)
    once.refresh_from_db()
    assert once.place == plan.place, f"No act of this world brings a piece to the place {plan.place}."
    return once
