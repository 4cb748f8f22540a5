"""Whether a table has a row like this: the question that rights are made of, written at once.

Django's `Exists` holds a query, which is built, resolved and copied at each level on which it stands; `visible_to` asks
a dozen such questions on two levels, and building them took longer than all the rest of a page (docs/decisions/0030,
`python -m bench.pages`). The SQL is the same. For a question that needs more than equal columns there is `Exists`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db.models import BooleanField, Expression, F, Model, Value

_ITS: Final = "its_"
"""What a table is called within its question, so that the same table around it keeps its own name."""


class _Rows(Expression):
    """The rows of a table in which each of these columns holds that.

    What a column holds is a value, `F` of a column of the query around it, or one of `Those` of another table.
    """

    def __init__(self, table: type[Model], **row: Any) -> None:
        super().__init__()
        self._table = table
        fields = {name: _field(table, name) for name in row}
        self._columns = tuple(field.column for field in fields.values())
        self._values = [_as_expression(value, fields[name]) for name, value in row.items()]

    def get_source_expressions(self) -> list[Any]:
        """What the columns hold; columns of the query around it are among it."""
        return self._values

    def set_source_expressions(self, expressions: Sequence[Any]) -> None:
        """Takes them back as that query has resolved them."""
        self._values = list(expressions)

    def _asking(self, what: str, compiler: Any, quote: Callable[[str], str]) -> tuple[str, tuple[Any, ...]]:
        table = self._table._meta.db_table
        its, parts, params = quote(_ITS + table), [], list[Any]()
        for column, value in zip(self._columns, self._values, strict=True):
            sql, given = compiler.compile(value)
            parts.append(f"{its}.{quote(column)} {'IN' if isinstance(value, Those) else '='} {sql}")
            params += given
        return f"SELECT {what} FROM {quote(table)} {its} WHERE {' AND '.join(parts)}", tuple(params)


class There(_Rows):
    """EXISTS(SELECT 1 FROM table WHERE ...): a filter, or an answer of its own."""

    conditional = True
    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[Any, ...]]:
        """The question in the words of the database."""
        sql, params = self._asking("1", compiler, connection.ops.quote_name)
        return f"EXISTS({sql})", params


class Those(_Rows):
    """(SELECT column FROM table WHERE ...): what a column of another table may hold."""

    def __init__(self, table: type[Model], column: str, **row: Any) -> None:
        super().__init__(table, **row)
        self._what = _field(table, column)

    @property
    def output_field(self) -> Any:
        """What that column holds."""
        return self._what

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[Any, ...]]:
        """The rows in the words of the database."""
        quote = connection.ops.quote_name
        what = f"{quote(_ITS + self._table._meta.db_table)}.{quote(self._what.column)}"
        sql, params = self._asking(what, compiler, quote)
        return f"({sql})", params


def _field(table: type[Model], name: str) -> Any:
    """A field that has a column; its name is written in the code. Raises FieldDoesNotExist."""
    return table._meta.get_field(name)


def _as_expression(value: Any, field: Any) -> Any:
    if isinstance(value, Expression | F):
        return value
    return Value(value, output_field=field.target_field if field.is_relation else field)
