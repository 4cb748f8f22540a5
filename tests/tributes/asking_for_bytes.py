"""Asks for bytes in every way that a browser, a player or somebody curious has (trust.md T05)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.http import HttpResponseBase
from django.test import Client

from tests.figures import Figures
from tests.world.browsers import as_seen

_WAYS: Final[Mapping[str, tuple[str, dict[str, str], int]]] = {
    "whole": ("GET", {}, 200),
    "head": ("HEAD", {}, 200),
    "first": ("GET", {"Range": "bytes=0-9"}, 206),
    "last": ("GET", {"Range": "bytes=-10"}, 206),
    "several": ("GET", {"Range": "bytes=0-3,2-9"}, 200),
    "other bytes": ("GET", {"Range": "bytes=0-9", "If-Range": '"of-another-day"'}, 200),
    "known": ("GET", {"If-None-Match": "*"}, 304),
}
"""How it is asked, and what those get whom the bytes are for."""
_TELLING: Final = ("ETag", "Accept-Ranges", "Content-Range", "Last-Modified")


def body_of(answer: HttpResponseBase) -> bytes:
    """Everything that is sent."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


@dataclass(slots=True)
class Asking:
    """Counts questions and wrong answers. Whoever gets no bytes must get what an address gives where nothing is.

    `own` are the parts of the addresses asked for that an answer may repeat.
    """

    nothing: str
    own: tuple[str, ...] = ()
    checks: int = 0
    wrong: list[str] = field(default_factory=list)

    def who_is_served(self, browsers: Mapping[str, Client], path: str) -> set[str]:
        """Everybody who gets the bytes at this address."""
        return {who for who, browser in browsers.items() if self._is_served(who, browser, path)}

    def expect(self, found: Mapping[object, Iterable[str]], meant: Mapping[object, Iterable[str]]) -> None:
        """Counts what was found otherwise than it is meant."""
        self.wrong += [f"{key}: {found.get(key)}, not {meant[key]}" for key in meant if found.get(key) != meant[key]]

    def say(self, figures: Figures) -> None:
        """Says what was counted, and fails if an answer was wrong."""
        figures("T05", checks=self.checks, wrong=len(self.wrong))
        assert self.checks
        assert self.wrong == []

    def _is_served(self, who: str, browser: Client, path: str) -> bool:
        answers = {way: browser.generic(method, path, headers=headers) for way, (method, headers, _) in _WAYS.items()}
        self.checks += len(answers)
        is_served = answers["whole"].status_code == 200
        for way, (_, _, status) in _WAYS.items():
            if answers[way].status_code != (status if is_served else 404):
                self.wrong.append(f"{way} as {who}: {answers[way].status_code}")
        if is_served:
            whole, first, last = (body_of(answers[way]) for way in ("whole", "first", "last"))
            if (first, last) != (whole[:10], whole[-10:]):
                self.wrong.append(f"{who} gets other bytes in parts than as a whole")
            return True
        unknown = as_seen(browser.get(self.nothing), self.nothing, *self.own)
        if as_seen(answers["whole"], path, *self.own) != unknown:
            self.wrong.append(f"{who} can tell it from nothing")
        told = [(way, name) for way, answer in answers.items() for name in _TELLING if answer.has_header(name)]
        self.wrong += [f"{name} tells {who} of it ({way})" for way, name in told]
        return False
