"""The doors of reporting, its receipt, and the notice of a decision: open to everybody who has their address."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.safeguarding import actions, queries
from snowdrop.safeguarding.forms import AppealForm, ReportForm, thing_of
from snowdrop.safeguarding.queries_of_years import NoSuchYear, year_page
from snowdrop.safeguarding.things import handle_of

show_or_take = require_http_methods(["GET", "HEAD", "POST"])
_TOO_OFTEN = gettext_lazy(
    "Much was reported from here just now. Please send it again in an hour; your words are still here."
)


@login_not_required
@show_or_take
def report_thing(request: HttpRequest, thing: str = "") -> HttpResponse:
    """Reports something; whatever the address names, and whoever asks, the answer is of one kind."""
    form, status = ReportForm(request.POST or None, request.viewer, thing_of(thing)), 200
    if form.is_valid():
        if ratelimit.consume(request, action="report"):
            one = actions.report(request.viewer, now=clock.now(), **form.said())
            return redirect("reported", handle_of(queries.RECEIPT, one.pk))
        form.add_error(None, _TOO_OFTEN)
        status = 429
    return render(request, "safeguarding/report.html", {"form": form}, status=status)


@login_not_required
@require_safe
def reported(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of a report, for whoever holds its address."""
    page = queries.receipt_page(queries.report_with_receipt(receipt))
    return render(request, "safeguarding/reported.html", {"page": page})


@login_not_required
@show_or_take
def decision(request: HttpRequest, notice: str) -> HttpResponse:
    """What was decided and why, for whoever holds its address; and objecting to it, also while an account is paused."""
    one, form = queries.decision_with_notice(notice), AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.appeal(one, words=form.cleaned_data["words"], now=clock.now())
            say_done(request, _("Your objection has arrived. Somebody who had no part in this looks at it."))
        except actions.TooLate:
            say_done(request, _("This can not be objected to any more."))
        return redirect("decision", notice)
    page = queries.notice_page(one, clock.now())
    return render(request, "safeguarding/decision.html", {"page": page, "form": form})


@login_not_required
@require_safe
def year_told(request: HttpRequest, year: int) -> HttpResponse:
    """What was reported and decided in one year, for everybody; a year that is not told of is not there."""
    try:
        page = year_page(year, now=clock.now())
    except NoSuchYear:
        raise Http404 from None
    return render(request, "safeguarding/year.html", {"page": page})


@login_not_required
@require_safe
def this_year_told(request: HttpRequest) -> HttpResponse:
    """Leads on to the present year."""
    return redirect("year_told", timezone.localtime(clock.now(), timezone.get_default_timezone()).year)
