"""Run beside a server on its data: adds to the demo story what its screens need, and prints the parts of addresses."""

from __future__ import annotations

import io
import json
import os
import time
from typing import Any

import django

from tests.journeys.serving import PATIENCE


def main() -> None:
    """Prints one JSON object: the parts of addresses of the public memorial, and the secrets that only a sender has."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
    django.setup()
    print(json.dumps(parts()))


def parts() -> dict[str, str]:
    """One value for each part of an address, of the memorial that everybody may see."""
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import Helper, Memorial
    from snowdrop.memorials.vocabulary import Purpose
    from snowdrop.people.viewer import Viewer
    from snowdrop.tributes.models import Letter, Photo
    from tests.journeys.groups_to_see import group_parts
    from tests.journeys.strangers_to_see import safety_parts, stories_parts
    from tests.world.guests import fields, send

    memorial = Memorial.objects.filter(publication__audience="everybody").earliest("id")  # that of the demo story
    keeper = Viewer(memorial.keepers.get().person_id)
    link = actions.make_private_link(keeper, memorial, name="Our neighbours", now=clock.now())
    invitation, secret = actions.invite(keeper, memorial, purpose=Purpose.HELPER, name="Hanneke", now=clock.now())
    people = _people(keeper, memorial) | _clips(keeper, memorial)
    people |= _kept_out_and_asking(keeper, memorial) | _days(keeper, memorial)
    people |= _quiet() | _box(keeper, memorial) | _said(keeper, memorial) | _our_days(keeper, memorial)
    people |= stories_parts(keeper) | safety_parts(memorial)
    people |= _at_the_desk(keeper, memorial) | _thanks(keeper, memorial) | _desks()
    arrival = dict(fields(words="At the weir I thought of you, and of Wren.", name="Tomás", relation="from the choir"))
    send(memorial, **arrival, now=clock.now())
    first: Any = {place: memorial.comforts.filter(place=place).first() for place in ("held", "opened", "kept")}
    return (
        people
        | group_parts()
        | {
            "slug": memorial.slug,
            "remembered_id": str(memorial.remembereds.first().id),
            "helper_id": str(Helper.objects.get(memorial=memorial).id),
            "link_id": str(link.id),
            "invitation_id": str(invitation.id),
            "secret": secret,
            "letter_id": str(Letter.objects.filter(memorial=memorial).first().id),
            "photo_id": str(Photo.objects.filter(memorial=memorial).first().id),
            "once": arrival["once"],
            "held": first["held"].handle,
            "handle": first["kept"].handle,
        }
    )


def _at_the_desk(keeper: Any, memorial: Any) -> dict[str, str]:
    """Pieces that were set aside in every way, one whose sender is asked to change it, and a hand-over note."""
    from snowdrop.comfort import actions as comfort
    from snowdrop.comfort.vocabulary import Asked
    from snowdrop.ground import clock
    from snowdrop.memorials.models import Helper
    from snowdrop.people.viewer import Viewer
    from tests.world.guests import fields, send

    helper = Viewer(Helper.objects.get(memorial=memorial).person_id)
    later, away = (
        send(memorial, words=words, now=clock.now())
        for words in ("We have not met. I wish you a quiet week.", "Buy now.")
    )
    comfort.keep_for_later(keeper, later, now=clock.now())
    comfort.keep_away(keeper, away, now=clock.now())
    asked = dict(fields(words="You should rest more, and see a doctor. www.example.org", name="Pat"))
    given = {"sentences": [Asked.ADVICE, Asked.LINKS], "words": "She would be glad of her name.", "now": clock.now()}
    comfort.ask_sender(helper, send(memorial, **asked, now=clock.now()), **given)
    comfort.leave_note(helper, memorial, words="Some of them are from the school.", now=clock.now())
    cruel = send(memorial, words="You brought this on yourself.", name="A stranger", language="en", now=clock.now())
    comfort.look_at([cruel], now=clock.now())
    return {"once_asked": asked["once"], "sealed": away.handle, "guarded": cruel.handle}


def _desks() -> dict[str, str]:
    """Desks with nothing on them: a helper rests, another has passed a piece on, and the other piece is being read."""
    from snowdrop.comfort import actions as comfort
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.people.models import Person
    from snowdrop.people.viewer import Viewer
    from tests.world.cast import a_person, let_help
    from tests.world.guests import send

    now, keeper = clock.now(), a_person("Jun")
    memorial = actions.open_memorial(keeper, title="For Sora", now=now)
    helper, resting = (Viewer(Person.objects.get(email=one).id) for one in ("ruth@example.org", "ana@example.org"))
    for one in (helper, resting):
        let_help(keeper, memorial, one, now=now)
    actions.rest(resting, memorial, now=now)
    read, passed_on = (send(memorial, words="I think of you every day.", now=now) for _ in range(2))
    comfort.claim(keeper, read, now=now)
    comfort.claim(helper, passed_on, now=now)
    comfort.pass_on(helper, passed_on, now=now)
    return {"desk_slug": memorial.slug, "read_by_another": read.handle}


def _thanks(keeper: Any, memorial: Any) -> dict[str, str]:
    """A thanks that was begun, and one that was sent and has reached somebody; what is stopped, and not confirmed."""
    from snowdrop.comfort import actions as comfort
    from snowdrop.comfort.queries_of_thanks import secret_of
    from snowdrop.ground import clock
    from snowdrop.notices.models import Listener
    from snowdrop.notices.tokens import token_of, token_of_listener
    from snowdrop.people.marks import address_mark
    from tests.world.guests import fields, send

    now, once = clock.now(), dict(fields())["once"]
    thanked = send(memorial, once=once, name="Ruth", kind="candle", words="", now=now)
    comfort.let_through(keeper, thanked, now=now)
    words = "We have read every word, some of them many times.\nThank you for not looking away."
    said, begun = comfort.Said(words, "forget-me-not", on_page=True), comfort.Said("Thank you.", "", on_page=False)
    sent = comfort.write_thanks(keeper, memorial, said=said, to=comfort.For("all"), now=now)
    draft = comfort.write_thanks(keeper, memorial, said=begun, to=comfort.For("kinds", kinds=["prayer"]), now=now)
    _given_with_thanks(keeper, sent, draft)
    comfort.send_thanks(keeper, sent, now=now)
    comfort.reach_everybody(sent.id, now=now)
    address = "kit@example.org"
    listener = Listener(memorial_id=memorial.id, address=address, mark=address_mark(address), asked_at=now)
    listener.save(force_insert=True)
    return {
        "thanks_id": str(draft.id),
        "sent_thanks_id": str(sent.id),
        "thanks_secret": secret_of(sent.thanked.get(comfort=thanked)),
        "answered": once,
        "follow_token": token_of_listener(listener.id),
        "stop_token": token_of(address_mark("ruth@example.org"), "thanks"),
    }


def _given_with_thanks(keeper: Any, sent: Any, draft: Any) -> None:
    """A voice goes with one that is sent, a photograph with one that is begun."""
    from snowdrop.comfort import actions as comfort
    from snowdrop.ground import clock
    from snowdrop.media.actions import develop_picture
    from snowdrop.media.actions_of_recordings import develop_recording
    from tests.world import photographs, recordings

    now = clock.now()
    voice = io.BytesIO(recordings.a_voice("m4a", seconds=3))
    spoken = comfort.give_voice(keeper, sent, upload=voice, name="voice note.m4a", now=now)
    develop_recording(spoken.recording_id, now)
    comfort.describe_given(keeper, sent, alt="Thank you. We hear you.", now=now)
    photo = io.BytesIO(photographs.a_photograph(size=(900, 600)))
    develop_picture(comfort.give_picture(keeper, draft, upload=photo, name="by the weir.jpg", now=now).picture_id, now)


def _clips(keeper: Any, memorial: Any) -> dict[str, str]:
    """A video that is ready and has captions, and one that is being prepared for long."""
    from snowdrop.ground import clock
    from snowdrop.media.actions_of_recordings import develop_recording
    from snowdrop.tributes.actions_of_clips import add_clip, caption_clip, describe_clip
    from tests.world import recordings

    now, given = clock.now(), {"audience": "keepers", "now": clock.now()}
    upload = io.BytesIO(recordings.a_video(seconds=2))
    ready = add_clip(keeper, memorial, upload=upload, name="by the weir.mp4", **given)
    develop_recording(ready.recording_id, now)
    describe_clip(keeper, ready, words="Her father sings to her", alt="A man hums, near the window.", now=now)
    words = "WEBVTT\n\n00:00.200 --> 00:01.500\nSleep well, little one.\n"
    caption_clip(keeper, ready, language="en", words=words, now=now)
    upload = io.BytesIO(recordings.a_video(seed=1))  # another: the same file sent again would be the same clip
    other = add_clip(keeper, memorial, upload=upload, name="the whole evening.mp4", **given)
    _prepared_for_long(other.recording_id)
    return {"clip_id": str(ready.id), "other_clip_id": str(other.id)}


def _prepared_for_long(recording_id: Any) -> None:
    """As it stands while it is made ready, and it stays so: a video that takes so long would keep the machine busy."""
    from snowdrop.media.models import Preparation, Recording
    from snowdrop.media.vocabulary import PictureState

    until = time.monotonic() + PATIENCE
    while not (made := Recording.objects.filter(pk=recording_id, state=PictureState.READY)).exists():
        assert time.monotonic() < until, "The worker makes no video ready."
        time.sleep(0.1)
    made.update(state=PictureState.PREPARING)
    made = Recording.objects.get(pk=recording_id)
    Preparation.objects.update_or_create(recording=made, memorial_id=made.memorial_id, defaults={"share": 0.4})


def _days(keeper: Any, memorial: Any) -> dict[str, str]:
    """A letter that is to be shown on a day, one that was to be and was not, and a page that is to be opened."""
    from datetime import timedelta

    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import Memorial, Plan
    from snowdrop.people.viewer import Viewer
    from snowdrop.tributes.actions import write_letter
    from snowdrop.tributes.actions_of_plans import plan_showing

    now, letters = clock.now(), []
    when = {"to": "everybody", "at": now + timedelta(days=120), "zone": "Europe/Lisbon", "now": now}
    for dedication in ("For your second birthday", "For the day on which you would have started school"):
        said = {"dedication": dedication, "words": "We will go to the weir, as we do.", "audience": "keepers"}
        letters.append(write_letter(keeper, memorial, **said, now=now))
        plan_showing(keeper, letters[-1], **when)
    said = {
        "words": "We will go to the weir, all of us.\n\nYour brother wants to come too.",
        "letter_id": letters[0].id,
    }
    write_letter(keeper, memorial, dedication="For your second birthday", **said, now=now)
    Plan.objects.filter(thing_id=letters[-1].id).update(missed="frozen", missed_at=now)
    other = Memorial.objects.filter(publication=None).earliest("id")
    actions.plan_publication(Viewer(other.keepers.get().person_id), other, **{**when, "to": "link"})
    version = letters[0].versions.get()
    return {
        "version_id": str(version.id),
        "planned_id": str(letters[0].id),
        "missed_id": str(letters[1].id),
        "other_slug": other.slug,
    }


def _said(keeper: Any, memorial: Any) -> dict[str, str]:
    """What the helper has said for the family, asks a yes to, and has only begun."""
    from uuid import uuid4

    from snowdrop.audiences.table import Shown
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import Helper
    from snowdrop.people.viewer import Viewer
    from snowdrop.tributes import actions_of_speaking as speaking

    now, helper = clock.now(), Helper.objects.get(memorial=memorial)
    voice, said = Viewer(helper.person_id), {"name": "Ruth", "language": "en", "audience": "everybody", "now": now}
    actions.say_how_far(keeper, memorial, helper, up_to=Shown("everybody"), waits=False, now=now)
    out, asked, begun = uuid4(), uuid4(), uuid4()
    words = "Ines and Tomás thank you for all that you have sent.\n\nThey read it slowly, and some of it twice."
    speaking.say(voice, memorial, spoken_id=out, title="A word of thanks", words=words, **said)
    actions.say_how_far(keeper, memorial, helper, up_to=Shown("everybody"), waits=True, now=now)
    words = "On Sunday there is soup at the school. Whoever wants to may come."
    speaking.say(voice, memorial, spoken_id=asked, title="", words=words, **said)
    draft = {"title": "", "words": "What shall I say about", "language": "en", "name": "Ruth"}
    speaking.keep_while_speaking(voice, memorial, spoken_id=begun, pen="", **draft, now=now)
    return {"said_id": str(out), "asked_id": str(asked), "begun_id": str(begun)}


def _our_days(keeper: Any, memorial: Any) -> dict[str, str]:
    """Two days that matter, and one that was taken away."""
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.vocabulary_of_days import When

    now = clock.now()
    days = (
        ("The day at the weir", When(7, 2, 2021)),
        ("The month in which we moved", When(3)),
        ("The play", When(5, 1)),
    )
    weir, _moved, play = (actions.put_in_day(keeper, memorial, name=name, when=when, now=now) for name, when in days)
    actions.take_away_day(keeper, play, now=now)
    return {"day_id": str(weir.id), "gone_day_id": str(play.id)}


def _people(keeper: Any, memorial: Any) -> dict[str, str]:
    """Two circles, somebody in one of them, somebody who waits, and invitations of every kind."""
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.vocabulary import Purpose
    from snowdrop.people.models import Person
    from snowdrop.people.viewer import Viewer
    from tests.world.cast import a_person, let_into_circle

    now, lena = clock.now(), Viewer(Person.objects.get(email="lena@example.org").id)
    family, work = (actions.make_circle(keeper, memorial, name=name, now=now) for name in ("Family", "Work"))
    actions.allow_helpers(keeper, memorial, family, allowed=True, now=now)
    member = let_into_circle(keeper, family, a_person("Ana"), now=now)
    _, waiting = actions.invite(keeper, memorial, purpose=Purpose.CIRCLE, circle=family, name="Aunt Lena", now=now)
    accepted = actions.accept_invitation(lena, secret=waiting, now=now)
    _, by_hand = actions.invite(keeper, memorial, purpose=Purpose.CIRCLE, circle=work, name="Tomás", now=now)
    mailed = {"purpose": Purpose.CIRCLE, "circle": work, "name": "Petra", "address": "petra@example.org"}
    return {
        "circle_id": str(family.id),
        "other_circle_id": str(work.id),
        "member_id": str(member.id),
        "person_id": str(member.person_id),
        "waiting_id": str(accepted.id),
        "waiting_secret": waiting,
        "circle_secret": by_hand,
        "mailed_secret": actions.invite(keeper, memorial, **mailed, now=now)[1],
    }


def _kept_out_and_asking(keeper: Any, memorial: Any) -> dict[str, str]:
    """Somebody who is kept out, somebody who has asked to see, and a successor."""
    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import RequestToSee
    from snowdrop.people.marks import address_mark

    now = clock.now()
    actions.keep_out(keeper, memorial, addresses=["somebody@example.org"], now=now)
    # A page that everybody may see is not asked for: the request is from before it was opened.
    request = RequestToSee(memorial=memorial, address_mark=address_mark("lou@example.org"), asked_at=now)
    request.name, request.address, request.words = "Lou", "lou@example.org", "We sang together. I would like to see it."
    request.save(force_insert=True)
    successor = actions.name_successor(keeper, memorial, name="Hanneke", now=now)
    return {
        "block_id": str(memorial.blocks.first().id),
        "request_id": str(request.id),
        "succession_secret": successor.secret,
    }


def _box(keeper: Any, memorial: Any) -> dict[str, str]:
    """A box whose day has come, and a circle that is called family."""
    from snowdrop.comfort.actions import make_box
    from snowdrop.ground import clock
    from snowdrop.memorials.actions import call_family

    now = clock.now()
    call_family(keeper, memorial, memorial.circles.order_by("made_at")[0], is_family=True, now=now)
    return {"box_id": str(make_box(keeper, memorial, name="When we are home", opens_on=now.date(), now=now).id)}


def _quiet() -> dict[str, str]:
    """Somebody's own memorial, in which it is quiet, and something that was sent there."""
    from datetime import timedelta

    from snowdrop.ground import clock
    from snowdrop.memorials import actions
    from snowdrop.memorials.models import Memorial
    from snowdrop.people.models import Person
    from snowdrop.people.viewer import Viewer
    from tests.world.guests import fields, send

    now, person = clock.now(), Person.objects.get(email="lena@example.org")
    memorial = Memorial.objects.kept_by(Viewer(person.id)).get()
    words = "We are having a quiet month. Everything that you send is kept, and we thank you for it already now."
    day = (now + timedelta(days=40)).date()
    actions.publish_memorial(Viewer(person.id), memorial, to="link", now=now)
    actions.begin_quiet(Viewer(person.id), memorial, for_all=True, until=day, words=words, now=now)
    actions.choose_first_reading(Viewer(person.id), memorial, "flagged", now=now)
    arrival = dict(fields(kind="candle", words=""))
    send(memorial, **arrival, now=now)
    return {"quiet_slug": memorial.slug, "quiet_once": arrival["once"]}


if __name__ == "__main__":
    main()
