"""To be written."""

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def about(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def help_now(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def leave(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def choose_scheme(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def memorial(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse(status=403)
