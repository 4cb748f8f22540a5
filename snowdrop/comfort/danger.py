"""How much danger the words of a piece of comfort speak of: local rules, a hint for people, often wrong."""

from __future__ import annotations

from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort
from snowdrop.safeguarding.screening import screen
from snowdrop.safeguarding.vocabulary import Crisis


def danger_in(comfort: Comfort) -> Crisis:
    """How much danger its words speak of."""
    content = read_content(comfort)
    if not content.words:
        return Crisis.NONE
    return screen(content.words, language=comfort.language, name=content.name, relation=content.relation).crisis
