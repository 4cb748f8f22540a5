"""What a keeper is asked who wants it quiet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.memorials.forms import Prose
from snowdrop.memorials.queries import OUR_WORDS, QuietRoom
from snowdrop.memorials.vocabulary import LONGEST_QUIET_WORDS


class QuietForm(forms.Form):
    """For whom it shall be quiet, until when, and what people read. `today` is the day where the keeper is."""

    for_all = forms.TypedChoiceField(
        label=_("For whom?"),
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "all",
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
    until = forms.DateField(
        label=_("Until a day"),
        help_text=_("On that day it ends by itself, and nobody is told. Left empty, it is quiet until you end it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Please write the day as 2026-05-31, or leave it empty.")},
    )
    words = Prose(
        label=_("What people read meanwhile"),
        most=LONGEST_QUIET_WORDS,
        rows=3,
    )

    def __init__(self, sent: Mapping[str, Any] | None, page: QuietRoom, *, today: date) -> None:
        super().__init__(sent, initial={"for_all": page.chosen, "until": page.until_day, "words": page.own_words})
        self._today = today
        self.fields["for_all"].choices = [  # type: ignore[attr-defined]
            ("all", ChoiceLabel(str(_("For all of us")), str(_("Any of you can end it, for all or for themselves.")))),
            ("me", ChoiceLabel(str(_("For me alone")), str(_("Nobody is told, and for the others nothing changes.")))),
        ]
        self.fields["until"].widget.attrs["min"] = today.isoformat()
        if page.is_kept_by_one:
            del self.fields["for_all"]
        self.fields["words"].help_text = _words_hint(page)

    def clean_until(self) -> date | None:
        """A day that is still to come."""
        until: date | None = self.cleaned_data["until"]
        if until and until <= self._today:
            raise forms.ValidationError(_("Please choose a day after today, or leave it empty."))
        return until

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.begin_quiet` takes it: whoever keeps it alone is all of them."""
        given = {"for_all": True, **self.cleaned_data}
        return given if given["for_all"] else {**given, "words": ""}


def _words_hint(page: QuietRoom) -> str:
    read = _("Whoever opens the page or sends something reads this. Left empty, they read: “%(words)s”")
    alone = "" if page.is_kept_by_one else " " + str(_("If it is quiet for you alone, they read nothing of it."))
    return read % {"words": OUR_WORDS} + alone
