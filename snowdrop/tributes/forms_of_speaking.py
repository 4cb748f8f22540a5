"""What a helper is asked who writes for the family, and a keeper who makes it their own. Forms never write."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import Shown, all_audiences
from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.ids import new_id
from snowdrop.ground.languages import LANGUAGES
from snowdrop.memorials.forms_of_who_sees import AudienceField, WhoSeesForm
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import circles_of, name_of, thing_shown
from snowdrop.memorials.rules_of_speaking import NARROWEST, Reach
from snowdrop.memorials.vocabulary import LONGEST_LETTER, LONGEST_NAME, Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.forms import ALTERED, CHANGED_MEANWHILE, StandingForm, WordsField
from snowdrop.tributes.models_of_speaking import Spoken

_TO_READERS: Final[dict[Audience, tuple[Any, Any]]] = {
    Audience.HELPERS: (_("The family and its helpers"), ""),
    Audience.CIRCLES: (_("People in circles of the family"), _("In those that you tick, besides the helpers.")),
    Audience.LINK: (_("People with a private link"), _("And everybody in a circle of the family.")),
    Audience.MEMBERS: (_("Everybody who has signed in here"), _("And people with a private link.")),
    Audience.EVERYBODY: (_("Everybody"), _("Anyone with the address of the page.")),
}
SAID: Final = ("title", "words", "language", "name")


class SpeakingForm(WhoSeesForm, StandingForm):
    """What a helper says for the family, under their own name, to people whom the family allows.

    `unfinished` is for what is kept while somebody is writing.
    """

    title = WordsField(label=_("Title"), most=LONGEST_NAME, required=False)
    words = WordsField(
        label=_("What do you want to say for them?"),
        most=LONGEST_LETTER,
        lines=True,
        error_messages={"required": _("There are no words yet.")},
    )
    name = WordsField(
        label=_("Your name, as readers see it"),
        help_text=_("Above your words stands that you write for the family."),
        most=LONGEST_NAME,
        error_messages={"required": _("Please write your name. Every reader learns who writes for the family.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("Another language")), *LANGUAGES],
        required=False,
        error_messages={"invalid_choice": ALTERED},
    )
    audience = AudienceField(
        label=_("Who sees it?"),
        help_text=_("Those whom the family has chosen for it. Nobody sees it to whom the page itself is not open."),
        error_messages={"required": ALTERED, "invalid_choice": ALTERED},
    )
    spoken_id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": ALTERED, "invalid": ALTERED})
    pen = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": ALTERED, "invalid": ALTERED})
    pen_before = forms.UUIDField(widget=forms.HiddenInput, required=False, error_messages={"invalid": ALTERED})

    def __init__(
        self,
        viewer: Viewer,
        memorial: Memorial,
        reach: Reach,
        data: Any = None,
        *,
        spoken: Spoken | None = None,
        unfinished: bool = False,
    ) -> None:
        """`spoken` is what is changed."""
        if data is not None and "audience" in data and "circles" not in data:
            data = data.copy()
            data.setlist("circles", [])  # none is ticked
        super().__init__(data, initial=_begun(spoken) if spoken else _fresh(viewer, memorial))
        named = {circle: name for circle, name in circles_of(memorial).items() if circle in reach.up_to.circles}
        self.fields["audience"].choices = _within(reach, frozenset(named))  # type: ignore[attr-defined]
        self.fields["circles"].choices = [(str(one), name) for one, name in named.items()]  # type: ignore[attr-defined]
        self.fields["words"].widget.attrs["rows"] = 12
        if spoken is not None:
            self.fields["spoken_id"].disabled = True
        if unfinished:
            for name in ("words", "name", "audience"):
                self.fields[name].required = False

    circles_address = ""  # whoever helps makes no circle; where none is named to them, circles are not offered

    def given(self) -> dict[str, Any]:
        """What was answered, as the act takes it."""
        return {**self.written_so_far(), **{name: self.cleaned_data[name] for name in ("audience", "circles")}}

    def written_so_far(self) -> dict[str, Any]:
        """What was answered so far; who sees it is decided only by whoever presses the button."""
        pens = {name: str(self.cleaned_data[name] or "") for name in ("pen", "pen_before")}
        return {**{name: self.cleaned_data[name] for name in (*SAID, "spoken_id")}, **pens}

    def keep_both(self, pen: str) -> None:
        """Says that another page has changed it; sent once more, these words stand."""
        self.data["pen_before"] = pen  # type: ignore[index] # a copy of our own
        self.add_error(None, CHANGED_MEANWHILE)


class TakeOverForm(forms.Form):
    """Whether readers still learn who began what a keeper makes their own."""

    mark = forms.TypedChoiceField(
        label=_("What do readers see above it?"),
        coerce=lambda chosen: chosen == "begun",
        widget=forms.RadioSelect,
        initial="gone",
        error_messages={"required": _("Please choose one."), "invalid_choice": ALTERED},
    )

    def __init__(self, data: Any, name: str) -> None:
        super().__init__(data)
        begun = _("Begun by %(name)s for the family") % {"name": name}
        self.fields["mark"].choices = [  # type: ignore[attr-defined]
            ("gone", ChoiceLabel(_("Nothing"), _("It stands there as your own."))),
            ("begun", ChoiceLabel(f"“{begun}”", _("It is yours, and readers learn who began it."))),
        ]


def _within(reach: Reach, circles: frozenset[Any]) -> list[tuple[str, ChoiceLabel]]:
    """The audiences to which the helper may speak, the narrowest first."""
    shown = [Shown(row.name, circles if row.name == Audience.CIRCLES else frozenset()) for row in all_audiences()]
    return [(one.audience, ChoiceLabel(*_TO_READERS[Audience(one.audience)])) for one in shown if reach.includes(one)]


def _fresh(viewer: Viewer, memorial: Memorial) -> dict[str, Any]:
    assert viewer.person_id
    new = {"spoken_id": new_id(), "pen": new_id(), "language": memorial.language, "name": name_of(viewer.person_id)}
    return {**new, "audience": NARROWEST.audience, "circles": []}


def _begun(spoken: Spoken) -> dict[str, Any]:
    """What the helper has in hand, for those for whom they meant it last."""
    waits = spoken.waiting
    shown = waits.shown if waits else thing_shown(spoken.letter) if spoken.letter else NARROWEST
    to = {"audience": shown.audience, "circles": [str(circle) for circle in shown.circles]}
    return {**spoken.writing, **to, "spoken_id": spoken.id, "pen": new_id(), "pen_before": spoken.pen}
