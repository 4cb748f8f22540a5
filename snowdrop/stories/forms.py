"""What an author is asked about a story, and a reader who answers one. Forms never write."""

from __future__ import annotations

from typing import Any, Final
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.memorials.forms import Line, Prose
from snowdrop.stories.forms_of_circumstances import CircumstancesForm, begun_with, language_field
from snowdrop.stories.models import Story
from snowdrop.stories.vocabulary import ContentNote
from snowdrop.stories.vocabulary_of_telling import (
    LONGEST_ANSWER,
    LONGEST_NAME,
    LONGEST_REASON,
    LONGEST_STORY,
    LONGEST_TITLE,
    READER_NAMES,
    SOFT_NAMES,
    STEP_NAMES,
    Leaving,
    Reader,
    Soft,
    Step,
)

ALTERED: Final = _("This form could not be read. Please open the page again; your words are still below.")
CHANGED_MEANWHILE: Final = _(
    "This story was changed in another window since you opened it here. Your words are still below. To compare, open "
    "the story in a new window; to keep what is below instead, press the button once more."
)
NO_WORDS: Final = _("There are no words yet.")
_CHOOSE: Final = {"required": ALTERED, "invalid_choice": ALTERED}
_HIDDEN: Final = {"required": ALTERED, "invalid": ALTERED}


NOTES: Final = [choice for choice in ContentNote.choices if choice[0] != ContentNote.PHOTOS]
"""Stories have no pictures."""


def _label(names: tuple[Any, Any]) -> ChoiceLabel:
    return ChoiceLabel(*names)


