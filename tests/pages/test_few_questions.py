"""A page that somebody who has signed in opens asks the database a handful of questions, however much is there (P5)."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.comfort import actions as comfort
from snowdrop.media.actions import develop_picture
from snowdrop.memorials import actions as memorials
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from tests.world import photographs
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import send

pytestmark = pytest.mark.django_db

MOST = 12
"""Of performance.md, P5. That a transaction begins and ends is not a question."""


@pytest.fixture
def cast() -> Cast:
    """A family with letters, photos and words on their page, in their waiting room and on the desk."""
    cast = a_family(published_to="everybody")
    keeper, memorial = cast.keeper, cast.memorial
    for number in range(3):
        tributes.write_letter(keeper, memorial, audience="everybody", words=f"Letter {number}", now=NOON)
        upload = io.BytesIO(photographs.a_photograph(size=(300 + number, 200)))
        photo = tributes.add_photo(keeper, memorial, upload=upload, name="p.jpg", audience="everybody", now=NOON)
        develop_picture(photo.picture_id, NOON)
    memorials.describe_memorial(keeper, memorial, on_the_page="let-through", now=NOON)
    memorial.refresh_from_db()
    for number in range(9):
        piece = send(memorial, words=f"Words {number}")
        if number < 6:
            comfort.let_through(keeper, piece, now=NOON)
    for _ in range(3):
        comfort.open_next(keeper, memorial, now=NOON)
    return cast


def questions(viewer: Viewer, path: str) -> list[str]:
    browser = browser_of(viewer)
    browser.get(path)  # what is kept from then on is not asked again
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(path)
    assert answer.status_code == 200
    said = [one["sql"] for one in asked.captured_queries]
    return [sql for sql in said if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("keeper", ""),
        ("helper", ""),
        ("friend", ""),
        ("friend", "more/"),
        ("keeper", "waiting/"),
        ("keeper", "opened/"),
        ("keeper", "reading/"),
        ("helper", "reading/"),
        ("keeper", "quiet/"),
    ],
)
def test_a_page_of_somebody_who_has_signed_in_asks_a_handful_of_questions(cast: Cast, who: str, page: str) -> None:
    friend = a_person("Ana")
    let_into_circle(cast.keeper, memorials.make_circle(cast.keeper, cast.memorial, name="Friends", now=NOON), friend)
    viewer = {"keeper": cast.keeper, "helper": cast.helper, "friend": friend}[who]

    asked = questions(viewer, f"/m/{cast.memorial.slug}/{page}")

    assert len(asked) <= MOST, "\n".join(asked)
    assert len(asked) > 3  # they were counted
