"""Who sees something: an audience and, where it is one of circles, which ones. For the page and for each tribute."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import Shown
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import circles_of
from snowdrop.memorials.vocabulary import Audience


class AudienceField(forms.ChoiceField):
    """One of the audiences; drawn with the circles to tick right below the choice that they belong to."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.RadioSelect, **options)
        self.template_name = "memorials/field_of_who_sees.html"


class CirclesField(forms.TypedMultipleChoiceField):
    """Which circles are meant, by their ids."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Which circles?"),
            coerce=UUID,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": _("Please choose one of those that are here.")},
        )


class WhoSeesForm(forms.Form):
    """A form that asks who sees something, besides what else it asks. `offer_circles` says whose circles they are."""

    who_sees: ClassVar[str] = "audience"
    """The name of the field with the audience."""

    circles = CirclesField()
    circles_address: str

    def offer_circles(self, memorial: Memorial) -> None:
        """Offers the circles of the memorial."""
        named = [(str(circle), name) for circle, name in circles_of(memorial).items()]
        self.fields["circles"].choices = named  # type: ignore[attr-defined]
        self.circles_address = reverse("circles", args=[memorial.slug])

    def clean(self) -> dict[str, Any]:
        """Circles are kept only with the audience that they belong to, and it needs one of them."""
        given = super().clean() or self.cleaned_data
        if given.get(self.who_sees) != Audience.CIRCLES:
            given["circles"] = []
        elif not given.get("circles") and "circles" not in self.errors:
            self.add_error("circles", _("Please tick the circles that you mean, or choose something else."))
        return given

    def shown(self) -> Shown:
        """To whom it shall be shown."""
        return Shown(self.cleaned_data[self.who_sees], frozenset(self.cleaned_data["circles"]))
