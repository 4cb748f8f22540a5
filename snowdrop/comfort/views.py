"""To be written."""

from django.http import HttpRequest, HttpResponse


def send_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def gentle_notes(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def older_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def received(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def correct_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def take_back_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def reading(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def decide(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def read_again(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def waiting_room(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def open_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def opened(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def opened_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def move_comfort(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)


def quiet_page(request: HttpRequest, **names: object) -> HttpResponse:
    return HttpResponse(status=501)
