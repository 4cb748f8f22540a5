"""What the family is asked when it writes a letter, adds photos, or says something about one. Forms never write."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import all_audiences
from snowdrop.ground.drawing import Flower, draw_flower
from snowdrop.ground.form_rendering import NO_DRAWING, ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.ground.languages import LANGUAGES
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FLOWER_NAMES, LONGEST_LETTER, LONGEST_NAME
from snowdrop.tributes.models import Letter, Photo
from snowdrop.tributes.vocabulary import LONGEST_CAPTION

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ALTERED: Final = _("This form could not be read. Please open the page again; your words are still below.")
_LEFT: Final = _("%s letters of room left")
_TO_SHOW: Final = {
    "keepers": _("Nobody else, for as long as you like."),
    "link": _("Whoever has a private link to the page, once the page is open to them."),
    "everybody": _("Anyone with the address of the page, once the page is open to everybody."),
}


class WordsField(forms.CharField):
    """A text with one kind of line end and no control characters; too long is a sentence, and nothing is cut off."""

    def __init__(self, *, most: int, lines: bool = False, **options: Any) -> None:
        widget = forms.Textarea if lines else forms.TextInput
        attributes = {"data-behaviour": "count", "data-most": str(most), "data-left-words": _LEFT} if lines else {}
        super().__init__(widget=widget(attrs=attributes), **options)
        self.most = most

    def to_python(self, value: object) -> str:
        text = _CONTROLS.sub("", str(value or "").replace("\r\n", "\n").replace("\r", "\n"))
        return text.strip() if isinstance(self.widget, forms.TextInput) else text.strip("\n").rstrip()

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise forms.ValidationError(
                _("Longer than can be kept in one piece: %(most)s letters are the most. All of it is still here.")
                % {"most": f"{self.most:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")}
            )


class AudienceField(forms.ChoiceField):
    """Who sees something, from the table of audiences, in words; the narrowest first."""

    def __init__(self, **options: Any) -> None:
        rows = [(row.name, ChoiceLabel(row.badge, _TO_SHOW.get(row.name, ""))) for row in all_audiences()]
        super().__init__(
            label=_("Who sees it?"),
            choices=rows,
            widget=forms.RadioSelect,
            error_messages={"required": _ALTERED, "invalid_choice": _ALTERED},
            **options,
        )


class StandingForm(forms.Form):
    """A form in which an answer that is missing altogether stands as it was; one that is empty is an answer."""

    def __init__(self, data: Any = None, files: Any = None, *, initial: dict[str, Any]) -> None:
        if data is not None:
            data = data.copy()
            for name, standing in initial.items():
                data.setdefault(name, standing)
        super().__init__(data, files, initial=initial)


class LetterForm(StandingForm):
    """A letter. `unfinished` is for what is kept while somebody is writing: words may still be missing."""

    dedication = WordsField(label=_("For whom is it?"), most=LONGEST_NAME, required=False)
    title = WordsField(label=_("Title"), most=LONGEST_NAME, required=False)
    words = WordsField(
        label=_("Your letter"),
        most=LONGEST_LETTER,
        lines=True,
        error_messages={"required": _("There are no words yet.")},
    )
    signed = WordsField(label=_("Signed"), most=LONGEST_NAME, required=False)
    when = WordsField(
        label=_("Date"),
        help_text=_("As you would write it: a day, a month, a season."),
        most=LONGEST_NAME,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("So that it is read aloud and set as it should be."),
        choices=[("", _("Another language")), *LANGUAGES],
        required=False,
        error_messages={"invalid_choice": _ALTERED},
    )
    audience = AudienceField()
    letter_id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": _ALTERED, "invalid": _ALTERED})
    pen = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": _ALTERED, "invalid": _ALTERED})
    pen_before = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages={"invalid": _ALTERED})

    def __init__(
        self, memorial: Memorial, data: Any = None, *, letter: Letter | None = None, unfinished: bool = False
    ) -> None:
        super().__init__(data, initial=_begun(letter) if letter else _fresh(memorial))
        self.fields["dedication"].help_text = _in_their_words(memorial)
        self.fields["words"].widget.attrs["rows"] = 14
        if letter is not None:
            self.fields["letter_id"].disabled = True
        if unfinished:
            for name in ("words", "audience"):
                self.fields[name].required = False

    def given(self) -> dict[str, Any]:
        """What was answered, as the actions take it."""
        pens = {name: str(self.cleaned_data[name] or "") for name in ("pen", "pen_before")}
        return {**self.cleaned_data, **pens}

    def written_so_far(self) -> dict[str, Any]:
        """What was answered so far; who sees it is decided only by whoever presses the button."""
        return {name: answer for name, answer in self.given().items() if name != "audience"}

    def keep_both(self, pen: str) -> None:
        """Says that another page has changed the letter; sent once more, these words stand."""
        self.data["pen_before"] = pen  # type: ignore[index] # a copy of our own
        self.add_error(None, CHANGED_MEANWHILE)


CHANGED_MEANWHILE: Final = _(
    "This letter was changed in another window since you opened it here. Your words are still below. To compare, open "
    "the letter in a new window; to keep what is below instead, press the button once more."
)


class FileInput(forms.FileInput):
    """Chooses several files at once; `forms/field.html` knows it by its name."""

    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """One photo or several; what each of them is gets looked at when it is taken in."""

    def __init__(self, **options: Any) -> None:
        kinds = "image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif,.avif"
        super().__init__(widget=FileInput(attrs={"accept": kinds}), **options)

    def clean(self, data: list[UploadedFile], initial: Any = None) -> list[UploadedFile]:
        if self.required and not data:
            raise forms.ValidationError(self.error_messages["required"])
        return data


class AddPhotosForm(StandingForm):
    """Photos, and who sees them."""

    photos = PhotosField(
        label=_("Photos"),
        help_text=_(
            "JPEG, PNG, WebP, HEIC or AVIF, one or many. The place and the device that a camera writes into a photo "
            "are not shown to anybody."
        ),
        error_messages={"required": _("No photo is chosen yet.")},
    )
    audience = AudienceField()

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"audience": all_audiences()[0].name})


class PhotoForm(StandingForm):
    """What is said of a photo, the cover over it, and who sees it."""

    words = WordsField(
        label=_("What is underneath the cover?"),
        help_text=_("Said before somebody decides to look, such as “A photo of her hands”."),
        most=LONGEST_NAME,
        required=False,
    )
    alt = WordsField(
        label=_("What it shows"),
        help_text=_("For people who cannot see it: their screen reader says this."),
        most=LONGEST_CAPTION,
        lines=True,
        required=False,
    )
    caption = WordsField(
        label=_("A line under it"),
        help_text=_("Stands under the photo, whether it is covered or not."),
        most=LONGEST_CAPTION,
        required=False,
    )
    cover = forms.ChoiceField(
        label=_("Its cover"),
        help_text=_("Visitors open it by their own act."),
        widget=forms.RadioSelect(attrs={"class": "choices-in-columns"}),
        required=False,
        error_messages={"invalid_choice": _ALTERED},
    )
    audience = AudienceField()

    def __init__(self, photo: Photo, data: Any = None) -> None:
        shown = {name: getattr(photo, name) for name in ("words", "alt", "caption", "cover", "audience")}
        super().__init__(data, initial=shown)
        self.fields["alt"].widget.attrs["rows"] = 3
        drawn = [(flower.value, ChoiceLabel(name, drawing=_small(flower))) for flower, name in FLOWER_NAMES.items()]
        openly = ("", ChoiceLabel(_("No cover"), _("Show it openly.")))
        self.fields["cover"].choices = [*drawn, openly]  # type: ignore[attr-defined]


DRAWN: Final = "drawn"


class CoverForm(StandingForm):
    """What stands at the head of the memorial's page: the drawn cover, or one of the photos."""

    photo = forms.TypedChoiceField(
        label=_("What stands at the head of the page?"),
        coerce=lambda chosen: None if chosen == DRAWN else UUID(chosen),
        widget=forms.RadioSelect,
        error_messages={"required": _ALTERED, "invalid_choice": _ALTERED},
    )

    def __init__(self, photos: list[tuple[UUID, ChoiceLabel]], data: Any = None, *, chosen: UUID | None = None) -> None:
        super().__init__(data, initial={"photo": chosen or DRAWN})
        drawn = (DRAWN, ChoiceLabel(_("The drawn flowers"), _("For everybody who may open the page.")))
        self.fields["photo"].choices = [drawn, *photos]  # type: ignore[attr-defined]


