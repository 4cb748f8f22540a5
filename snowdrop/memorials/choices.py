"""What can be chosen for a memorial, each choice explained by its effect in one sentence, some with a drawing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.languages import LANGUAGES
from snowdrop.ground.templatetags.components import drawn_flower, drawn_kind
from snowdrop.memorials.vocabulary import FLOWER_NAMES, Audience, FirstReading, Kind, OnThePage, Scope

Choices = list[tuple[str, ChoiceLabel]]

FAITH_SAID: Final = {True: "yes", False: "no", None: ""}
"""How the answer about faith is kept, and how it is asked."""

_FAITH: Final = (
    ("", _("Not said"), _("People write as they are used to.")),
    ("yes", _("Yes"), _("Nobody is asked to think again about a prayer or words of faith.")),
    ("no", _("No"), _("Who writes words of faith is told gently that you would rather not.")),
)
_KINDS: Final = {
    Kind.WORDS: _("Messages and letters, short or long."),
    Kind.PRAYER: _("That somebody prays for you, with or without words."),
    Kind.WISH: _("Something that somebody wishes you."),
    Kind.FLOWER: _("A drawn flower; they gather into a meadow on your page."),
    Kind.CANDLE: _("That somebody has lit a light."),
    Kind.CARD: _("A few lines, as on a card."),
    Kind.MEMORY: _("Something that somebody remembers."),
    Kind.OFFER: _("Help that somebody can give: a meal, a lift, an hour."),
    Kind.PRESENCE: _("That somebody is there; it asks for no answer."),
}
_FIRST_READING: Final = {
    FirstReading.SOMEBODY: _("Nothing reaches your waiting room before a helper, or one of you, has let it through."),
    FirstReading.FLAGGED: _(
        "Rules on this server look at every text. What they find nothing in waits for you at once; whatever they mark "
        "is read first. Rules miss some things: you may meet words that hurt."
    ),
    FirstReading.OURSELVES: _(
        "Your helpers are given nothing to read. You read at the desk, one piece at a time, its label first."
    ),
    FirstReading.CIRCLES: _(
        "It waits for you at once if its sender was signed in, is in one of these circles, and the rules have marked "
        "nothing in it. A name that somebody typed is not enough. Everything else is read first."
    ),
    FirstReading.NOBODY: _(
        "You may meet words that hurt. Only what the rules take for cruel is held back, as soon as they have looked. "
        "What has already been kept away stays away."
    ),
}
_ON_THE_PAGE: Final = {
    OnThePage.MEADOW: _("Nobody but you reads what was written to you."),
    OnThePage.KEPT: _("Visitors can read what you keep, unless its sender wrote it only for you."),
    OnThePage.LET_THROUGH: _("Visitors can read it before you have, unless its sender wrote it only for you."),
}
_SCOPES: Final = {
    Scope.READ_FIRST: _(
        "They read what people send before you do: they let it through, keep it for later, or keep it away from you. "
        "They never open your waiting room."
    ),
    Scope.SPEAK: _(
        "They write letters for you, marked for every reader as written by them for the family. To begin with only "
        "your helpers can be shown one, and each waits for your yes; you choose whether that changes."
    ),
    Scope.PEOPLE: _(
        "They answer whoever asks to see, and invite people into the circles that you open to helpers. Other circles, "
        "and the list of those whom you keep out, they never see."
    ),
    Scope.DATES: _(
        "They write down the days that matter to you, and change them. Writing one down does nothing by itself, and no "
        "page shows it."
    ),
}
_TO_SPEAK_TO: Final = {
    Audience.HELPERS: (_("Only us and our helpers"), _("Nobody else, for as long as you like.")),
    Audience.CIRCLES: (
        _("People in our circles"),
        _("In those that you tick. The helper reads what these circles are called, not who is in them."),
    ),
    Audience.LINK: (
        _("People with a private link"),
        _("Whoever has a private link to the page, everybody in your circles, and your helpers."),
    ),
    Audience.MEMBERS: (
        _("Everybody who has signed in here"),
        _("Anyone with an account on this server who has the address, and whoever has a private link."),
    ),
    Audience.EVERYBODY: (_("Everybody"), _("Anyone with the address of the page.")),
}
_ONLY_ME: Final = (_("Only me"), _("Nobody else. Whoever keeps it with you later can open it too."))
_AUDIENCES: Final = {
    Audience.KEEPERS: (_("Only we"), _("You who keep it. Nobody else.")),
    Audience.HELPERS: (_("We and our helpers"), _("You who keep it, and the helpers whom you have asked.")),
    Audience.CIRCLES: (
        _("People in our circles"),
        _("You choose which circles. Who is in one was let in by you, by name. Your helpers can open it too."),
    ),
    Audience.LINK: (
        _("People with a private link"),
        _(
            "You make a link and give it to whom you like. Whoever has it can open the page, and could pass it on. "
            "Everybody in your circles, and your helpers, can open it too."
        ),
    ),
    Audience.MEMBERS: (
        _("Everybody who has signed in here"),
        _(
            "Anybody with an account on this server who has the address can open the page. So can whoever has a "
            "private link."
        ),
    ),
    Audience.EVERYBODY: (
        _("Everybody"),
        _("Anybody who has the address can open the page. Search engines are asked to leave it out."),
    ),
}


def flowers() -> Choices:
    """The twelve flowers, drawn."""
    return [
        (flower.value, ChoiceLabel(str(name), drawing=_drawn(flower.value))) for flower, name in FLOWER_NAMES.items()
    ]


def kinds() -> Choices:
    """The nine kinds of comfort, drawn."""
    return [
        (kind.value, ChoiceLabel(str(kind.label), str(_KINDS[kind]), drawn_kind(kind.value, size=44))) for kind in Kind
    ]


def faith() -> Choices:
    """Whether words of faith are welcome; not to say is an answer."""
    return [(value, ChoiceLabel(str(name), str(effect))) for value, name, effect in _FAITH]


def first_reading() -> Choices:
    """Who reads first, each choice with what it does."""
    return _explained(FirstReading, _FIRST_READING)


def scopes() -> Choices:
    """What a helper may be asked to do."""
    return _explained(Scope, _SCOPES)


def to_speak_to() -> Choices:
    """To whom a helper may speak for the family, at most; the narrowest first."""
    return [(to.value, ChoiceLabel(str(words), str(effect))) for to, (words, effect) in _TO_SPEAK_TO.items()]


def on_the_page() -> Choices:
    """What visitors see of the comfort that came."""
    return _explained(OnThePage, _ON_THE_PAGE)


def audiences(*, alone: bool) -> Choices:
    """Who may open the page, the narrowest first; `alone` while one person keeps it."""
    return [(name.value, ChoiceLabel(*audience_words(name, alone=alone))) for name in _AUDIENCES]


def audience_words(name: str, *, alone: bool) -> tuple[str, str]:
    """An audience of the page and its effect, as the family reads them; `alone` while one person keeps it."""
    words, effect = _ONLY_ME if alone and name == Audience.KEEPERS else _AUDIENCES[Audience(name)]
    return str(words), str(effect)


def languages() -> list[tuple[str, str]]:
    """The languages that a family may say it writes in, and any other."""
    return [*LANGUAGES, ("und", str(_("Another language")))]


@cache
def _drawn(flower: str) -> SafeString:
    return drawn_flower(flower, seed="choice", size=56)


def _explained(choices: Any, effects: Mapping[Any, str | Promise]) -> Choices:
    return [(one.value, ChoiceLabel(str(one.label), str(effects[one]))) for one in choices]
