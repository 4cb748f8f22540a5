"""The form of the discreet look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from snowdrop.people.viewer import Viewer


class DiscreetForm(forms.Form):
    """What somebody wants discreet, and whether a key leaves. Nobody signed in is not asked about their mails."""

    here = forms.BooleanField(label=_("In this browser"), required=False)
    everywhere = forms.BooleanField(
        label=_("Wherever I sign in, and in my mails"),
        help_text=_("It holds at once on each of your devices, and for every mail from here on."),
        required=False,
    )
    by_key = forms.BooleanField(
        label=_("Pressing Shift three times leaves the page"),
        help_text=_("In this browser. Other keys in between do not count, so writing capitals is safe."),
        required=False,
    )

    def __init__(self, *args: Any, viewer: Viewer, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["here"].help_text = _("Tabs, bookmarks and the history say “%(name)s” beside a plain sign.") % {
            "name": settings.SNOWDROP.discreet_name
        }
        if not viewer.is_signed_in:
            del self.fields["everywhere"]
