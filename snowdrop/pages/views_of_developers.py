"""To be written."""

from django.http import HttpRequest, HttpResponse


def patterns(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)


def mailbox(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=501)
