"""To be written."""

from django.http import HttpRequest, HttpResponse


def tributes(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def write_letter(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def letter(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_away_letter(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def add_photos(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def photo(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_away_photo(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def original(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def picture(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def cover(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)
