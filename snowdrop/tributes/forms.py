"""What the family is asked when it writes a letter, adds photos, or says something about one. Forms never write."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import all_audiences, audience
from snowdrop.ground.drawing import Flower, draw_flower
from snowdrop.ground.form_rendering import NO_DRAWING, ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.ground.languages import LANGUAGES
from snowdrop.memorials.forms_of_who_sees import AudienceField, WhoSeesForm
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import Showing, page_is_open_words, page_shown, thing_shown
from snowdrop.memorials.vocabulary import FLOWER_NAMES, LONGEST_LETTER, LONGEST_NAME, Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import narrowest
from snowdrop.tributes.acting_on_letters import said_in
from snowdrop.tributes.models import AnyTribute, Clip, Letter, Photo
from snowdrop.tributes.vocabulary import LONGEST_CAPTION

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ALTERED: Final = _("This form could not be read. Please open the page again; your words are still below.")
_LEFT: Final = _("%s letters of room left")
_ALONE: Final = _("Nobody else sees it, not even those who keep this memorial with you.")
_TO_SHOW: Final = {
    Audience.ME: _ALONE,
    Audience.KEEPERS: _("You who keep this memorial. Nobody else, for as long as you like."),
    Audience.HELPERS: _("You who keep it, and the helpers whom you have asked."),
    Audience.CIRCLES: _("Those whom you let into the circles that you tick, and your helpers."),
    Audience.LINK: _("Whoever has a private link to the page, everybody in your circles, and your helpers."),
    Audience.MEMBERS: _("Anyone with an account on this server who has the address, and whoever has a private link."),
    Audience.EVERYBODY: _("Anyone with the address of the page."),
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


class StandingForm(forms.Form):
    """A form in which an answer that is missing altogether stands as it was; one that is empty is an answer."""

    def __init__(self, data: Any = None, files: Any = None, *, initial: dict[str, Any]) -> None:
        if data is not None:
            data = data.copy()
            for name in initial.keys() - data.keys():
                data.setlist(name, initial[name] if isinstance(initial[name], list) else [initial[name]])
        super().__init__(data, files, initial=initial)


class TributeForm(WhoSeesForm, StandingForm):
    """A form about something that is shared, and about who sees it: each choice says its exact effect beside it."""

    audience = AudienceField(label=_("Who sees it?"), error_messages={"required": ALTERED, "invalid_choice": ALTERED})

    def __init__(
        self, memorial: Memorial, data: Any = None, files: Any = None, *, initial: dict[str, Any], is_own: bool = True
    ) -> None:
        """`is_own` says that whoever is asked gave it, so that they may have it for themselves alone."""
        if data is not None and "audience" in data and "circles" not in data:
            data = data.copy()
            data.setlist("circles", [])  # none is ticked
        super().__init__(data, files, initial=initial)
        field = self.fields["audience"]
        field.choices = [one for one in audience_choices() if is_own or one[0] != Audience.ME]  # type: ignore[attr-defined]
        field.help_text = up_to_the_page(memorial)
        self.offer_circles(memorial)


class LetterForm(TributeForm):
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
    day = forms.DateField(
        label=_("A day, to set it in order"),
        help_text=_("Your letters stand in the order of these days. The day itself is not shown."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
        error_messages={"invalid": _("Please write the day as 2027-03-14, or leave it empty.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("So that it is read aloud and set as it should be."),
        choices=[("", _("Another language")), *LANGUAGES],
        required=False,
        error_messages={"invalid_choice": ALTERED},
    )
    letter_id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": ALTERED, "invalid": ALTERED})
    pen = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": ALTERED, "invalid": ALTERED})
    pen_before = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages={"invalid": ALTERED})
    after = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages={"invalid": ALTERED})

    def __init__(
        self,
        viewer: Viewer,
        memorial: Memorial,
        data: Any = None,
        *,
        letter: Letter | None = None,
        after: Letter | None = None,
        unfinished: bool = False,
    ) -> None:
        """`letter` is the one that is changed, `after` the one behind which a new one is written."""
        is_own = letter is None or letter.author_id == viewer.person_id
        super().__init__(memorial, data, initial=_begun(letter) if letter else _fresh(memorial, after), is_own=is_own)
        self.fields["dedication"].help_text = _in_their_words(memorial)
        self.fields["words"].widget.attrs["rows"] = 14
        if letter is not None:
            self.fields["letter_id"].disabled = True
        if unfinished:
            for name in ("words", "audience"):
                self.fields[name].required = False

    def given(self) -> dict[str, Any]:
        """What was answered, as the actions take it."""
        pens = {name: str(self.cleaned_data[name] or "") for name in ("pen", "pen_before", "day")}
        return {**self.cleaned_data, **pens}

    def written_so_far(self) -> dict[str, Any]:
        """What was answered so far; who sees it is decided only by whoever presses the button."""
        return {name: answer for name, answer in self.given().items() if name not in ("audience", "circles")}

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


class FileForm(TributeForm):
    """A form around files. What it says beside them may come first, and the file afterwards, in parts."""

    file_field: ClassVar[str]

    def __init__(self, memorial: Memorial, data: Any = None, files: Any = None) -> None:
        super().__init__(memorial, data, files, initial=unshown())

    @classmethod
    def of_announced(cls, memorial: Memorial, data: QueryDict, *, size: int) -> Self:
        """The form as if the file, which is still to come, lay in it."""
        return cls(memorial, data, MultiValueDict({cls.file_field: [UploadedFile(size=size)]}))

    def given(self) -> dict[str, Any]:
        """What was answered beside the files, as the actions take it."""
        return {name: answer for name, answer in self.cleaned_data.items() if name != self.file_field}


class AddPhotosForm(FileForm):
    """Photos, and who sees them."""

    file_field = "photos"
    photos = PhotosField(
        label=_("Photos"),
        help_text=_(
            "JPEG, PNG, WebP, HEIC or AVIF, one or many. The place and the device that a camera writes into a photo "
            "are not shown to anybody."
        ),
        error_messages={"required": _("No photo is chosen yet.")},
    )


class CoveredForm(TributeForm):
    """What is said of a photo or a clip, the cover over it, and who sees it."""

    words = WordsField(label=_("What is underneath the cover?"), most=LONGEST_NAME, required=False)
    alt = WordsField(label=_("What it shows"), most=LONGEST_CAPTION, lines=True, required=False)
    caption = WordsField(label=_("A line under it"), most=LONGEST_CAPTION, required=False)
    cover = forms.ChoiceField(
        label=_("Its cover"),
        help_text=_("Visitors open it by their own act."),
        widget=forms.RadioSelect(attrs={"class": "choices-in-columns"}),
        required=False,
        error_messages={"invalid_choice": ALTERED},
    )
    helps: ClassVar[dict[str, Any]]
    """What is said beside the words, for each kind in its own way."""

    def __init__(self, viewer: Viewer, covered: Photo | Clip, data: Any = None, **begun: Any) -> None:
        said = {name: getattr(covered, name) for name in ("words", "alt", "caption", "cover")}
        is_own = covered.author_id == viewer.person_id
        super().__init__(covered.memorial, data, initial={**said, **begun, **as_shown(covered)}, is_own=is_own)
        for name, words in self.helps.items():
            self.fields[name].help_text = words
        self.fields["alt"].widget.attrs["rows"] = 3
        self.fields["cover"].choices = cover_choices()  # type: ignore[attr-defined]


class PhotoForm(CoveredForm):
    """What is said of a photo, the cover over it, and who sees it."""

    helps: ClassVar[dict[str, Any]] = {
        "words": _("Said before somebody decides to look, such as “A photo of her hands”."),
        "alt": _("For people who cannot see it: their screen reader says this."),
        "caption": _("Stands under the photo, whether it is covered or not."),
    }


DRAWN: Final = "drawn"


class CoverForm(StandingForm):
    """What stands at the head of the memorial's page: the drawn cover, or one of the photos."""

    photo = forms.TypedChoiceField(
        label=_("What stands at the head of the page?"),
        coerce=lambda chosen: None if chosen == DRAWN else UUID(chosen),
        widget=forms.RadioSelect,
        error_messages={"required": ALTERED, "invalid_choice": ALTERED},
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


def cover_choices() -> list[tuple[str, ChoiceLabel]]:
    """Every flower as a cover, and none."""
    drawn = [(flower.value, ChoiceLabel(name, drawing=_small(flower))) for flower, name in FLOWER_NAMES.items()]
    return [*drawn, ("", ChoiceLabel(_("No cover"), _("Show it openly.")))]


def _small(flower: Flower) -> SafeString:
    return mark_safe(draw_flower(flower, "covers", size=44))


def unshown() -> dict[str, Any]:
    """Who sees something new until somebody chooses."""
    return {"audience": narrowest(), "circles": []}


def as_shown(tribute: AnyTribute) -> dict[str, Any]:
    """Who sees it now, as the form says it."""
    shown = thing_shown(tribute)
    return {"audience": shown.audience, "circles": [str(circle) for circle in shown.circles]}


def audience_choices() -> list[tuple[str, ChoiceLabel]]:
    """Every audience with its exact effect."""
    return [(row.name, ChoiceLabel(row.badge, _TO_SHOW[Audience(row.name)])) for row in all_audiences()]


def until_then(tribute: AnyTribute) -> tuple[str, ...]:
    """What is true until the day on which something is shown: who sees it, and that the page may not be open yet."""
    page = Showing(tribute.memorial)
    now = _("Until then it stays as it is. Who sees it now: %(whom)s.") % {"whom": page.words(page.of(tribute))}
    return tuple(filter(None, (now, up_to_the_page(tribute.memorial))))


def up_to_the_page(memorial: Memorial) -> str:
    """That a thing is never seen by more people than the page is open to, and who these are; "" for everybody."""
    shown = page_shown(memorial)
    if audience(shown.audience).is_published:
        return ""
    now = {"now": page_is_open_words(memorial, shown)}
    return _("%(now)s Nobody else sees anything on it, whatever is chosen here.") % now


def _fresh(memorial: Memorial, after: Letter | None) -> dict[str, Any]:
    """What a new letter begins with: of the one that it follows it keeps for whom it is, who signs it, its language."""
    new = {"letter_id": new_id(), "pen": new_id(), "language": memorial.language, **unshown()}
    if after:
        new |= {name: getattr(after, name) for name in ("dedication", "signed", "language")} | {"after": after.id}
    return new


def _begun(letter: Letter) -> dict[str, Any]:
    """What stands in the letter, or the newer words that wait beside it."""
    stands = said_in(letter) | as_shown(letter)
    return {**stands, **(letter.unfinished or {}), "letter_id": letter.id, "pen": new_id(), "pen_before": letter.pen}


def _in_their_words(memorial: Memorial) -> Any:
    name = next((one.names for one in memorial.remembereds.all() if one.names and not one.lives), "")
    if name:
        return _("In your own words, such as “For %(name)s”.") % {"name": name}
    return _("In your own words, such as “For our daughter” or “For my wife”.")
