"""What those who lead are asked who want to know who wrote something, and whoever has to agree."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.safeguarding.forms import CHOOSE, prose
from snowdrop.safeguarding.vocabulary_of_names import LONGEST_REASON, MAY_BE_TOLD_LATER, TOLD_LATEST, Ground


class AskForm(forms.Form):
    """Why a name has to be known, and when whoever wrote is told."""

    ground = forms.ChoiceField(
        label=_("Why does the name have to be known?"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    reason = prose(
        _("What happened, and why nothing milder is enough"),
        required=_("Please write why. It stays written down."),
        help_text=_("The person who has to agree reads this. Whoever wrote does not."),
        most=LONGEST_REASON,
    )
    tell_on = forms.DateField(
        label=_("Whoever wrote is told on"),
        help_text=_("Leave it empty to have them told at once. Only a life, a child or the law is a reason to wait."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Please write the day as year-month-day.")},
    )

    def __init__(self, sent: Any, now: datetime) -> None:
        super().__init__(sent)
        self._now = now

    def clean(self) -> dict[str, Any]:
        """Being told later needs one of three grounds, and a day within a year."""
        given = super().clean() or {}
        day = given.get("tell_on")
        if day and given.get("ground") and given["ground"] not in MAY_BE_TOLD_LATER:
            self.add_error("tell_on", _("For this reason whoever wrote is told at once. Please leave the day empty."))
        elif day and not self._now.date() < day <= (self._now + TOLD_LATEST).date():
            self.add_error("tell_on", _("Please choose a day that is still to come, within a year."))
        return given

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.ask_who_wrote` takes it; a day begins in UTC."""
        given = self.cleaned_data
        day = given["tell_on"]
        tell_on = datetime.combine(day, datetime.min.time(), self._now.tzinfo) if day else None
        return {"ground": Ground(given["ground"]), "reason": given["reason"], "tell_on": tell_on}


class AgreeForm(forms.Form):
    """What the second person says."""

    agrees = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[("yes", _("I agree: the name has to be known")), ("no", _("No: it stays theirs"))],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    answer = prose(_("Why"), required=_("Please write why. It stays written down."), most=LONGEST_REASON)
