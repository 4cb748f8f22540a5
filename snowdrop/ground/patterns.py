"""The page of patterns: every component in every state, with made-up, careful samples, for builders and tests."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from snowdrop.ground import drawing
from snowdrop.ground.drawing.vocabulary import Flower
from snowdrop.ground.form_rendering import NO_DRAWING, ChoiceLabel

LONG_NAME = "Marguerite-Hyacinthe Oyelaran-Featherstonehaugh"
SCHEMES = ("morning", "night")
FLOWERS = tuple(flower.value for flower in Flower)


@dataclass(frozen=True, slots=True)
class SampleLetter:
    """A letter as `components/letter.html` reads it."""

    dedication: str
    paragraphs: tuple[str, ...]
    signed: str
    title: str = ""
    when: str = ""
    language: str = ""
    direction: str = "auto"
    note: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SamplePiece:
    """A piece of comfort as `components/comfort.html` reads it."""

    kind_drawing: SafeString
    kind_words: str
    paragraphs: tuple[str, ...]
    name: str
    about: str = ""
    when: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SamplePhoto:
    """A photo under its cover as `components/covered.html` reads it."""

    address: str
    alt: str
    width: int
    height: int
    cover: SafeString
    words: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class SampleDay:
    """A day that matters."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class SampleChoice:
    """One choice of a set."""

    value: str
    name: str
    more: str = ""
    drawing: SafeString = NO_DRAWING
    chosen: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class SampleLink:
    """One link of a menu."""

    address: str
    words: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """One scheme's half of the page, with a form of its own so that no two things share an id."""

    scheme: str
    form: forms.Form


@dataclass(frozen=True, slots=True)
class PatternsPage:
    """Everything that `ground/patterns.html` shows."""

    rooms: tuple[Room, ...]
    flowers: tuple[str, ...]
    letter: SampleLetter
    letter_from_the_right: SampleLetter
    pieces: tuple[SamplePiece, ...]
    photo: SamplePhoto
    days: tuple[SampleDay, ...]
    choices: tuple[SampleChoice, ...]
    links: tuple[SampleLink, ...]
    long_name: str = LONG_NAME


class SampleForm(forms.Form):
    """One field of every sort, as Django draws it through our templates."""

    name = forms.CharField(
        label="Your name", help_text="As they know you.", widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    reach = forms.EmailField(label="E-mail", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    words = forms.CharField(label="Your words", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    audience = forms.ChoiceField(label="Who may see this?", widget=forms.RadioSelect)
    language = forms.ChoiceField(label="Language", choices=[("en", "English"), ("cy", "Cymraeg"), ("ar", "العربية")])
    gentle = forms.MultipleChoiceField(
        label="What would you rather not read?",
        required=False,
        choices=[("pregnancy", "Another pregnancy"), ("faith", "Faith")],
        widget=forms.CheckboxSelectMultiple,
    )
    day = forms.DateField(label="A day", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    photo = forms.FileField(label="A photo", required=False)
    agreed = forms.BooleanField(label="Tell me by e-mail when it is there", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            ("me", ChoiceLabel("Only me", "Nobody else, until you change it.")),
            ("family", ChoiceLabel("Our family")),
            ("all", ChoiceLabel("Everybody", "Anyone with the address.", _kind("presence"))),
        ]


def sample_page() -> PatternsPage:
    """The page of patterns, the same at every call."""
    return PatternsPage(
        rooms=tuple(Room(scheme, _answered_form(scheme)) for scheme in SCHEMES),
        flowers=FLOWERS,
        letter=_letter(),
        letter_from_the_right=_letter_from_the_right(),
        pieces=_pieces(),
        photo=_photo(),
        days=(
            SampleDay("Her birthday", "1 November 2026"),
            SampleDay("The day we named her", "2 November 2026"),
        ),
        choices=(
            SampleChoice("words", "Words", drawing=_kind("words"), chosen=True),
            SampleChoice("candle", "A candle", "It is lit on their page.", _kind("candle")),
            SampleChoice("offer", "An offer of help", "Cooking, driving, sitting with them.", _kind("offer")),
            SampleChoice("prayer", "A prayer", "They would rather not have prayers.", refused=True),
        ),
        links=(
            SampleLink("#", "Page"),
            SampleLink("#", "Waiting room", here=True),
            SampleLink("#", "What we share"),
            SampleLink("#", "Who sees"),
        ),
    )


def _answered_form(scheme: str) -> SampleForm:
    answers = {"name": "", "reach": "ruth at home", "audience": "me", "language": "en"}
    return SampleForm({f"{scheme}-{name}": answer for name, answer in answers.items()}, prefix=scheme)


def _kind(kind: str) -> SafeString:
    return mark_safe(drawing.draw_kind(kind, size=44))


def _letter() -> SampleLetter:
    return SampleLetter(
        dedication="For Wren, who was here",
        paragraphs=(
            "Dear Wren,",
            "You had long fingers. The midwife said so, then your mother, and then we looked at them for a while.",
            "I had a list of things to show you. I will go on showing you these things.",
        ),
        signed="Your father",
        when="3 November",
        language="en",
    )


def _letter_from_the_right() -> SampleLetter:
    return SampleLetter(
        dedication="إلى ابنتنا",
        paragraphs=(
            "ابنتنا الحبيبة،",
            "كان المطر يهطل في ذلك الصباح. نريدك أن تعرفي صوت المطر.",
            "نحن نفكر فيك كل يوم.",
        ),
        signed="أمك وأبوك",
        mark=f"{LONG_NAME} writes for the family",
        language="ar",
        direction="rtl",
    )


def _pieces() -> tuple[SamplePiece, ...]:
    return (
        SamplePiece(
            _kind("words"),
            "Words",
            ("We lit the lamp in the kitchen window for Wren. You do not need to write back.",),
            "Ruth",
            "a friend of Ines",
        ),
        SamplePiece(_kind("candle"), "A candle", (), "Somebody who wishes to stay unnamed"),
        SamplePiece(
            _kind("memory"),
            "A memory",
            ("You could not choose between the two yellow blankets.", "I have kept the other one for you."),
            LONG_NAME,
        ),
        SamplePiece(_kind("prayer"), "A prayer", ("نحن نفكر فيكم وفي صغيرتكم كل يوم.",), "ليلى", language="ar"),
    )


def _photo() -> SamplePhoto:
    return SamplePhoto(
        address=static("ground/favicon.svg"),
        alt="A drawn snowdrop, in place of a photo",
        width=32,
        height=32,
        cover=mark_safe(drawing.draw_flower("forget-me-not", "patterns", size=320)),
        words="A photo of Wren’s hand",
        caption="The second morning.",
    )
