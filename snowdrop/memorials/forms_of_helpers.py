"""What the family is asked about its helpers: what each of them does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import clock
from snowdrop.memorials import choices
from snowdrop.memorials.models import Helper
from snowdrop.memorials.vocabulary import Scope


class ScopesField(forms.TypedMultipleChoiceField):
    """What a helper does, each scope with one sentence of what it means."""

    def __init__(self, **others: Any) -> None:
        super().__init__(
            label=_("What shall they do?"),
            widget=forms.CheckboxSelectMultiple,
            choices=choices.scopes,
            coerce=Scope,
            error_messages={
                "required": _("Please choose one or more."),
                "invalid_choice": _("Please choose one of these."),
            },
            **others,
        )


class RestForm(forms.Form):
    """How long somebody rests who helps; without a day, until they come back."""

    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Without a day, until you come back."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Please write the day like 2026-11-30, or leave it empty.")},
    )

    def clean_until(self) -> datetime | None:
        """The day begins at midnight, where the server is; one that has come already is no rest."""
        day = self.cleaned_data["until"]
        if day is None:
            return None
        begins = timezone.make_aware(datetime.combine(day, time()))
        if begins <= clock.now():
            raise forms.ValidationError(_("Please choose a day that is still to come, or leave it empty."))
        return begins


class PartForm(forms.Form):
    """What somebody does who helps already."""

    scopes = ScopesField(
        help_text=_("It holds at once. They read on their page what has changed."),
    )

    def __init__(self, sent: Mapping[str, Any] | None, helper: Helper) -> None:
        super().__init__(sent, initial={"scopes": [one.scope for one in helper.grants.all()]})
