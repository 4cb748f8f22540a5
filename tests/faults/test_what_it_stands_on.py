"""The disk, the storage, the database go for a while: clear answers, nothing lost, and nobody starts anything anew.

Trust.md T23 and T26; the long form: `make faults-long`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.disks import disk_full, disk_read_only, disk_without_spare
from tests.faults.outcomes import Outcome
from tests.faults.restarts import restarted
from tests.faults.storages import gone_and_back
from tests.faults.test_killed import holds
from tests.figures import Figures
from tests.world.storage import Storage

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("breaking", [disk_full, disk_without_spare, disk_read_only])
def test_a_disk_that_takes_nothing_loses_nothing(
    breaking: Callable[..., Outcome], tmp_path: Path, figures: Figures
) -> None:
    holds(breaking(tmp_path, times=1, seconds=1.5, seed=1), figures, "T23", times_away=1)


def test_a_storage_that_is_away_loses_nothing(object_storage: Storage, tmp_path: Path, figures: Figures) -> None:
    holds(gone_and_back(object_storage, tmp_path, times=1, seconds=1.5, seed=1), figures, "T23", times_away=1)


def test_postgresql_can_be_restarted_while_people_are_at_work(tmp_path: Path, figures: Figures) -> None:
    holds(restarted(tmp_path, restarts=2, every=0.5, seed=1), figures, "T26", restarts=2)
