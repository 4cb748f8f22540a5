"""What the views of a memorial answer: a form once more, a question that is asked once, what was done."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.done import say_done
from snowdrop.memorials.asking import Question


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent; nothing unless something was. An empty form is an answer too."""
    return request.POST if request.method == "POST" else None


def ask(request: HttpRequest, template: str, form: forms.Form, page: object, **beside: object) -> HttpResponse:
    """The form, with what to look at again; for the script that keeps what is written, only that."""
    if is_script(request) and form.is_bound:
        return JsonResponse({"problem": " ".join(problem for problems in form.errors.values() for problem in problems)})
    return render(request, template, {"page": page, "form": form, **beside})


def ask_once(request: HttpRequest, question: Question) -> HttpResponse:
    """A question before something that should not happen by mistake."""
    return render(request, "memorials/asked_once.html", {"page": question})


def kept(request: HttpRequest, address: str) -> HttpResponse:
    """What was written is kept; the script stays on its page, the person goes on."""
    if is_script(request):
        return JsonResponse({"address": request.path})
    say_done(request, _("It is kept."))
    return redirect(address)


def done(request: HttpRequest, words: str | Promise, to: str, *names: object) -> HttpResponse:
    """Says what was done on the page of this name."""
    say_done(request, words)
    return redirect(to, *names)


def is_script(request: HttpRequest) -> bool:
    """Whether a script asks, that keeps what is written while it is written."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
