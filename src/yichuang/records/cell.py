"""What every case-scoped table shares: an immutable region and relations that stay inside it.

A cell is one region's share of the data. Rows of a cell refer to each other by `(region_code, id)`, so that
the tables can later be spread over machines by region (docs/operate). Pinned by tests/records/test_cell.py.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.constraints import BaseConstraint

from yichuang.records.ids import new_id


class CellForeignKey(BaseConstraint):
    """A composite foreign key `(region_code, <column>) → (region_code, id)` in SQL; no cascade, no SET NULL."""

    def __init__(self, *, column: str, to: str, name: str) -> None:
        super().__init__(name=name)
        self.column = column
        self.to = to

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Return the clause that stands inside CREATE TABLE."""
        quote = schema_editor.quote_name
        table = self.to.lower().replace(".", "_")
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({quote('region_code')}, {quote(self.column)}) "
            f"REFERENCES {quote(table)} ({quote('region_code')}, {quote('id')}) DEFERRABLE INITIALLY DEFERRED"
        )

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return ALTER TABLE, or rebuild the table where the database has none (SQLite)."""
        if schema_editor.connection.vendor == "sqlite":
            return schema_editor._remake_table(model)
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the statement that drops it."""
        if schema_editor.connection.vendor == "sqlite":
            return schema_editor._remake_table(model)
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} DROP CONSTRAINT {schema_editor.quote_name(self.name)}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """Leave the check to the database."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CellForeignKey) and self.deconstruct() == other.deconstruct()

    __hash__ = BaseConstraint.__hash__

    def deconstruct(self) -> Any:
        """Return what a migration needs to write this constraint."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "column": self.column, "to": self.to}


class Cell(models.Model):
    """Base of all case-scoped tables (按区划存放). Never saved with `save()` by acts: the pen writes them."""

    id = models.UUIDField("标识", primary_key=True, default=new_id, editable=False)
    region_code = models.CharField("区划代码", max_length=12, editable=False)

    #: Columns that may hold personal data or free text: they go to the erasable payload, not into the facts.
    PRIVATE: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete within the region."""
        return type(self)._base_manager.filter(region_code=self.region_code, pk=self.pk).delete()

    def refresh_from_db(self, using: Any = None, fields: Any = None, from_queryset: Any = None) -> None:
        """Read the row again, naming the region."""
        rows = from_queryset if from_queryset is not None else type(self)._base_manager.using(using).all()
        super().refresh_from_db(using, fields, rows.filter(region_code=self.region_code))

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> Any:
        kept = [value for value in values if value[0].name != "region_code"]
        return super()._do_update(base_qs.filter(region_code=self.region_code), using, pk_val, kept, *rest)


def unique_in_cell(name: str, *fields: str) -> models.UniqueConstraint:
    """Return UNIQUE (region_code, …)."""
    return models.UniqueConstraint(fields=("region_code", *fields), name=name)


def in_cell(to: str, column: str, related_name: str, *, null: bool = False) -> models.ForeignObject:
    """Return the relation `(region_code, column) → (region_code, id)`; it adds no column of its own.

    `null`: the column may be empty, so that rows without a partner are not lost in a join.
    """
    more = {"null": True} if null else {}
    return models.ForeignObject(
        to,
        on_delete=models.DO_NOTHING,
        from_fields=["region_code", column],
        to_fields=["region_code", "id"],
        related_name=related_name,
        **more,
    )
