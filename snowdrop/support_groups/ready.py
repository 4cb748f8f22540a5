"""The ready templates of groups: a title that says whom it is for, first lines, and for whom (domain.md G1, G2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.support_groups.vocabulary import ForWhom, Subject


@dataclass(frozen=True, slots=True)
class Ready:
    """What a group of a kind begins with; whoever prepares it changes every word."""

    description: Promise
    for_whom: ForWhom = ForWhom.BOTH


READY: Final[Mapping[Subject, Ready]] = {
    Subject.ALL: Ready(_("For parents after the loss of a pregnancy or a baby, at any time and in any way.")),
    Subject.EARLY: Ready(
        _("For parents after a miscarriage, an ectopic or a molar pregnancy. However early it was, it counts here.")
    ),
    Subject.TFMR: Ready(
        _("For parents who ended a wanted pregnancy for medical reasons. Nobody has to explain their decision here.")
    ),
    Subject.STILLBIRTH: Ready(_("For parents whose baby was stillborn.")),
    Subject.NEONATAL: Ready(_("For parents whose baby died after birth, in the first days, or in the first year.")),
    Subject.MULTIPLES: Ready(
        _("For parents who have lost one or more babies of a multiple pregnancy, whether or not one lives.")
    ),
    Subject.RECURRENT: Ready(_("For those who have lost more than once, or have lost in fertility treatment.")),
    Subject.NO_LIVING_CHILDREN: Ready(_("For parents who have no living children.")),
    Subject.PREGNANT_AFTER: Ready(
        _("For parents who hope for, or carry, a baby after a loss. Pregnancy is written about openly here.")
    ),
    Subject.PARENTING_AFTER: Ready(
        _("For parents who raise children after a loss. Living children are written about openly here.")
    ),
    Subject.PARTNERS: Ready(_("For partners and fathers, who are often asked how she is."), ForWhom.PARTNERS),
    Subject.GRANDPARENTS: Ready(_("For grandparents and others of the family, who grieve twice."), ForWhom.FAMILY),
    Subject.SIBLINGS: Ready(_("For brothers and sisters who are grown up now."), ForWhom.FAMILY),
    Subject.LGBTQ: Ready(_("For LGBTQ+ parents and families, who need not explain who they are first.")),
    Subject.COLOUR: Ready(_("For parents of colour, among people who know what care can be like.")),
    Subject.FAITH: Ready(_("For parents of one faith, who want to speak of it. Please say which one it is.")),
    Subject.LANGUAGE: Ready(_("For parents who want to speak in their own language. Please say which one it is.")),
    Subject.LONG_AGO: Ready(_("For those whose loss was long ago, and is not over."), ForWhom.ANYBODY),
}
