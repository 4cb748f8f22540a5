"""What the pages of thanks show: to the family that writes, and to whoever is thanked."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.comfort import queries_of_thanks as queries
from snowdrop.comfort.models_of_thanks import Thanked, Thanks
from snowdrop.comfort.thanks_shown import ThanksShown, shown_to_family, shown_to_thanked
from snowdrop.comfort.vocabulary_of_thanks import Purpose, Who
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.media.on_page import Readiness, state_of_picture, states_of_recordings
from snowdrop.media.vocabulary import LIMITS
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import called
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ThanksInList:
    """A thanks in the family's list: how it begins, for whom it is, where it is."""

    beginning: str
    for_whom: str | Promise
    state: str
    address: str
    sent: bool


@dataclass(frozen=True, slots=True)
class ThanksRoom:
    """Everything that `comfort/thanks.html` shows."""

    over: str
    flower: str
    menu: tuple[Link, ...]
    sent: tuple[ThanksInList, ...]
    drafts: tuple[ThanksInList, ...]
    write_address: str


@dataclass(frozen=True, slots=True)
class Given:
    """The photograph or the voice that goes with a thanks: how far it is, and where it is described and taken away."""

    is_picture: bool
    state: Readiness
    address: str
    removal_address: str


@dataclass(frozen=True, slots=True)
class GivingPage:
    """The page on which a photograph or a voice is given; without scripts a file may have so many megabytes."""

    over: str
    flower: str
    menu: tuple[Link, ...]
    back: str
    is_picture: bool
    replaces: bool
    purpose: str
    arrivals_address: str
    most_without_scripts: int


@dataclass(frozen=True, slots=True)
class ThanksPage:
    """Everything beside the form that the pages of one thanks show; of a new one only the frame."""

    over: str
    flower: str
    menu: tuple[Link, ...]
    back: str
    shown: ThanksShown | None = None
    for_whom: str | Promise = ""
    where: tuple[str, ...] = ()
    sent: bool = False
    state: str = ""
    is_readable: bool = False
    """Whether somebody who is thanked finds something to read, to see or to hear."""
    given: Given | None = None
    add_picture_address: str = ""
    add_voice_address: str = ""
    onward: str = ""
    """Where it is seen as whoever is thanked reads it, or, once it was sent, where it is changed."""
    change_address: str = ""
    send_address: str = ""
    removal_address: str = ""


@dataclass(frozen=True, slots=True)
class ForYouPage:
    """Everything that `comfort/for_you.html` shows. It names the memorial only to those who may see it."""

    over: str
    flower: str
    memorial_address: str
    shown: ThanksShown


def thanks_room(viewer: Viewer, memorial: Memorial) -> ThanksRoom:
    """All thanks of the family."""
    rows = [_in_list(one) for one in queries.thanks_of(memorial)]
    return ThanksRoom(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="thanks"),
        sent=tuple(one for one in rows if one.sent),
        drafts=tuple(one for one in rows if not one.sent),
        write_address=reverse("write_thanks", args=[memorial.slug]),
    )


def new_thanks_page(viewer: Viewer, memorial: Memorial) -> ThanksPage:
    """The frame of the page on which one is begun."""
    menu = menu_for(viewer, memorial, here="thanks")
    return ThanksPage(called(memorial), memorial.flower, menu, reverse("thanks", args=[memorial.slug]))


def thanks_page(viewer: Viewer, thanks: Thanks) -> ThanksPage:
    """One thanks: as whoever is thanked reads it, for whom, and how far it has come."""
    memorial, sent = thanks.memorial, queries.is_sent(thanks)
    names = [memorial.slug, thanks.pk]
    return ThanksPage(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="thanks"),
        back=reverse("thanks", args=[memorial.slug]),
        shown=shown_to_family(thanks),
        is_readable=queries.is_readable(thanks),
        given=_given(thanks),
        add_picture_address=reverse("add_picture_to_thanks", args=names),
        add_voice_address=reverse("add_voice_to_thanks", args=names),
        onward=reverse("change_thanks" if sent else "send_thanks", args=names),
        for_whom=_for_whom(thanks),
        where=_where(thanks),
        sent=sent,
        state=_state(thanks) if sent else "",
        change_address=reverse("change_thanks", args=names),
        send_address=reverse("send_thanks", args=names),
        removal_address=reverse("take_away_thanks", args=names),
    )


