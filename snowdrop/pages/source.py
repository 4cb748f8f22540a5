"""The program as it runs here, packed up for whoever asks: what its licence promises (AGPL-3.0, section 13)."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[2]
_BESIDE: Final = ("LICENSE", "README.md", "pyproject.toml", "manage.py", "Makefile", "requirements", "scripts", "docs")
_SOURCE: Final = frozenset(
    {"", ".py", ".html", ".txt", ".css", ".js", ".svg", ".woff2", ".po", ".mo", ".toml", ".in", ".md", ".sh"}
)
"""Endings of what is source; nothing else that may lie beside it is given away."""


@cache
def packed_source() -> bytes:
    """A gzip-compressed tar archive of the running program, made once for each process."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path in _files():
            archive.add(path, arcname=f"snowdrop/{path.relative_to(_ROOT).as_posix()}", filter=_without_owner)
    return packed.getvalue()


def _files() -> Iterator[Path]:
    for name in ("snowdrop", *_BESIDE):
        place = _ROOT / name
        inside = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (path for path in inside if path.is_file() and _is_source(path))


def _is_source(path: Path) -> bool:
    hidden = any(part.startswith((".", "__pycache__")) for part in path.relative_to(_ROOT).parts)
    return path.suffix in _SOURCE and not hidden and not path.is_symlink()


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
