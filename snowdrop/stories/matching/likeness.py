"""How alike two things are on each axis, from 0 to 1, and how much each axis weighs.

A weighted likeness in the manner of Gower (1971, Biometrics 27(4), 857-871): each axis has a likeness of its own, and
their weighted mean counts. The tables and weights are judgement, from the axes on which people told researchers and
charities that others are like them (domain.md F2, S1, P14, P16); `make matching` says how well they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from typing import Final

from snowdrop.stories.matching.reading import Term, Terms
from snowdrop.stories.vocabulary import Axis

_ALIKE: Final[Mapping[Axis, str]] = {
    Axis.KIND_OF_LOSS: """
        miscarriage ectopic .5, miscarriage molar .5, ectopic molar .45, miscarriage second_trimester_loss .4,
        miscarriage recurrent .65, miscarriage treatment_loss .45, recurrent treatment_loss .45,
        recurrent ectopic .35, recurrent second_trimester_loss .4, second_trimester_loss stillbirth .65,
        second_trimester_loss tfmr .35, second_trimester_loss neonatal .4, stillbirth neonatal .65,
        stillbirth tfmr .35, stillbirth infant .3, stillbirth miscarriage .15, neonatal infant .55, neonatal tfmr .3,
        miscarriage tfmr .15, multiples stillbirth .35, multiples neonatal .35, multiples second_trimester_loss .3,
        treatment_loss surrogacy .5, treatment_loss ectopic .3, surrogacy adoption_ended .4""",
    Axis.MULTIPLES: """
        one_of_twins some_of_more .75, both_twins all_of_more .75, several one_of_twins .75, several both_twins .75,
        several some_of_more .75, several all_of_more .75, one_of_twins both_twins .5, some_of_more all_of_more .5,
        one_of_twins all_of_more .3, both_twins some_of_more .3""",
    Axis.ROLE: """
        parent birthing_parent .8, parent partner .7, birthing_parent partner .35, grandparent supporter .35,
        sibling supporter .3, grandparent sibling .25, parent grandparent .15, partner grandparent .15""",
    Axis.FAITH: """
        christian catholic .75, christian protestant .75, christian orthodox .7, catholic orthodox .5,
        catholic protestant .45, protestant orthodox .4, muslim jewish .15, christian jewish .15, christian muslim .15,
        hindu sikh .3, hindu buddhist .25, spiritual buddhist .35, spiritual none .35, spiritual christian .3""",
    Axis.FERTILITY_TREATMENT: "yes ivf .8, yes donor .75, ivf donor .7",
    Axis.PARTNER_SITUATION: "single separated .5, single widowed .4, separated widowed .35",
    Axis.PLACE_OF_CARE: """
        hospital neonatal_unit .6, hospital emergency .5, hospital early_unit .4, hospital birth_centre .4,
        early_unit emergency .4, birth_centre home .4, hospice home .3, hospice neonatal_unit .3""",
    Axis.COUNTRY: "gb ie .5, us ca .5, au nz .5, de at .5, at ch .4, de ch .4, fr be .5, fr ch .3, mx co .3, ar cl .4",
    Axis.BACKGROUND: "latin mixed .2, black mixed .3, south_asian east_asian .25, arab turkish .3, migrant arab .25",
}


def _pairs(written: str) -> dict[tuple[str, str], float]:
    pairs = {}
    for line in filter(str.strip, written.split(",")):
        one, other, alike = line.split()
        pairs[one, other] = pairs[other, one] = float(alike)
    return pairs


PARTLY: Final = {axis: _pairs(written) for axis, written in _ALIKE.items()}
"""Pairs of keys that are partly alike; the same key is wholly alike, any other pair not at all."""

WEIGHTS: Final[Mapping[Axis, float]] = {
    Axis.KIND_OF_LOSS: 2.5,
    Axis.LANGUAGE: 2.5,
    Axis.MULTIPLES: 1.2,
    Axis.DECISION_INVOLVED: 1.2,
    Axis.GESTATION_WEEKS: 1.2,
    Axis.ROLE: 1.0,
    Axis.NO_LIVING_CHILDREN: 0.8,
    Axis.MONTHS_SINCE: 0.7,
    Axis.FIRST_OR_AGAIN: 0.7,
    Axis.FERTILITY_TREATMENT: 0.7,
    Axis.LIVING_CHILDREN: 0.5,
    Axis.FAITH: 0.5,
    Axis.BACKGROUND: 0.5,
    Axis.PARTNER_SITUATION: 0.5,
    Axis.LGBTQ: 0.5,
    Axis.COUNTRY: 0.3,
    Axis.PLACE_OF_CARE: 0.3,
}
"""What an axis weighs that a reader gave without saying that it matters. Language: what one cannot read is not near."""

FIRST_MATTERS: Final = 8.0
NEXT_MATTERS: Final = 0.65
"""What matters most weighs so much more, and each next thing this share of the one before it."""

WEAK: Final[Mapping[Axis, str]] = {
    Axis.MULTIPLES: "one",
    Axis.DECISION_INVOLVED: "no",
    Axis.FERTILITY_TREATMENT: "no",
    Axis.LGBTQ: "no",
    Axis.NO_LIVING_CHILDREN: "no",
}
"""That both lack the same says little (the asymmetric case of Gower): such a value weighs a third, and is no reason."""
WEAK_SHARE: Final = 1 / 3

HEARD: Final = 0.8
"""How far something that was only heard in a text counts; the rest counts as not said."""


def alike(axis: Axis, one: Term, other: Term) -> float:
    """How alike two terms of an axis are, from 0 to 1."""
    if isinstance(one, int) and isinstance(other, int):
        return _numbers_alike(axis, one, other)
    if one == other:
        return 1.0
    return PARTLY.get(axis, {}).get((str(one), str(other)), 0.0)


def _numbers_alike(axis: Axis, one: int, other: int) -> float:
    if axis is Axis.GESTATION_WEEKS:
        return max(0.0, 1 - abs(one - other) / 10)
    if axis is Axis.MONTHS_SINCE:  # by the share of the time: 1 and 3 months differ as 1 and 3 years nearly do
        return max(0.0, 1 - abs(log(one + 3) - log(other + 3)) / 1.6)
    if (one == 0) != (other == 0):
        return 0.0
    return max(0.0, 1 - abs(one - other) / 4)


def terms_alike(axis: Axis, given: Terms, told: Terms) -> float:
    """How alike two values are: half by the best pair, half by how well each thing that the reader gave is met."""
    best = [max(alike(axis, one, other) for other in told) for one in given]
    return (max(best) + sum(best) / len(best)) / 2


def weights_of(gives: Mapping[Axis, Terms], matters: Iterable[Axis]) -> dict[Axis, float]:
    """The weight of each axis that a reader gave."""
    weights = {axis: WEIGHTS[axis] * (WEAK_SHARE if terms == {WEAK.get(axis)} else 1) for axis, terms in gives.items()}
    more = FIRST_MATTERS
    for axis in dict.fromkeys(matters):
        if axis in weights:
            weights[axis] += more
            more *= NEXT_MATTERS
    return weights
