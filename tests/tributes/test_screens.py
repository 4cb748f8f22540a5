"""The family's screens: what they say, what they keep while somebody writes, and that nobody else finds them."""

from __future__ import annotations

import io
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from snowdrop.media.actions import develop_picture
from snowdrop.media.vocabulary import Format
from snowdrop.memorials.actions import open_memorial, take_back_memorial
from snowdrop.memorials.vocabulary import LONGEST_LETTER
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, PageCover, Photo
from tests.tributes.conftest import Share, a_small_file
from tests.world import photographs
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db

SCRIPTS = "Liebe Ilse · عزيزتي إلزه · 親愛なる · प्रिय · Милая · 👩‍👩‍👧 🌸 · Ŵyn · \u202bעברית\u202c"
BY_SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def family(cast: Cast) -> Client:
    return browser_of(cast.keeper)


def at(cast: Cast, name: str, *more: object) -> str:
    return reverse(name, args=[cast.memorial.slug, *more])


def text_of(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())


def opened(family: Client, address: str) -> dict[str, Any]:
    """The fields of the form at an address, as a browser would send them back: lists to tick only as far as ticked."""
    form = family.get(address).context["form"]
    said = {field.html_name: "" if field.value() is None else field.value() for field in form}
    return {name: value if isinstance(value, list) else str(value) for name, value in said.items()}


def image(name: str = "IMG_0412.JPG", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, a_small_file() if content is None else content)


def test_only_keepers_find_the_familys_screens(cast: Cast, add: Share) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)
    photo = add(developed=False, audience="everybody")
    rooms = [
        *(at(cast, name) for name in ("tributes", "write_letter", "add_photos", "cover")),
        *(at(cast, name, letter.id) for name in ("letter", "take_away_letter", "let_go_of_unfinished")),
        *(at(cast, name, photo.id) for name in ("photo", "take_away_photo")),
    ]

    found = {
        name: {browser_of(viewer).get(room).status_code for room in rooms} for name, viewer in cast.everybody().items()
    }

    assert found == {"keeper": {200}, "helper": {404}, "stranger": {404}, "friend": {302}, "nobody": {302}}


def test_a_list_without_anything_says_that_there_is_no_hurry(cast: Cast, family: Client) -> None:
    page = text_of(family.get(at(cast, "tributes")))

    assert "Nothing is shared yet" in page
    assert "Write a letter" in page


def test_the_list_says_who_sees_each_thing_now_and_later(cast: Cast, family: Client) -> None:
    actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)
    assert "Who sees it: Everybody" in text_of(family.get(at(cast, "tributes")))

    take_back_memorial(cast.keeper, cast.memorial, now=NOON)

    page = text_of(family.get(at(cast, "tributes")))
    assert "Who sees it: For now only we" in page
    assert "Chosen for: Everybody" in page


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    cast: Cast, family: Client, add: Share, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for seed in range(6):
        add(seed=seed, developed=False)
        actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", now=NOON)

    with django_assert_max_num_queries(20):  # type: ignore[operator]
        family.get(at(cast, "tributes"), {"photos": "shown"})


def test_a_letter_is_written_changed_and_found_again(cast: Cast, family: Client) -> None:
    form = opened(family, at(cast, "write_letter"))
    written = {"dedication": "For Ilse 🌸", "words": SCRIPTS, "signed": "M.", "when": "in March", "language": "de"}

    answer = family.post(at(cast, "write_letter"), {**form, **written})

    assert answer.url == at(cast, "tributes")
    letter = Letter.objects.get()
    assert {name: getattr(letter, name) for name in written} == written
    assert letter.audience == "me"
    again = opened(family, at(cast, "letter", letter.id))
    assert {name: again[name] for name in written} == written
    family.post(at(cast, "letter", letter.id), {**again, "words": "Dear both", "audience": "link"})
    changed = Letter.objects.get()
    assert (changed.words, changed.audience, changed.dedication) == ("Dear both", "link", "For Ilse 🌸")


