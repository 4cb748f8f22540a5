"""Who may do what with something that the family shares."""

from __future__ import annotations

from snowdrop.audiences.table import Shown
from snowdrop.memorials import rules
from snowdrop.memorials.models import Plan
from snowdrop.memorials.rules_of_speaking import may_speak
from snowdrop.memorials.rules_of_timing import in_the_way
from snowdrop.memorials.vocabulary import Audience, InTheWay
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import AnyTribute, Letter, Withdrawal
from snowdrop.tributes.models_of_speaking import Spoken


def is_for_another_alone(viewer: Viewer, tribute: AnyTribute) -> bool:
    """Whether somebody else has it for themselves alone: to the viewer there is no such thing."""
    return tribute.audience == Audience.ME and tribute.author_id != viewer.person_id


def may_change(viewer: Viewer, tribute: AnyTribute) -> bool:
    """Keepers may change everything that is shared, but what another keeper has for themselves alone."""
    return not is_for_another_alone(viewer, tribute) and rules.is_keeper(viewer, tribute.memorial)


def may_have_alone(viewer: Viewer, tribute: AnyTribute) -> bool:
    """Only whoever gave it may have it for themselves alone: nobody hides from others what these have given."""
    return tribute.author_id == viewer.person_id


def has_versions_of(viewer: Viewer, letter: Letter) -> bool:
    """Only the author of a letter has its earlier versions, while they keep the memorial."""
    return letter.author_id == viewer.person_id and rules.is_keeper(viewer, letter.memorial)


def is_spoken(letter: Letter) -> bool:
    """Whether these are a helper's words for the family: nobody else changes them before a keeper takes them over."""
    return Spoken.objects.filter(letter=letter, taken_over=None).exists()


def may_say(viewer: Viewer, spoken: Spoken) -> bool:
    """A helper who may speak may change what they have said themselves, until a keeper takes it over or takes it back.

    What the family has taken back is theirs to show again.
    """
    own = spoken.person_id == viewer.person_id and not spoken.is_taken_over
    return own and may_speak(viewer, spoken.memorial) and (spoken.letter is None or is_said(spoken.letter))


def is_said(letter: Letter) -> bool:
    """Whether it is shown to anybody beside those who keep the memorial, as far as the page is open to them."""
    taken_away = Withdrawal.objects.filter(tribute_id=letter.pk).exists()
    return not taken_away and Shown(letter.audience).reaches_further_than(Shown(Audience.KEEPERS))


def in_the_way_of(plan: Plan, tribute: AnyTribute, *, stands: Shown, page: Shown) -> InTheWay | None:
    """Why something would not be shown if the moment that is planned for it came now; None where nothing is."""
    if Withdrawal.objects.filter(tribute_id=tribute.id).exists():
        return InTheWay.TAKEN_AWAY
    return in_the_way(plan, stands=stands, page=page)
