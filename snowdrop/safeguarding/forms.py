"""What somebody is asked who reports, decides, appeals, answers, or writes down what was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.ids import new_secret
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import things
from snowdrop.safeguarding.things import Thing, UnknownHandle
from snowdrop.safeguarding.vocabulary_of_crisis import LONGEST_ANSWER, StepOfCase
from snowdrop.safeguarding.vocabulary_of_reports import LASTING, LONGEST_WORDS, Limit, Outcome, Rule, Topic

CHOOSE: Final = {"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")}
_PAGE: Final = _("The page as a whole")


def prose(
    label: Any, *, required: Any = None, help_text: Any = "", rows: int = 5, most: int = LONGEST_WORDS
) -> forms.CharField:
    """A field for words; `required` is what is said where there are none, or None where none are needed."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required is not None,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
        error_messages={"required": required or ""},
    )


class ReportForm(forms.Form):
    """Three fields, and, where a page shows several things, which one. The same for everybody who may see as much."""

    about = forms.ChoiceField(label=_("What is it about?"), required=False, error_messages=CHOOSE)
    topic = forms.ChoiceField(
        label=_("What is wrong?"), choices=Topic.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    words = prose(
        _("Tell us more"),
        help_text=_("As much or as little as you like. Where it stands, if that is hard to find."),
        rows=4,
    )
    reach = forms.EmailField(
        label=_("Your address for mail"),
        help_text=_("Only if you want to be told by mail. You can also look for yourself, without one."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": _("This is not a whole address for mail yet. Please look once more.")},
    )
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60, initial=new_secret)

    def __init__(self, sent: Mapping[str, Any] | None, viewer: Viewer, thing: Thing) -> None:
        super().__init__(sent)
        self._thing, parts = thing, things.parts_of(viewer, thing)
        choices = [("", _PAGE), *((things.handle_of(one.thing.kind, one.thing.id), one.label) for one in parts)]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
        if not parts:
            del self.fields["about"]

    def said(self) -> dict[str, Any]:
        """The answer, as `actions.report` takes it."""
        about, once = self.cleaned_data.get("about", ""), self.cleaned_data["once"]
        told = {name: self.cleaned_data[name] for name in ("topic", "words", "reach")}
        return told | {"thing": things.thing_with(about) if about else self._thing, "once": once or new_secret()}


class DecisionForm(forms.Form):
    """What a moderator decides, with everything that those whom it limits are owed."""

    limit = forms.ChoiceField(
        label=_("What do you decide?"), choices=Limit.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    until = forms.DateField(
        label=_("Until which day"),
        help_text=_("Needed for “later” and for a pause. A hidden thing without a day stays hidden."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Please write the day as year-month-day.")},
    )
    rule = forms.ChoiceField(label=_("On which rule does it rest?"), choices=[("", "—"), *Rule.choices], required=False)
    facts = prose(
        _("The facts, as those whom it limits will read them"),
        help_text=_("Calm and plain, without blame, and without a word of who reported it."),
    )

    def clean(self) -> dict[str, Any]:
        """What is limited needs a rule and facts; what lasts needs its end."""
        given = super().clean() or {}
        if given.get("limit") in (None, Limit.NOTHING):
            return given
        if not given.get("rule"):
            self.add_error("rule", _("Please choose the rule. They will ask."))
        if not given.get("facts"):
            self.add_error("facts", _("Please write what happened. They will ask."))
        if given["limit"] in LASTING and not given.get("until") and "until" not in self.errors:
            self.add_error("until", _("Please say until which day."))
        return given

    def said(self, now: datetime) -> dict[str, Any]:
        """The answer, as `actions.decide` takes it; a day counts to its end, in UTC."""
        given = self.cleaned_data
        day = given["until"]
        until = datetime.combine(day, datetime.min.time(), now.tzinfo) + timedelta(days=1) if day else None
        return {"limit": Limit(given["limit"]), "rule": given["rule"], "facts": given["facts"], "until": until}


class AppealForm(forms.Form):
    """Why somebody sees it otherwise; no word is needed."""

    words = prose(
        _("Why you see it otherwise"), help_text=_("You need not write anything. Somebody else looks all the same.")
    )


class AnswerForm(forms.Form):
    """What somebody who had no part in the decision makes of it."""

    outcome = forms.ChoiceField(
        label=_("What do you decide?"), choices=Outcome.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    reason = prose(_("Why, as they will read it"), required=_("Please write why. They are owed it."))


class NoteForm(forms.Form):
    """A note to the other moderators."""

    words = prose(_("A note for whoever comes next"), required=_("There are no words yet."), rows=3, most=1000)


class TopicsForm(forms.Form):
    """What a moderator leaves to the others."""

    topics = forms.MultipleChoiceField(
        label=_("Leave these to the others"),
        choices=Topic.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Please choose one of these.")},
    )


class StepForm(forms.Form):
    """What a lead did in a case, or their own words to whoever wrote."""

    STEPS: Final = (
        StepOfCase.NOTE,
        StepOfCase.ANSWERED,
        StepOfCase.EMERGENCY,
        StepOfCase.AGREED,
        StepOfCase.PERSON_TOLD,
        StepOfCase.DEBRIEFED,
        StepOfCase.CLOSED,
    )
    what = forms.ChoiceField(label=_("What did you do?"), widget=forms.RadioSelect, error_messages=CHOOSE)
    words = prose(
        _("In words"), help_text=_("An answer is shown to whoever wrote, as it stands here."), most=LONGEST_ANSWER
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        labels = dict(StepOfCase.choices) | {
            StepOfCase.ANSWERED.value: _("I answer whoever wrote, in these words"),
            StepOfCase.EMERGENCY.value: _("I have called emergency services, or would: this is why"),
            StepOfCase.AGREED.value: _("I agree with calling emergency services"),
            StepOfCase.CLOSED.value: _("I close it"),
        }
        self.fields["what"].choices = [(one.value, labels[one.value]) for one in self.STEPS]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An answer, a reason and a closing need words."""
        given = super().clean() or {}
        needs = {StepOfCase.ANSWERED, StepOfCase.EMERGENCY, StepOfCase.CLOSED, StepOfCase.NOTE}
        if given.get("what") in needs and not given.get("words"):
            self.add_error("words", _("There are no words yet."))
        return given


def thing_of(handle: str) -> Thing:
    """What an address is about; a handle that is not ours is about nothing that has a name, and looks the same."""
    if not handle:
        return things.Nothing
    try:
        return things.thing_with(handle)
    except UnknownHandle:
        return things.Nothing
