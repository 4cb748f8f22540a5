"""Answers from the disposable process are read like letters from a stranger."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.media.order import Answer, Confinement, Garbled, Order, Print
from snowdrop.media.vocabulary import LIMITS, Format

WALLS = Confinement(network_closed=True, files_closed=False, handles_closed=True, calls_refused=True)
WEBP = b"RIFF\x04\0\0\0WEBPpixels"
JPEG = b"\xff\xd8\xff\xe0pixels\n"
WHOLE = Answer(
    "developed",
    WALLS,
    4000,
    3000,
    "#12ab9f",
    (Print("small.webp", 480, 360, WEBP), Print("small.jpeg", 480, 360, JPEG)),
)


def head(**changes: Any) -> bytes:
    walls = {"network_closed": True, "files_closed": True, "handles_closed": True, "calls_refused": True}
    said = {"outcome": "developed", "walls": walls, "width": 4000, "height": 3000, "colour": "#12ab9f"}
    said["prints"] = [["small.webp", 480, 360, len(WEBP)]]
    return json.dumps(list((said | changes).values())).encode() + b"\n"


@pytest.mark.parametrize("answer", [WHOLE, Answer("too_large", WALLS), Answer("damaged", WALLS)])
def test_an_answer_comes_back_as_it_was_given(answer: Answer) -> None:
    assert Answer.from_bytes(answer.to_bytes(), LIMITS) == answer


@pytest.mark.parametrize("order", [Order(Format.HEIC, LIMITS), Order(None, LIMITS)])
def test_an_order_comes_back_as_it_was_given(order: Order) -> None:
    assert Order.from_text(order.to_text()) == order


def test_the_plain_answer_is_believed() -> None:
    assert Answer.from_bytes(head() + WEBP, LIMITS).prints == (Print("small.webp", 480, 360, WEBP),)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\n",
        b"[]\n",
        b"[" * 100_000,
        head(outcome="fine") + WEBP,
        head(outcome="damaged") + WEBP,
        head(width="4000") + WEBP,
        head(width=10**9) + WEBP,
        head(width=-4000) + WEBP,
        head(colour="#12ab9f;x") + WEBP,
        head(colour=7) + WEBP,
        head(prints=[]),
        head(prints=[["../small.webp", 480, 360, len(WEBP)]]) + WEBP,
        head(prints=[["small.webp", 480, 9000, len(WEBP)]]) + WEBP,
        head(prints=[["small.webp", 480, 360, len(WEBP) + 1]]) + WEBP,
        head(prints=[["small.webp", 480, 360, len(WEBP)]] * 2) + WEBP + WEBP,
        head() + WEBP + b"more",
        head() + b"<html>" + WEBP[6:],
        head(prints=[["small.jpeg", 480, 360, len(WEBP)]]) + WEBP,
        head(walls=None) + WEBP,
    ],
)
def test_an_answer_that_is_not_what_was_ordered_is_garbled(answer: bytes) -> None:
    with pytest.raises(Garbled):
        Answer.from_bytes(answer, LIMITS)


@given(
    st.binary(max_size=400)
    | st.builds(
        lambda text: text.encode() + b"\n",
        st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=8).map(json.dumps),
    )
)
def test_noise_is_garbled_and_nothing_worse(noise: bytes) -> None:
    with pytest.raises(Garbled):
        Answer.from_bytes(noise, LIMITS)
