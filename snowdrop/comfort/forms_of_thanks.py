"""The form of a thanks: what it says, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.actions import For, Said
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import LONGEST_THANKS, Who
from snowdrop.ground.drawing import Flower
from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.templatetags.components import drawn_flower
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FLOWER_NAMES, Kind


class ThanksForm(forms.Form):
    """What it says. Once it was sent, that is all that can be changed."""

    use_required_attribute = False

    words = forms.CharField(
        label=_("Your words"),
        help_text=_("A sentence is enough. A card needs none."),
        required=False,
        max_length=LONGEST_THANKS,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    card = forms.ChoiceField(
        label=_("A drawn card with it"), required=False, widget=forms.RadioSelect(attrs={"class": "flowers"})
    )
    on_page = forms.BooleanField(
        label=_("It stands on our page too"),
        help_text=_("For everybody who may see the page."),
        required=False,
    )

    def __init__(self, given: Mapping[str, Any] | None, thanks: Thanks | None = None) -> None:
        first = {"words": thanks.words, "card": thanks.card, "on_page": thanks.on_page} if thanks else {}
        super().__init__(given, initial=first)
        none = ("", ChoiceLabel(str(_("No card"))))
        cards = [(one.value, _card_label(one)) for one in Flower]
        self.fields["card"].choices = [none, *cards]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something must be there: words or a card."""
        given = super().clean() or {}
        if not given.get("words", "").strip() and not given.get("card"):
            self.add_error("words", _("There are no words yet, and no card. One of them is enough."))
        return given

    def said(self) -> Said:
        """What it says."""
        given = self.cleaned_data
        return Said(given["words"].strip(), given["card"], given["on_page"])


class NewThanksForm(ThanksForm):
    """What it says, and for whom it is; `one`: the sender of the piece of comfort from which somebody came here."""

    field_order = ("words", "card", "who", "kinds", "circles", "on_page")

    who = forms.ChoiceField(
        label=_("For whom?"),
        help_text=_("Nobody learns who else was thanked."),
        widget=forms.RadioSelect,
        initial=Who.ALL,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Which kinds?"), required=False, choices=Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    circles = forms.MultipleChoiceField(
        label=_("Which circles?"),
        help_text=_("Those whom you know there by the address that they left with their comfort."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        given: Mapping[str, Any] | None,
        memorial: Memorial,
        thanks: Thanks | None = None,
        *,
        one: bytes | None = None,
    ) -> None:
        super().__init__(given, thanks)
        self._one = bytes(thanks.sender) if thanks and thanks.sender else one
        circles = [(str(circle.pk), circle.name) for circle in memorial.circles.order_by("made_at")]
        left_out = {*(() if self._one else (Who.ONE,)), *(() if circles else (Who.CIRCLES,))}
        self.fields["who"].choices = [(who.value, who.label) for who in Who if who not in left_out]  # type: ignore[attr-defined]
        self.fields["circles"].choices = circles  # type: ignore[attr-defined]
        if not circles:
            del self.fields["circles"]
        if thanks:
            self.initial = {**self.initial, "who": thanks.who, "kinds": thanks.kinds, "circles": thanks.circles}
        elif one:
            self.initial = {**self.initial, "who": Who.ONE}

    def clean(self) -> dict[str, Any]:
        """Kinds and circles must be chosen where they are asked for."""
        given = super().clean()
        for who, field in ((Who.KINDS, "kinds"), (Who.CIRCLES, "circles")):
            if given.get("who") == who and not given.get(field):
                self.add_error(field, _("Please choose one, or several."))
        return given

    def to(self) -> For:
        """For whom it is."""
        given = self.cleaned_data
        who = given["who"]
        return For(
            who,
            kinds=given["kinds"] if who == Who.KINDS else (),
            circles=given["circles"] if who == Who.CIRCLES else (),
            sender=self._one if who == Who.ONE else None,
        )


def _card_label(flower: Flower) -> ChoiceLabel:
    return ChoiceLabel(str(FLOWER_NAMES[flower]), drawing=drawn_flower(flower.value, seed="card", size=56))
