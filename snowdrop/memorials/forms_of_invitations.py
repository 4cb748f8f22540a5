"""What the family is asked when it invites somebody: whom, to what, and how the invitation reaches them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.memorials import rules
from snowdrop.memorials.forms import Line, Prose
from snowdrop.memorials.forms_of_helpers import ScopesField
from snowdrop.memorials.models import Circle, Memorial
from snowdrop.memorials.queries import circles_to_let_into
from snowdrop.memorials.vocabulary import Purpose, Scope
from snowdrop.people.viewer import Viewer

_LONGEST_LINE_OF_OWN: Final = 1000


class Way(StrEnum):
    """How an invitation reaches the one whom it is for."""

    MAIL = "mail"
    BY_HAND = "by-hand"


_EFFECTS: Final = {
    Purpose.HELPER: _("They do what you grant them, and nothing else. You can change it, or end it, at any time."),
    Purpose.KEEPER: _("They can do everything here that you can. Neither of you can remove the other."),
}
_WAYS: Final = {
    Way.MAIL: (
        _("By mail, from here"),
        _("It works only for this address. Whoever signs in with it is let in at once, since you have named them."),
    ),
    Way.BY_HAND: (
        _("I give it to them myself"),
        _("You get an address, and a card to print. Whoever accepts waits until one who keeps it has seen who it is."),
    ),
}


class InvitationForm(forms.Form):
    """An invitation for one person, by a keeper to anything, by a helper into the circles that are open to them."""

    name = Line(label=_("Whom do you invite?"), help_text=_("A name that tells you who it is. Only you see it."))
    to = forms.ChoiceField(
        label=_("To what?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
    scopes = ScopesField(
        initial=[Scope.READ_FIRST.value],
        help_text=_("They read this before they say yes. They never delete anything, or decide who sees it."),
    )
    way = forms.ChoiceField(
        label=_("How does it reach them?"),
        widget=forms.RadioSelect,
        initial=Way.MAIL.value,
        choices=lambda: [(way.value, ChoiceLabel(str(name), str(effect))) for way, (name, effect) in _WAYS.items()],
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
    address = forms.EmailField(
        label=_("Their address for mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Please write the address to which it goes."),
            "invalid": _("This does not look like an address for mail. Please look once more."),
        },
    )
    words = Prose(
        label=_("Some words of your own"),
        help_text=_("They stand in the mail as you write them. They are not kept here."),
        most=_LONGEST_LINE_OF_OWN,
        rows=4,
    )
    invitation_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)

    def __init__(self, sent: Mapping[str, Any] | None, viewer: Viewer, memorial: Memorial, *, to: str = "") -> None:
        super().__init__(sent, initial={"to": to})
        self._by_hand = sent is not None and sent.get("way") == Way.BY_HAND
        self.fields["address"].required = not self._by_hand
        self._circles = {str(one.id): one for one in circles_to_let_into(viewer, memorial)}
        purposes = _EFFECTS if rules.is_keeper(viewer, memorial) else {}
        self.fields["scopes"].required = sent is None or sent.get("to") == Purpose.HELPER
        if not purposes:
            del self.fields["scopes"]
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            *(
                (key, ChoiceLabel(one.name, str(_("They see what you show to this circle."))))
                for key, one in self._circles.items()
            ),
            *((purpose.value, ChoiceLabel(str(purpose.label), str(effect))) for purpose, effect in purposes.items()),
        ]

    def clean(self) -> None:
        """By hand there is neither an address nor a mail with words in it, whatever the hidden fields hold."""
        if self._by_hand:
            self.cleaned_data |= {"address": "", "words": ""}
            for name in ("address", "words"):
                self.errors.pop(name, None)

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.invite` takes it."""
        circle: Circle | None = self._circles.get(self.cleaned_data["to"])
        purpose = Purpose.CIRCLE if circle else Purpose(self.cleaned_data["to"])
        given = {name: self.cleaned_data[name] for name in ("name", "address", "invitation_id")}
        return {**given, "purpose": purpose, "circle": circle, "scopes": self.cleaned_data.get("scopes", [])}
