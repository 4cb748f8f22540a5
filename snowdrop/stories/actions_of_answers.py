"""What readers give back to a story, softly or in words, and what is done with words before its author meets them."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.screening import screen
from snowdrop.stories.acting import write
from snowdrop.stories.models import FirstReader, SoftAnswer, Story, Telling, WordsBack
from snowdrop.stories.queries_of_reading import words_to_read
from snowdrop.stories.rules import is_author
from snowdrop.stories.shelf import mark_of
from snowdrop.stories.vocabulary_of_telling import Place, Reader, Soft


def once_mark(once: str) -> bytes:
    """The mark of a form, by which its answer is known again."""
    return mark_of("once", once.encode())


@transaction.atomic
def answer_softly(viewer: Viewer, telling: Telling, *, kind: Soft, once: str, now: datetime) -> None:
    """Gives a soft answer; sent twice by one form it is there once. Raises NotAllowed if it is not welcome."""
    require(kind in telling.soft and Telling.objects.visible_to(viewer).filter(pk=telling.pk).exists())
    _, is_new = SoftAnswer.objects.get_or_create(once=once_mark(once), defaults={"story_id": telling.pk, "kind": kind})
    if is_new:
        write("story.answered", telling.pk, now)


def send_words(
    viewer: Viewer, telling: Telling, *, words: str, name: str, once: str, language: str, now: datetime
) -> None:
    """Sends words to the author of a story: screened, then held for whoever reads first, unless the author reads.

    Sent twice by one form they are there once. Raises NotAllowed if words are not welcome.
    """
    require(telling.words_welcome and Telling.objects.visible_to(viewer).filter(pk=telling.pk).exists())
    found = screen(words, language=language, name=name)
    reads_alone = FirstReader.objects.filter(story_id=telling.pk, reader=Reader.SELF).exists()
    row = WordsBack(
        story_id=telling.pk,
        words=words,
        name=name,
        lane=found.lane,
        reasons=[reason.key for reason in found.reasons],
        place=Place.THROUGH if reads_alone else Place.HELD,
        once=once_mark(once),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            write("story.words_sent", telling.pk, now)
    except IntegrityError:
        require(WordsBack.objects.filter(once=row.once).exists())


@transaction.atomic
def take_back_answer(*, once: str, now: datetime) -> None:
    """Takes back what was sent by this form, a soft answer or words, whoever has read it. Twice is fine."""
    for kind in (SoftAnswer, WordsBack):
        for answer in kind.objects.filter(once=once_mark(once)):
            write("story.answer_taken_back", answer.story_id, now)
            answer.delete()


@transaction.atomic
def let_words_through(viewer: Viewer, answer: WordsBack, *, secret: str = "", through: bool, now: datetime) -> None:
    """Lets words through to the author, or keeps them away. Raises NotAllowed for whoever does not read them first."""
    held = words_to_read(viewer, secret=secret).select_for_update(of=("self",)).filter(pk=answer.pk).first()
    require(held is not None)
    assert held
    held.place = Place.THROUGH if through else Place.AWAY
    held.save(update_fields=["place"])
    write(f"story.words_{held.place}", held.story_id, now, by=viewer.person_id)


@transaction.atomic
def put_words_away(viewer: Viewer, answer: WordsBack, *, now: datetime) -> None:
    """Takes words out of the author's sight, for good. Raises NotAllowed."""
    require(is_author(viewer, Story.objects.get(pk=answer.story_id)))
    WordsBack.objects.filter(pk=answer.pk, place=Place.THROUGH).delete()
    write("story.words_put_away", answer.story_id, now)
