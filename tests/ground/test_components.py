"""The components and the drawing of forms: what a screen reader and a keyboard meet in them."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.template import engines
from django.template.loader import render_to_string

from snowdrop.ground.form_rendering import BookFormRenderer, ChoiceLabel
from snowdrop.ground.templatetags.components import UnknownNotice


class Asking(forms.Form):
    """One text and one choice."""

    default_renderer = BookFormRenderer

    reach = forms.EmailField(
        label="E-mail", help_text="Used for nothing else.", widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    who = forms.ChoiceField(
        label="Who may see it?", choices=[("me", ChoiceLabel("Only me", "Nobody else."))], widget=forms.RadioSelect
    )


def drawn(source: str, **context: object) -> str:
    """A piece of template, drawn."""
    return engines["django"].from_string("{% load components %}" + source).render(context)


def test_a_problem_is_tied_to_its_field_and_named_at_the_top_with_a_link() -> None:
    """The hint and the sentence are read with the field; the summary leads to it."""
    html = str(Asking({"reach": "ruth at home", "who": "me"}))
    assert 'aria-describedby="id_reach_helptext id_reach_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<ul class="problems" id="id_reach_error"><li>Enter a valid email address.</li></ul>' in html
    assert '<a href="#id_reach">E-mail</a>' in html


def test_a_group_of_choices_is_led_to_by_its_first_choice() -> None:
    """A link to a box would lead the keyboard nowhere."""
    html = str(Asking({"reach": "ruth@example.org"}))
    assert '<a href="#id_who_0">Who may see it?</a>' in html
    assert 'id="id_who_0"' in html


def test_a_choice_may_say_more_than_its_name() -> None:
    """A `ChoiceLabel` gives name and sentence; both belong to the label."""
    html = str(Asking())
    assert '<span class="choice-name">Only me</span><span class="choice-more">Nobody else.</span>' in html


def test_autocomplete_reaches_the_field() -> None:
    """The browser may fill in what it knows."""
    assert 'autocomplete="email"' in str(Asking()["reach"])


def test_words_of_people_are_never_markup() -> None:
    """Names and texts are escaped in letters, comfort and choices."""
    piece = {"paragraphs": ["<b>x</b>"], "name": "<i>Ruth</i>", "kind_words": "Words"}
    html = render_to_string("components/comfort.html", {"piece": piece})
    assert "<b>" not in html
    assert "<i>" not in html


def test_a_photo_under_its_cover_is_lazy_and_has_its_size() -> None:
    """Nothing is asked for before it is opened, and nothing moves afterwards."""
    photo = {"address": "/p", "alt": "A hand", "width": 4, "height": 3, "words": "A photo"}
    html = render_to_string("components/covered.html", {"photo": photo})
    image = re.search(r"<img[^>]*>", html)
    assert image is not None
    assert image.group() == '<img src="/p" alt="A hand" width="4" height="3" loading="lazy" decoding="async">'
    assert "<details open" not in html


def test_a_problem_is_announced_and_a_note_is_not() -> None:
    """Only what changed is spoken by itself."""
    assert 'role="alert"' in drawn('{% notice "problem" %}x{% endnotice %}')
    assert 'role="status"' in drawn('{% notice "done" %}x{% endnotice %}')
    assert "role=" not in drawn('{% notice "note" %}x{% endnotice %}')


def test_a_notice_of_an_unknown_kind_is_refused() -> None:
    """A misspelt kind would be drawn without its mark."""
    with pytest.raises(UnknownNotice, match="note, done, problem"):
        drawn('{% notice "warning" %}x{% endnotice %}')
