"""Who may do what with a story, which name stands under it, and what waits until a person has looked."""

from __future__ import annotations

from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.screening import Screened
from snowdrop.safeguarding.vocabulary import LEVELS, Crisis, Lane
from snowdrop.stories.models import Story, StoryReader, stories_on_shelf_of
from snowdrop.stories.vocabulary_of_telling import Step


def is_author(viewer: Viewer, story: Story) -> bool:
    """Whether the story stands on the viewer's shelf; nothing else makes anybody its author."""
    return story.pk in stories_on_shelf_of(viewer)


def reads_first(viewer: Viewer) -> bool:
    """Whether those who run the server have asked the viewer to read stories first."""
    return viewer.is_signed_in and StoryReader.objects.filter(person_id=viewer.person_id).exists()


def name_on(step: str, called: str) -> str:
    """The name that a step of the ladder shows, the same to every reader: on the first one there is none."""
    return "" if step == Step.NOBODY else called.strip()


def must_wait(screened: Screened) -> bool:
    """Whether a person looks before anybody else does (docs/decisions/0020): any lane but green, grave danger."""
    is_grave = LEVELS.index(screened.crisis) >= LEVELS.index(Crisis.MEDIUM)
    return screened.lane is not Lane.GREEN or is_grave


def may_be_in_danger(crisis: str) -> bool:
    """Whether somebody who wrote so is shown the calm note with ways to help (trust.md 5.3)."""
    return LEVELS.index(Crisis(crisis)) >= LEVELS.index(Crisis.MEDIUM)
