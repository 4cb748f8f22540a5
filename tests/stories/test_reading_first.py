"""What waits for a person: stories that the screens send there, and words that answer one. No path without a rule."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.safeguarding import screening
from snowdrop.stories import actions, actions_of_answers, actions_of_reading, queries_of_reading
from snowdrop.stories.models import FirstReader, Passed, SoftAnswer, Story, Telling, Wait, WordsBack
from snowdrop.stories.rules import must_wait
from snowdrop.stories.vocabulary_of_telling import Place, Soft
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.safety import a_trusted
from tests.world.telling import WORDS, a_story, said, shown_to

SELLS = "Buy my healing stones at www.stones-for-grief.example, ten euros each, order today."
DANGER = "I do not want to live any more. I have the pills here and I will take them tonight."
TEXTS = (WORDS, SELLS, DANGER, "It was a Tuesday. I remember the light.")


@pytest.fixture
def reader(db: None) -> Viewer:
    return a_trusted("Ruth")


@pytest.mark.django_db
@pytest.mark.parametrize("words", [SELLS, DANGER])
def test_what_the_screens_send_to_a_person_is_seen_by_its_author_alone(reader: Viewer, words: str) -> None:
    author = a_person("Ines")
    told = a_story(author, words)

    assert shown_to(NOBODY_KNOWN, told.pk) is None and shown_to(a_person("Tom"), told.pk) is None
    assert shown_to(author, told.pk)
    assert Client().get(f"/stories/{told.pk}/").status_code == 404
    actions_of_reading.let_story_through(reader, told, now=NOON)
    assert shown_to(NOBODY_KNOWN, told.pk)


@pytest.mark.django_db
def test_what_others_said_to_an_author_holds_no_story() -> None:
    told = a_story(a_person("Ines"), "It was eleven weeks, and nobody knew. So nobody asked, and we went to work.")

    assert shown_to(NOBODY_KNOWN, told.pk)


@pytest.mark.django_db
def test_somebody_who_may_be_in_danger_is_shown_ways_to_help_after_the_words_are_kept() -> None:
    author = a_person("Ines")
    told = a_story(author, DANGER)

    page = browser_of(author).get(f"/stories/yours/{told.pk}/").content.decode()

    assert "Your words are safe with us" in page and "/help/" in page


@pytest.mark.django_db
def test_other_words_than_those_that_were_read_wait_again(reader: Viewer) -> None:
    author = a_person("Ines")
    told = a_story(author, SELLS)
    actions_of_reading.let_story_through(reader, told, now=NOON)
    story = Story.objects.get(pk=told.pk)
    actions.take_back(author, story, now=NOON)
    actions.put_back(author, Story.objects.get(pk=told.pk), now=NOON)
    assert shown_to(NOBODY_KNOWN, told.pk), "the words that were read are let back"

    actions.write_story(author, story_id=story.pk, said=said(SELLS + " And more."), pen=story.pen, now=NOON)
    actions.tell(author, Story.objects.get(pk=told.pk), now=NOON)
    assert shown_to(NOBODY_KNOWN, told.pk) is None


@pytest.mark.django_db
def test_a_name_that_carries_an_address_waits_with_its_story() -> None:
    author = a_person("Ines")
    told = a_story(author)
    actions.move(author, Story.objects.get(pk=told.pk), step="pen-name", called="call 0171 5550 1234", now=NOON)  # type: ignore[arg-type]

    assert shown_to(NOBODY_KNOWN, told.pk) is None


@pytest.mark.django_db
def test_a_screen_that_fails_lets_nothing_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(asked: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(screening, "RULES", (broken,))

    assert shown_to(NOBODY_KNOWN, a_story(a_person("Ines")).pk) is None


@pytest.mark.django_db
def test_the_end_of_a_long_story_is_screened_too() -> None:
    told = a_story(a_person("Ines"), f"{WORDS}\n\n" * 400 + SELLS)

    assert shown_to(NOBODY_KNOWN, told.pk) is None
    assert shown_to(NOBODY_KNOWN, a_story(a_person("Ana"), f"{WORDS}\n\n" * 400).pk), (
        "length alone is no reason to wait"
    )


@pytest.mark.django_db
def test_a_story_that_is_not_shown_says_why_to_its_author_and_to_nobody_else(reader: Viewer) -> None:
    author = a_person("Ines")
    told = a_story(author, SELLS)
    actions_of_reading.do_not_show(reader, told, why="It sells something.", now=NOON)

    assert "It sells something." in browser_of(author).get(f"/stories/yours/{told.pk}/").content.decode()
    assert shown_to(author, told.pk) is None
    assert Story.objects.of(author).get().said["words"] == SELLS


@pytest.mark.django_db
def test_nobody_else_reads_first_or_decides() -> None:
    told = a_story(a_person("Ines"), SELLS)
    for viewer in (NOBODY_KNOWN, a_person("Tom")):
        with pytest.raises(NotAllowed):
            actions_of_reading.let_story_through(viewer, told, now=NOON)
        with pytest.raises(NotAllowed):
            actions_of_reading.do_not_show(viewer, told, why="…", now=NOON)
    assert browser_of(a_person("Kit")).get("/stories/reading/").status_code == 404


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("write and tell"), st.sampled_from(TEXTS)),
        st.tuples(st.sampled_from(["take back", "put back", "let through", "do not show"]), st.just("")),
        st.tuples(st.just("move"), st.sampled_from(["Heron", "call 0171 5550 1234"])),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.django_db
@settings(max_examples=25)
@given(ACTS)
def test_no_path_leads_to_visible_without_a_rule_or_a_person(acts: list) -> None:
    """T31: what strangers see is green to the screens, or was read as it stands by somebody with a name."""
    from uuid import uuid4

    author, reader = a_person(f"Ines-{uuid4()}"), a_trusted(f"Ruth-{uuid4()}")
    story = Story.objects.get(pk=a_story(author).pk)
    for act, given_ in acts:
        story.refresh_from_db()
        story = Story.objects.get(pk=story.pk)
        told = Telling.objects.filter(pk=story.pk).first()
        if act == "write and tell":
            story = actions.write_story(author, story_id=story.pk, said={"words": given_}, pen=story.pen, now=NOON)
            actions.tell(author, story, now=NOON)
        elif act == "take back":
            actions.take_back(author, story, now=NOON)
        elif act == "put back":
            actions.put_back(author, story, now=NOON)
        elif act == "move":
            actions.move(author, story, step="pen-name", called=given_, now=NOON)  # type: ignore[arg-type]
        elif told and Wait.objects.filter(pk=told.pk).exists():
            if act == "let through":
                actions_of_reading.let_story_through(reader, told, now=NOON)
            else:
                actions_of_reading.do_not_show(reader, told, why="…", now=NOON)
        seen = shown_to(NOBODY_KNOWN, story.pk)
        if seen:
            found = screening.screen(seen.words, language="en", name=seen.called)
            was_read = Passed.objects.filter(story=story, by=reader.person_id).exists()
            assert not must_wait(found) or was_read


def words_of(telling: Telling, words: str = "Thank you.", once: str = "a" * 32) -> WordsBack:
    sent = {"words": words, "name": "", "once": once, "language": "en"}
    actions_of_answers.send_words(NOBODY_KNOWN, telling, **sent, now=NOON)
    return WordsBack.objects.get(once=actions_of_answers.once_mark(once))


@pytest.mark.django_db
def test_words_reach_the_author_after_somebody_has_read_them(reader: Viewer) -> None:
    author = a_person("Ines")
    told = a_story(author, words_welcome=True)
    words = words_of(told, "I read it at night. Canary-words.")
    own = browser_of(author)
    assert "Canary-words" not in own.get(f"/stories/yours/{told.pk}/answers/").content.decode()

    actions_of_answers.let_words_through(reader, words, through=True, now=NOON)

    assert "Canary-words" in own.get(f"/stories/yours/{told.pk}/answers/").content.decode()
    assert "Canary-words" not in browser_of(a_person("Tom")).get(f"/stories/{told.pk}/").content.decode()


@pytest.mark.django_db
def test_an_author_who_reads_alone_said_so_and_what_may_hurt_stays_folded() -> None:
    told = a_story(a_person("Ines"), words_welcome=True, reader="self")
    assert words_of(told).place == Place.THROUGH

    other = a_story(a_person("Ana"), words_welcome=True)
    assert words_of(other, once="b" * 32).place == Place.HELD


@pytest.mark.django_db
def test_somebody_trusted_reads_by_a_private_address_that_says_nothing_of_the_author() -> None:
    author = a_person("Ines")
    told, other = a_story(author, words_welcome=True, reader="trusted"), a_story(author, words_welcome=True)
    words_of(told, "For this story."), words_of(other, "For another.", once="b" * 32)
    secret = FirstReader.objects.get(pk=told.pk).secret_for_author
    browser = Client()

    page = browser.get(f"/stories/reading/{secret}/").content.decode()
    assert "For this story." in page and "For another." not in page and "Ines" not in page and "ines@" not in page
    held = queries_of_reading.words_to_read(NOBODY_KNOWN, secret=secret).get()
    assert browser.post(f"/stories/reading/{secret}/", {"words": str(held.pk), "through": "yes"}).status_code == 302
    assert WordsBack.objects.get(pk=held.pk).place == Place.THROUGH
    assert browser.get("/stories/reading/AAAAAAAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


@pytest.mark.django_db
def test_words_are_not_taken_where_they_are_not_welcome() -> None:
    told = a_story(a_person("Ines"))
    with pytest.raises(NotAllowed):
        words_of(told)
    assert Client().get(f"/stories/{told.pk}/words/").status_code == 404


@pytest.mark.django_db
def test_a_soft_answer_comes_once_is_counted_nowhere_and_can_be_taken_back() -> None:
    author = a_person("Ines")
    told = a_story(author, soft=["me-too"])
    browser, own = Client(), browser_of(author)
    for _ in range(3):
        answer = browser.post(f"/stories/{told.pk}/answers/", {"kind": "me-too", "once": "c" * 32})
        assert answer.status_code == 302
    assert SoftAnswer.objects.count() == 1
    for number in range(3):
        actions_of_answers.answer_softly(NOBODY_KNOWN, told, kind=Soft.ME_TOO, once=f"{number}", now=NOON)

    asked = own.get(f"/stories/yours/{told.pk}/answers/").content.decode()
    assert asked.count("Me too") == 1
    assert "Me too" not in own.get(f"/stories/yours/{told.pk}/").content.decode(), "only for who asks"
    assert browser.post(f"/stories/{told.pk}/answers/", {"kind": "thank-you", "once": "d" * 32}).status_code == 404
    browser.post(f"/stories/{told.pk}/answers/{'c' * 32}/removal/")
    assert SoftAnswer.objects.count() == 3


@pytest.mark.django_db
def test_answers_without_end_are_slowed_down() -> None:
    told = a_story(a_person("Ines"))
    statuses = {
        Client().post(f"/stories/{told.pk}/answers/", {"kind": "me-too", "once": f"{number:032x}"}).status_code
        for number in range(70)
    }

    assert statuses == {302, 429}
    assert SoftAnswer.objects.count() <= 60
