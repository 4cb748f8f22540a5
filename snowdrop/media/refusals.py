"""Why a photograph or a recording could not be taken in, each with a sentence for the person who sent it."""

from __future__ import annotations

from typing import ClassVar, Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from snowdrop.media.vocabulary import LIMITS, RECORDING_LIMITS, Format, OtherKind

_ACCEPTED: Final = _("Photographs can be JPEG, PNG, WebP, HEIC or AVIF.")

_SEEMS: Final[dict[OtherKind, Promise]] = {
    OtherKind.PDF: _(
        "This file seems to be a PDF document. If there is a photograph in it, save that as a picture and send it."
    ),
    OtherKind.GIF: _("This file seems to be a GIF. Save it as JPEG or PNG and send that."),
    OtherKind.MARKUP: _(
        "This file seems to be a web page or a drawing made of text. Save it as JPEG or PNG and send that."
    ),
    OtherKind.VIDEO: _("This file seems to be a video. Choose a photograph here, or add the video as a clip."),
    OtherKind.SOUND: _(
        "This file seems to be a sound recording. Choose a photograph here, or add the recording as a voice note."
    ),
    OtherKind.ARCHIVE: _(
        "This file seems to be a folder of files or an office document. Send the photographs one by one."
    ),
    OtherKind.TIFF: _("This file seems to be a TIFF picture. Save it as JPEG or PNG and send that."),
    OtherKind.RAW: _("This file seems to be a raw picture from a camera. Save it as JPEG and send that."),
    OtherKind.JPEG_XL: _("This file seems to be a JPEG XL picture. Save it as JPEG and send that."),
    OtherKind.BITMAP: _("This file seems to be a bitmap or an icon. Save it as JPEG or PNG and send that."),
    OtherKind.DESIGN: _("This file seems to be a design document. Save it as JPEG or PNG and send that."),
    OtherKind.PROGRAM: _("This file seems to be a program, not a photograph. Look whether you chose the right file."),
}


class MediaRefused(Exception):
    """Something that is not kept; `sentence` says why to the person who sent it, and `code` to the row."""

    code: ClassVar[str]
    sentence: str | Promise


class PictureRefused(MediaRefused):
    """A photograph that is not kept."""


