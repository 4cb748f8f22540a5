"""The doors of what the family shares. All are closed but one: the picture, which asks for rights at every request."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.media.queries import open_rendition
from snowdrop.media.refusals import PictureRefused
from snowdrop.memorials.answering import sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions, screens
from snowdrop.tributes.forms import CHANGED_MEANWHILE, AddPhotosForm, CoverForm, LetterForm, PhotoForm, photo_choice
from snowdrop.tributes.handing_out import hand_out, hand_out_original
from snowdrop.tributes.models import AnyTribute, Letter, PageCover, Photo
from snowdrop.tributes.queries import SPOKEN, said_of
from snowdrop.tributes.rules import is_spoken
from snowdrop.tributes.screens_of_days import timing_of
from snowdrop.tributes.screens_of_said import said_for_the_family
from snowdrop.tributes.views_of_days import kept_tribute
from snowdrop.tributes.vocabulary import Way


@require_safe
def tributes(request: HttpRequest, slug: str) -> HttpResponse:
    """What we share: the family's list."""
    memorial = kept_memorial(request.viewer, slug)
    page = screens.share_page(request.viewer, memorial, photos_shown="photos" in request.GET)
    said = said_for_the_family(request.viewer, memorial, now=now())
    return render(request, "tributes/tributes.html", {"page": page, "said": said})


@require_POST
def move_tribute(request: HttpRequest, slug: str, tribute_id: UUID) -> HttpResponse:
    """Moves a letter, a photo or a clip one place."""
    tribute = kept_tribute(request.viewer, slug, tribute_id)
    way = Way.LATER if request.POST.get("way") == Way.LATER else Way.EARLIER
    actions.move(request.viewer, tribute, way=way, now=now())
    shown = "?photos=shown" if "photos" in request.POST else ""
    return redirect(f"{reverse('tributes', args=[slug])}{shown}#{tribute_id}")


def write_letter(request: HttpRequest, slug: str) -> HttpResponse:
    """A new letter."""
    memorial = kept_memorial(request.viewer, slug)
    return _letter(request, memorial, None, _letter_before(request, slug))


