"""What a story, or a reader, gives on each axis: told outright, said by something else that was told, or heard."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

from snowdrop.stories.matching.asking import Given
from snowdrop.stories.matching.hearing import hear
from snowdrop.stories.matching.reading import Terms, read
from snowdrop.stories.vocabulary import Axis


class Sure(IntEnum):
    """How somebody came to give something. Only what is told can become a reason."""

    HEARD = 0
    IMPLIED = 1
    TOLD = 2


class Value(NamedTuple):
    """What is given on one axis."""

    terms: Terms
    sure: Sure


_IMPLIED: Final[Mapping[tuple[Axis, Terms], tuple[Axis, Value]]] = {
    (axis, frozenset({term})): (other, Value(frozenset({said}), Sure.IMPLIED))
    for axis, term, other, said in (
        (Axis.LIVING_CHILDREN, 0, Axis.NO_LIVING_CHILDREN, "yes"),
        (Axis.NO_LIVING_CHILDREN, "yes", Axis.LIVING_CHILDREN, 0),
        (Axis.KIND_OF_LOSS, "multiples", Axis.MULTIPLES, "several"),
        (Axis.KIND_OF_LOSS, "tfmr", Axis.DECISION_INVOLVED, "yes"),
        (Axis.KIND_OF_LOSS, "recurrent", Axis.FIRST_OR_AGAIN, "again"),
        (Axis.KIND_OF_LOSS, "treatment_loss", Axis.FERTILITY_TREATMENT, "yes"),
    )
}
"""What the one says, the other says too, by the meaning of the words. Never a kind of loss, and nothing from weeks."""
_NOT_NONE: Final = Value(frozenset({"no"}), Sure.IMPLIED)


_AXES: Final[Mapping[object, Axis]] = {axis.value: axis for axis in Axis}


def values_of(gives: Given, text: str = "", language: str = "") -> dict[Axis, Value]:
    """The value of each axis on which anything is given. Keys that are no axis are passed over."""
    values: dict[Axis, Value] = {}
    for key, given in gives.items():
        axis = axis_of(key)
        if axis is not None and (value := _told(axis, given)):
            values[axis] = value
    if language and Axis.LANGUAGE not in values and (value := _told(Axis.LANGUAGE, _primary(language))):
        values[Axis.LANGUAGE] = value
    _add_implied(values)
    if text:
        for axis, terms in hear(text).items():
            values.setdefault(axis, Value(terms, Sure.HEARD))
    return values


def _told(axis: Axis, given: Any) -> Value | None:
    return _told_simply(axis, given) if isinstance(given, str | bool | int | float) else _told_anew(axis, given)


def _told_anew(axis: Axis, given: Any) -> Value | None:
    terms = read(axis, given)
    return Value(terms, Sure.TOLD) if terms else None


_told_simply = lru_cache(maxsize=100_000, typed=True)(_told_anew)


def axis_of(key: str) -> Axis | None:
    """The axis that a key names, however it is written."""
    return _AXES.get(key) or _AXES.get(str(key).strip().lower().replace("-", "_").replace(" ", "_"))


def _primary(language: str) -> str:
    """“en” of “en-GB”; a name stays as it is."""
    return language.replace("_", "-").split("-")[0]


def _add_implied(values: dict[Axis, Value]) -> None:
    for (axis, terms), (other, implied) in _IMPLIED.items():
        if axis in values and other not in values and values[axis].terms == terms:
            values[other] = implied
    children = values.get(Axis.LIVING_CHILDREN)
    if Axis.NO_LIVING_CHILDREN not in values and children and 0 not in children.terms:
        values[Axis.NO_LIVING_CHILDREN] = _NOT_NONE
