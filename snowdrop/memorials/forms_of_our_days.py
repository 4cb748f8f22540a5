"""A day that matters: what it is called and when it is; and picking one of them for something else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.memorials.models import Day, Memorial
from snowdrop.memorials.queries import days_to_pick
from snowdrop.memorials.vocabulary_of_days import EARLIEST_YEAR, LATEST_YEAR, LONGEST_NAME_OF_DAY, When

_NUMBER: Final = _("Please write it as a number, or leave it empty.")
_DAY: Final = _("Please write a day from 1 to 31, or leave it empty.")
_YEAR: Final = _("Please write the year as 2027, or leave it empty.")


class OurDayForm(forms.Form):
    """A day in the family's own words; only the month has to be known."""

    name = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("In your own words, such as “Her birthday” or “The day at the lake”."),
        max_length=LONGEST_NAME_OF_DAY,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Please write a few words, so that you know it again."),
            "max_length": _("There is room for %(limit_value)d letters. Please shorten it a little."),
        },
    )
    month = forms.TypedChoiceField(
        label=_("In which month?"),
        coerce=int,
        choices=[("", _("Please choose")), *MONTHS.items()],
        error_messages={"required": _("Please choose the month."), "invalid_choice": _("Please choose the month.")},
    )
    day = forms.IntegerField(
        label=_("On which day of it?"),
        help_text=_("Without one, it is the whole month."),
        min_value=1,
        max_value=31,
        required=False,
        error_messages={"invalid": _NUMBER, "min_value": _DAY, "max_value": _DAY},
    )
    year = forms.IntegerField(
        label=_("In which year?"),
        help_text=_("Only if you like. Nothing is counted from it."),
        min_value=EARLIEST_YEAR,
        max_value=LATEST_YEAR,
        required=False,
        error_messages={"invalid": _NUMBER, "min_value": _YEAR, "max_value": _YEAR},
    )
    every_year = forms.TypedChoiceField(
        label=_("Does it come again?"),
        choices=[("yes", ChoiceLabel(_("Every year"))), ("no", ChoiceLabel(_("Once")))],
        coerce=lambda chosen: chosen == "yes",
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
    day_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)

    def __init__(self, sent: Mapping[str, Any] | None, day: Day | None = None, *, name: str = "") -> None:
        """`day` is the one that is changed; `name` what a new one begins with."""
        super().__init__(sent, initial=_begun(day) if day else {"name": name} if name else None)

    def clean(self) -> dict[str, Any]:
        """The calendar has to have it, and what is once needs its year."""
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        when = self.when()
        if not when.every_year and when.year is None:
            self.add_error("year", _("Please write the year of a day that comes once."))
        elif not when.is_there:
            self.add_error("day", _("This month has no such day. Please look once more."))
        return given

    def when(self) -> When:
        """When it is, as it was answered."""
        return When(**{name: self.cleaned_data[name] for name in ("month", "day", "year", "every_year")})


def _begun(day: Day) -> dict[str, Any]:
    when = day.when
    return {"name": day.name, **when.as_kept(), "every_year": "yes" if when.every_year else "no"}


class PicksOurDay(forms.Form):
    """A form that asks for a day: one of the family's days can be picked instead of writing it."""

    asks_for: ClassVar[str]
    """The name of the field with the day."""

    ours = forms.TypedChoiceField(
        label=_("One of the days that matter to you"),
        help_text=_("Pick one here, or write a day below."),
        coerce=date.fromisoformat,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Please choose one of those that are here.")},
    )

    def offer_our_days(self, memorial: Memorial, today: date) -> None:
        """Offers those of the memorial that are still to come; where there are none, nothing is asked."""
        days = [(at.isoformat(), words) for at, words in days_to_pick(memorial, today)]
        if not days:
            del self.fields["ours"]
            return
        self.fields["ours"].choices = [("", _("None of them")), *days]  # type: ignore[attr-defined]
        self._needs_one = self.fields[self.asks_for].required
        self.fields[self.asks_for].required = False

    def clean(self) -> dict[str, Any]:
        """The day that was picked is the answer; another one beside it is a question."""
        given = super().clean() or self.cleaned_data
        if "ours" not in self.fields or {"ours", self.asks_for} & self.errors.keys():
            return given
        picked, written = given.pop("ours", None), given.get(self.asks_for)
        if picked and written and picked != written:
            self.add_error(self.asks_for, _("You have picked one of your days and written another. Which do you mean?"))
        elif picked:
            given[self.asks_for] = picked
        elif written is None and self._needs_one:
            self.add_error(self.asks_for, self.fields[self.asks_for].error_messages["required"])
        return given
