"""What a box is called, and whether there is a day for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.models import Box
from snowdrop.comfort.vocabulary import LONGEST_BOX_NAME
from snowdrop.memorials.forms_of_our_days import PicksOurDay
from snowdrop.memorials.models import Memorial


class BoxForm(PicksOurDay):
    """A name in the family's own words, and a day if they like."""

    name = forms.CharField(
        label=_("What is it for?"),
        help_text=_("Such as “His birthday”, or “When we are home”. Only you who keep this memorial see it."),
        max_length=LONGEST_BOX_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Please write a few words, so that you know it again."),
            "max_length": _("There is room for %(limit_value)d letters. Please shorten it a little."),
        },
    )
    opens_on = forms.DateField(
        label=_("Is there a day for it?"),
        help_text=_("On that day the waiting room offers it to you. It opens by your own hand alone, also before."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Please write the day as 2026-05-31, or leave it empty.")},
    )

    asks_for = "opens_on"

    def __init__(
        self, sent: Mapping[str, Any] | None, memorial: Memorial, box: Box | None = None, *, now: datetime
    ) -> None:
        """`box` is the one that is changed."""
        super().__init__(sent, initial={"name": box.name, "opens_on": box.opens_on} if box else None)
        self.offer_our_days(memorial, now.date())
