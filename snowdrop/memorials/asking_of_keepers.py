"""What is asked once before a keeper leaves, or takes back whom they have named."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.memorials.asking import Question
from snowdrop.memorials.models import Memorial, Successor


def before_resigning(memorial: Memorial, *, has_asked_for_deletion: bool) -> Question:
    """Before a keeper leaves those with whom they keep a memorial."""
    taken_back = _("You have asked for it to be deleted: by leaving you take that back, and it is as it was before.")
    return Question(
        flower=memorial.flower,
        title=_("Leave, and let the others keep it?"),
        sentences=(
            _("You do not see its rooms any more, and it goes on as it is. They are told by mail that you have left."),
            _("What you have for yourself alone stays sealed. Nobody can open it then, nor can you: take it with you."),
            *((taken_back,) if has_asked_for_deletion else ()),
            _("What you have frozen is free again, and whom you named to follow you can ask no more."),
            _("To come back, one of them has to invite you again, and all have to agree."),
        ),
        button=_("Leave"),
        back=reverse("keepers", args=[memorial.slug]),
    )


def before_naming_nobody(memorial: Memorial, successor: Successor) -> Question:
    """Before a keeper takes back whom they have named to keep the memorial after them."""
    name = {"name": successor.name or successor.address}
    return Question(
        flower=memorial.flower,
        title=_("Take back that %(name)s may ask?") % name,
        sentences=(
            _("The address that you may have given them opens nothing any more, also on paper. Nobody is told."),
            _("You can name somebody at any time, the same person too; the address is then another one."),
        ),
        button=_("Take it back"),
        back=reverse("successor", args=[memorial.slug]),
    )
