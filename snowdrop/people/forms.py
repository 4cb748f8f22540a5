"""The forms of signing in and of a person's own page."""

from __future__ import annotations

import struct
from typing import ClassVar, Final

from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.people.models import Person

_NOT_FROM_A_DEVICE: Final = (AttributeError, LookupError, TypeError, ValueError, struct.error)


class SignInForm(forms.Form):
    """One address. `visiting` makes the session end with the browser; `next` is where somebody was going."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autofocus": True}),
        error_messages={
            "required": _("Please write your e-mail address, so that we can send you a code."),
            "invalid": _("This is not a whole e-mail address yet. Please look once more."),
        },
    )
    visiting = forms.BooleanField(
        label=_("This is not my own device"),
        help_text=_("You are signed out when the browser is closed, or an hour after you last used it here."),
        required=False,
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_email(self) -> str:
        """As it is kept: in small letters. The code goes to this spelling and proves this spelling."""
        return str(self.cleaned_data["email"]).lower()


class CodeForm(forms.Form):
    """The code from the mail; spaces, lines between its digits and digits of any script are understood."""

    code = forms.CharField(
        label=_("The code from the mail"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "input-code",
                "autofocus": True,
                "spellcheck": "false",
            }
        ),
        error_messages={"required": _("Please write the code from the mail.")},
    )


class NameForm(forms.ModelForm):
    """What we may call somebody; an empty answer is an answer."""

    class Meta:
        model = Person
        fields: ClassVar = ["name"]
        help_texts: ClassVar = {"name": _("Families whom you help see it. Left empty, they see your address.")}
        widgets: ClassVar = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class _AnswerOfADevice(forms.Form):
    """What a device answers. The libraries trust its shape; here a wrong shape is a mistake in the form."""

    def full_clean(self) -> None:
        """Called by Django once."""
        try:
            super().full_clean()
        except _NOT_FROM_A_DEVICE:
            self.add_error(None, _("This is no answer of a device."))


class SignInWithPasskeyForm(_AnswerOfADevice, LoginWebAuthnForm):
    """The answer that signs somebody in."""


class AddPasskeyForm(_AnswerOfADevice, AddWebAuthnForm):
    """The answer of a device that has made a passkey."""