def giving_page(viewer: Viewer, thanks: Thanks, purpose: Purpose) -> GivingPage:
    """The page on which a photograph or a voice is given."""
    memorial, names = thanks.memorial, [thanks.memorial.slug, thanks.pk]
    return GivingPage(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="thanks"),
        back=reverse("change_thanks" if queries.is_sent(thanks) else "send_thanks", args=names),
        is_picture=purpose == Purpose.PICTURE,
        replaces=thanks.given is not None,
        purpose=purpose,
        arrivals_address=reverse("arrivals_for_thanks", args=names),
        most_without_scripts=LIMITS.file_bytes // 2**20,
    )


def for_you_page(viewer: Viewer, thanked: Thanked) -> ForYouPage:
    """What somebody reads who was thanked, at an address that only they have."""
    memorial = Memorial.objects.visible_to(viewer).filter(pk=thanked.memorial_id).first()
    return ForYouPage(
        over=called(memorial) if memorial else "",
        flower=thanked.thanks.memorial.flower,
        memorial_address=reverse("memorial", args=[memorial.slug]) if memorial else "",
        shown=shown_to_thanked([thanked])[0],
    )


def _given(thanks: Thanks) -> Given | None:
    names = [thanks.memorial.slug, thanks.pk]
    if thanks.picture:
        state = state_of_picture(thanks.picture)
    elif thanks.recording:
        state = states_of_recordings([thanks.recording.pk])[thanks.recording.pk]
    else:
        return None
    where = [reverse(name, args=names) for name in ("describe_given", "take_given_away")]
    return Given(thanks.picture is not None, state, *where)


def _in_list(thanks: Thanks) -> ThanksInList:
    sent = queries.is_sent(thanks)
    first = next(iter(paragraphs_of(thanks.words)), "")
    beginning = first if len(first) <= 80 else f"{first[:80].rsplit(' ', 1)[0]} …"
    state = _state(thanks) if sent else _("Begun on %(day)s") % {"day": day_in_words(thanks.made_at)}
    address = reverse("change_thanks" if sent else "send_thanks", args=[thanks.memorial.slug, thanks.pk])
    return ThanksInList(beginning or _without_words(thanks), _for_whom(thanks), state, address, sent)


def _without_words(thanks: Thanks) -> str:
    if thanks.picture:
        return _("A photograph")
    if thanks.recording:
        return _("A voice")
    return _("A card") if thanks.card else _("Nothing yet")


def _for_whom(thanks: Thanks) -> str:
    if thanks.who == Who.KINDS:
        kinds = get_text_list([str(Kind(kind).label) for kind in thanks.kinds], _("and"))
        return _("Those who sent: %(kinds)s") % {"kinds": kinds}
    if thanks.who == Who.CIRCLES:
        names = [circle.name for circle in thanks.memorial.circles.filter(pk__in=thanks.circles)]
        return _("Those in: %(circles)s") % {"circles": get_text_list(names, _("and"))}
    return str(Who(thanks.who).label)


def _where(thanks: Thanks) -> tuple[str, ...]:
    """In words, where whoever is thanked comes upon it."""
    ways = [
        _("Whoever left an address gets one quiet mail. It says only that there is something for them, and where."),
        _("Everybody whom it is for finds it at the address that they got when they sent their comfort."),
    ]
    if thanks.on_page:
        ways.append(_("It stands on your page, for everybody who may see it."))
    ways.append(
        _(
            "People whose words were kept away, set apart or taken back, and people whom you keep out, get nothing, "
            "and are not told."
        )
    )
    return tuple(ways)


def _state(thanks: Thanks) -> str:
    """How far it has come, without a number."""
    day = {"day": day_in_words(thanks.sending.at)}
    if not thanks.sending.finished_at or queries.mails_are_on_their_way(thanks):
        return _("Sent on %(day)s. It is on its way; you need not wait here.") % day
    if queries.some_were_not_brought(thanks):
        return (
            _(
                "Sent on %(day)s. Some mails could not be brought, or were not wanted; those people find it at the "
                "address that they got when they sent their comfort."
            )
            % day
        )
    return _("Sent on %(day)s. It has reached everybody whom it is for.") % day