class NameForm(forms.Form):
    """The step of the ladder, and the name that stands on it."""

    use_required_attribute = False
    step = forms.ChoiceField(
        label=_("Which name stands under it?"),
        help_text=_("You can move it up or down at any time. Nobody else is told, and nobody sees what stood there."),
        choices=[(step, _label(names)) for step, names in STEP_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    called = Line(label=_("The name, as it is to stand there"), most=LONGEST_NAME)

    def clean(self) -> dict[str, Any]:
        """A name is needed on every step but the first."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("step") not in (None, Step.NOBODY) and not cleaned.get("called"):
            self.add_error("called", _("Please write the name, or choose “No name” above."))
        return cleaned


class StoryForm(CircumstancesForm, NameForm):
    """A story that is to be told."""

    needs_words = True

    words = Prose(label=_("Your story"), most=LONGEST_STORY, rows=16)
    title = Line(label=_("Title"), most=LONGEST_TITLE)
    language = language_field(_("Language"), help_text=_("So that it is read aloud and found as it should be."))
    notes = forms.MultipleChoiceField(
        label=_("Does it speak of something that not everybody can read today?"),
        help_text=_("What you tick is said first, and the words stay folded until somebody opens them."),
        choices=NOTES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=_CHOOSE,
    )
    soft = forms.MultipleChoiceField(
        label=_("What may readers give back?"),
        help_text=_("One press each. Nothing is counted, and you are told only if you ask."),
        choices=[(soft, SOFT_NAMES[soft]) for soft in Soft],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=_CHOOSE,
    )
    words_welcome = forms.BooleanField(label=_("Words to me are welcome too"), required=False)
    reader = forms.ChoiceField(
        label=_("Who reads such words before you do?"),
        choices=[(reader, _label(names)) for reader, names in READER_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    may_be_found = forms.BooleanField(
        label=_("Search engines may show it"),
        help_text=_("Off, it is found here and nowhere else. What they have once copied they may keep for a while."),
        required=False,
    )
    story_id = forms.UUIDField(widget=forms.HiddenInput, error_messages=_HIDDEN)
    pen = forms.UUIDField(widget=forms.HiddenInput, error_messages=_HIDDEN)
    pen_before = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages=_HIDDEN)

    def __init__(self, data: Any = None, *, story: Story | None = None, language: str = "") -> None:
        """`story` is the one that is written on; a new one begins in this language."""
        initial = _begun(story) if story else _fresh(language)
        super().__init__(data.copy() if data is not None else None, initial=initial)
        _ask_for(self.fields["words"], needed=self.needs_words)
        if story is not None:
            self.fields["story_id"].disabled = True

    def said(self) -> dict[str, Any]:
        """What was said, as the acts take it."""
        names = ("words", "title", "language", "notes", "soft", "words_welcome", "reader", "may_be_found")
        named = {"step": self.cleaned_data["step"], "called": self.cleaned_data["called"]}
        return {**{name: self.cleaned_data[name] for name in names}, **named, "facets": self.gives()}

    def pens(self) -> dict[str, str]:
        """Which open page writes, and whose words it began with."""
        return {name: str(self.cleaned_data[name] or "") for name in ("pen", "pen_before")}

    def keep_both(self, pen: str) -> None:
        """Says that another page has changed the story; sent once more, these words stand."""
        self.data["pen_before"] = pen  # type: ignore[index] # a copy of our own
        self.add_error(None, CHANGED_MEANWHILE)


class UnfinishedStoryForm(StoryForm):
    """A story while it is being written: a name may still be missing, and what is out of order is left out."""

    needs_words = False

    def clean(self) -> dict[str, Any]:
        return self.cleaned_data


def _ask_for(field: forms.Field, *, needed: bool = True, problem: Any = NO_WORDS) -> None:
    """Makes words of one's own needed, and says so in plain words where they are missing."""
    field.required = needed
    field.error_messages["required"] = problem


def _fresh(language: str) -> dict[str, Any]:
    new = {"story_id": uuid4(), "pen": uuid4(), "language": language, "step": Step.NOBODY, "reader": Reader.SERVER}
    return new | {"soft": list(Soft)}


def _begun(story: Story) -> dict[str, Any]:
    said = story.said
    pens = {"story_id": story.pk, "pen": uuid4(), "pen_before": story.pen}
    return {"step": Step.NOBODY, "reader": Reader.SERVER, **said, **begun_with(said.get("facets", {})), **pens}


class WordsBackForm(forms.Form):
    """Words to an author."""

    use_required_attribute = False
    words = Prose(label=_("Your words"), most=LONGEST_ANSWER, rows=6)
    name = Line(label=_("A name, if you like"), most=LONGEST_NAME)

    def __init__(self, data: Any = None) -> None:
        """Words are needed here; everything else is a press of a button."""
        super().__init__(data)
        _ask_for(self.fields["words"])


class ReasonForm(forms.Form):
    """Why a story is not shown, for its author."""

    use_required_attribute = False
    why = Prose(label=_("Why it is not shown"), most=LONGEST_REASON, rows=4)

    def __init__(self, data: Any = None) -> None:
        """A reason is owed (trust.md 5.4)."""
        super().__init__(data)
        _ask_for(self.fields["why"], problem=_("Please say why, in words that somebody can bear to read."))


class LeavingForm(forms.Form):
    """What becomes of each story."""

    def __init__(self, stories: list[tuple[str, str]], data: Any = None) -> None:
        """`stories`: the id and what each is called."""
        super().__init__(data)
        for story_id, name in stories:
            self.fields[story_id] = forms.ChoiceField(
                label=name,
                initial=Leaving.STAYS,
                widget=forms.RadioSelect,
                error_messages=_CHOOSE,
                choices=[
                    (Leaving.STAYS, ChoiceLabel(_("It stays as it is"))),
                    (Leaving.TAKEN_BACK, ChoiceLabel(_("I take it back"), _("Nobody else finds it any more."))),
                    (
                        Leaving.WITHOUT_NAME,
                        ChoiceLabel(
                            _("It stays for others, without a name"),
                            _("We forget for good that it was yours. You cannot change it or take it back then."),
                        ),
                    ),
                ],
            )
