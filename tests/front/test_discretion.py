"""The front answers from memory what everybody may see, but never to those who want another look, or who have left."""

from __future__ import annotations

from tests.front.conftest import wait_for_document
from tests.world.instance import Instance


def test_who_wants_a_discreet_look_or_has_left_is_answered_by_django_and_nobody_else_is(
    served: Instance, public: str
) -> None:
    kept = served.get(f"/m/{public}/")

    discreet = served.get(f"/m/{public}/", {"Cookie": "look=discreet"})
    curtained = served.get(f"/m/{public}/", {"Cookie": "left=1"})

    assert b"<title>For Wren</title>" in kept.body and "etag" in kept.headers
    assert b"<title>Notes</title>" in discreet.body and b"For Wren" in discreet.body and "etag" not in discreet.headers
    assert b"<title>Notes</title>" in curtained.body and b"For Wren" not in curtained.body
    assert served.get(f"/m/{public}/").body == kept.body


def test_a_page_that_is_let_be_found_says_so_from_memory_and_no_longer_once_it_is_not(
    served: Instance,
) -> None:
    made = served.act("open_memorial", "For Bo", "everybody")
    wait_for_document(served, made["slug"])
    page = f"/m/{made['slug']}/"
    assert served.get(page).headers["x-robots-tag"] == "noindex, nofollow, noarchive"

    served.act("let_be_found", made["slug"])
    served.wait_for(lambda: served.get(page).headers["x-robots-tag"] == "noarchive, noimageindex")
    wait_for_document(served, made["slug"])
    found = served.get(page)
    served.act("be_found_no_more", made["slug"])

    assert "etag" in found.headers and b'content="noindex"' not in found.body
    assert served.get(page).headers["x-robots-tag"] == "noindex, nofollow, noarchive"
