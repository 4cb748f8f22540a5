"""The forms of notices: of what somebody wants to be told, how and when; and following a page without an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.zones import time_zones
from snowdrop.notices.queries import Chosen
from snowdrop.notices.vocabulary import How

_HOURS: Final = [(hour, f"{hour:02}:00") for hour in range(24)]


class NoticesForm(forms.Form):
    """One question for each kind that there is for somebody; and when."""

    use_required_attribute = False

    hour = forms.TypedChoiceField(label=_("At what hour?"), choices=_HOURS, coerce=int)
    weekday = forms.TypedChoiceField(label=_("On which day, once a week?"), choices=list(WEEKDAYS.items()), coerce=int)
    zone = forms.ChoiceField(
        label=_("Where do you live?"),
        help_text=_("So that the hour is yours, in summer and in winter."),
        widget=forms.Select(attrs={"data-behaviour": "zone"}),
    )
    at_night = forms.BooleanField(
        label=_("Mails may come at night too"),
        help_text=_("Otherwise nothing comes between 22:00 and 7:00."),
        required=False,
    )

    def __init__(self, given: Mapping[str, Any] | None, chosen: Chosen) -> None:
        clock = chosen.clock
        first = {"hour": clock.hour, "weekday": clock.weekday, "zone": clock.time_zone, "at_night": clock.at_night}
        super().__init__(given, initial=first | {about.value: how for about, how in chosen.wishes.items()})
        for about in chosen.wishes:
            ways = [(how.value, how.label) for how in How]
            self.fields[about.value] = forms.ChoiceField(label=about.label, choices=ways)
        here = [] if clock.time_zone else [("", _("Please choose"))]
        self.fields["zone"].choices = [*here, *((name, name.replace("_", " ")) for name in time_zones())]  # type: ignore[attr-defined]
        self.order_fields([*(about.value for about in chosen.wishes), "zone", "hour", "weekday", "at_night"])
        self._abouts = tuple(chosen.wishes)

    def said(self) -> dict[str, Any]:
        """How and when, as `actions.wish_to_be_told` takes it."""
        given = self.cleaned_data
        wishes = {about.value: given[about.value] for about in self._abouts}
        return {"wishes": wishes, "hour": given["hour"], "weekday": given["weekday"], "at_night": given["at_night"]}


class FollowForm(forms.Form):
    """An address for mail, of somebody without an account."""

    use_required_attribute = False

    address = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only for this. You get one mail first, which asks whether you meant it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
