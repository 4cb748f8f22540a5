"""Who may do what with a story, which name stands under it, and what waits until a person has looked."""

from __future__ import annotations

from typing import Final

from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.rules import is_moderator
from snowdrop.safeguarding.screening import Screened
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane
from snowdrop.stories.models import Story, stories_on_shelf_of
from snowdrop.stories.vocabulary_of_telling import Step

_TOLD_TO_AUTHORS: Final = frozenset({"dismissal", "reported", "with_the_baby", "weary"})
"""Amber for comfort, and in a story mostly what others said (“nobody asked”), or low crisis, which is grief."""


def is_author(viewer: Viewer, story: Story) -> bool:
    """Whether the story stands on the viewer's shelf; nothing else makes anybody its author."""
    return story.pk in stories_on_shelf_of(viewer)


def reads_first(viewer: Viewer) -> bool:
    """Whether the viewer reads first what the screens hold back: whoever moderates here (trust.md 5.2)."""
    return is_moderator(viewer)


def name_on(step: str, called: str) -> str:
    """The name that a step of the ladder shows, the same to every reader: on the first one there is none."""
    return "" if step == Step.NOBODY else called.strip()


def must_wait(screened: Screened) -> bool:
    """Whether a person looks before anybody else does (docs/decisions/0020): any lane but green, grave danger.

    Words that would make a family's helper ready are no reason here: in a story they are what its author was told.
    """
    is_grave = LEVELS.index(screened.crisis) >= LEVELS.index(Crisis.MEDIUM)
    told_to_the_author = {reason.key for reason in screened.reasons} <= _TOLD_TO_AUTHORS
    is_amber_for_it = screened.lane is Lane.AMBER and bool(screened.reasons) and told_to_the_author
    return is_grave or not (screened.lane is Lane.GREEN or is_amber_for_it)


def may_be_in_danger(crisis: str) -> bool:
    """Whether somebody who wrote so is shown the calm note with ways to help (trust.md 5.3)."""
    return LEVELS.index(Crisis(crisis)) >= LEVELS.index(Crisis.MEDIUM)
