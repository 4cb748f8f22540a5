"""The stories of the household: the keeper's, told and answered, and a draft. Nothing of it is the memorial's."""

from __future__ import annotations

from snowdrop.ground import clock
from snowdrop.stories import actions_of_answers
from snowdrop.stories.models import FirstReader, Story, Telling
from tests.house.belongings import Household, mark
from tests.world.telling import a_draft, a_story


def tell_stories(one: Household) -> None:
    """A told story whose author reads answers alone, one whose answers somebody trusted reads first, and a draft."""
    keeper, now = one.people["keeper"], clock.now()
    notes = ["faith"]
    told = a_story(keeper, words_welcome=True, reader="self", notes=notes, facets={"kind_of_loss": ["molar"]}, now=now)
    trusting = a_story(keeper, words_welcome=True, reader="trusted", now=now)
    draft = a_draft(keeper, mark("story", "draft"), now=now)
    for telling, words in ((told, mark("story", "back")), (trusting, mark("story", "held"))):
        sent = {"name": "", "once": telling.pk.hex, "language": "en"}
        actions_of_answers.send_words(one.people["nobody"], telling, words=words, **sent, now=now)
    one.parts |= {
        "story_id": [str(story) for story in (told.pk, trusting.pk, draft.pk)],
        "words_id": [str(Story.objects.get(pk=told.pk).words_back.get().pk)],
        "secret of words_by_secret": [FirstReader.objects.get(pk=trusting.pk).secret_for_author],
        "once of take_back_answer": ["2" * 32],
    }
    one.marks += [mark("story", part) for part in ("draft", "back", "held")]
    assert Telling.objects.told().count() == 2
