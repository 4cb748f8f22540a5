"""The bytes of photos: rights are asked at every request, for every size and part; nothing of the camera is left."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from snowdrop.media.actions import develop_picture
from snowdrop.media.vocabulary import Format
from snowdrop.memorials import actions as memorials
from snowdrop.tributes import actions
from snowdrop.tributes.models import Photo
from tests.figures import Figures
from tests.tributes.asking_for_bytes import Asking, body_of
from tests.tributes.conftest import Share, a_small_file
from tests.world import photographs
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db

SMALL = "small.webp"
NAMES = ["small.webp", "small.jpeg"]


def address(cast: Cast, photo: Photo, name: str = SMALL) -> str:
    return reverse("picture", args=[cast.memorial.slug, photo.id, name])


def test_bytes_are_served_to_those_whom_photo_and_memorial_let_in(cast: Cast, add: Share, figures: Figures) -> None:
    photo, found = add(audience="everybody"), {}
    browsers = {name: browser_of(viewer) for name, viewer in cast.everybody().items()}
    asking = Asking(reverse("picture", args=[cast.memorial.slug, cast.memorial.id, SMALL]))

    for published_to in ("everybody", "link", "helpers", "keepers"):
        memorials.publish_memorial(cast.keeper, cast.memorial, to=published_to, now=NOON)
        for audience in ("everybody", "link", "helpers", "keepers"):
            actions.describe_photo(cast.keeper, photo, audience=audience, now=NOON)
            found[published_to, audience] = asking.who_is_served(browsers, address(cast, photo))

    meant = {
        ("everybody", "everybody"): {"keeper", "helper", "friend", "stranger", "nobody"},
        ("everybody", "link"): {"keeper", "helper", "friend"},
        ("everybody", "helpers"): {"keeper", "helper"},
        ("everybody", "keepers"): {"keeper"},
        ("link", "everybody"): {"keeper", "helper", "friend"},
        ("link", "link"): {"keeper", "helper", "friend"},
        ("link", "helpers"): {"keeper", "helper"},
        ("link", "keepers"): {"keeper"},
        ("helpers", "everybody"): {"keeper", "helper"},
        ("helpers", "link"): {"keeper", "helper"},
        ("helpers", "helpers"): {"keeper", "helper"},
        ("helpers", "keepers"): {"keeper"},
        ("keepers", "everybody"): {"keeper"},
        ("keepers", "link"): {"keeper"},
        ("keepers", "helpers"): {"keeper"},
        ("keepers", "keepers"): {"keeper"},
    }
    asking.expect(found, meant)
    asking.say(figures)


def test_the_next_range_after_a_photo_was_narrowed_taken_away_or_its_link_ended_is_nothing(
    cast: Cast, add: Share
) -> None:
    photo, friend, anybody = add(audience="everybody"), browser_of(cast.friend), Client()
    part = {"Range": "bytes=0-9"}
    assert anybody.get(address(cast, photo), headers=part).status_code == 206
    tag = anybody.head(address(cast, photo))["ETag"]

    actions.describe_photo(cast.keeper, photo, audience="link", now=NOON)

    assert anybody.get(address(cast, photo), headers=part).status_code == 404
    assert anybody.get(address(cast, photo), headers={"If-None-Match": tag}).status_code == 404
    assert friend.get(address(cast, photo), headers=part).status_code == 206
    memorials.take_back_private_link(cast.keeper, cast.memorial, cast.link, now=NOON)
    assert friend.get(address(cast, photo), headers=part).status_code == 404
    actions.take_away(cast.keeper, photo, now=NOON)
    assert browser_of(cast.keeper).get(address(cast, photo), headers=part).status_code == 404


@pytest.mark.parametrize(
    ("published_to", "audience", "kept"),
    [
        ("everybody", "everybody", "no-cache"),
        ("everybody", "link", "private, no-store"),
        ("link", "everybody", "private, no-store"),
    ],
)
def test_only_what_everybody_may_see_is_kept_by_caches(
    cast: Cast, add: Share, published_to: str, audience: str, kept: str
) -> None:
    photo = add(audience=audience)
    memorials.publish_memorial(cast.keeper, cast.memorial, to=published_to, now=NOON)

    answer = browser_of(cast.friend).get(address(cast, photo))

    assert (answer.status_code, answer["Cache-Control"]) == (200, kept)
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert (answer["X-Content-Type-Options"], answer["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")


def test_a_photo_is_found_only_below_its_own_memorial_and_by_its_own_sizes(cast: Cast, add: Share) -> None:
    photo = add(audience="everybody")
    other = memorials.open_memorial(cast.keeper, now=NOON)
    memorials.publish_memorial(cast.keeper, other, to="everybody", now=NOON)

    assert Client().get(address(cast, photo)).status_code == 200
    assert Client().get(reverse("picture", args=[other.slug, photo.id, SMALL])).status_code == 404
    assert Client().get(address(cast, photo, "enormous.webp")).status_code == 404
    assert Client().post(address(cast, photo)).status_code == 405


def test_a_photo_that_is_not_ready_has_no_bytes(cast: Cast, add: Share) -> None:
    photo = add(audience="everybody", developed=False)

    assert browser_of(cast.keeper).get(address(cast, photo)).status_code == 404


@pytest.mark.parametrize("taken_as", Format)
def test_nothing_that_a_camera_wrote_is_left_in_what_is_served(cast: Cast, taken_as: Format) -> None:
    file = photographs.a_photograph(taken_as, size=(640, 480))
    assert any(trace in file for trace in photographs.TRACES)
    photo = actions.add_photo(
        cast.keeper, cast.memorial, upload=io.BytesIO(file), name="a.jpg", audience="everybody", now=NOON
    )
    develop_picture(photo.picture_id, NOON)

    for name in (*NAMES, "medium.webp", "medium.jpeg"):
        served = body_of(Client().get(address(cast, photo, name)))

        assert [trace for trace in photographs.TRACES if trace in served] == []
        assert Image.open(io.BytesIO(served)).getexif() == {}


@pytest.mark.parametrize(
    ("given", "saved_as"),
    [
        ("IMG_0412.JPG", 'attachment; filename="IMG_0412.JPG"'),
        ("../../etc/ours.jpg", 'attachment; filename="ours.jpg"'),
        ('quo"te\r\nX-Bad: 1.jpg', 'attachment; filename="quoteX-Bad 1.jpg"'),
        ("Ilse 🌸 إلزه.jpg", "attachment; filename*=utf-8''Ilse%20%F0%9F%8C%B8%20%D8%A5%D9%84%D8%B2%D9%87.jpg"),
        ("gpj.\u202eexe", 'attachment; filename="gpj.exe.jpg"'),
        ("n" * 300 + ".jpg", f'attachment; filename="{"n" * 116}.jpg"'),
        ("", 'attachment; filename="photo.jpg"'),
    ],
)
def test_the_original_is_given_back_under_its_own_name_and_byte_for_byte(
    cast: Cast, add: Share, given: str, saved_as: str
) -> None:
    photo = add(developed=False, name=given)

    answer = browser_of(cast.keeper).get(reverse("original", args=[cast.memorial.slug, photo.id]))

    assert body_of(answer) == a_small_file()
    assert (answer["Content-Disposition"], answer["Content-Type"]) == (saved_as, "image/jpeg")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_original_is_for_keepers_alone_whoever_may_see_the_photo(cast: Cast, add: Share) -> None:
    photo = add(developed=False, audience="everybody")
    original = reverse("original", args=[cast.memorial.slug, photo.id])

    statuses = {name: browser_of(viewer).get(original).status_code for name, viewer in cast.everybody().items()}

    assert statuses == {"keeper": 200, "helper": 404, "stranger": 404, "friend": 302, "nobody": 302}
