"""What is asked once before somebody is kept out, or is not any more."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.memorials.asking import Question
from snowdrop.memorials.models import Block, Memorial, RequestToSee
from snowdrop.memorials.queries import name_here
from snowdrop.people.models import Person


def before_keeping_out(memorial: Memorial, person: Person) -> Question:
    """Before somebody who was let in is put on the list."""
    return Question(
        flower=memorial.flower,
        title=_("Keep %(name)s out?") % {"name": name_here(memorial, person)},
        sentences=(
            _("They are out of everything at once. Signed in, they find nothing here from then on."),
            _("What is open to everybody, and what a private link opens, they can still see without signing in."),
            _("What they send under their address is kept away from everybody, also from you. Nobody tells them."),
            _("You can take them off the list at any time; to let them in again you invite them anew."),
        ),
        button=_("Keep them out"),
        back=reverse("person_let_in", args=[memorial.slug, person.pk]),
    )


def before_keeping_asker_out(memorial: Memorial, request: RequestToSee) -> Question:
    """Before somebody who has asked to see is put on the list."""
    return Question(
        flower=memorial.flower,
        title=_("Keep %(name)s out?") % {"name": request.name},
        sentences=(
            _("The address %(address)s goes on the list of those who find nothing here.")
            % {"address": request.address},
            _("Their request is gone, and whatever comes from this address is kept away from everybody."),
            _("Nobody tells them. You can take the address off the list at any time."),
        ),
        button=_("Keep them out"),
        back=reverse("request_to_see", args=[memorial.slug, request.pk]),
    )


def before_taking_back_block(memorial: Memorial, block: Block) -> Question:
    """Before somebody is taken off the list."""
    return Question(
        flower=memorial.flower,
        title=_("Take “%(written)s” off the list?") % {"written": block.written},
        sentences=(
            _("Whoever it is can find again what is open to everybody, and can be invited."),
            _("What they had before does not come back by itself."),
            _("What they wrote to you meanwhile goes to the reading desk."),
        ),
        button=_("Take it off the list"),
        back=reverse("blocks", args=[memorial.slug]),
    )
