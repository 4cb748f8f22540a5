"""What the family is asked about its helpers: what each of them does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import clock
from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.memorials import choices
from snowdrop.memorials.forms_of_who_sees import AudienceField, WhoSeesForm
from snowdrop.memorials.models import Helper, Memorial
from snowdrop.memorials.rules_of_speaking import Reach
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
        self._had = {one.scope for one in helper.grants.all()}
        super().__init__(sent, initial={"scopes": list(self._had)})

    def is_new(self, scope: Scope) -> bool:
        """Whether this was chosen, and they did not have it before."""
        return scope in set(self.cleaned_data["scopes"]) - self._had


class VoiceForm(WhoSeesForm):
    """To whom a helper may speak for the family at most, and whether a keeper reads it first."""

    who_sees = "up_to"
    up_to = AudienceField(
        label=_("To whom may they write for you, at most?"),
        help_text=_("They choose each time, no wider than this. Nobody ever sees more than the page is open to."),
        choices=choices.to_speak_to,
        error_messages={
            "required": _("Please choose one."),
            "invalid_choice": _("Please choose one of those that are here."),
        },
    )
    waits = forms.TypedChoiceField(
        label=_("Do you want to read it before others do?"),
        choices=[
            ("yes", ChoiceLabel(_("Yes, it waits for one of us"), _("Nobody sees it until one of you has said yes."))),
            ("no", ChoiceLabel(_("No, it is shown at once"), _("You find it here, and can take it back at any time."))),
        ],
        coerce=lambda chosen: chosen == "yes",
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one."),
            "invalid_choice": _("Please choose one of those that are here."),
        },
    )

    def __init__(self, sent: Mapping[str, Any] | None, memorial: Memorial, reach: Reach) -> None:
        """`reach` is how far it goes now."""
        circles = [str(one) for one in reach.up_to.circles]
        stands = {"up_to": reach.up_to.audience, "circles": circles, "waits": "yes" if reach.waits else "no"}
        super().__init__(sent, initial=stands)
        self.offer_circles(memorial)

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as `actions.say_how_far` takes it."""
        return {"up_to": self.shown(), "waits": self.cleaned_data["waits"]}
