"""Nothing leaves the hold but by a named person, or by a choice of the family that stood when it came (T31)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.comfort.hold_machine import HoldMachine
from tests.figures import Figures

pytestmark = pytest.mark.django_db


def run(figures: Figures, *, sequences: int, steps: int) -> None:
    HoldMachine.sequences = HoldMachine.steps = HoldMachine.wrong = 0
    try:
        run_state_machine_as_test(
            HoldMachine,
            settings=settings(
                max_examples=sequences,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        counted = {"sequences": HoldMachine.sequences, "steps": HoldMachine.steps}
        figures("T31", checks=HoldMachine.steps, wrong=HoldMachine.wrong, **counted)


def test_whatever_people_do_nothing_is_seen_that_nobody_let_through(figures: Figures) -> None:
    run(figures, sequences=20, steps=25)


@pytest.mark.slow
def test_however_much_people_do_nothing_is_seen_that_nobody_let_through(figures: Figures) -> None:
    run(figures, sequences=40, steps=50)
