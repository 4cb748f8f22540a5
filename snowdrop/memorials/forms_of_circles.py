"""What the family is asked about its circles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from snowdrop.memorials.models import Circle, Member
from snowdrop.memorials.queries import others_for
from snowdrop.memorials.vocabulary import LONGEST_NAME


class CircleForm(forms.Form):
    """What a circle is called."""

    name = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("Such as “Family”, “Friends”, “Work”. Only you who keep this memorial see the name."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Please give it a name, so that you know it again."),
            "max_length": _("There is room for %(limit_value)d letters. Please shorten it a little."),
        },
    )


class PuttingInForm(forms.Form):
    """Who is put into a circle, of those who were let into another one."""

    person = forms.ChoiceField(
        label=_("Who is in another circle"), error_messages={"required": _("Please choose one.")}
    )

    def __init__(self, sent: Mapping[str, Any] | None, circle: Circle) -> None:
        super().__init__(sent)
        self._circle = circle
        self.fields["person"].choices = [("", pgettext("a person", "Not chosen yet")), *others_for(circle)]  # type: ignore[attr-defined]

    def clean_person(self) -> Member:
        """By their place in the other circle."""
        others = Member.objects.filter(memorial=self._circle.memorial_id, person=self.cleaned_data["person"])
        return others.select_related("person").latest("since")
