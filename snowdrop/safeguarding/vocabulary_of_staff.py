"""The words of those who keep people safe on one server."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What the operator of this server trusts somebody with (trust.md §5.2)."""

    MODERATOR = "moderator", _("moderator")
    LEAD = "lead", _("safeguarding lead")
    DEPUTY = "deputy", _("deputy lead")


LEADING: Final = (Role.LEAD, Role.DEPUTY)
"""Those who are told when somebody may be in danger. A deputy may do all that a lead may; they are only told later."""

DOES_THE_WORK_OF: Final = {
    Role.MODERATOR: (Role.MODERATOR, *LEADING),
    Role.LEAD: LEADING,
    Role.DEPUTY: (Role.DEPUTY,),
}
"""Who may do what a role asks for: on a small server leads moderate too."""
