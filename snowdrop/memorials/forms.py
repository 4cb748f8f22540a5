"""What the family is asked about its memorial. Nothing is required; forms read, and never write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from snowdrop.ground.drawing import Flower
from snowdrop.memorials import choices
from snowdrop.memorials.forms_of_who_sees import AudienceField, WhoSeesForm
from snowdrop.memorials.models import Memorial, Remembered
from snowdrop.memorials.queries import is_kept_by_one, page_shown
from snowdrop.memorials.vocabulary import LONGEST_NAME, LONGEST_STORY, LONGEST_WORDS, DateOf, Kind

_TOO_LONG: Final = _("There is room for %(limit_value)d letters. Nothing is lost; please shorten it a little.")
_CHOOSE: Final = {"required": _("Please choose one."), "invalid_choice": _("Please choose one of those that are here.")}
_MOST_DAYS: Final = 20
"""Days that matter of one who is remembered; more than anybody has written down, few enough for a page."""


class Line(forms.CharField):
    """A line of somebody's own words, in any script; it may be left empty."""

    def __init__(self, *, most: int = LONGEST_NAME, **others: Any) -> None:
        others.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(max_length=most, required=False, error_messages={"max_length": _TOO_LONG}, **others)


class Prose(Line):
    """Somebody's own words in paragraphs."""

    def __init__(self, *, most: int, rows: int, **others: Any) -> None:
        attributes = {"rows": rows, "data-behaviour": "count", "data-left-words": _("%s letters of room left")}
        super().__init__(most=most, widget=forms.Textarea(attrs=attributes), **others)

    def to_python(self, value: object) -> str:
        """Browsers end lines with two signs; one is counted and kept."""
        return str(super().to_python(str(value).replace("\r\n", "\n") if value else value))


class FlowerChoice(forms.ChoiceField):
    """One of the twelve flowers, each drawn."""

    def __init__(self, **others: Any) -> None:
        super().__init__(
            label=_("Which flower shall stand on its page?"),
            help_text=_("It gives the page its colour. You can change it at any time."),
            widget=forms.RadioSelect(attrs={"class": "flowers"}),
            error_messages=_CHOOSE,
            choices=choices.flowers,
            **others,
        )


class OpeningForm(forms.Form):
    """What is asked when a memorial is opened: as little as possible, and all of it can be left as it is."""

    title = Line(
        label=_("What shall it be called?"),
        help_text=_("A name, some words, or nothing. You can change it at any time."),
    )
    names = Line(
        label=_("Is there a name that you want to write here?"),
        help_text=_("One name, several, a pet name, or none. You can say afterwards if there is more than one baby."),
    )
    flower = FlowerChoice(initial=Flower.SNOWDROP.value, required=False)

    def clean_flower(self) -> str:
        """No flower chosen is a snowdrop."""
        return self.cleaned_data["flower"] or Flower.SNOWDROP.value


class WordsForm(forms.Form):
    """What the memorial says. It carries what it first showed, so that one keeper does not undo what another wrote."""

    title = Line(
        label=_("What is it called?"),
        help_text=_("It stands at the top of the page. Left empty, the names stand there, if there are any."),
        show_hidden_initial=True,
    )
    words = Prose(
        label=_("Your own words"),
        help_text=_("A line, or some paragraphs, for whoever opens the page. Letters have a room of their own."),
        most=LONGEST_WORDS,
        rows=8,
        show_hidden_initial=True,
    )
    language = forms.ChoiceField(
        label=_("In which language are your words?"),
        help_text=_("So that they are read aloud and set in the right way."),
        error_messages=_CHOOSE,
        choices=choices.languages,
        show_hidden_initial=True,
    )
    flower = FlowerChoice(show_hidden_initial=True)

    def __init__(self, sent: Mapping[str, Any] | None, memorial: Memorial) -> None:
        super().__init__(sent, initial={name: getattr(memorial, name) for name in self.base_fields})

    def changes(self) -> dict[str, str]:
        """Only what was changed in this form."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class NamesForm(forms.Form):
    """The first step of saying whom the memorial remembers."""

    names = Line(
        label=_("Is there a name?"),
        help_text=_("One name, several, a pet name, or none. It stands on the page as you write it."),
    )
    lives = forms.BooleanField(
        label=_("A brother or sister who lives"),
        help_text=_("The page then says that they are with you."),
        required=False,
    )


class DayForm(forms.Form):
    """A day that matters: which, and when, as the family says it. Nothing is worked out from it."""

    kind = forms.ChoiceField(
        label=_("Which day"),
        choices=[("", pgettext_lazy("a day that matters", "Not said")), *DateOf.choices],
        required=False,
        error_messages=_CHOOSE,
    )
    own = Line(label=_("What you call it"))
    when = Line(label=_("When"))

    def said(self) -> tuple[str, str] | None:
        """The day as it is kept, or nothing where nothing was written."""
        kind, own, when = (self.cleaned_data.get(name, "") for name in ("kind", "own", "when"))
        if kind not in {"", DateOf.OTHER}:
            return kind, when
        if kind or own or when:
            return own or DateOf.OTHER.value, when
        return None


DaysFormSet = forms.formset_factory(DayForm, extra=1, max_num=_MOST_DAYS, absolute_max=_MOST_DAYS)


class RememberedForm(NamesForm):
    """Everything that the family may say of one who is remembered."""

    field_order: ClassVar = ["names", "story", "lives"]

    story = Prose(
        label=_("What you want to tell"),
        help_text=_("In your own words, as much or as little as you like. It stands on the page."),
        most=LONGEST_STORY,
        rows=8,
    )

    def __init__(self, sent: Mapping[str, Any] | None, remembered: Remembered) -> None:
        super().__init__(sent, initial={name: getattr(remembered, name) for name in self.base_fields})
        days = [_as_asked(kind, when) for kind, when in remembered.dates]
        self.days = DaysFormSet(sent, initial=days, prefix="days")

    def clean(self) -> None:
        """The days belong to the answer."""
        if not self.days.is_valid():
            raise forms.ValidationError(_("Please look at the days once more."))

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.remember` takes it."""
        days = [day.said() for day in self.days]
        return {**self.cleaned_data, "dates": [day for day in days if day]}


