"""Who reads first, as the family chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.memorials import choices
from snowdrop.memorials.models import Memorial, ReadingRule
from snowdrop.memorials.vocabulary import FirstReading


class FirstReadingForm(forms.Form):
    """One choice, and the circles whose people are trusted, where the choice asks for them."""

    choice = forms.TypedChoiceField(
        label=_("Who reads first?"),
        widget=forms.RadioSelect,
        choices=choices.first_reading,
        coerce=FirstReading,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
    circles = forms.TypedMultipleChoiceField(
        label=_("Which circles?"),
        help_text=_("Only for “some circles” above."),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Please choose one of these.")},
    )

    def __init__(
        self,
        sent: Mapping[str, Any] | None,
        memorial: Memorial,
        rule: ReadingRule | None,
        circles: Sequence[tuple[str, str]],
    ) -> None:
        trusted = rule.circles if rule else []
        super().__init__(sent, initial={"choice": memorial.first_reading, "circles": trusted})
        self.fields["circles"].choices = circles  # type: ignore[attr-defined]
        if not circles:
            del self.fields["circles"]

    def clean(self) -> dict[str, Any]:
        """People of some circles pass only once it is said of which."""
        given = super().clean() or self.cleaned_data
        if given.get("choice") == FirstReading.CIRCLES and not given.get("circles"):
            if "circles" in self.fields:
                self.add_error("circles", _("Please choose one circle or more."))
            else:
                self.add_error("choice", _("There is no circle yet. You can make one, and then choose this."))
        return given

    def said(self) -> dict[str, Any]:
        """The answer, as `choose_first_reading` takes it."""
        chosen = self.cleaned_data["choice"]
        circles = self.cleaned_data.get("circles", []) if chosen == FirstReading.CIRCLES else []
        return {"choice": chosen, "circles": circles}
