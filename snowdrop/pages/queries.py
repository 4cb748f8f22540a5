"""What the small pages show."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: where a family begins, and where others go on, as far as this server offers it."""

    begin_address: str
    find_address: str = ""
    stories_address: str = ""


def home() -> Home:
    """The first page, the same for everybody."""
    return Home(begin_address=reverse("open_memorial"), stories_address=reverse("stories"))


@dataclass(frozen=True, slots=True)
class Finder:
    """Where somebody finds people to talk to in their own country."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Help:
    """Help now: finders that know every country, so that no number stands here that nobody has checked."""

    finders: tuple[Finder, ...]


def help_now() -> Help:
    """The international finders (research: domain.md, part f)."""
    return Help(
        finders=(
            Finder("findahelpline.com", "https://findahelpline.com/"),
            Finder("befrienders.org", "https://befrienders.org/"),
        )
    )