class WelcomeForm(forms.Form):
    """What comfort is welcome, who reads it first, and what of it the page shows."""

    kinds = forms.MultipleChoiceField(
        label=_("Which kinds are welcome?"),
        help_text=_("People can send only what you tick. With none ticked the page asks for nothing."),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices-in-columns kinds"}),
        choices=choices.kinds,
        required=False,
        error_messages={"invalid_choice": _CHOOSE["invalid_choice"]},
    )
    faith_welcome = forms.TypedChoiceField(
        label=_("Are words of faith welcome?"),
        widget=forms.RadioSelect,
        choices=choices.faith,
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
        error_messages=_CHOOSE,
    )
    wishes = Prose(
        label=_("Is there something that you want people to know before they write?"),
        help_text=_("Such as “Please say her name”, or “We do not want flowers”. It stands above the form."),
        most=LONGEST_WORDS,
        rows=4,
    )
    on_the_page = forms.ChoiceField(
        label=_("What do visitors see of the comfort that came?"),
        widget=forms.RadioSelect,
        choices=choices.on_the_page,
        error_messages=_CHOOSE,
    )

    def __init__(self, sent: Mapping[str, Any] | None, memorial: Memorial) -> None:
        said = {name: getattr(memorial, name) for name in self.base_fields}
        super().__init__(sent, initial={**said, "faith_welcome": choices.FAITH_SAID[memorial.faith_welcome]})

    def clean_kinds(self) -> list[str]:
        """In our order, each once."""
        return [kind.value for kind in Kind if kind.value in self.cleaned_data["kinds"]]


class PublicationForm(WhoSeesForm):
    """Who may open the page. Something wider, or other circles than now, is asked once more, with what it means."""

    who_sees = "to"
    to = AudienceField(label=_("Who may open the page?"), error_messages=_CHOOSE)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, sent: Mapping[str, Any] | None, memorial: Memorial, asked: QueryDict | None = None) -> None:
        """`asked` is what somebody was about to choose when they went to look at it first."""
        self._now = page_shown(memorial)
        stands = {"to": self._now.audience, "circles": [str(circle) for circle in self._now.circles]}
        wanted = {"to": asked["to"], "circles": asked.getlist("circles")} if asked and "to" in asked else stands
        super().__init__(sent, initial=wanted)
        self.fields["to"].choices = choices.audiences(alone=is_kept_by_one(memorial))  # type: ignore[attr-defined]
        self.offer_circles(memorial)

    def needs_asking(self) -> bool:
        """Whether somebody could open the page who cannot now, and nobody has said yet that this is meant."""
        return not self.cleaned_data["sure"] and self.shown().reaches_further_than(self._now)


class NewLinkForm(forms.Form):
    """A name for a private link, for the keepers alone."""

    name = Line(label=_("Who is it for?"), help_text=_("Such as “Our neighbours”. Only you see this name."))


def _as_asked(kind: str, when: str) -> dict[str, str]:
    known = kind in DateOf.values
    return {"kind": kind if known else DateOf.OTHER.value, "own": "" if known else kind, "when": when}
