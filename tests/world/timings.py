"""Whether times tell two things apart (trust.md T09): p > 0.01, and medians within five milliseconds."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from math import erfc, sqrt
from typing import Final

LARGEST_GAP: Final = 0.005
"""Seconds between two medians that nobody can use."""
SMALLEST_CHANCE: Final = 0.01


def tell_apart(ones: Sequence[float], others: Sequence[float]) -> bool:
    """Whether the times of one side tell it from the other."""
    return gap_between(ones, others) >= LARGEST_GAP or chance_that_they_are_alike(ones, others) <= SMALLEST_CHANCE


def gap_between(ones: Sequence[float], others: Sequence[float]) -> float:
    """Seconds between the medians."""
    return abs(statistics.median(ones) - statistics.median(others))


def chance_that_they_are_alike(ones: Sequence[float], others: Sequence[float]) -> float:
    """The U test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947, 50-60), by its normal approximation.

    Close from twenty values on each side; two-sided. Times never tie, so no correction for ties is made.
    """
    ranks = {value: rank for rank, value in enumerate(sorted([*ones, *others]), 1)}
    count, total = len(ones) * len(others), len(ones) + len(others)
    found = sum(ranks[value] for value in ones) - len(ones) * (len(ones) + 1) / 2
    distance = abs(found - count / 2) / sqrt(count * (total + 1) / 12)
    return erfc(distance / sqrt(2))