def photo_choice(name: str, who_sees: Any, address: str, alt: str) -> ChoiceLabel:
    """A photo as a choice; its picture only where the family asked to see the photos."""
    image: SafeString = (
        format_html('<img class="choice-photo" src="{}" alt="{}" width="88" height="66" loading="lazy">', address, alt)
        if address
        else NO_DRAWING
    )
    return ChoiceLabel(name, who_sees, image)


def _small(flower: Flower) -> SafeString:
    return mark_safe(draw_flower(flower, "covers", size=44))


def _fresh(memorial: Memorial) -> dict[str, Any]:
    narrowest = all_audiences()[0].name
    return {"letter_id": new_id(), "pen": new_id(), "language": memorial.language, "audience": narrowest}


def _begun(letter: Letter) -> dict[str, Any]:
    """What stands in the letter, or the newer words that wait beside it."""
    names = ("dedication", "title", "words", "signed", "when", "language", "audience")
    stands = {name: getattr(letter, name) for name in names}
    return {**stands, **(letter.unfinished or {}), "letter_id": letter.id, "pen": new_id(), "pen_before": letter.pen}


def _in_their_words(memorial: Memorial) -> Any:
    name = next((one.names for one in memorial.remembereds.all() if one.names and not one.lives), "")
    if name:
        return _("In your own words, such as “For %(name)s”.") % {"name": name}
    return _("In your own words, such as “For our daughter” or “For my wife”.")