def letter(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """A letter that is there."""
    memorial = kept_memorial(request.viewer, slug)
    letter = _kept(Letter, request.viewer, slug).select_related(*SPOKEN).get(pk=letter_id)
    if is_spoken(letter):
        return redirect("said", slug, letter.spoken.id)
    return _letter(request, memorial, letter)


def _letter_before(request: HttpRequest, slug: str) -> Letter | None:
    """The letter behind which a new one is written, if there is one."""
    try:
        after = UUID((request.POST or request.GET).get("after", ""))
    except ValueError:
        return None
    return _kept(Letter, request.viewer, slug).filter(pk=after).first()


def _letter(
    request: HttpRequest, memorial: Memorial, letter: Letter | None, after: Letter | None = None
) -> HttpResponse:
    if request.method == "POST" and request.accepts("application/json") and not request.accepts("text/html"):
        return _keep_while_writing(request, memorial, letter)
    form = LetterForm(request.viewer, memorial, sent(request), letter=letter, after=after)
    if form.is_valid():
        try:
            with told_if_frozen(request, form):
                actions.write_letter(request.viewer, memorial, **form.given(), now=now())
                say_done(request, _("Your letter is kept."))
                return redirect("tributes", slug=memorial.slug)
        except actions.WrittenMeanwhile as meanwhile:
            form.keep_both(meanwhile.pen)
    page = screens.letter_page(request.viewer, memorial, letter)
    timing = timing_of(letter) if letter else None
    return render(request, "tributes/letter.html", {"page": page, "form": form, "timing": timing})


def _keep_while_writing(request: HttpRequest, memorial: Memorial, letter: Letter | None) -> JsonResponse:
    """The answer to a script: where the letter is now, or a sentence."""
    form = LetterForm(request.viewer, memorial, request.POST, letter=letter, unfinished=True)
    if not form.is_valid():
        return JsonResponse({"problem": str(next(iter(form.errors.values()))[0])}, status=422)
    try:
        kept = actions.keep_while_writing(request.viewer, memorial, **form.written_so_far(), now=now())
    except actions.WrittenMeanwhile:
        return JsonResponse({"problem": str(CHANGED_MEANWHILE)}, status=409)
    return JsonResponse({"address": reverse("letter", args=[memorial.slug, kept.id])} if kept else {})


def take_away_letter(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """Takes a letter away; the next page offers the way back."""
    return take_away(request, _kept(Letter, request.viewer, slug).get(pk=letter_id))


@require_POST
def put_back_letter(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """Puts a letter back."""
    return put_back(request, _kept(Letter, request.viewer, slug).get(pk=letter_id))


@require_POST
def show_years(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """Sets the years above the letters that belong together, or takes them off."""
    letter = _kept(Letter, request.viewer, slug).get(pk=letter_id)
    by_year = request.POST.get("by_year") == "yes"
    actions.show_years(request.viewer, letter, by_year=by_year, now=now())
    say_done(request, _("The years stand above them.") if by_year else _("No years stand above them."))
    return redirect("letter", slug=slug, letter_id=letter_id)


def let_go_of_unfinished(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """Lets go of new words that others do not see yet."""
    letter = _kept(Letter, request.viewer, slug).get(pk=letter_id)
    if request.method != "POST":
        return render(request, "tributes/question.html", {"page": screens.let_go_question(request.viewer, letter)})
    actions.let_go_of_unfinished(request.viewer, letter, now=now())
    say_done(request, _("The letter is as others see it."))
    return redirect("letter", slug=slug, letter_id=letter_id)


def take_away(request: HttpRequest, tribute: AnyTribute) -> HttpResponse:
    """Takes something away, after asking once; the next page offers the way back."""
    if request.method != "POST":
        return render(request, "tributes/question.html", {"page": screens.take_away_question(request.viewer, tribute)})
    actions.take_away(request.viewer, tribute, now=now())
    way_back = reverse(f"put_back_{tribute.noun}", args=[tribute.memorial.slug, tribute.id])
    say_done(request, _("It was taken away."), undo=way_back)
    return redirect("tributes", slug=tribute.memorial.slug)


def put_back(request: HttpRequest, tribute: AnyTribute) -> HttpResponse:
    """Puts something back where it was."""
    actions.put_back(request.viewer, tribute, now=now())
    say_done(request, _("It is back where it was."))
    return redirect("tributes", slug=tribute.memorial.slug)


def add_photos(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds one photo or many; each that cannot be taken in is named with the reason, and the others are kept."""
    memorial = kept_memorial(request.viewer, slug)
    form = AddPhotosForm(memorial, request.POST, request.FILES) if request.method == "POST" else AddPhotosForm(memorial)
    added: tuple[Photo, ...] = ()
    refused: Any = ()
    if form.is_valid():
        with told_if_frozen(request, form):
            added, refused = _take_in(request.viewer, memorial, form)
    if added and not refused:
        return _go_on(request, memorial, added)
    page = screens.AddPage(screens.frame_of(request.viewer, memorial), refused, bool(added))
    return render(request, "tributes/add_photos.html", {"page": page, "form": form})


def _take_in(viewer: Viewer, memorial: Memorial, form: AddPhotosForm) -> tuple[tuple[Photo, ...], Any]:
    added, refused = [], []
    for file in form.cleaned_data["photos"]:
        try:
            photo = actions.add_photo(viewer, memorial, upload=file, name=file.name, now=now(), **form.given())
        except PictureRefused as refusal:
            refused.append(screens.RefusedName(file.name, refusal.sentence))
        else:
            added.append(photo)
    return tuple(added), tuple(refused)


def _go_on(request: HttpRequest, memorial: Memorial, added: tuple[Photo, ...]) -> HttpResponse:
    say_done(request, _("It has arrived safely.") if len(added) == 1 else _("They have arrived safely."))
    if len(added) == 1:
        return redirect("photo", slug=memorial.slug, photo_id=added[0].id)
    return redirect("tributes", slug=memorial.slug)


def photo(request: HttpRequest, slug: str, photo_id: UUID) -> HttpResponse:
    """What is said of a photo, its cover, and who sees it."""
    memorial = kept_memorial(request.viewer, slug)
    photo = _kept(Photo, request.viewer, slug).select_related("picture").get(pk=photo_id)
    form = PhotoForm(request.viewer, photo, request.POST if request.method == "POST" else None)
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.describe_photo(request.viewer, photo, **form.cleaned_data, now=now())
            say_done(request, _("It is kept."))
            return redirect("tributes", slug=slug)
    page = screens.photo_page(request.viewer, memorial, photo)
    return render(request, "tributes/photo.html", {"page": page, "form": form, "timing": timing_of(photo)})


def take_away_photo(request: HttpRequest, slug: str, photo_id: UUID) -> HttpResponse:
    """Takes a photo away; the next page offers the way back."""
    return take_away(request, _kept(Photo, request.viewer, slug).get(pk=photo_id))


@require_POST
def put_back_photo(request: HttpRequest, slug: str, photo_id: UUID) -> HttpResponse:
    """Puts a photo back."""
    return put_back(request, _kept(Photo, request.viewer, slug).get(pk=photo_id))


@require_safe
def original(request: HttpRequest, slug: str, photo_id: UUID) -> HttpResponseBase:
    """The file as it came, for those who keep the memorial, to be saved under its own name."""
    kept = _kept(Photo, request.viewer, slug).standing().filter(pk=photo_id)
    return hand_out_original(request, kept, kept.select_related("picture").get().picture)


@login_not_required
@require_safe
def picture(request: HttpRequest, slug: str, photo_id: UUID, name: str) -> HttpResponseBase:
    """One size of a photo, or a part of its bytes; kept by caches only as the row of its audience says.

    Asked anew while a long one goes out.
    """
    seen = Photo.objects.visible_to(request.viewer).filter(memorial__slug=slug, pk=photo_id)
    photo = seen.select_related("picture", "memorial").get()
    return hand_out(request, seen, photo, open_rendition(photo.picture, name))


def cover(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands at the head of the page."""
    memorial = kept_memorial(request.viewer, slug)
    possible, shown = screens.possible_covers(request.viewer, memorial), "photos" in request.GET
    form = _cover_form(request, memorial, possible, shown)
    if form.is_valid():
        photos = {photo.id: photo for photo, *_rest in possible}
        actions.choose_cover(request.viewer, memorial, photos.get(form.cleaned_data["photo"]), now=now())
        say_done(request, _("The cover is chosen."))
        return redirect("tributes", slug=slug)
    page = screens.cover_page(request.viewer, memorial, has_photos=bool(possible), photos_shown=shown)
    return render(request, "tributes/cover.html", {"page": page, "form": form})


def _cover_form(request: HttpRequest, memorial: Memorial, possible: Any, shown: bool) -> CoverForm:
    choices = []
    for photo, ready, who_sees in possible:
        address = reverse("picture", args=[memorial.slug, photo.id, ready.renditions[1].name]) if shown else ""
        choices.append((photo.id, photo_choice(screens.name_of(photo), who_sees.now, address, said_of(photo))))
    chosen = PageCover.objects.filter(memorial=memorial).values_list("photo_id", flat=True).first()
    return CoverForm(choices, request.POST if request.method == "POST" else None, chosen=chosen)


def _kept(kind: Any, viewer: Viewer, slug: str) -> Any:
    """The letters, photos or clips of a memorial that the viewer keeps, with those that were taken away."""
    return kind.objects.kept_by(viewer).filter(memorial__slug=slug).select_related("memorial")
