"""The form of a thanks: what it says, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.actions import For, Said
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import LONGEST_ALT, LONGEST_THANKS, Purpose, Who
from snowdrop.ground.drawing import Flower
from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.templatetags.components import drawn_flower
from snowdrop.media.uploads import RefusedFile
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FLOWER_NAMES, Kind


class ThanksForm(forms.Form):
    """What it says. Once it was sent, that is all that can be changed."""

    use_required_attribute = False

    words = forms.CharField(
        label=_("Your words"),
        help_text=_("A sentence is enough. A card, a photograph or your voice needs none."),
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
        self._goes_with = thanks is not None and thanks.given is not None
        none = ("", ChoiceLabel(str(_("No card"))))
        cards = [(one.value, _card_label(one)) for one in Flower]
        self.fields["card"].choices = [none, *cards]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something must be there: words, a card, or what goes with it, now or with the next press."""
        given = super().clean() or {}
        if not given.get("words", "").strip() and not given.get("card") and not (self._goes_with or self.adds):
            self.add_error("words", _("There are no words yet, and no card. One of them is enough."))
        return given

    @property
    def adds(self) -> str:
        """The purpose of the file that is to be given next, as the pressed button says; "" for none."""
        return next((purpose.value for purpose in Purpose if self.data.get("add") == purpose), "")

    def said(self) -> Said:
        """What it says."""
        given = self.cleaned_data
        return Said(given["words"].strip(), given["card"], given["on_page"])


class NewThanksForm(ThanksForm):
    """What it says, and for whom it is; `one`: the piece of comfort from which somebody came here."""

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
        one: int | None = None,
    ) -> None:
        super().__init__(given, thanks)
        self._one = thanks.piece_id if thanks and thanks.piece_id else one
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
            piece=self._one if who == Who.ONE else None,
        )


class GivenField(forms.FileField):
    """A photograph or a voice; what it really is gets looked at when it is taken in."""

    def clean(self, data: UploadedFile | None, initial: Any = None) -> UploadedFile:
        if data is None:
            raise forms.ValidationError(_("No file is chosen yet."))
        if isinstance(data, RefusedFile):
            raise forms.ValidationError(_("This file is too large to be sent in one go from this browser."))
        return data


class GivePictureForm(forms.Form):
    """The photograph that goes with a thanks."""

    use_required_attribute = False

    file = GivenField(
        label=_("A photograph"),
        help_text=_(
            "It lies under a drawn cover until somebody opens it. The place and the device that are written into it "
            "are not shown to anybody."
        ),
        widget=forms.FileInput(attrs={"accept": "image/*,.heic,.avif"}),
    )


class GiveVoiceForm(forms.Form):
    """The voice note that goes with a thanks."""

    use_required_attribute = False

    file = GivenField(
        label=_("A recording of your voice"),
        help_text=_("It never plays by itself."),
        widget=forms.FileInput(attrs={"accept": "audio/*,.m4a,.mp3,.ogg,.opus,.wav,.aac,video/*"}),
    )


class DescribeGivenForm(forms.Form):
    """What a photograph shows, or what is said in a recording."""

    use_required_attribute = False

    alt = forms.CharField(required=False, max_length=LONGEST_ALT, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, given: Mapping[str, Any] | None, thanks: Thanks) -> None:
        super().__init__(given, initial={"alt": thanks.alt or ""})
        seen = thanks.picture is not None
        self.fields["alt"].label = _("What it shows") if seen else _("What you say in it")
        self.fields["alt"].help_text = (
            _("For people who cannot see it: their screen reader says this. You can leave it out.")
            if seen
            else _("For people who cannot hear it, or not just now. You can leave it out.")
        )


def _card_label(flower: Flower) -> ChoiceLabel:
    return ChoiceLabel(str(FLOWER_NAMES[flower]), drawing=drawn_flower(flower.value, seed="card", size=56))
