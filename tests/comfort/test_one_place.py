"""T31, the family's side: whatever is done, each piece is in one place, and quiet delivers and tells nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content
from snowdrop.comfort.intake import read_fields
from snowdrop.comfort.models import Box, Comfort, FromCircle, Step
from snowdrop.comfort.queries import Wanted
from snowdrop.comfort.vocabulary import UNOPENED, Place
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.rules import ItIsQuiet, is_quiet_for, quiet_since
from snowdrop.people.viewer import Viewer
from tests.comfort.test_laws import rolled_back
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_family, a_person, let_into_circle
from tests.world.guests import fields
from tests.world.keeping import let_keep

pytestmark = pytest.mark.django_db

PAGES = ("", "more/", "waiting/?say=yes", "opened/", "opened/?apart=yes", "quiet/", "quiet/?ask=yes", "reading/")
PIECE = ("let through", "keep away", "open", "keep", "put back", "put apart", "put into box", "correct", "withdraw")
ROOM = ("open one", "open a candle", "open from family", "open page", "open from box", "fill box", "let box go")
QUIET = ("quiet for me", "quiet for all", "end for me", "end for all")
ACTS = st.tuples(
    st.sampled_from(("one", "other")),
    st.one_of(st.sampled_from(QUIET), st.sampled_from(ROOM), st.sampled_from(PIECE)),
    st.sampled_from((0, 1)),
)


@pytest.mark.slow
@given(story=st.lists(ACTS, min_size=3, max_size=14))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_piece_is_in_one_place_and_quiet_delivers_nothing_and_tells_nothing(
    story: list[tuple[str, str, int]],
) -> None:
    with rolled_back():
        told = Told()
        for number, (who, act, which) in enumerate(story):
            told.happen(who, act, which, NOON + timedelta(minutes=number + 1))
            told.holds()
        told.shows()


class Told:
    """Two pieces, one of them of somebody whom the family knows, two who keep the memorial together, and a box."""

    def __init__(self) -> None:
        self.cast = a_family(published_to="everybody")
        self.keepers = {"one": self.cast.keeper, "other": a_person("Sam")}
        let_keep(self.cast.keeper, self.cast.memorial, self.keepers["other"])
        memorials.describe_memorial(self.cast.keeper, self.cast.memorial, on_the_page="let-through", now=NOON)
        self.cast.memorial.refresh_from_db()
        circle = memorials.make_circle(self.cast.keeper, self.cast.memorial, name="Family", now=NOON)
        memorials.call_family(self.cast.keeper, self.cast.memorial, circle, is_family=True, now=NOON)
        known = a_person("Ana")
        let_into_circle(self.cast.keeper, circle, known)
        self.circle = circle
        self.onces = [self._send(None, "canary-0", "candle"), self._send(known, "canary-1", "words")]
        for once in self.onces:  # so that a story gets somewhere
            actions.let_through(self.cast.helper, actions.sent_with(once), now=NOON)
        self.box: Box | None = None

    def _send(self, sender: Viewer | None, words: str, kind: str) -> str:
        door = actions.door_of(self.cast.memorial)
        arrival = read_fields(fields(words=words, kind=kind), door)
        actions.receive([(door, replace(arrival, sender=sender.person_id if sender else None))], now=NOON)
        return arrival.once

    def happen(self, who: str, act: str, which: int, now: datetime) -> None:
        before, viewer = self._steps(), self.keepers[who]
        quiet = is_quiet_for(self.cast.memorial, viewer.person_id, now)
        with suppress(NotAllowed, actions.AlreadyMoved, ItIsQuiet, Box.DoesNotExist):
            self._act(viewer, act, which, now)
        if quiet:
            new = self._steps()[len(before) :]
            delivered = [step for step in new if step.by == viewer.person_id and step.came_from in UNOPENED]
            assert not [step for step in delivered if step.went_to not in UNOPENED], act

    def _act(self, viewer: Viewer, act: str, which: int, now: datetime) -> None:
        memorial, once = self.cast.memorial, self.onces[which]
        if act in QUIET:
            acting = memorials.begin_quiet if act.startswith("quiet") else memorials.end_quiet
            acting(viewer, memorial, for_all=act.endswith("all"), now=now)
        elif act in ROOM:
            self._in_the_room(viewer, memorial, act, now)
        elif act == "withdraw":
            actions.take_back(once, now=now)
        elif act == "correct":
            actions.correct(once, Content(f"canary-{which}", "", "", ""), now=now)
        elif act == "put into box":
            self.box = self.box or actions.make_box(viewer, memorial, name="Later", now=now)
            actions.put_into_box(viewer, actions.sent_with(once), self.box, now=now)
        else:
            reader = self.cast.helper if act in ("let through", "keep away") else viewer
            moves = {"open": actions.open_comfort, "keep": actions.keep_comfort}
            move = moves.get(act) or getattr(actions, act.replace(" ", "_"))
            move(reader, actions.sent_with(once), now=now)

    def _in_the_room(self, viewer: Viewer, memorial: Memorial, act: str, now: datetime) -> None:
        if act == "fill box":
            self.box = self.box or actions.make_box(viewer, memorial, name="Later", now=now)
            actions.fill_box(viewer, self.box, Wanted(), now=now)
        elif act == "let box go":
            if self.box and actions.let_box_go(viewer, self.box, now=now):
                self.box = None
        elif act == "open page":
            actions.open_page(viewer, memorial, most=50, now=now)
        else:
            wanted = {
                "open one": Wanted(),
                "open a candle": Wanted(kind="candle"),
                "open from family": Wanted(circles=(self.circle.pk,)),
                "open from box": Wanted(box=self.box.pk if self.box else self.circle.pk),
            }
            actions.open_next(viewer, memorial, wanted[act], now=now)

    def _steps(self) -> list[Step]:
        return list(Step.objects.order_by("id"))

    def holds(self) -> None:
        for comfort in Comfort.objects.all():
            steps = list(comfort.steps.order_by("id"))
            places = [Place.HELD, *(step.went_to for step in steps)]
            assert [step.came_from for step in steps] == places[:-1] and comfort.place == places[-1]
            assert (comfort.place == Place.BOXED) == (comfort.box_id is not None)
            filed = FromCircle.objects.filter(comfort=comfort).count()
            assert filed == (comfort.place == Place.WAITING and comfort.sent_by is not None)

    def shows(self) -> None:
        """What the pages of each keeper hold at the end, against what reached them before it was quiet."""
        slug, end = self.cast.memorial.slug, NOON + timedelta(days=1)
        for viewer in self.keepers.values():
            since = quiet_since(self.cast.memorial, viewer.person_id, end)
            if since is None:
                continue
            told = "".join(browser_of(viewer).get(f"/m/{slug}/{page}").content.decode() for page in PAGES)
            assert "Something waits" not in told and "Nothing waits" not in told
            for which, once in enumerate(self.onces):
                comfort = actions.sent_with(once)
                since_then = comfort.steps.filter(at__gte=since, came_from__in=UNOPENED)
                if comfort.place in (*UNOPENED, Place.HELD, Place.SEALED) or since_then.exists():
                    assert f"canary-{which}" not in told
