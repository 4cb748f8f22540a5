"""The words of those who keep people safe on one server, and of those who look after the machine."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What the operator of this server trusts somebody with (trust.md §5.2)."""

    MODERATOR = "moderator", _("moderator")
    LEAD = "lead", _("safeguarding lead")
    DEPUTY = "deputy", _("deputy lead")
    OPERATOR = "operator", _("operator")


LEADING: Final = (Role.LEAD, Role.DEPUTY)
"""Those who are told when somebody may be in danger. A deputy may do all that a lead may; they are only told later."""

DOES_THE_WORK_OF: Final = {
    Role.MODERATOR: (Role.MODERATOR, *LEADING),
    Role.LEAD: LEADING,
    Role.DEPUTY: (Role.DEPUTY,),
    Role.OPERATOR: (Role.OPERATOR,),
}
"""Who may do what a role asks for: on a small server leads moderate too. An operator sees how the machine runs, and
nothing of anybody; nobody else sees that, for it is of no use to them."""
