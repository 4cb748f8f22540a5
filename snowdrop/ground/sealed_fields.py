"""Model fields whose words are sealed at rest with the data key of the memorial that they belong to (house law 7)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.checks import CheckMessage
from django.db import models

from snowdrop.ground import keys, sealing


@dataclass(frozen=True, slots=True)
class _StillSealed:
    sealed: bytes


class SealedField(models.BinaryField):
    """A JSON value (text, list, None) that is sealed in the database and unsealed when it is first read.

    The model needs `sealed_for`: the id of the memorial whose key seals it. The value is bound to its table, column and
    row, so that it cannot be moved to another.
    """

    if TYPE_CHECKING:  # what is read and written is any JSON value, not its bytes
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def _check_str_default_value(self) -> list[CheckMessage]:
        return []  # the default is the value in the clear, not its bytes

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _Unsealing(self))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> _StillSealed | None:
        return None if value is None else _StillSealed(bytes(value))

    def get_default(self) -> Any:
        return self._get_default()  # type: ignore[attr-defined]

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        """Seals the value anew with each save: the same words never look the same twice."""
        held = model_instance.__dict__.get(self.attname)
        if isinstance(held, _StillSealed):
            return held.sealed
        plain = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
        return sealing.seal(keys.data_key(_owner(model_instance)), plain, bound_to=self._place(model_instance))

    def unsealed(self, row: models.Model, held: _StillSealed) -> Any:
        """The value in the clear. Raises sealing.Unreadable or keys.KeyIsGone."""
        return json.loads(sealing.unseal(keys.data_key(_owner(row)), held.sealed, bound_to=self._place(row)))

    def _place(self, row: models.Model) -> bytes:
        return f"{row._meta.db_table}.{self.column}:{row.pk}".encode()


class _Unsealing:
    """Reads a sealed field of a row, and keeps what it read for that row."""

    def __init__(self, field: SealedField) -> None:
        self._field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        name = self._field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        held = row.__dict__[name]
        if isinstance(held, _StillSealed):
            held = row.__dict__[name] = self._field.unsealed(row, held)
        return held

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self._field.attname] = value


def _owner(row: models.Model) -> UUID:
    return row.sealed_for  # type: ignore[attr-defined, no-any-return]
