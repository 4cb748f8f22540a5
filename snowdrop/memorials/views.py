"""To be written."""

from django.http import HttpRequest, HttpResponse


def my_memorials(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def open_memorial(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def describe_memorial(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def remembereds(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def remember(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def change_remembered(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_away_remembered(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def publication(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def private_links(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_back_link(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def helpers(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def end_helping(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_back_invitation(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def welcome(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def invitation(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def private_link(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)
