"""A shared cache that keeps whatever it is not forbidden to keep, as a careless proxy between people and us would."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from tests.world.instance import Answered, Instance


@dataclass(slots=True)
class CarelessCache:
    """Stands before an instance and ignores `Vary`, cookies, `private`, `no-cache` and what the answer is.

    Only `no-store` keeps it from keeping. It takes addresses for the same that a careless one takes for the same:
    doubled slashes, dots, escapes, what follows a semicolon. `kept` says for whom each answer was made first.
    """

    instance: Instance
    kept: dict[str, tuple[str, Answered]] = field(default_factory=dict)
    asked: int = 0

    def get(self, path: str, *, as_whom: str, headers: Mapping[str, str] | None = None) -> tuple[str, Answered]:
        """Who made the cache keep this answer (or whoever asks now), and the answer."""
        key = _same_to_a_careless_one(path)
        self.asked += 1
        if key in self.kept:
            return self.kept[key]
        answer = self.instance.get(path, headers)
        if answer.status == 200 and "no-store" not in answer.headers.get("cache-control", ""):
            self.kept[key] = (as_whom, answer)
        return as_whom, answer


def _same_to_a_careless_one(path: str) -> str:
    bare = unquote(path).partition(";")[0].partition("?")[0]
    for ending in (".css", ".js", ".jpg"):
        bare = bare.removesuffix(ending)
    return posixpath.normpath("/" + bare.lstrip("/"))
