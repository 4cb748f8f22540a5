"""What the rules say of the words of a piece of comfort: who looks first, and whether somebody may be in danger."""

from __future__ import annotations

import logging

from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.models import Comfort
from snowdrop.ground import keys, sealing
from snowdrop.safeguarding.screening import Screened, screen
from snowdrop.safeguarding.vocabulary import Crisis, Lane

_log = logging.getLogger(__name__)


def screened(comfort: Comfort, content: Content) -> Screened:
    """What the rules say of it, and of how its sender signed."""
    return screen(content.words, language=comfort.language, name=content.name, relation=content.relation)


def danger_in(comfort: Comfort) -> Crisis:
    """How much danger it speaks of: local rules, a hint for people, often wrong.

    Raises sealing.Unreadable or keys.KeyIsGone.
    """
    return screened(comfort, read_content(comfort)).crisis


def lane_and_danger(comfort: Comfort) -> tuple[Lane, Crisis] | None:
    """For the worker, which one piece must not hold up. None for what cannot be read any more, because its memorial's
    key is destroyed; it is shown to nobody. What was damaged is for a person to look at.
    """
    try:
        said = screened(comfort, read_content(comfort))
        return said.lane, said.crisis
    except keys.KeyIsGone:
        return None
    except sealing.Unreadable as problem:
        _log.error("Comfort %s could not be read by the rules: %s", comfort.pk, type(problem).__name__)
        return Lane.AMBER, Crisis.NONE
