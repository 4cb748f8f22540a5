"""The words that stories are told and found by: one list of axes, and for each the choices that a form can offer.

Nothing here is ever worked out from anything else: above all, no kind of loss from weeks (domain.md B5). Whoever does
not find their own words among the choices leaves them open, or says them in the story.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Axis(StrEnum):
    """In what people may be alike (domain.md F2); the keys are those of forms, files and commands."""

    KIND_OF_LOSS = "kind_of_loss"
    MONTHS_SINCE = "months_since"
    GESTATION_WEEKS = "gestation_weeks"
    FIRST_OR_AGAIN = "first_or_again"
    MULTIPLES = "multiples"
    DECISION_INVOLVED = "decision_involved"
    NO_LIVING_CHILDREN = "no_living_children"
    LIVING_CHILDREN = "living_children"
    ROLE = "role"
    FAITH = "faith"
    LANGUAGE = "language"
    BACKGROUND = "background"
    FERTILITY_TREATMENT = "fertility_treatment"
    PARTNER_SITUATION = "partner_situation"
    LGBTQ = "lgbtq"
    COUNTRY = "country"
    PLACE_OF_CARE = "place_of_care"


AXIS_NAMES: Final = {
    Axis.KIND_OF_LOSS: _("The kind of loss"),
    Axis.MONTHS_SINCE: _("How long ago it was"),
    Axis.GESTATION_WEEKS: _("How many weeks the pregnancy lasted"),
    Axis.FIRST_OR_AGAIN: _("Whether it was the first loss"),
    Axis.MULTIPLES: _("Twins, triplets or more"),
    Axis.DECISION_INVOLVED: _("That a decision had to be made"),
    Axis.NO_LIVING_CHILDREN: _("Having no living children"),
    Axis.LIVING_CHILDREN: _("Having living children"),
    Axis.ROLE: _("Who I am to the baby"),
    Axis.FAITH: _("Faith"),
    Axis.LANGUAGE: _("Language"),
    Axis.BACKGROUND: _("Background"),
    Axis.FERTILITY_TREATMENT: _("Fertility treatment"),
    Axis.PARTNER_SITUATION: _("With or without a partner"),
    Axis.LGBTQ: _("Being an LGBTQ+ family"),
    Axis.COUNTRY: _("Country"),
    Axis.PLACE_OF_CARE: _("Where care happened"),
}
"""How each axis is called where somebody says what matters most to them."""

NUMBERS: Final = (Axis.MONTHS_SINCE, Axis.GESTATION_WEEKS, Axis.LIVING_CHILDREN)
"""Whole numbers: months, completed weeks, children."""
IN_OWN_WORDS: Final = (Axis.LANGUAGE, Axis.BACKGROUND, Axis.COUNTRY)
"""Plain words that somebody types, or a code (BCP 47, ISO 3166); there is no list to choose from."""

MOST_WEEKS: Final = 45
MOST_MONTHS: Final = 1200
MOST_CHILDREN: Final = 20


class KindOfLoss(models.TextChoices):
    """The kinds of loss in the words that families and charities use (domain.md, part e); several may be chosen."""

    MISCARRIAGE = "miscarriage", _("Miscarriage, or early pregnancy loss")
    SECOND_TRIMESTER = "second_trimester_loss", _("Second-trimester loss")
    ECTOPIC = "ectopic", _("Ectopic pregnancy")
    MOLAR = "molar", _("Molar pregnancy")
    TFMR = "tfmr", _("Ending a wanted pregnancy (TFMR)")
    STILLBIRTH = "stillbirth", _("Stillbirth")
    NEONATAL = "neonatal", _("Died after birth, in the first four weeks")
    INFANT = "infant", _("Died in the first year (also SIDS, SUDI)")
    MULTIPLES = "multiples", _("One or more babies of a multiple pregnancy")
    RECURRENT = "recurrent", _("Loss again and again")
    TREATMENT = "treatment_loss", _("A loss in fertility treatment")
    SURROGACY = "surrogacy", _("A loss with a surrogate")
    ADOPTION = "adoption_ended", _("An adoption that ended")
    OTHER = "other", _("Something else")


class FirstOrAgain(models.TextChoices):
    """Whether there had been a loss before."""

    FIRST = "first", _("The first")
    AGAIN = "again", _("Not the first")


class Multiples(models.TextChoices):
    """Whether it was a pregnancy with several babies, and whether one of them lives."""

    ONE_OF_TWINS = "one_of_twins", _("Losing one of twins")
    BOTH_TWINS = "both_twins", _("Losing both of twins")
    SOME_OF_MORE = "some_of_more", _("Losing one or more of triplets or more")
    ALL_OF_MORE = "all_of_more", _("Losing all of triplets or more")
    SEVERAL = "several", _("Twins or more")
    ONE = "one", _("One baby")


class YesNo(models.TextChoices):
    """For the axes that are a plain yes or no: a decision, no living children, treatment, LGBTQ+."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


