"""Published documents on disk: whoever takes one away can be sure that none is put there afterwards from before."""

from __future__ import annotations

from snowdrop.ground import published


def test_a_document_is_put_in_place_whole() -> None:
    mark = published.begin("whole")

    assert published.put("whole", b"the page", still_public=lambda: True, mark=mark)

    assert published.path_of("whole").read_bytes() == b"the page"
    assert "whole" in published.all_keys()


def test_one_that_was_begun_before_another_was_taken_away_is_never_put_in_place() -> None:
    """The memorial may be public still: a letter on it may not be, and the document was begun with it."""
    mark = published.begin("taken")
    published.take_away("taken")

    assert not published.put("taken", b"with the letter", still_public=lambda: True, mark=mark)

    assert not published.path_of("taken").exists()


def test_of_two_that_are_made_at_once_the_one_begun_last_stays() -> None:
    first, second = published.begin("twice"), published.begin("twice")
    assert published.put("twice", b"second", still_public=lambda: True, mark=second)

    assert not published.put("twice", b"first", still_public=lambda: True, mark=first)

    assert published.path_of("twice").read_bytes() == b"second"