def test_a_letter_that_is_sent_twice_is_one_letter(cast: Cast, family: Client) -> None:
    form = {**opened(family, at(cast, "write_letter")), "words": "Dear Ilse"}

    for _ in range(2):
        assert family.post(at(cast, "write_letter"), form).status_code == 302

    assert Letter.objects.count() == 1


def test_a_letter_without_words_is_asked_about_and_nothing_is_lost(cast: Cast, family: Client) -> None:
    form = {**opened(family, at(cast, "write_letter")), "dedication": "For Ilse", "words": "  \r\n "}

    answer = family.post(at(cast, "write_letter"), form)

    assert answer.status_code == 200
    assert "There are no words yet." in text_of(answer)
    assert 'value="For Ilse"' in text_of(answer)
    assert not Letter.objects.exists()


def test_the_longest_letter_is_kept_and_a_longer_one_comes_back_whole(cast: Cast, family: Client) -> None:
    form = opened(family, at(cast, "write_letter"))
    longest, longer = "🌸" * LONGEST_LETTER, "ü" * (LONGEST_LETTER + 1)

    answer = family.post(at(cast, "write_letter"), {**form, "words": longer})

    assert answer.status_code == 200
    assert "All of it is still here" in text_of(answer)
    assert longer in text_of(answer)
    assert not Letter.objects.exists()
    family.post(at(cast, "write_letter"), {**form, "words": longest})
    assert Letter.objects.get().words == longest


def test_line_ends_become_one_kind_and_signs_that_no_page_can_hold_are_left_out(cast: Cast, family: Client) -> None:
    form = opened(family, at(cast, "write_letter"))

    family.post(at(cast, "write_letter"), {**form, "words": "Dear\r\nIlse,\r\rwe\x00 \x1bthink\tof you  \r\n"})

    assert Letter.objects.get().words == "Dear\nIlse,\n\nwe think\tof you"


def test_an_altered_form_is_answered_with_a_sentence(cast: Cast, family: Client) -> None:
    form = {**opened(family, at(cast, "write_letter")), "words": "Dear Ilse"}

    for altered in ({"letter_id": "7"}, {"pen": "' OR 1"}, {"audience": "the-world"}, {"language": "klingon"}):
        answer = family.post(at(cast, "write_letter"), {**form, **altered})

        assert answer.status_code == 200
        assert "This form could not be read." in text_of(answer)
        assert "Dear Ilse" in text_of(answer)
    assert not Letter.objects.exists()


def test_an_answer_that_is_missing_stands_as_it_was(cast: Cast, family: Client) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", signed="M.", audience="link", now=NOON)

    family.post(at(cast, "letter", letter.id), {"words": "Dear both"})

    kept = Letter.objects.get()
    assert (kept.words, kept.signed, kept.audience) == ("Dear both", "M.", "link")


def test_what_is_kept_while_writing_is_one_letter_and_its_page_is_named(cast: Cast, family: Client) -> None:
    form = opened(family, at(cast, "write_letter"))

    for words in ("D", "Dear", "Dear Ilse"):
        sent = {**form, "words": words, "audience": "everybody"}
        answer = family.post(at(cast, "write_letter"), sent, headers=BY_SCRIPT)

    letter = Letter.objects.get()
    assert answer.json() == {"address": at(cast, "letter", letter.id)}
    assert (letter.words, letter.audience) == ("Dear Ilse", "me")
    family.post(at(cast, "letter", letter.id), {**form, "words": "Dear Ilse, dear both", "audience": "everybody"})
    kept = Letter.objects.get()
    assert (kept.words, kept.audience) == ("Dear Ilse, dear both", "everybody")


def test_nothing_is_kept_of_a_page_on_which_nothing_is_written(cast: Cast, family: Client) -> None:
    form = opened(family, at(cast, "write_letter"))

    answer = family.post(at(cast, "write_letter"), form, headers=BY_SCRIPT)

    assert (answer.status_code, answer.json()) == (200, {})
    assert not Letter.objects.exists()


