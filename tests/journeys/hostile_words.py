"""Run beside a server on its data: puts hostile words into every text that somebody may write."""

from __future__ import annotations

import os
from typing import Any, Final

import django

HOSTILE: Final = (
    """"'><img src=x id=x7q onerror=alert(7)><script id=x7q>alert(7)</script><svg id=x7q onload=alert(7)>"""
    """</textarea><a id=x7q href="javascript:alert(7)">{{ 7|add:7 }}{% now "Y" %}${7*7}"""
)

_WRITTEN_BY_NOBODY: Final = {"secret", "secret_for_author", "stories", "author", "thing"}
"""Sealed, and made by the program alone."""
_CHOSEN_FROM_A_LIST: Final = {"support_groups.Post.note"}
"""Sealed, and taken in as nothing else."""
_CHOSEN: Final = {
    "step",
    "language",
    "notes",
    "facets",
    "soft",
    "reader",
    "year",
    "gives",
    "hidden_kinds",
    "hidden_notes",
}
"""Of a story: chosen from a list, and taken in as nothing else."""


def main() -> None:
    """Overwrites every sealed text of every row, and the names of people; then a guest sends such words too."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
    django.setup()
    _overwrite()
    _send()


def _overwrite() -> None:
    from django.apps import apps

    from snowdrop.ground.sealed_fields import SealedField
    from snowdrop.people.models import Person

    for model in apps.get_models():
        fields = [field.attname for field in model._meta.concrete_fields if isinstance(field, SealedField)]
        chosen = {name for name in fields if f"{model._meta.label}.{name}" in _CHOSEN_FROM_A_LIST}
        fields = [name for name in fields if name not in _WRITTEN_BY_NOBODY | chosen]
        for row in model._default_manager.all() if fields else []:
            for name in fields:
                setattr(row, name, _hostile(getattr(row, name)))
            row.save(update_fields=fields)
    Person.objects.update(name=HOSTILE[:120])


def _hostile(value: Any) -> Any:
    """The same shape, with hostile words for each text."""
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, list | tuple):
        return [_hostile(one) for one in value]
    if isinstance(value, dict):
        return {name: one if name in _CHOSEN else _hostile(one) for name, one in value.items()}
    return value


def _send() -> None:
    from snowdrop.comfort import actions as comfort
    from snowdrop.ground import clock
    from snowdrop.memorials.models import Memorial
    from snowdrop.people.viewer import Viewer
    from tests.world.guests import send

    memorial = Memorial.objects.get(publication__audience="everybody")
    keeper = Viewer(memorial.keepers.first().person_id)
    for steps in ((), (comfort.let_through, comfort.open_comfort, comfort.keep_comfort), (comfort.keep_for_later,)):
        sent = send(memorial, words=HOSTILE, name=HOSTILE[:100], relation=HOSTILE[:100], now=clock.now())
        for step in steps:
            step(keeper, sent, now=clock.now())


if __name__ == "__main__":
    main()
