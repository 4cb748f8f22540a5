"""The family chooses who reads first; it can choose anew at any time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from snowdrop.comfort.forms_of_rules import FirstReadingForm
from snowdrop.comfort.pages_of_rules import first_reading_page
from snowdrop.ground import clock
from snowdrop.memorials.actions import choose_first_reading
from snowdrop.memorials.answering import ask, done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.models import ReadingRule


@require_http_methods(["GET", "HEAD", "POST"])
def first_reading(request: HttpRequest, slug: str) -> HttpResponse:
    """Who reads first, and choosing it."""
    memorial = kept_memorial(request.viewer, slug)
    rule = ReadingRule.objects.standing(memorial.pk)
    circles = [(str(one.pk), one.name) for one in memorial.circles.order_by("made_at", "id")]
    form = FirstReadingForm(sent(request), memorial, rule, circles)
    if form.is_valid():
        with told_if_frozen(request, form):
            choose_first_reading(request.viewer, memorial, **form.said(), now=clock.now())
            words = _("It holds for what comes from now on. What is there already stays where it is.")
            return done(request, words, "first_reading", slug)
    return ask(request, "comfort/first_reading.html", form, first_reading_page(request.viewer, memorial, rule))


@require_POST
def let_held_pass(request: HttpRequest, slug: str) -> HttpResponse:
    """The choice that stands is to hold for what is held now, too. What it finds is not told: it may be quiet."""
    memorial = kept_memorial(request.viewer, slug)
    rule = ReadingRule.objects.standing(memorial.pk)
    if rule:
        chosen = {"choice": rule.first_reading, "circles": rule.circles}
        choose_first_reading(request.viewer, memorial, **chosen, held_too=True, now=clock.now())
    return done(request, _("It holds now for what came before, too."), "first_reading", slug)