class Role(models.TextChoices):
    """Who tells, or reads."""

    BIRTHING_PARENT = "birthing_parent", _("Birthing parent, mother")
    PARTNER = "partner", _("Partner, father, other parent")
    PARENT = "parent", _("Parent")
    SIBLING = "sibling", _("Sister or brother")
    GRANDPARENT = "grandparent", _("Grandparent")
    SUPPORTER = "supporter", _("Somebody else who loves them")


class Faith(models.TextChoices):
    """What somebody believes, as far as it matters to them."""

    CATHOLIC = "catholic", _("Catholic")
    PROTESTANT = "protestant", _("Protestant")
    ORTHODOX = "orthodox", _("Orthodox")
    CHRISTIAN = "christian", _("Christian")
    MUSLIM = "muslim", _("Muslim")
    JEWISH = "jewish", _("Jewish")
    HINDU = "hindu", _("Hindu")
    SIKH = "sikh", _("Sikh")
    BUDDHIST = "buddhist", _("Buddhist")
    SPIRITUAL = "spiritual", _("Spiritual in my own way")
    NONE = "none", _("None")


class Treatment(models.TextChoices):
    """Whether there was help to become pregnant."""

    IVF = "ivf", _("IVF or ICSI")
    DONOR = "donor", _("With a donor")
    OTHER_TREATMENT = "yes", _("Treatment")
    NO = "no", _("None")


class PartnerSituation(models.TextChoices):
    """Whether somebody carries it with a partner."""

    TOGETHER = "together", _("With a partner")
    SINGLE = "single", _("On my own")
    SEPARATED = "separated", _("Separated or divorced")
    WIDOWED = "widowed", _("My partner has died")


class PlaceOfCare(models.TextChoices):
    """Where care happened."""

    HOSPITAL = "hospital", _("Hospital")
    NEONATAL_UNIT = "neonatal_unit", _("Neonatal unit")
    EARLY_UNIT = "early_unit", _("Early pregnancy unit or clinic")
    EMERGENCY = "emergency", _("Emergency department")
    BIRTH_CENTRE = "birth_centre", _("Birth centre")
    HOSPICE = "hospice", _("Hospice")
    HOME = "home", _("At home")
    ABROAD = "abroad", _("Away from home, in another country")


class ContentNote(models.TextChoices):
    """What a story holds that not everybody can read today (domain.md F6)."""

    BIRTH = "birth", _("Details of a birth")
    PHOTOS = "photos", _("Photographs")
    LIVING_BABY = "living_baby", _("A living baby")
    AFTER_LOSS = "after_loss", _("Pregnancy after loss")
    FAITH = "faith", _("Faith")
    MEDICAL = "medical", _("Frightening moments of care")
    SUICIDE = "suicide", _("Thoughts of suicide")


CHOICES: Final[dict[Axis, type[models.TextChoices]]] = {
    Axis.KIND_OF_LOSS: KindOfLoss,
    Axis.FIRST_OR_AGAIN: FirstOrAgain,
    Axis.MULTIPLES: Multiples,
    Axis.DECISION_INVOLVED: YesNo,
    Axis.NO_LIVING_CHILDREN: YesNo,
    Axis.ROLE: Role,
    Axis.FAITH: Faith,
    Axis.FERTILITY_TREATMENT: Treatment,
    Axis.PARTNER_SITUATION: PartnerSituation,
    Axis.LGBTQ: YesNo,
    Axis.PLACE_OF_CARE: PlaceOfCare,
}
"""What a form offers for an axis; the others are numbers, or in somebody's own words."""
