"""Whom the family keeps out: addresses for mail, names, and people who are here already."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parseaddr
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.memorials.forms import Prose
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import who_is_here
from snowdrop.people.marks import name_mark

_MOST: Final = 10_000
_THEN: Final = (("blocks", ""), ("invite", ""))


class BlocksForm(forms.Form):
    """One line for each address and each name. `then` is where the family was going."""

    addresses = Prose(
        label=_("Addresses for mail"),
        help_text=_("One on each line. Other spellings of the same address are known too."),
        most=_MOST,
        rows=3,
    )
    names = Prose(
        label=_("Names"),
        help_text=_("One on each line. A name keeps out everybody who calls themselves so; an address is surer."),
        most=_MOST,
        rows=3,
    )
    here = forms.MultipleChoiceField(
        label=_("People who are here already"),
        help_text=_("They are out of everything at once: circles, helping, and whatever you have sent them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Please choose one of those that are here.")},
    )
    then = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=_THEN)

    def __init__(
        self, sent: Mapping[str, Any] | None, memorial: Memorial, *, then: str = "", is_quiet: bool = False
    ) -> None:
        """While it is quiet for the keeper, those who have asked to see are not named."""
        super().__init__(sent, initial={"then": then})
        self._here = {one.key: one for one in who_is_here(memorial, without_askers=is_quiet)}
        self.fields["here"].choices = [(key, one.words) for key, one in self._here.items()]  # type: ignore[attr-defined]
        if not self._here:
            del self.fields["here"]

    def clean_addresses(self) -> list[str]:
        """Each line, also one that was copied out of a mail with the name before it."""
        addresses = [parseaddr(line)[1] or line for line in _lines(self.cleaned_data["addresses"])]
        for address in addresses:
            before, _at, behind = address.rpartition("@")
            if not before or not behind or " " in address:
                raise forms.ValidationError(
                    _("This does not look like an address for mail: %(line)s"), params={"line": address}
                )
        return addresses

    def clean_names(self) -> list[str]:
        """Each line that has a letter in it."""
        return [name for name in _lines(self.cleaned_data["names"]) if name_mark(name)]

    def clean(self) -> None:
        """Somebody was meant."""
        if not self.errors and not any(self.cleaned_data.get(name) for name in ("addresses", "names", "here")):
            raise forms.ValidationError(_("Please write an address or a name, or choose somebody."))

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.keep_out` takes it."""
        here = [self._here[key] for key in self.cleaned_data.get("here", ())]
        return {
            "addresses": [*self.cleaned_data["addresses"], *(one.address for one in here if one.address)],
            "names": self.cleaned_data["names"],
            "people": [one.person for one in here if one.person],
        }


def _lines(text: str) -> list[str]:
    return [line.strip(" ,;") for line in text.splitlines() if line.strip(" ,;")]
