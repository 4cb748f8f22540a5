"""What is asked once before something is to be shown on a day: who will see what, and from when."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.zones import moment_in_words
from snowdrop.memorials.asking import Question, who_can_open
from snowdrop.memorials.forms_of_days import DayForm
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import circles_of, page_is_open_words, page_shown, seeing_address, who_sees_words


def before_planning_page(memorial: Memorial, form: DayForm) -> Question:
    """Before the page is to be opened on a day."""
    shown = form.shown()
    _title, *who = who_can_open(shown, circles_of(memorial))
    return before_planning(
        memorial,
        form,
        sentences=(
            *who,
            _(
                "They see then what it is called, the names, days and words that you wrote, and what you share with "
                "them."
            ),
            page_is_open_words(memorial, page_shown(memorial)) + " " + _("It stays so until then."),
        ),
        back=reverse("page_day", args=[memorial.slug]),
        look=(seeing_address(memorial, shown), _("See first how the page would look to them")),
    )


def before_planning(
    memorial: Memorial,
    form: DayForm,
    *,
    sentences: tuple[str | Promise, ...],
    back: str,
    look: tuple[str, str] | None = None,
) -> Question:
    """The question, with what is true of everything that is shown on a day around its `sentences`."""
    when = moment_in_words(form.meant.moment, form.cleaned_data["zone"])
    whom = who_sees_words(form.shown(), circles_of(memorial))
    return Question(
        flower=memorial.flower,
        title=_("Show it on %(when)s?") % {"when": when},
        sentences=(
            _("From then on it is shown to: %(whom)s.") % {"whom": whom},
            *_about_clocks(form),
            *(str(sentence) for sentence in sentences),
            _(
                "It happens by itself, within a minute or two; you need not be here. Whoever keeps it with you reads "
                "of it here, and can stop it."
            ),
            _(
                "If something changes until then that you would want to know of, such as who sees it, it is not shown, "
                "and you read here why."
            ),
        ),
        button=_("Show it then"),
        back=back,
        answers=form.answers(),
        look=look,
    )


def _about_clocks(form: DayForm) -> tuple[str, ...]:
    if form.meant.is_skipped:
        return (
            _("The clocks go forward there in that hour, so that it does not come. The hour above is meant instead."),
        )
    if form.meant.is_twice:
        return (_("The clocks go back there, so that this hour comes twice. The first of them is meant."),)
    return ()
