"""Coming into a group and going out of it: asking, being let in or not, leaving, being taken out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.actions.arranging import enter
from snowdrop.support_groups.actions.telling import write
from snowdrop.support_groups.models import Claim, Group, Member, Post, Removal, Request, Rules, Topic
from snowdrop.support_groups.refusals import AlreadyDecided, AskedAlready, LastFacilitators, RulesChanged
from snowdrop.support_groups.vocabulary import FEWEST_FACILITATORS, REFUSED_DAYS, NotThisTime, Place, Why


@transaction.atomic
def ask_to_join(viewer: Viewer, group: Group, *, name: str, words: str, agreed_to: int, now: datetime) -> Request:
    """Asks to be let in, by a name for this group, agreeing to the version of its rules that was read.

    An answer that was not “yes” is replaced by the new asking. Raises NotAllowed, RulesChanged, AskedAlready.
    """
    require(rules.may_ask(viewer, group))
    agreed = _agreed(group, agreed_to)
    Request.objects.filter(group=group, person=viewer.person_id).exclude(answer="").delete()
    asked = Request(group=group, person_id=viewer.person_id, agreed_to=agreed, asked_at=now)
    asked.name, asked.words = name, words
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        raise AskedAlready from None
    write("support_group.asked", None, asked.pk, now)
    return asked


@transaction.atomic
def take_back_request(viewer: Viewer, group: Group, *, now: datetime) -> None:
    """Takes one's own request back, or lays its answer aside. Twice is fine. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    asked = rules.asks(viewer, group)
    if asked:
        Claim.objects.filter(subject_id=asked.pk).delete()
        write("support_group.request_taken_back", None, asked.pk, now)
        asked.delete()


@transaction.atomic
def let_in(viewer: Viewer, request: Request, *, now: datetime) -> Member:
    """Lets somebody in, under the name that they chose. Raises NotAllowed, AlreadyDecided."""
    require(rules.facilitates(viewer, request.group))
    Group.objects.hold(request.group_id)
    asking = Viewer(person_id=request.person_id)
    if not rules.may_ask(asking, request.group) or not Request.objects.filter(pk=request.pk, answer="").exists():
        raise AlreadyDecided
    member = enter(asking, request.group, name=request.name, now=now)
    Member.objects.filter(pk=member.pk).update(agreed_to=request.agreed_to_id)
    _done_with(request)
    Request.objects.filter(pk=request.pk).delete()
    write("support_group.let_in", _persona(viewer, request.group), member.pk, now)
    return member


@transaction.atomic
def not_this_time(viewer: Viewer, request: Request, *, answer: NotThisTime, now: datetime) -> None:
    """Does not let somebody in, with a kind sentence that they alone read. Raises NotAllowed, AlreadyDecided."""
    require(rules.facilitates(viewer, request.group))
    changed = Request.objects.filter(pk=request.pk, answer="").update(answer=answer, answered_at=now)
    if not changed:
        raise AlreadyDecided
    _done_with(request)
    write("support_group.not_let_in", _persona(viewer, request.group), request.pk, now)


@transaction.atomic
def leave_group(viewer: Viewer, group: Group, *, keeps_words: bool, now: datetime) -> None:
    """Leaves at once and silently. What they wrote stays under “somebody who has left”, or goes, as they choose.

    A topic that others have answered keeps its answers. Raises NotAllowed, and LastFacilitators.
    """
    member = rules.member_of(viewer, group)
    require(member is not None)
    assert member
    Group.objects.hold(group.pk)
    _require_enough_without(member)
    persona = member.persona
    if not keeps_words:
        _take_words_away(member)
    part(member)
    write("support_group.left", persona.pk, group.pk, now)


@transaction.atomic
def take_out(
    viewer: Viewer, member: Member, *, why: Why, words: str = "", for_good: bool = False, now: datetime
) -> Removal:
    """Takes a member out at once, with the reason that is owed to them; `for_good`: they cannot ask again.

    What they wrote stays under “somebody who has left”. Raises NotAllowed, also for a facilitator who is taken out.
    """
    group, by = member.group, _persona(viewer, member.group)
    require(by is not None and not hasattr(member, "facilitating"))
    assert by
    Group.objects.hold(group.pk)
    Removal.objects.filter(group=group, person=member.person_id).delete()
    removal = Removal(
        group=group, person_id=member.person_id, persona=member.persona, why=why, for_good=for_good, by=by, at=now
    )
    removal.words = words
    removal.save(force_insert=True)
    part(member)
    write("support_group.taken_out", by, removal.pk, now)
    return removal


def let_go_of_answers(*, now: datetime) -> int:
    """Lets go of requests that were answered long ago; says how many."""
    return Request.objects.filter(answered_at__lte=now - timedelta(days=REFUSED_DAYS)).delete()[0]


def part(member: Member) -> None:
    """Ends a membership: the link to the person goes, the persona loses its name. Part of another act."""
    persona = member.persona
    held = Post.objects.filter(persona=persona, place__in=(Place.HELD, Place.ASKED))
    _delete_posts(list(held.values_list("pk", flat=True)))
    Request.objects.filter(group=member.group_id, person=member.person_id).delete()
    member.delete()
    persona.name = ""
    persona.save(update_fields=["name"])


def _take_words_away(member: Member) -> None:
    """All that they wrote goes; where others have answered, the place where it stood stays, empty."""
    for post in Post.objects.filter(persona=member.persona).select_related("topic"):
        answered = post.begins and Post.objects.filter(topic=post.topic).exclude(persona=member.persona).exists()
        if not answered:
            _delete_posts([post.pk])
            continue
        post.words, post.note, post.place = "", "", Place.TAKEN_BACK
        post.save(update_fields=["words", "note", "place"])
        post.topic.title = ""
        post.topic.save(update_fields=["title"])


def _delete_posts(ids: list[UUID]) -> None:
    begun = Post.objects.filter(pk__in=ids, begins=True).values_list("topic", flat=True)
    Claim.objects.filter(subject_id__in=ids).delete()
    Topic.objects.filter(pk__in=list(begun)).delete()
    Post.objects.filter(pk__in=ids).delete()


def _require_enough_without(member: Member) -> None:
    group = member.group
    ends = getattr(group, "ending", None)
    counts = hasattr(member, "facilitating") and group.is_open and not ends
    if counts and group.facilitators.count() <= FEWEST_FACILITATORS:
        raise LastFacilitators


def _agreed(group: Group, version: int) -> Rules:
    newest = rules.newest_rules(group)
    if newest is None or newest.version != version:
        raise RulesChanged
    return newest


def _done_with(request: Request) -> None:
    Claim.objects.filter(subject_id=request.pk).delete()


def _persona(viewer: Viewer, group: Group) -> UUID | None:
    facilitator = rules.facilitator_of(viewer, group)
    return facilitator.member.persona_id if facilitator else None
