"""How long work is told in the terminal: a bar for each part of it, and nothing where nobody looks."""

from __future__ import annotations

from typing import TextIO

from tqdm import tqdm


class Bars:
    """A bar for what is being done at the moment."""

    def __init__(self, to: TextIO) -> None:
        self._to = to
        self._bar: tqdm | None = None
        self._about = ""

    def __call__(self, about: str, done: int, of: int) -> None:
        """Called as work goes on, with the same `about` for all of one part."""
        if self._bar is None or about != self._about:
            self.close()
            self._about = about
            self._bar = tqdm(total=of, desc=about, file=self._to, disable=None, unit_scale=True, leave=False)
        self._bar.total = of
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Takes the last bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def megabytes(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1e6:,.1f} MB"
