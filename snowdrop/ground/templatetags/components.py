"""The components that hold other content, and the drawings, as template tags; the others are plain includes."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from snowdrop.ground import drawing

register = template.Library()

NOTICES = ("note", "done", "problem")


class UnknownNotice(ValueError):
    """A notice that is neither a note, nor done, nor a problem."""


@register.simple_block_tag
def notice(content: str, kind: str = "note", title: str = "") -> SafeString:
    """A calm message: `note` says something, `done` confirms, `problem` says what went wrong and how to go on."""
    if kind not in NOTICES:
        raise UnknownNotice(f"A notice is one of {', '.join(NOTICES)}, not {kind!r}.")
    return _rendered("notice", content, kind=kind, title=title)


@register.simple_block_tag
def card(content: str, title: str = "", address: str = "", level: int = 3) -> SafeString:
    """A thing of its own on the page; with an address the whole card leads there. The level is that of its heading."""
    return _rendered("card", content, title=title, address=address, level=level)


@register.simple_block_tag
def veil(content: str, words: str) -> SafeString:
    """Something that nobody sees before they ask for it; the words say what is underneath. Works without a script."""
    return _rendered("veil", content, words=words)


@register.simple_block_tag
def empty(content: str, title: str, flower: str = "snowdrop") -> SafeString:
    """A place where nothing is yet: a drawing, a sentence, and what may be done."""
    return _rendered("empty", content, title=title, drawing=drawn_flower(flower, size=88))


@register.simple_block_tag
def waiting(content: str, title: str, flower: str = "snowdrop") -> SafeString:
    """The box of the waiting room. It says nothing of what waits inside."""
    return _rendered("waiting", content, title=title, drawing=drawn_flower(flower, size=128))


@register.simple_block_tag
def confirmation(content: str, title: str, button: str, back: str, address: str = "", token: str = "") -> SafeString:
    """A page that asks once, says what will happen, and offers the way back first. `token` is `csrf_token`."""
    return _rendered("confirmation", content, title=title, button=button, back=back, address=address, token=token)


@register.simple_tag
def drawn_kind(kind: str, size: int = 52, title: str = "") -> SafeString:
    """The small picture of a kind of comfort, hidden from screen readers unless it has a title."""
    return mark_safe(drawing.draw_kind(kind, size=size, title=title or None))


@register.simple_tag
def drawn_flower(flower: str, seed: str = "snowdrop", size: int = 96, title: str = "") -> SafeString:
    """One stem of a flower; the same seed gives the same drawing, and two on one page need two seeds."""
    return mark_safe(drawing.draw_flower(flower, seed, size=size, title=title or None))


@register.simple_tag
def drawn_cover(flower: str, seed: str = "snowdrop") -> SafeString:
    """A wide drawn cover, hidden from screen readers."""
    return mark_safe(drawing.draw_cover(flower, seed))


@register.simple_tag
def square_code(text: str) -> SafeString:
    """A code that a phone reads from paper. It says nothing to a screen reader: the text stands beside it."""
    return format_html('<div aria-hidden="true">{}</div>', mark_safe(drawing.draw_square_code(text)))


def _rendered(component: str, content: str, **props: object) -> SafeString:
    return render_to_string(f"components/{component}.html", {"content": content, **props})
