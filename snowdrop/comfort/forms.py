"""The form of comfort, for drawing it and for keeping what was typed. What is in order is asked of intake alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from django import forms
from django.forms.utils import ErrorDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.vocabulary import LONGEST_NAME, LONGEST_REACH, LONGEST_WORDS
from snowdrop.ground.drawing import Flower
from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.templatetags.components import drawn_flower, drawn_kind
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FLOWER_NAMES, Kind

_MORE: Final = {
    Kind.FLOWER: _("It grows in their meadow."),
    Kind.OFFER: _("Something you can do, and when."),
    Kind.MEMORY: _("Something you remember or have seen."),
    Kind.PRESENCE: _("Without words, if you like."),
}


class WordsForm(forms.Form):
    """Words, and who they are from: what a sender may correct. `problems` are those that intake found."""

    use_required_attribute = False

    words = forms.CharField(
        label=_("Your words"),
        help_text=_("Short is good. A flower, a candle or “I am here” needs no words."),
        widget=forms.Textarea(
            attrs={
                "rows": 6,
                "data-behaviour": "gentle count",
                "data-shows": "gentle",
                "data-most": LONGEST_WORDS,
                "data-left-words": _("%s letters of room left"),
            }
        ),
    )
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As they know you."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "maxlength": LONGEST_NAME}),
    )
    relation = forms.CharField(
        label=_("How you know them"),
        help_text=_("Such as “a neighbour”, or “we have not met”."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": LONGEST_NAME}),
    )
    reach = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_(
            "Only so that a thank-you could reach you one day. It is sealed: neither the family nor those who read "
            "first are shown it."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "maxlength": LONGEST_REACH}),
    )

    def __init__(
        self,
        given: Mapping[str, str],
        memorial: Memorial,
        *,
        problems: Mapping[str, str | Promise] | None = None,
    ) -> None:
        super().__init__(given)
        self._problems = problems or {}
        self.fields["words"].widget.attrs["data-address"] = reverse("gentle_notes", args=[memorial.slug])

    def full_clean(self) -> None:
        """Checks nothing: the problems are those that intake found."""
        self._errors, self.cleaned_data = ErrorDict(renderer=self.renderer), {}
        for name, words in self._problems.items():
            self.add_error(name if name in self.fields else None, str(words))


class ComfortForm(WordsForm):
    """Everything that can be sent, with the kinds that the family welcomes."""

    field_order: ClassVar = ["kind", "flower", "words", "name", "relation", "family_only", "reach"]

    kind = forms.ChoiceField(
        label=_("What would you like to send?"),
        widget=forms.RadioSelect(attrs={"class": "choices-in-columns kinds"}),
    )
    flower = forms.ChoiceField(label=_("Which flower?"), widget=forms.RadioSelect(attrs={"class": "flowers"}))
    family_only = forms.BooleanField(
        label=_("Only for the family"),
        help_text=_("It never stands on their page, whatever they choose to show there."),
        required=False,
    )

    def __init__(
        self,
        given: Mapping[str, str],
        memorial: Memorial,
        *,
        problems: Mapping[str, str | Promise] | None = None,
    ) -> None:
        super().__init__(given, memorial, problems=problems)
        welcome = [kind for kind in Kind if kind.value in memorial.kinds]
        self.fields["kind"].choices = [(kind.value, _kind_label(kind)) for kind in welcome]  # type: ignore[attr-defined]
        if Kind.FLOWER in welcome:
            self.fields["flower"].choices = [(one.value, _flower_label(one)) for one in Flower]  # type: ignore[attr-defined]
        else:
            del self.fields["flower"]


def first_answers(memorial: Memorial) -> dict[str, str]:
    """What a form that nobody has filled in yet begins with: the plainest welcome kind, the memorial's own flower."""
    welcome = [kind.value for kind in Kind if kind.value in memorial.kinds]
    return {"kind": welcome[0] if welcome else "", "flower": memorial.flower}


def _kind_label(kind: Kind) -> ChoiceLabel:
    return ChoiceLabel(str(kind.label), str(_MORE.get(kind, "")), drawn_kind(kind.value, size=44))


def _flower_label(flower: Flower) -> ChoiceLabel:
    return ChoiceLabel(str(FLOWER_NAMES[flower]), drawing=drawn_flower(flower.value, seed="choice", size=56))
