"""What somebody is asked who asks to see, and how the family answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.memorials.forms import Prose
from snowdrop.memorials.models import Circle, Memorial
from snowdrop.memorials.queries import circles_to_let_into
from snowdrop.memorials.vocabulary import LONGEST_NAME
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_LONGEST_WORDS: Final = 1000


class AskingForm(forms.Form):
    """Who asks, how an answer reaches them, and a few words. It is the same at every address."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As they know you."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Please write your name, so that they know who asks.")},
    )
    address = forms.EmailField(
        label=_("Your address for mail"),
        help_text=_("Only there can an answer reach you."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Please write your address, so that an answer can reach you."),
            "invalid": _("This is not a whole address for mail yet. Please look once more."),
        },
    )
    words = Prose(label=_("A few words"), help_text=_("Such as how you know each other."), most=_LONGEST_WORDS, rows=4)
    knock_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)

    def __init__(self, sent: Mapping[str, Any] | None, viewer: Viewer) -> None:
        person = Person.objects.filter(pk=viewer.person_id).first() if viewer.is_signed_in else None
        super().__init__(sent, initial={"name": person.name, "address": person.email} if person else None)

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.leave_knock` takes it."""
        return self.cleaned_data | {"knock_id": self.cleaned_data["knock_id"] or new_id()}


class LettingInForm(forms.Form):
    """Into which circle somebody is let who has asked: one of those into which the viewer may let them."""

    circle = forms.ChoiceField(
        label=_("Let them into a circle"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")},
    )

    def __init__(self, sent: Mapping[str, Any] | None, viewer: Viewer, memorial: Memorial) -> None:
        self._circles = {str(one.pk): one for one in circles_to_let_into(viewer, memorial)}
        super().__init__(sent, initial={"circle": next(iter(self._circles))} if len(self._circles) == 1 else None)
        labels = [(key, ChoiceLabel(one.name)) for key, one in self._circles.items()]
        self.fields["circle"].choices = labels  # type: ignore[attr-defined]

    @property
    def has_circles(self) -> bool:
        """Whether there is a circle to choose."""
        return bool(self._circles)

    def clean_circle(self) -> Circle:
        """The circle that was chosen."""
        return self._circles[self.cleaned_data["circle"]]
