"""What a reader may give to find stories like their own. Nothing is needed, and it lives in this visit alone."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.memorials.forms import Line
from snowdrop.stories.forms import NOTES
from snowdrop.stories.forms_of_circumstances import CircumstancesForm, begun_with, language_field
from snowdrop.stories.visit import Given
from snowdrop.stories.vocabulary import AXIS_NAMES, Axis, KindOfLoss

_LONGEST_WORDS: Final = 300
_PLACES: Final = ("matters_first", "matters_second", "matters_third")
_ANY: Final = ("", _("Nothing in particular"))


class FindForm(CircumstancesForm):
    """As much or as little as somebody wishes to give."""

    words = Line(
        label=_("In your own words"),
        help_text=_("Such as “our second daughter, at thirty weeks”. In any language, with or without accents."),
        most=_LONGEST_WORDS,
    )
    language = language_field(_("Language of the story"))
    matters_first = forms.ChoiceField(label=_("What matters most to you?"), required=False)
    matters_second = forms.ChoiceField(label=_("And then?"), required=False)
    matters_third = forms.ChoiceField(label=_("And then?"), required=False)
    hidden_kinds = forms.MultipleChoiceField(
        label=_("Kinds of loss"), required=False, widget=forms.CheckboxSelectMultiple, choices=KindOfLoss.choices
    )
    hidden_notes = forms.MultipleChoiceField(
        label=_("Stories that speak of"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=NOTES,
    )

    def __init__(self, given: Given, data: Any = None) -> None:
        """Begins with what was given before in this visit."""
        matters = dict(zip(_PLACES, given.matters, strict=False))
        others = {"words": given.words, "hidden_kinds": given.hidden_kinds, "hidden_notes": given.hidden_notes}
        super().__init__(data, initial={**begun_with(given.gives), **matters, **others})
        for name in _PLACES:
            self.fields[name].choices = [_ANY, *AXIS_NAMES.items()]  # type: ignore[attr-defined]

    def given(self) -> Given:
        """What was given, as it lives in this visit."""
        answers = self.cleaned_data
        language = {str(Axis.LANGUAGE): answers["language"]} if answers["language"] else {}
        matters = dict.fromkeys(answers[name] for name in _PLACES if answers[name])
        return Given(
            gives=self.gives() | language,
            matters=tuple(matters),
            words=answers["words"],
            hidden_kinds=tuple(answers["hidden_kinds"]),
            hidden_notes=tuple(answers["hidden_notes"]),
        )
