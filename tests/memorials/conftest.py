"""Who keeps a memorial together with somebody else."""

from __future__ import annotations

import pytest

from snowdrop.people.viewer import Viewer
from tests.world.cast import Cast, a_person
from tests.world.keeping import let_keep


@pytest.fixture
def other(family: Cast) -> Viewer:
    """A second keeper of the module's own family."""
    other = a_person("Ruth")
    let_keep(family.keeper, family.memorial, other)
    return other
