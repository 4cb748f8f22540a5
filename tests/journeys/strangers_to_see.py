"""What the screens of stories and of keeping people safe need, made by the real acts on the server's data."""

from __future__ import annotations

from typing import Any
from uuid import UUID


def stories_parts(keeper: Any) -> dict[str, str]:
    """A story of the keeper's with content notes and words that came back, one that waits for a reader."""
    from snowdrop.ground import clock
    from snowdrop.stories.actions_of_answers import answer_softly, send_words
    from snowdrop.stories.models import FirstReader, Telling
    from snowdrop.stories.vocabulary_of_telling import Soft
    from tests.world.telling import a_draft, a_story

    now, notes = clock.now(), ["birth", "after_loss"]
    said = {"title": "The heron by the weir", "step": "pen-name", "called": "Heron", "notes": notes}
    told = a_story(keeper, words_welcome=True, reader="self", facets={"kind_of_loss": ["stillbirth"]}, **said, now=now)
    trusting = a_story(keeper, words_welcome=True, reader="trusted", now=now)
    a_draft(keeper, "I do not know yet how to begin.", now=now)
    a_story(keeper, "Some days I do not want to live any more.", now=now)
    sent = {"name": "Somebody far away", "language": "en", "now": now}
    send_words(keeper, told, words="We have a windowsill like yours.", once="a" * 32, **sent)
    send_words(keeper, trusting, words="Thank you for the pear tree.", once="b" * 32, **sent)
    answer_softly(keeper, told, kind=Soft.HOLDING_YOU, once="c" * 32, now=now)
    others = Telling.objects.told().filter(notes=[]).exclude(title="")
    return {
        "own_story_id": str(told.pk),
        "trusting_id": str(trusting.pk),
        "waiting_story_id": str(Telling.objects.filter(wait__isnull=False).get().pk),
        "story_id": str(others.first().pk),
        "reader_secret": FirstReader.objects.get(pk=trusting.pk).secret_for_author,
    }


def safety_parts(memorial: Any) -> dict[str, str]:
    """A lead, a report on their desk, a decision that was objected to, a case, and words that worry."""
    from snowdrop.ground import clock
    from snowdrop.people.models import Person
    from snowdrop.safeguarding import actions
    from snowdrop.safeguarding.queries import NOTICE, RECEIPT
    from snowdrop.safeguarding.things import Thing, handle_of
    from snowdrop.safeguarding.vocabulary import Crisis
    from snowdrop.safeguarding.vocabulary_of_staff import Role
    from tests.world.guests import fields, send
    from tests.world.safety import a_trusted, decided, reported

    lead, moderator, now = a_trusted("Noa", Role.LEAD), a_trusted("Abel"), clock.now()
    arrival = dict(fields(words="I do not want to live any more without her.", name="Lio", relation="her uncle"))
    actions.name_staff(Person.objects.get(pk=lead.person_id), Role.OPERATOR, now=now)
    worrying = Thing("comfort", UUID(send(memorial, **arrival, now=now).handle))
    page = Thing("memorial", memorial.pk)
    waiting, told = (reported(one, words="It names my sister.", now=now) for one in (page, worrying))
    decision = decided(moderator, told, facts="It names somebody who did not ask for it.", now=now)
    again = decided(moderator, reported(worrying, now=now), now=now)
    appeal = actions.appeal(decision, words="She knows of it, and is glad.", now=now)
    case = actions.open_case(worrying, Crisis.HIGH, now=now)
    actions.leave_note(lead, "Two of them are about the same page.", now=now)
    assert case
    return names_parts(lead) | {
        "thing": handle_of(page.kind, page.id),
        "receipt": handle_of(RECEIPT, waiting.pk),
        "receipt_decided": handle_of(RECEIPT, told.pk),
        "notice": handle_of(NOTICE, again.pk),
        "notice_objected": handle_of(NOTICE, decision.pk),
        "appeal_id": str(appeal.pk),
        "case_id": str(case.pk),
        "year": str(now.year),
        "once_worrying": arrival["once"],
    }


def names_parts(lead: Any) -> dict[str, str]:
    """What two who lead ask about who wrote a story: one waits for the deputy, one for the lead, one was agreed to."""
    from snowdrop.ground import clock
    from snowdrop.safeguarding import actions
    from snowdrop.safeguarding.queries_of_names import NOTICE
    from snowdrop.safeguarding.things import Thing, handle_of
    from snowdrop.safeguarding.vocabulary_of_names import Ground
    from snowdrop.safeguarding.vocabulary_of_staff import Role
    from tests.world.cast import a_person
    from tests.world.safety import a_trusted
    from tests.world.telling import a_story

    deputy, author, now = a_trusted("Ilan", Role.DEPUTY), a_person("Wren"), clock.now()
    told = a_story(author, "We kept the small hat. It lies in the drawer.", step="pen-name", called="Heron", now=now)
    thing = Thing("story", told.pk)
    why = "Somebody answers under this name in three groups, and asks people for money."
    given = {"ground": Ground.HARM, "reason": why, "tell_on": None, "now": now}
    mine, theirs, agreed = (actions.ask_who_wrote(who, thing, **given) for who in (lead, deputy, lead))
    actions.answer_unmasking(deputy, agreed, agrees=True, answer="I have read all three.", now=now)
    actions.tell_who_wrote(agreed, now=now)
    return {
        "thing_told": handle_of(thing.kind, thing.id),
        "name_asked_id": str(mine.pk),
        "name_to_answer_id": str(theirs.pk),
        "name_agreed_id": str(agreed.pk),
        "notice_of_name": handle_of(NOTICE, agreed.pk),
    }
