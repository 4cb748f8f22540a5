"""Why a moderator keeps a piece away."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.vocabulary import Because


class SealingForm(forms.Form):
    """One of the ready reasons; whoever reads first for the family is shown it, should they look."""

    because = forms.TypedChoiceField(
        label=_("Why is it kept away?"),
        choices=Because.choices,
        coerce=Because,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )
