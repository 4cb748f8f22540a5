"""Nobody can delete it behind your back; nobody can take it from you (trust.md T04)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.figures import Figures
from tests.memorials.keepers_machine import KeepersMachine

pytestmark = pytest.mark.django_db


def run(figures: Figures, *, sequences: int, steps: int) -> None:
    KeepersMachine.sequences = KeepersMachine.steps = KeepersMachine.wrong = 0
    try:
        run_state_machine_as_test(
            KeepersMachine,
            settings=settings(
                max_examples=sequences,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        counted = {"sequences": KeepersMachine.sequences, "steps": KeepersMachine.steps}
        figures("T04", checks=KeepersMachine.steps, wrong=KeepersMachine.wrong, **counted)


def test_whatever_some_people_do_nobody_loses_it_and_nobody_takes_it(figures: Figures) -> None:
    run(figures, sequences=6, steps=20)


@pytest.mark.slow
def test_whatever_many_people_do_nobody_loses_it_and_nobody_takes_it(figures: Figures) -> None:
    run(figures, sequences=80, steps=40)
