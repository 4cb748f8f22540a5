"""What keepers are asked about handing over, following them, and deleting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.memorials.forms import Line, Prose
from snowdrop.memorials.forms_of_invitations import InvitationForm
from snowdrop.memorials.models import Memorial, Successor
from snowdrop.memorials.vocabulary import LONGEST_WORDS, Purpose
from snowdrop.people.viewer import Viewer

ANSWERS: Final[dict[str, bool | None]] = {"yes": True, "no": False, "": None}
"""What a keeper says to something that takes all of them: yes, no, or nothing any more."""


class AnswerForm(forms.Form):
    """A keeper's answer: one press."""

    answer = forms.ChoiceField(choices=[(value, value) for value in ANSWERS], required=False)

    def agrees(self) -> bool | None:
        """The answer as the actions take it."""
        return ANSWERS[self.cleaned_data["answer"]]


class HandOverForm(InvitationForm):
    """An invitation to keep the memorial instead of whoever invites."""

    def __init__(self, sent: Mapping[str, Any] | None, viewer: Viewer, memorial: Memorial) -> None:
        super().__init__(sent, viewer, memorial)
        del self.fields["to"], self.fields["scopes"]
        self.fields["name"].label = _("Who keeps it after you?")
        self.fields["name"].help_text = _("A name that tells you, and those who keep it with you, who it is.")

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.invite` takes it."""
        given = {name: self.cleaned_data[name] for name in ("name", "address", "invitation_id")}
        return {**given, "purpose": Purpose.KEEPER, "circle": None}


class SuccessorForm(forms.Form):
    """Whom a keeper names to keep the memorial when they cannot."""

    name = Line(label=_("Who is it?"), help_text=_("A name that tells the others, if there are any, who it is."))
    address = forms.EmailField(
        label=_("Their address for mail"),
        help_text=_("If you give one, only whoever signs in with it can ask, even if somebody else finds the paper."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("This does not look like an address for mail. Please look once more.")},
    )
    words = Prose(
        label=_("Words for those who keep it with you"),
        help_text=_("Why it is this person, or what you wish. They read it when the time has come, not before."),
        most=LONGEST_WORDS,
        rows=4,
    )

    def __init__(self, sent: Mapping[str, Any] | None, successor: Successor | None) -> None:
        names = ("name", "address", "words")
        super().__init__(sent, initial={name: getattr(successor, name) for name in names} if successor else None)

    def clean(self) -> None:
        """A name or an address, so that keepers know who asks."""
        if not (self.cleaned_data.get("name") or self.cleaned_data.get("address") or self.errors):
            self.add_error("name", _("Please write a name, or an address for mail."))


class DeletionForm(forms.Form):
    """When a memorial is deleted: in thirty days, or, where one keeps it alone, at once."""

    when = forms.ChoiceField(
        label=_("When?"),
        widget=forms.RadioSelect,
        initial="later",
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )

    def __init__(self, sent: Mapping[str, Any] | None, *, is_alone: bool) -> None:
        super().__init__(sent)
        later = ChoiceLabel(
            str(_("In thirty days")), str(_("It is hidden now. Until then you can take it back, and all is as it was."))
        )
        now = ChoiceLabel(
            str(_("Now")),
            str(_("Within minutes, for good: nobody can bring it back. You show once more who you are.")),
        )
        self.fields["when"].choices = [("later", later), *([("now", now)] if is_alone else [])]  # type: ignore[attr-defined]

    @property
    def is_now(self) -> bool:
        """Whether it is to be final at once."""
        return self.is_valid() and self.cleaned_data["when"] == "now"
