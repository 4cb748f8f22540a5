"""Run beside a server on its data: somebody looks after the group of the demo story around the clock."""

from __future__ import annotations

import os

import django


def main() -> None:
    """By the real acts, as its first facilitator."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
    django.setup()
    from snowdrop.ground import clock
    from snowdrop.people.models import Person
    from snowdrop.people.viewer import Viewer
    from snowdrop.support_groups.models import Group
    from tests.world.grouping import be_there_always

    greta = Viewer(Person.objects.get(email="greta@example.org").pk)
    be_there_always(greta, Group.objects.prepared_by(greta).earliest("pk"), now=clock.now())


if __name__ == "__main__":
    main()
