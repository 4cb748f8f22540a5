"""The index of stories."""

from __future__ import annotations

from collections.abc import Iterable

from snowdrop.stories.matching.asking import Asked, Match, Told


class Index:
    """Stories that can be found, in memory. Safe to use from several threads."""

    def put(self, told: Told) -> None:
        """Takes a story in, or anew if its number is there. It can be found as soon as this returns."""
        raise NotImplementedError

    def put_many(self, stories: Iterable[Told]) -> None:
        """Takes many in, far quicker than one by one; none of the numbers may be there."""
        raise NotImplementedError

    def take_out(self, number: int) -> None:
        """Takes a story out; it is not found any more once this returns. One that is not there is no mistake."""
        raise NotImplementedError

    def nearest(self, asked: Asked, most: int = 20) -> tuple[Match, ...]:
        """The stories that are most alike, the nearest first; () for somebody who gave nothing at all."""
        raise NotImplementedError

    def __len__(self) -> int:
        """How many stories are there."""
        raise NotImplementedError
