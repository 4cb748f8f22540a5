"""The people of a memorial, for its keepers: circles, one person; taking somebody out."""

from __future__ import annotations

from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.memorials import actions, asking_of_people, forms_of_circles, queries, rules
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.doors import kept_memorial, people_memorial
from snowdrop.memorials.models import Circle, Memorial


@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """The way to everybody whom the memorial has to do with; for a helper, to those whom they look after."""
    memorial = people_memorial(request.viewer, slug)
    if not rules.is_keeper(request.viewer, memorial):
        page = queries.people_looked_after(request.viewer, memorial, now=clock.now())
        return render(request, "memorials/people_looked_after.html", {"page": page})
    return render(request, "memorials/people.html", {"page": queries.people_room(request.viewer, memorial)})


def circles(request: HttpRequest, slug: str) -> HttpResponse:
    """Every circle with who is in it, and making one."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms_of_circles.CircleForm(sent(request))
    if not form.is_valid():
        return ask(request, "memorials/circles.html", form, queries.circles_room(request.viewer, memorial))
    made = actions.make_circle(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return done(request, _("The circle is there. Nobody is in it yet."), "circle", slug, made.id)


def circle(request: HttpRequest, slug: str, circle_id: UUID) -> HttpResponse:
    """One circle: who is in it, and what it is called."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.circles.get(pk=circle_id)
    form = forms_of_circles.CircleForm(sent(request), initial={"name": one.name})
    if not form.is_valid():
        return _circle(request, memorial, one, renaming=form)
    actions.rename_circle(request.viewer, memorial, one, now=clock.now(), **form.cleaned_data)
    return done(request, _("It has its new name."), "circle", slug, one.id)


@require_POST
def call_family(request: HttpRequest, slug: str, circle_id: UUID) -> HttpResponse:
    """Says whether those in a circle are called family."""
    memorial = kept_memorial(request.viewer, slug)
    one, is_family = memorial.circles.get(pk=circle_id), request.POST.get("family") == "yes"
    actions.call_family(request.viewer, memorial, one, is_family=is_family, now=clock.now())
    words = _("You call this circle your family.") if is_family else _("You do not call it your family any more.")
    return done(request, words, "circle", slug, one.id)


def delete_circle(request: HttpRequest, slug: str, circle_id: UUID) -> HttpResponse:
    """Deletes a circle, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.circles.get(pk=circle_id)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_deleting_circle(memorial, one))
    actions.delete_circle(request.viewer, memorial, one, now=clock.now())
    return done(request, _("The circle is deleted."), "circles", slug)


@require_POST
def put_into_circle(request: HttpRequest, slug: str, circle_id: UUID) -> HttpResponse:
    """Puts somebody into a circle who is in another one."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.circles.get(pk=circle_id)
    form = forms_of_circles.PuttingInForm(request.POST, one)
    if not form.is_valid():
        return _circle(request, memorial, one, putting_in=form)
    person = form.cleaned_data["person"].person
    actions.put_into_circle(request.viewer, memorial, one, person, now=clock.now())
    return done(request, _("They are in this circle now."), "circle", slug, one.id)


def take_out_of_circle(request: HttpRequest, slug: str, circle_id: UUID, member_id: UUID) -> HttpResponse:
    """Takes somebody out of one circle, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    member = memorial.members.select_related("person", "circle").get(pk=member_id, circle=circle_id)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_taking_out(memorial, member))
    actions.take_out_of_circle(request.viewer, memorial, member, now=clock.now())
    return done(request, _("They are out of this circle."), "circle", slug, circle_id)


def leave_circles(request: HttpRequest, slug: str) -> HttpResponse:
    """Leaves every circle of a memorial that one was let into, after asking once."""
    memorial = queries.entered_memorial(request.viewer, slug)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_leaving_circles(memorial))
    actions.leave_circles(request.viewer, memorial, now=clock.now())
    return done(request, _("It is not on your list any more."), "my_memorials")


@require_safe
def person_let_in(request: HttpRequest, slug: str, person_id: UUID) -> HttpResponse:
    """One person whom the family has let in, and everything by which."""
    memorial = kept_memorial(request.viewer, slug)
    person = queries.person_let_in(memorial, person_id)
    return render(request, "memorials/person.html", {"page": queries.one_person(request.viewer, memorial, person)})


def shut_the_door(request: HttpRequest, slug: str, person_id: UUID) -> HttpResponse:
    """Takes somebody out of everything at once, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    person = queries.person_let_in(memorial, person_id)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_shutting_the_door(memorial, person))
    actions.shut_the_door(request.viewer, memorial, person, now=clock.now())
    return done(request, _("The door is shut to them."), "people", slug)


def _circle(request: HttpRequest, memorial: Memorial, one: Circle, **sent_forms: Form) -> HttpResponse:
    """The page of a circle with both of its forms; `form` is the one that was sent, for what to look at again."""
    renaming = forms_of_circles.CircleForm(initial={"name": one.name})
    shown = {"renaming": renaming, "putting_in": forms_of_circles.PuttingInForm(None, one), **sent_forms}
    bound = next((form for form in sent_forms.values() if form.is_bound), None)
    page = queries.one_circle(request.viewer, memorial, one)
    return render(request, "memorials/circle.html", {"page": page, "form": bound, **shown})
