"""What those who read first write."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.vocabulary import LONGEST_NOTE, Asked


class NoteForm(forms.Form):
    """A note from one who reads first to the others."""

    words = forms.CharField(
        label=_("A note for whoever reads next"),
        help_text=_("All who read first see it, those who keep the memorial too. Each of you can take it away."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("There are no words yet."),
            "max_length": _("There is room for %(limit_value)d letters. Please shorten it a little."),
        },
    )


class AskingForm(forms.Form):
    """What a sender is asked: ready sentences, words of one's own, or only whether they would change it."""

    sentences = forms.TypedMultipleChoiceField(
        label=_("What would help?"),
        help_text=_("They read it in their own language. You need not choose any."),
        choices=Asked.choices,
        coerce=Asked,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Please choose one of these.")},
    )
    words = forms.CharField(
        label=_("Words of your own"),
        help_text=_("They are not told who you are."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        error_messages={"max_length": _("There is room for %(limit_value)d letters. Please shorten it a little.")},
    )
    correction = forms.CharField(required=False, widget=forms.HiddenInput)