def test_words_kept_while_changing_a_shared_letter_are_not_shared_until_somebody_says_so(
    cast: Cast, family: Client
) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)
    form = opened(family, at(cast, "letter", letter.id))
    family.post(at(cast, "letter", letter.id), {**form, "words": "Half a sent"}, headers=BY_SCRIPT)
    assert Letter.objects.get().words == "Dear Ilse"

    again = opened(family, at(cast, "letter", letter.id))

    assert again["words"] == "Half a sent"
    assert "Others still see the letter as it was" in text_of(family.get(at(cast, "letter", letter.id)))
    assert "New words wait here" in text_of(family.get(at(cast, "tributes")))
    family.post(at(cast, "let_go_of_unfinished", letter.id))
    assert opened(family, at(cast, "letter", letter.id))["words"] == "Dear Ilse"


def test_a_letter_that_was_changed_in_another_window_is_not_overwritten(cast: Cast, family: Client) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", now=NOON)
    one, other = (opened(family, at(cast, "letter", letter.id)) for _ in range(2))
    family.post(at(cast, "letter", letter.id), {**one, "words": "From one"})

    kept = family.post(at(cast, "letter", letter.id), {**other, "words": "From the other"}, headers=BY_SCRIPT)
    answer = family.post(at(cast, "letter", letter.id), {**other, "words": "From the other"})

    assert kept.status_code == 409
    assert "changed in another window" in kept.json()["problem"]
    assert "changed in another window" in text_of(answer)
    assert "From the other" in text_of(answer)
    assert Letter.objects.get().words == "From one"
    form = answer.context["form"]
    family.post(at(cast, "letter", letter.id), {**form.data.dict(), "pen_before": form["pen_before"].value()})
    assert Letter.objects.get().words == "From the other"


def test_what_is_taken_away_can_be_brought_back_at_once_and_later(cast: Cast, family: Client, add: Share) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)
    photo = add(developed=False, words="Her hands")

    for noun, one in (("letter", letter), ("photo", photo)):
        assert "Take it away" in text_of(family.get(at(cast, f"take_away_{noun}", one.id)))
        answer = family.post(at(cast, f"take_away_{noun}", one.id))
        undo = at(cast, f"put_back_{noun}", one.id)
        assert [message.extra_tags for message in get_messages(answer.wsgi_request)] == [undo]
        assert "What you have taken away" in text_of(family.get(at(cast, "tributes")))
        assert "taken away" in text_of(family.get(at(cast, noun, one.id)))
        assert not type(one).objects.visible_to(cast.keeper).exists()
        assert family.post(undo).status_code == 302
        assert type(one).objects.visible_to(cast.keeper).exists()


def test_things_are_moved_on_the_page(cast: Cast, family: Client) -> None:
    first, last = (actions.write_letter(cast.keeper, cast.memorial, words=words, now=NOON) for words in ("one", "two"))

    answer = family.post(at(cast, "move_tribute", last.id), {"way": "earlier"})

    assert answer.url == f"{at(cast, 'tributes')}#{last.id}"
    assert [thing.id for thing in family.get(at(cast, "tributes")).context["page"].things] == [last.id, first.id]


def test_one_photo_leads_to_its_own_page_and_several_to_the_list(cast: Cast, family: Client) -> None:
    one = family.post(at(cast, "add_photos"), {"photos": [image()], "audience": "link"})
    several = [image("a.jpg", a_small_file(seed=1)), image("b.png", a_small_file(Format.PNG))]
    many = family.post(at(cast, "add_photos"), {"photos": several, "audience": "keepers"})

    assert one.url == at(cast, "photo", Photo.objects.order_by("place")[0].id)
    assert many.url == at(cast, "tributes")
    assert list(Photo.objects.order_by("place").values_list("audience", flat=True)) == ["link", "keepers", "keepers"]


def test_a_file_that_is_refused_is_named_and_does_not_take_the_others_along(cast: Cast, family: Client) -> None:
    files = [
        image("scan <b>.pdf", photographs.a_renamed_pdf()),
        image(),
        image("empty.jpg", b""),
        image("n" * 300 + " 🌸.jpg", photographs.a_gif()),
    ]

    answer = family.post(at(cast, "add_photos"), {"photos": files, "audience": "keepers"})

    assert answer.status_code == 200
    page = answer.content.decode()
    assert "scan &lt;b&gt;.pdf" in page
    assert "PDF document" in page
    assert "empty.jpg" in page
    assert "GIF" in page
    assert "The others have arrived safely." in page
    assert Photo.objects.count() == 1


