"""Why a story is near: a plain sentence for each thing that reader and author both gave, and no word of comfort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.stories.matching.reading import Terms
from snowdrop.stories.vocabulary import Axis

LEAST_AUTHORS: Final = 6
"""The k of k-anonymity (Sweeney 2002, IJUFKS 10(5), 557-570): a reason, or several together, is said only where so many
authors share it. Six, because counts of one to five are what the Information Commissioner's code names as small
(Anonymisation: managing data protection risk, 2012, appendix 2)."""

MOST_REASONS: Final = 3

WORDS: Final = "words"
IN_GENERAL: Final = "in_general"

_FAMILIES: Final[Mapping[Axis, Mapping[str, frozenset[str]]]] = {
    Axis.KIND_OF_LOSS: {
        "early": frozenset({"miscarriage", "ectopic", "molar"}),
        "later_in_pregnancy": frozenset({"second_trimester_loss", "stillbirth"}),
        "around_birth": frozenset({"stillbirth", "neonatal"}),
        "after_birth": frozenset({"neonatal", "infant"}),
    },
    Axis.MULTIPLES: {
        "several_babies": frozenset({"one_of_twins", "both_twins", "some_of_more", "all_of_more", "several"})
    },
    Axis.FAITH: {"christianity": frozenset({"catholic", "protestant", "orthodox", "christian"})},
    Axis.FERTILITY_TREATMENT: {"any_treatment": frozenset({"ivf", "donor", "yes"})},
    Axis.ROLE: {"parents": frozenset({"birthing_parent", "partner", "parent"})},
}
"""What several terms have in common: for stories that are near and not the same, and where the term is too rare."""

SENTENCES: Final[Mapping[tuple[str, str], Promise]] = {
    (Axis.KIND_OF_LOSS, "miscarriage"): _("You both wrote of a miscarriage."),
    (Axis.KIND_OF_LOSS, "second_trimester_loss"): _("You both wrote of a second-trimester loss."),
    (Axis.KIND_OF_LOSS, "ectopic"): _("You both wrote of an ectopic pregnancy."),
    (Axis.KIND_OF_LOSS, "molar"): _("You both wrote of a molar pregnancy."),
    (Axis.KIND_OF_LOSS, "tfmr"): _("You both wrote of ending a wanted pregnancy."),
    (Axis.KIND_OF_LOSS, "stillbirth"): _("You both wrote of a stillbirth."),
    (Axis.KIND_OF_LOSS, "neonatal"): _("You both wrote of a baby who died in the first weeks."),
    (Axis.KIND_OF_LOSS, "infant"): _("You both wrote of a baby who died in the first year."),
    (Axis.KIND_OF_LOSS, "multiples"): _("You both wrote of a pregnancy with several babies."),
    (Axis.KIND_OF_LOSS, "recurrent"): _("You both wrote of loss again and again."),
    (Axis.KIND_OF_LOSS, "treatment_loss"): _("You both wrote of a loss in fertility treatment."),
    (Axis.KIND_OF_LOSS, "surrogacy"): _("You both wrote of a loss with a surrogate."),
    (Axis.KIND_OF_LOSS, "adoption_ended"): _("You both wrote of an adoption that ended."),
    (Axis.KIND_OF_LOSS, "early"): _("You both wrote of a loss early in pregnancy."),
    (Axis.KIND_OF_LOSS, "later_in_pregnancy"): _("You both wrote of a loss later in pregnancy."),
    (Axis.KIND_OF_LOSS, "around_birth"): _("You both wrote of a baby who died around birth."),
    (Axis.KIND_OF_LOSS, "after_birth"): _("You both wrote of a baby who died after being born."),
    (Axis.GESTATION_WEEKS, "near"): _("You both wrote of about the same week of pregnancy."),
    (Axis.GESTATION_WEEKS, "about"): _("You both wrote of a similar time in pregnancy."),
    (Axis.MONTHS_SINCE, "near"): _("For both of you it was about as long ago."),
    (Axis.FIRST_OR_AGAIN, "first"): _("You both wrote of a first loss."),
    (Axis.FIRST_OR_AGAIN, "again"): _("You both wrote of more than one loss."),
    (Axis.MULTIPLES, "one_of_twins"): _("You both wrote of losing one of twins."),
    (Axis.MULTIPLES, "both_twins"): _("You both wrote of losing both of twins."),
    (Axis.MULTIPLES, "some_of_more"): _("You both wrote of losing one or more of triplets or more."),
    (Axis.MULTIPLES, "all_of_more"): _("You both wrote of losing all of triplets or more."),
    (Axis.MULTIPLES, "several"): _("You both wrote of twins or more."),
    (Axis.MULTIPLES, "several_babies"): _("You both wrote of a pregnancy with several babies."),
    (Axis.DECISION_INVOLVED, "yes"): _("You both wrote of a decision that had to be made."),
    (Axis.NO_LIVING_CHILDREN, "yes"): _("You both wrote of having no living children."),
    (Axis.LIVING_CHILDREN, "some"): _("You both wrote of having living children."),
    (Axis.ROLE, "birthing_parent"): _("You both wrote as a mother or birthing parent."),
    (Axis.ROLE, "partner"): _("You both wrote as a father or partner."),
    (Axis.ROLE, "parent"): _("You both wrote as a parent."),
    (Axis.ROLE, "parents"): _("You both wrote as a parent."),
    (Axis.ROLE, "sibling"): _("You both wrote as a sister or brother."),
    (Axis.ROLE, "grandparent"): _("You both wrote as a grandparent."),
    (Axis.ROLE, "supporter"): _("You both wrote as somebody who loves the family."),
    (Axis.FAITH, "none"): _("You both wrote that you live without a faith."),
    (Axis.FAITH, "christianity"): _("You both wrote of a Christian faith."),
    (Axis.FAITH, "same"): _("You both wrote of the same faith."),
    (Axis.LANGUAGE, "same"): _("It is told in a language that you gave."),
    (Axis.BACKGROUND, "same"): _("You both gave a background that you share."),
    (Axis.FERTILITY_TREATMENT, "ivf"): _("You both wrote of IVF."),
    (Axis.FERTILITY_TREATMENT, "donor"): _("You both wrote of the help of a donor."),
    (Axis.FERTILITY_TREATMENT, "any_treatment"): _("You both wrote of fertility treatment."),
    (Axis.PARTNER_SITUATION, "together"): _("You both wrote of carrying it with a partner."),
    (Axis.PARTNER_SITUATION, "single"): _("You both wrote of being on your own."),
    (Axis.PARTNER_SITUATION, "separated"): _("You both wrote of a separation."),
    (Axis.PARTNER_SITUATION, "widowed"): _("You both wrote of a partner who died."),
    (Axis.LGBTQ, "yes"): _("You both wrote of being an LGBTQ+ family."),
    (Axis.COUNTRY, "same"): _("You both gave the same country."),
    (Axis.PLACE_OF_CARE, "hospital"): _("You both wrote of a hospital."),
    (Axis.PLACE_OF_CARE, "neonatal_unit"): _("You both wrote of a neonatal unit."),
    (Axis.PLACE_OF_CARE, "early_unit"): _("You both wrote of an early pregnancy unit or clinic."),
    (Axis.PLACE_OF_CARE, "emergency"): _("You both wrote of an emergency department."),
    (Axis.PLACE_OF_CARE, "birth_centre"): _("You both wrote of a birth centre."),
    (Axis.PLACE_OF_CARE, "hospice"): _("You both wrote of a hospice."),
    (Axis.PLACE_OF_CARE, "home"): _("You both wrote of being at home."),
    (Axis.PLACE_OF_CARE, "abroad"): _("You both wrote of being far from home."),
    (WORDS, WORDS): _("Words of yours stand in this story."),
    (IN_GENERAL, IN_GENERAL): _("Several things that you gave are near to what this story tells."),
}


def labels_of(axis: Axis, given: Terms, told: Terms) -> Iterator[str]:
    """What can be said of what both gave on an axis, the most telling first; each label has a sentence."""
    numbers = [(one, other) for one in given for other in told if isinstance(one, int) and isinstance(other, int)]
    if numbers:
        yield from _labels_of_numbers(axis, *numbers[0])
        return
    for term in sorted(map(str, given & told)):
        if label := _label(axis, term):
            yield label
    for family, terms in _FAMILIES.get(axis, {}).items():
        if not (terms.isdisjoint(given) or terms.isdisjoint(told)):
            yield family


def _label(axis: Axis, term: str) -> str | None:
    """That both lack the same thing has no sentence: it would be no reason."""
    if (axis, term) in SENTENCES:
        return term
    return "same" if (axis, "same") in SENTENCES else None


def _labels_of_numbers(axis: Axis, one: int, other: int) -> Iterator[str]:
    if axis is Axis.GESTATION_WEEKS:
        if abs(one - other) <= 2:
            yield "near"
        if abs(one - other) <= 5:
            yield "about"
    elif axis is Axis.MONTHS_SINCE:
        if abs(one - other) <= max(2, 0.25 * max(one, other)):
            yield "near"
    elif one and other:
        yield "some"
