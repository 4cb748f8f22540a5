"""What goes into matching and what comes out of it: stories as they are told, what a reader gives, and matches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

Given = Mapping[str, Any]
"""Axes with plain words, numbers, yes and no, or lists of these. Any may be missing; what is unknown is tolerated."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the index takes it in. `number` is the room's own, and the only thing that comes back of a story."""

    number: int
    facets: Given = field(default_factory=dict)
    text: str = ""
    language: str = ""
    """A BCP 47 code or the language's name; counts as told unless the facets name another."""
    notes: tuple[str, ...] = ()
    """Content notes that the author chose."""
    author: int | None = None
    """Tells only whether two stories are by the same person, for k-anonymity (a number made up for the index is best).
    Without it each story counts as one author."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader gave for this visit. Nothing of it is kept."""

    gives: Given = field(default_factory=dict)
    matters: tuple[str, ...] = ()
    """The axes that matter most, the first the most."""
    words: str = ""
    """In the reader's own words, any language and script."""
    hidden_kinds: tuple[str, ...] = ()
    """Kinds of loss that are not to be shown."""
    hidden_notes: tuple[str, ...] = ()
    """Content notes that are not to be shown."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that reader and author both gave."""

    axis: str
    """The axis, or "words"."""
    sentence: Promise | str
    """A plain sentence in the reader's language once it is turned into a string."""


@dataclass(frozen=True, slots=True)
class Match:
    """A story that may be like the reader's, never with anything of its author."""

    number: int
    score: float
    """From 0 to 1: the share of what the reader gave that is alike."""
    is_near: bool
    """False says: this is only the nearest there is. Show that honestly (domain.md F8)."""
    reasons: tuple[Reason, ...]
    """The strongest first, together shared by enough authors; never empty where `is_near`."""
