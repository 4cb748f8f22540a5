"""A cache that is shared and careless keeps nothing that is private, whatever it is asked (trust.md T06)."""

from __future__ import annotations

from itertools import product

import pytest

from tests.figures import Figures
from tests.front.conftest import wait_for_document
from tests.world.instance import Instance
from tests.world.shared_cache import CarelessCache

ROOMS = ("", "words/", "names/", "who-sees/", "links/", "helpers/", "welcome/", "share/", "photos/new/", "cover/")
ELSEWHERE = ("/", "/mine/", "/mine/new/", "/you/", "/sign-in/", "/help/", "/about/", "/robots.txt")
DISGUISES = (
    "{}",
    "{}x.css",
    "{}.css",
    "{};x.css",
    "/{}",
    "{}%2e",
    "{}%2F..%2Fstatic%2Fx.css",
    "{}?x.css",
    "/static/..{}",
)
MAY_BE_KEPT = ("/static/",)
"""Besides these, only what is published for everybody."""


@pytest.mark.slow
def test_a_careless_shared_cache_serves_nobody_what_was_made_for_the_family(served: Instance, figures: Figures) -> None:
    public = served.act("open_memorial", "For Juno", "everybody")["slug"]
    private = served.act("open_memorial", "For Tamsin")["slug"]
    wait_for_document(served, public)
    cache, broken = CarelessCache(served), []
    for slug, path in [("", path) for path in ELSEWHERE] + list(product((public, private), ROOMS)):
        cookies = served.act("sign_in", slug or private)
        address = f"/m/{slug}/{path}" if slug else path
        # An answer may repeat the address that was asked for: whoever asks has it.
        untold = {b"For Tamsin"} if slug == private else {b"For Tamsin", private.encode()}
        for disguise in DISGUISES:
            for headers, whom in ((cookies, "the family"), ({}, "a stranger")):
                asked = {"Cookie": headers["cookie"]} if headers else {}
                made_for, answer = cache.get(disguise.format(address), as_whom=whom, headers=asked)
                if whom == "a stranger" and made_for == "the family":
                    broken.append(f"{disguise.format(address)} was kept for everybody as the family saw it.")
                if whom == "a stranger" and any(words in answer.body for words in untold):
                    broken.append(f"{disguise.format(address)} shows a stranger what is private.")
    known = [path for path in cache.kept if not path.startswith((*MAY_BE_KEPT, f"/m/{public}"))]
    broken += [f"{path} may be kept by a shared cache." for path in known]

    assert served.get(f"/m/{private}/", {"Cookie": served.act("sign_in", private)["cookie"]}).status == 200
    figures("T06", checks=cache.asked, wrong=len(broken), answers_kept=len(cache.kept))
    assert broken == []
