"""What the headers of a request ask for."""

from __future__ import annotations

import pytest

from snowdrop.front import negotiation


@pytest.mark.parametrize(
    ("accept", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.8", "gzip"),
        ("BR", "br"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0.001", "gzip"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0", "identity"),
        ("gzip;q=nonsense", "identity"),
        ("", "identity"),
        (",;,;q=", "identity"),
    ],
)
def test_the_smallest_coding_that_the_visitor_likes_best_is_chosen(accept: str, coding: str) -> None:
    assert negotiation.preferred_coding(accept) == coding


@pytest.mark.parametrize(
    ("cookie", "is_nobody"),
    [
        ("", True),
        ("scheme=night", True),
        ("csrf=abc; other=1", True),
        ("session=abc", False),
        ("scheme=night; session=abc", False),
        ("links=abc", False),
        ("messages=abc", False),
        ("scheme=night; look=discreet", False),
        ("left=1", False),
        ("keys=off", True),
    ],
)
def test_somebody_who_may_be_known_is_not_answered_from_memory(cookie: str, is_nobody: bool) -> None:
    assert negotiation.is_nobody_known(cookie) is is_nobody


@pytest.mark.parametrize(
    ("cookie", "light"),
    [("scheme=night", "night"), ("a=1; scheme=morning; b=2", "morning"), ("scheme=noon", ""), ("myscheme=night", "")],
)
def test_the_light_that_somebody_chose(cookie: str, light: str) -> None:
    assert negotiation.chosen_light(cookie) == light


@pytest.mark.parametrize(
    ("header", "is_same"),
    [('"a-br"', True), ('W/"a-br"', True), ('"b", "a-br"', True), ("*", True), ('"a"', False), ('"xa-br"', False)],
)
def test_whether_a_visitor_holds_this_very_body(header: str, is_same: bool) -> None:
    assert negotiation.is_unchanged(header, '"a-br"') is is_same
