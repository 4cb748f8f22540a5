"""When something is shown to others, and to whom: a day and an hour, as the clocks go where somebody lives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from itertools import groupby
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import Shown
from snowdrop.ground.zones import Meant, local_hour, moment_of, time_zones
from snowdrop.memorials.forms_of_our_days import PicksOurDay
from snowdrop.memorials.forms_of_who_sees import AudienceField, WhoSeesForm
from snowdrop.memorials.models import Memorial, Plan
from snowdrop.memorials.rules_of_timing import FURTHEST
from snowdrop.memorials.vocabulary import Audience

_CHOOSE: Final = {"required": _("Please choose one."), "invalid_choice": _("Please choose one of those that are here.")}
_MORNING: Final = time(9)


class DayForm(WhoSeesForm, PicksOurDay):
    """To whom something is shown, and from which hour of which day; it is asked once more with what it means."""

    who_sees, asks_for = "to", "day"
    to = AudienceField(label=_("To whom?"), error_messages=_CHOOSE)
    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Please choose a day."), "invalid": _("Please write the day as 2027-03-14.")},
    )
    hour = forms.TimeField(
        label=_("At which hour?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Please choose an hour."), "invalid": _("Please write the hour as 09:00.")},
    )
    zone = forms.ChoiceField(
        label=_("By the clocks of which place?"),
        help_text=_("The city that is nearest to you in the list. It is kept for the next time."),
        widget=forms.Select(attrs={"data-behaviour": "zone"}),
        error_messages={**_CHOOSE, "required": _("Please choose the place whose clocks you mean.")},
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        memorial: Memorial,
        *,
        choices: Iterable[tuple[str, Any]],
        stands: Shown,
        plan: Plan | None,
        zone: str,
        now: datetime,
    ) -> None:
        """Of the `choices`, audiences, those are offered that are wider than `stands`, to whom it is shown now.

        `zone` is the time zone that is known already. A `plan` that stands is what the form begins with.
        """
        self._stands, self._now = stands, now
        super().__init__(data, initial=_begun(plan, stands, zone))
        self.fields["to"].choices = _wider(choices, stands)  # type: ignore[attr-defined]
        self.fields["zone"].choices = _zones()  # type: ignore[attr-defined]
        self.offer_circles(memorial)
        self.offer_our_days(memorial, now.date())

    @property
    def has_choices(self) -> bool:
        """Whether there is anybody who does not see it now."""
        return bool(self.fields["to"].choices)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The moment has to be still to come, and somebody has to see more then."""
        given = super().clean()
        if not self.errors and not self.shown().reaches_further_than(self._stands):
            self.add_error("to", _("They see it now already. Please choose people who do not."))
        if not {"day", "hour", "zone"} & self.errors.keys():
            self._read_moment()
        return given

    def _read_moment(self) -> None:
        try:
            self.meant = moment_of(*(self.cleaned_data[name] for name in ("day", "hour", "zone")))
        except OverflowError:
            self.add_error("day", _TOO_FAR)
            return
        if self.meant.moment <= self._now:
            self.add_error("day", _("That moment has passed. Please choose one that is still to come."))
        elif self.meant.moment > self._now + FURTHEST:
            self.add_error("day", _TOO_FAR)

    meant: Meant

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as the actions take it."""
        shown = self.shown()
        return {
            "to": shown.audience,
            "circles": shown.circles,
            "at": self.meant.moment,
            "zone": self.cleaned_data["zone"],
        }

    def answers(self) -> tuple[tuple[str, str], ...]:
        """The same answers, to be sent once more with that they are meant."""
        said = self.cleaned_data
        when = (("day", f"{said['day']:%Y-%m-%d}"), ("hour", f"{said['hour']:%H:%M}"), ("zone", said["zone"]))
        return (("to", said["to"]), *(("circles", str(circle)) for circle in said["circles"]), *when, ("sure", "yes"))


_TOO_FAR: Final = _("That is too far away to be promised. Please choose a day within the next fifty years.")


def _begun(plan: Plan | None, stands: Shown, zone: str) -> dict[str, Any]:
    if plan is None:
        return {"to": stands.audience, "circles": [str(one) for one in stands.circles], "hour": _MORNING, "zone": zone}
    local = local_hour(plan.at, plan.zone)
    shown = {"to": plan.shown.audience, "circles": [str(circle) for circle in plan.shown.circles]}
    return {**shown, "day": local.date(), "hour": local.time(), "zone": plan.zone}


def _wider(choices: Iterable[tuple[str, Any]], stands: Shown) -> list[tuple[str, Any]]:
    """Those by which somebody sees more; of circles there may always be another."""
    can_be_more = {Audience.CIRCLES} & {stands.audience}
    return [
        one for one in choices if Shown(one[0]).reaches_further_than(Shown(stands.audience)) or one[0] in can_be_more
    ]


def _zones() -> list[tuple[str, Any]]:
    """Every time zone below its region; nothing is chosen for anybody."""
    regions = groupby(time_zones(), key=lambda name: name.split("/")[0])
    named = [
        (region, [(name, name.partition("/")[2].replace("_", " ") or name) for name in names])
        for region, names in regions
    ]
    return [("", _("Please choose")), *named]