def test_a_doubled_submit_adds_each_photo_once(cast: Cast, family: Client) -> None:
    for _ in range(2):
        family.post(at(cast, "add_photos"), {"photos": [image(), image("b.jpg", a_small_file(seed=1))]})

    assert Photo.objects.count() == 2


def test_no_file_chosen_is_said_and_nothing_happens(cast: Cast, family: Client) -> None:
    answer = family.post(at(cast, "add_photos"), {"audience": "keepers"})

    assert "No photo is chosen yet." in text_of(answer)
    assert not Photo.objects.exists()


def test_a_photos_page_says_that_it_is_prepared_then_shows_it_or_says_why_not(cast: Cast, family: Client) -> None:
    good, half = (
        actions.add_photo(cast.keeper, cast.memorial, upload=io.BytesIO(content), name="a.jpg", now=NOON)
        for content in (a_small_file(), photographs.a_truncated(Format.JPEG))
    )
    assert 'data-behaviour="refresh"' in text_of(family.get(at(cast, "photo", good.id)))
    assert "It has arrived safely and is being prepared" in text_of(family.get(at(cast, "tributes")))

    for photo in (good, half):
        develop_picture(photo.picture_id, NOON)

    ready, refused = (text_of(family.get(at(cast, "photo", photo.id))) for photo in (good, half))
    assert "Show the photo" in ready
    assert f"{at(cast, 'picture', good.id, 'small.webp')} 120w" in ready
    assert 'data-behaviour="refresh"' not in ready
    assert "a part of the file may be missing" in refused
    assert "Add another copy of it" in refused


def test_a_photo_is_described_and_can_be_shown_openly(cast: Cast, family: Client, add: Share) -> None:
    photo = add()
    said = {"words": "A photo of her hands", "alt": "Two hands", "caption": SCRIPTS, "cover": "", "audience": "link"}

    answer = family.post(at(cast, "photo", photo.id), said)

    assert answer.url == at(cast, "tributes")
    kept = Photo.objects.get()
    assert {name: getattr(kept, name) for name in said} == said
    shown = text_of(family.get(at(cast, "photo", photo.id)))
    assert '<details><summary><span class="covered-stage"' not in shown


def test_a_cover_that_is_no_flower_is_refused(cast: Cast, family: Client, add: Share) -> None:
    photo = add(developed=False)

    answer = family.post(at(cast, "photo", photo.id), {"cover": "<svg>", "words": "Her hands"})

    assert answer.status_code == 200
    assert (Photo.objects.get().cover, Photo.objects.get().words) == (cast.memorial.flower, "")


def test_the_cover_of_the_page_is_chosen_and_taken_back(cast: Cast, family: Client, add: Share) -> None:
    photo = add(words="The lake")
    page = text_of(family.get(at(cast, "cover")))
    assert "The lake" in page
    assert "<img" not in page
    assert "<img" in text_of(family.get(at(cast, "cover"), {"photos": "shown"}))

    family.post(at(cast, "cover"), {"photo": str(photo.id)})

    assert PageCover.objects.get().photo_id == photo.id
    family.post(at(cast, "cover"), {"photo": "drawn"})
    assert not PageCover.objects.exists()
    assert family.post(at(cast, "cover"), {"photo": str(uuid4())}).status_code == 200
    assert not PageCover.objects.exists()


def test_a_thing_of_another_memorial_is_not_found_below_this_one(cast: Cast, family: Client, add: Share) -> None:
    other = open_memorial(cast.keeper, now=NOON)
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", now=NOON)
    assert family.get(at(cast, "letter", letter.id)).status_code == 200

    assert family.get(reverse("letter", args=[other.slug, letter.id])).status_code == 404
    assert family.post(reverse("take_away_letter", args=[other.slug, letter.id])).status_code == 404