class NotAPicture(PictureRefused):
    """The first bytes are not those of a photograph; `kind` is what they seem to be, if that is known."""

    code = "not_a_picture"

    def __init__(self, kind: OtherKind | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        unknown = _("This file does not seem to be a photograph.")
        self.sentence = format_lazy("{seems} {accepted}", seems=_SEEMS[kind] if kind else unknown, accepted=_ACCEPTED)


class PictureTooLarge(PictureRefused):
    """More bytes or pixels than the limits allow."""

    code = "too_large"
    sentence = format_lazy(
        _(
            "This photograph is larger than can be kept here: {megabytes} MB, or {megapixels} million pixels, is the "
            "most. A smaller copy of it is welcome."
        ),
        megabytes=LIMITS.file_bytes // 2**20,
        megapixels=LIMITS.pixels // 10**6,
    )


class PictureDamaged(PictureRefused):
    """It begins like a photograph, and cannot be read to its end."""

    code = "damaged"
    sentence = _(
        "This photograph could not be read; a part of the file may be missing. Send it again, or another copy of it."
    )


class PictureTookTooLong(PictureRefused):
    """Reading it took more time than one photograph may take."""

    code = "took_too_long"
    sentence = _("This photograph took too long to prepare. Save it as JPEG, or smaller, and send that.")


class NoRoom(PictureRefused):
    """The disk is nearly full: nothing new is taken in, and all that is kept can still be looked at (trust.md C2)."""

    code = "no_room"
    sentence = _(
        "There is no room for more photographs or recordings here at the moment. This one was not kept. Please send it "
        "again later."
    )


class StoreAway(NoRoom):
    """The place where bytes are kept cannot be reached at the moment; what it keeps is safe."""

    code = "store_away"
    sentence = _(
        "The place where photographs and recordings are kept cannot be reached at the moment. This one was not kept. "
        "Please send it again later."
    )


class TooMuchAtOnce(PictureRefused):
    """More files, or more bytes in all, than one form may carry."""

    code = "too_much_at_once"
    sentence = _("These were too many photographs in one go. This one did not arrive; please send it again by itself.")


_BY_CODE: Final = {
    refusal.code: refusal
    for refusal in (NotAPicture, PictureTooLarge, PictureDamaged, PictureTookTooLong, NoRoom, StoreAway)
}


def refusal_by_code(code: str) -> PictureRefused:
    """The refusal that a row remembers by its code."""
    return _BY_CODE[code]()


class RecordingRefused(MediaRefused):
    """A video or a voice note that is not kept, or of which nothing can be made."""


class NotARecording(RecordingRefused):
    """The first bytes are not those of a video or a sound that is taken; `kind` is what they seem to be, if known."""

    code = "not_a_recording"

    def __init__(self, kind: Format | OtherKind | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        seems = _("This file does not seem to be a video or a sound recording.")
        if isinstance(kind, Format):
            seems = _("This file seems to be a photograph. It can be added as a photo.")
        elif kind in (OtherKind.VIDEO, OtherKind.SOUND):
            seems = _("This file seems to be a recording of a kind that cannot be played here.")
        self.sentence = format_lazy(
            "{seems} {accepted}",
            seems=seems,
            accepted=_("Videos can be MP4, MOV or WebM; voice notes can be MP3, M4A, AAC, Ogg, Opus, WebM or WAV."),
        )


class RecordingTooLarge(RecordingRefused):
    """More bytes than the limits allow."""

    code = "too_large"
    sentence = format_lazy(
        _(
            "This recording is larger than can be kept here: {megabytes} MB is the most. A shorter part of it, or a "
            "smaller copy, is welcome."
        ),
        megabytes=RECORDING_LIMITS.file_bytes // 2**20,
    )


class RecordingTooLong(RecordingRefused):
    """It takes longer to play than the limits allow."""

    code = "too_long"
    sentence = format_lazy(
        _("This recording is longer than can be kept here: {minutes} minutes is the most. A part of it is welcome."),
        minutes=RECORDING_LIMITS.seconds // 60,
    )


class RecordingTooFine(RecordingRefused):
    """More pixels, or more frames, than the limits allow."""

    code = "too_fine"
    sentence = _(
        "This recording has more detail than can be prepared here: 4K is the most. Save it smaller, such as in 1080p, "
        "and send that."
    )


class RecordingHoldsMore(RecordingRefused):
    """Other files are attached to it, or it has far more streams than a picture and a sound."""

    code = "holds_more"
    sentence = _(
        "This recording holds more than a video and its sound, such as files attached to it. Save the video by itself, "
        "as MP4, and send that."
    )


class RecordingIsEmpty(RecordingRefused):
    """Nothing in it can be seen or heard."""

    code = "empty"
    sentence = _("There is nothing in this recording that can be seen or heard here. Look whether it plays for you.")


class RecordingDamaged(RecordingRefused):
    """It begins like a recording, and cannot be read to its end."""

    code = "damaged"
    sentence = _(
        "This recording could not be read; a part of the file may be missing. Send it again, or another copy of it."
    )


class RecordingTookTooLong(RecordingRefused):
    """Making it ready took more time than its length allows."""

    code = "took_too_long"
    sentence = _("This recording took too long to prepare. Save it as MP4, or smaller, and send that.")


class RecordingTooHeavy(RecordingRefused):
    """Making it ready took more memory, or gave more bytes, than the limits allow."""

    code = "too_heavy"
    sentence = _("This recording needs more memory than there is here. Save it smaller, and send that.")


class NotCaptions(MediaRefused):
    """Words that are neither WebVTT nor SRT; the sentence names the line, if one can be named."""

    code = "not_captions"

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


_RECORDING_BY_CODE: Final[dict[str, type[MediaRefused]]] = {
    refusal.code: refusal
    for refusal in (
        NotARecording,
        RecordingTooLarge,
        RecordingTooLong,
        RecordingTooFine,
        RecordingHoldsMore,
        RecordingIsEmpty,
        RecordingDamaged,
        RecordingTookTooLong,
        RecordingTooHeavy,
        NoRoom,
        StoreAway,
    )
}


def recording_refusal_by_code(code: str) -> MediaRefused:
    """The refusal that the row of a recording remembers by its code."""
    return _RECORDING_BY_CODE[code]()
