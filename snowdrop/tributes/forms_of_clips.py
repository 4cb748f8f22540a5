"""What the family is asked of a clip: the file, what is said of it, its captions. Forms never write."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.form_rendering import ChoiceLabel
from snowdrop.ground.languages import LANGUAGES
from snowdrop.media.captions import LONGEST
from snowdrop.media.uploads import RefusedFile
from snowdrop.media.vocabulary import LIMITS
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.forms import ALTERED, CoveredForm, FileForm, WordsField
from snowdrop.tributes.models import Clip

_KINDS: Final = "video/*,audio/*,.mov,.mp4,.m4v,.webm,.m4a,.mp3,.ogg,.opus,.wav,.aac,.mkv"

MOST_IN_ONE_GO: Final = LIMITS.file_bytes // 2**20
"""Megabytes of a file that comes in the form itself: all of it is in memory then (media/uploads.py)."""

_TOO_LARGE_FOR_ONE_GO: Final = format_lazy(
    _(
        "This file is too large to be sent in one go, and without scripts this browser sends it so: {megabytes} MB is "
        "the most. With scripts, or from another device, it comes in parts and may be much larger."
    ),
    megabytes=MOST_IN_ONE_GO,
)


class ClipField(forms.FileField):
    """A video or a voice note; what it really is gets looked at when it is taken in."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.FileInput(attrs={"accept": _KINDS}), **options)

    def clean(self, data: UploadedFile | None, initial: Any = None) -> UploadedFile:
        if data is None:
            raise forms.ValidationError(self.error_messages["required"])
        if isinstance(data, RefusedFile):
            raise forms.ValidationError(_TOO_LARGE_FOR_ONE_GO)
        return data


class AddClipForm(FileForm):
    """A video or a voice note, and who sees it."""

    file_field = "clip"
    clip = ClipField(
        label=_("A video or a voice note"),
        help_text=_(
            "From a phone or a camera, as it is. The place and the device that are written into it are not shown to "
            "anybody."
        ),
        error_messages={"required": _("No file is chosen yet.")},
    )


class ClipForm(CoveredForm):
    """What is said of a clip, the still that stands for it, the cover over it, and who sees it."""

    still = forms.ChoiceField(
        label=_("The picture that stands for it"),
        help_text=_("Seen once the cover is opened, before it plays. It is kept with what you say below."),
        widget=forms.RadioSelect(attrs={"class": "choices-in-columns", "form": "described"}),
        required=False,
        error_messages={"invalid_choice": ALTERED},
    )
    helps: ClassVar[dict[str, Any]] = {
        "words": _("Said before somebody decides to look or listen, such as “Her father sings to her”."),
        "alt": _("For people who cannot see or hear it."),
        "caption": _("Stands under it, whether it is covered or not."),
    }

    def __init__(
        self,
        viewer: Viewer,
        clip: Clip,
        data: Any = None,
        *,
        stills: list[tuple[str, ChoiceLabel]] | None = None,
        still: str = "",
    ) -> None:
        super().__init__(viewer, clip, data, still=still)
        self.fields["alt"].label = _("What happens in it")
        self.fields["still"].choices = stills or []  # type: ignore[attr-defined]
        if not stills:
            del self.fields["still"]


class CaptionsForm(forms.Form):
    """What is said in a clip, as captions in one language; a file fills the words in."""

    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, error_messages={"invalid_choice": ALTERED, "required": ALTERED}
    )
    words = WordsField(
        label=_("What is said, and when"),
        most=LONGEST,
        lines=True,
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file with captions"),
        help_text=_("WebVTT or SRT. It takes the place of what is written above."),
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
        required=False,
    )

    def __init__(self, data: Any = None, files: Any = None, *, initial: dict[str, Any]) -> None:
        super().__init__(data, files, initial=initial)
        self.fields["words"].widget.attrs |= {"rows": 12, "class": "captions-words", "spellcheck": "true"}

    def clean(self) -> dict[str, Any]:
        """The words of the file, if there is one."""
        given = super().clean() or self.cleaned_data
        file = given.pop("file", None)
        if file:
            if file.size > 4 * LONGEST:
                self.add_error("file", _("This file is too long for captions."))
            else:
                given["words"] = _text_of(file.read())
        return given


def _text_of(content: bytes) -> str:
    """Captions are UTF-8; older SRT files often are not, and are read as what they mostly are then."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
