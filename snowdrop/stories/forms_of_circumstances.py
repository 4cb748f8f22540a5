"""Circumstances, as authors and readers are asked for them: each may be left open, and nothing is worked out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snowdrop.ground.languages import LANGUAGES
from snowdrop.memorials.forms import Line
from snowdrop.stories.vocabulary import CHOICES, IN_OWN_WORDS, MOST_WEEKS, Axis

RATHER_NOT: Final = ("", _("Rather not say"))
_LONGEST_OWN: Final = 60
_CHILDREN: Final = "children"
_WRONG: Final = {"invalid_choice": _("Please choose one of those that are here.")}

_MONTHS: Final = (
    (0, _("Less than a month")),
    (2, _("One to three months")),
    (4, _("Three to six months")),
    (9, _("Six months to a year")),
    (18, _("One to two years")),
    (42, _("Two to five years")),
    (90, _("Five to ten years")),
    (180, _("Ten to twenty years")),
    (300, _("More than twenty years")),
)
"""How long ago, in months from the middle of each span; nobody is asked for a day."""

_LIVING: Final = (
    (0, _("None")),
    (1, pgettext_lazy("living children", "One")),
    (2, pgettext_lazy("living children", "Two")),
    (3, pgettext_lazy("living children", "Three or more")),
)

_LABELS: Final[Mapping[str, Any]] = {
    Axis.KIND_OF_LOSS: _("What happened"),
    Axis.MONTHS_SINCE: _("How long ago"),
    Axis.GESTATION_WEEKS: _("How many weeks the pregnancy lasted"),
    Axis.FIRST_OR_AGAIN: _("Was it the first loss?"),
    Axis.MULTIPLES: _("Twins, triplets or more"),
    Axis.DECISION_INVOLVED: _("Did a decision have to be made?"),
    _CHILDREN: _("Living children"),
    Axis.ROLE: _("Who you are"),
    Axis.PARTNER_SITUATION: _("With or without a partner"),
    Axis.LGBTQ: _("An LGBTQ+ family"),
    Axis.FAITH: _("Faith"),
    Axis.BACKGROUND: _("Background"),
    Axis.COUNTRY: _("Country"),
    Axis.FERTILITY_TREATMENT: _("Fertility treatment"),
    Axis.PLACE_OF_CARE: _("Where care happened"),
}

WHAT_HAPPENED: Final = (
    Axis.KIND_OF_LOSS,
    Axis.MONTHS_SINCE,
    Axis.GESTATION_WEEKS,
    Axis.FIRST_OR_AGAIN,
    Axis.MULTIPLES,
    Axis.DECISION_INVOLVED,
)
WHO: Final = (
    Axis.ROLE,
    _CHILDREN,
    Axis.PARTNER_SITUATION,
    Axis.LGBTQ,
    Axis.FAITH,
    Axis.BACKGROUND,
    Axis.COUNTRY,
)
CARE: Final = (Axis.FERTILITY_TREATMENT, Axis.PLACE_OF_CARE)
"""The groups in which they are asked."""


class CircumstancesForm(forms.Form):
    """Every circumstance, all of them open to be left."""

    use_required_attribute = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in (*WHAT_HAPPENED, *WHO, *CARE):
            self.fields[str(name)] = _field(name)

    @property
    def what_happened(self) -> list[forms.BoundField]:
        """The fields of the first group."""
        return self._group(WHAT_HAPPENED)

    @property
    def who(self) -> list[forms.BoundField]:
        """The fields of the second group."""
        return self._group(WHO)

    @property
    def care(self) -> list[forms.BoundField]:
        """The fields of the third group."""
        return self._group(CARE)

    def _group(self, names: Iterable[str]) -> list[forms.BoundField]:
        return [self[str(name)] for name in names]

    def gives(self) -> dict[str, Any]:
        """What was given, by axis; what was left open is not there."""
        given = {str(name): self.cleaned_data.get(str(name)) for name in (*WHAT_HAPPENED, *WHO, *CARE)}
        children = given.pop(_CHILDREN)
        if children:
            given[Axis.NO_LIVING_CHILDREN] = "no" if int(children) else "yes"
            given[Axis.LIVING_CHILDREN] = int(children)
        if given[Axis.MONTHS_SINCE]:
            given[Axis.MONTHS_SINCE] = int(given[Axis.MONTHS_SINCE] or 0)
        return {str(name): one for name, one in given.items() if one not in (None, "", [])}


def begun_with(gives: Mapping[str, Any]) -> dict[str, Any]:
    """What a form of circumstances begins with, for what was given before."""
    children = gives.get(Axis.LIVING_CHILDREN)
    return {**gives, _CHILDREN: "" if children is None else str(children)}


def _field(name: str) -> forms.Field:
    label = _LABELS[name]
    if name == Axis.KIND_OF_LOSS:
        more = _("In your own terms; as many as are true. Nobody works this out from weeks.")
        return forms.MultipleChoiceField(
            label=label,
            help_text=more,
            required=False,
            choices=CHOICES[Axis.KIND_OF_LOSS].choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages=_WRONG,
        )
    if name == Axis.GESTATION_WEEKS:
        wrong = _("Please write a number of weeks, or leave it empty.")
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), wrong)
        return forms.IntegerField(
            label=label, required=False, min_value=0, max_value=MOST_WEEKS, error_messages=messages
        )
    if name in IN_OWN_WORDS:
        return Line(label=label, most=_LONGEST_OWN, help_text=_("In your own words."))
    return forms.ChoiceField(label=label, required=False, choices=[RATHER_NOT, *_choices(name)], error_messages=_WRONG)


def _choices(name: str) -> Iterable[tuple[str, str | Promise]]:
    if name == Axis.MONTHS_SINCE:
        return [(str(months), words) for months, words in _MONTHS]
    if name == _CHILDREN:
        return [(str(number), words) for number, words in _LIVING]
    return CHOICES[Axis(name)].choices


def language_field(label: Any, **options: Any) -> forms.ChoiceField:
    """A language by its own name, or none said."""
    return forms.ChoiceField(
        label=label, required=False, choices=[RATHER_NOT, *LANGUAGES], error_messages=_WRONG, **options
    )
