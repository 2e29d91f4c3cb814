"""One query that brings everything an act needs to know of a case: row, clock facts, stages, answer to a repeated key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from yichuang.records.cases.models import Case
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind

_FACT = 'e.seq, e.kind, e."on", e.pause, e.days, e."by"'
_STAGE = "s.id, s.kind, s.department_id, s.assignee_id, s.due_on, s.done_at, s.conclusion"
_MATERIAL = "m.id, m.key, m.name, m.required, m.verdict, m.defect, m.originals, m.copies, {}(m.files)"
_LENGTH = {"sqlite": "json_array_length", "postgresql": "jsonb_array_length"}
_REPEAT = "l.verb, l.subject_id, l.seq, l.hash, l.answer, l.request_digest"


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of a case as an act sees it."""

    id: UUID
    kind: str
    department_id: UUID
    assignee_id: UUID | None
    due_on: date | None
    done: bool
    conclusion: str


@dataclass(frozen=True, slots=True)
class MaterialView:
    """One material of a case as an act sees it."""

    id: UUID
    key: str
    name: str
    required: bool
    verdict: str
    defect: str
    originals: int = 0
    copies: int = 0
    files: int = 0


@dataclass(frozen=True)
class CaseFile:
    """A case with the facts of its clock (一件的全部): frozen, as read."""

    row: Mapping[str, Any]
    facts: tuple[ClockFact, ...]
    stages: tuple[StageView, ...]
    materials: tuple[MaterialView, ...]
    applicant_user_id: UUID | None
    repeat: tuple[Any, ...] | None
    memory: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.row[name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def terms(self) -> ClockTerms:
        """Return the limits that were copied onto the case."""
        if "terms" not in self.memory:
            self.memory["terms"] = ClockTerms.from_facts(self.row["terms"])
        return self.memory["terms"]

    def stage(self, kind: str) -> StageView | None:
        """Return the open stage of that kind, if any."""
        return next((stage for stage in self.stages if stage.kind == kind and not stage.done), None)

    def last(self, kind: str) -> StageView | None:
        """Return the latest finished stage of that kind, if any."""
        return next((stage for stage in reversed(self.stages) if stage.kind == kind and stage.done), None)


def _aggregate(columns: str, source: str, order: str, vendor: str) -> str:
    if vendor == "sqlite":
        inner = f"SELECT json_array({columns}) AS j FROM {source} ORDER BY {order}"
        return f"(SELECT json_group_array(json(j)) FROM ({inner}))"
    return f"(SELECT json_agg(json_build_array({columns}) ORDER BY {order}) FROM {source})"


@cache
def _query(vendor: str, materials: bool, by: str) -> tuple[str, tuple[str, ...]]:
    fields = [column for column in Case._meta.concrete_fields if column.column]
    row = ", ".join(f'c."{column.column}"' for column in fields)
    inside = "{0}.region_code = c.region_code AND {0}.case_id = c.id"
    parts = [
        _aggregate(_FACT, f"cases_clockevent e WHERE {inside.format('e')}", "e.seq", vendor),
        _aggregate(_STAGE, f"cases_stage s WHERE {inside.format('s')}", "s.opened_at, s.id", vendor),
        _aggregate(_MATERIAL.format(_LENGTH[vendor]), f"cases_material m WHERE {inside.format('m')}", "m.position", vendor)
        if materials
        else "NULL",
        "(SELECT a.user_id FROM applicants_applicant a WHERE a.region_code = c.region_code AND a.id = c.applicant_id)",
        _aggregate(_REPEAT, "ledger_entry l WHERE l.region_code = c.region_code AND l.idem_key = %s", "l.seq", vendor),
    ]
    text = f"SELECT {row}, {', '.join(parts)} FROM cases_case c WHERE c.region_code = %s AND c.{by} = %s"
    return text, tuple(column.attname for column in fields)


def _loads(value: Any) -> list[Any]:
    if value is None:
        return []
    return json.loads(value) if isinstance(value, str) else list(value)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def _id(value: Any) -> UUID | None:
    return value if value is None or isinstance(value, UUID) else UUID(value)


def _row(values: Any, names: tuple[str, ...]) -> dict[str, Any]:
    row = dict(zip(names, values, strict=True))
    if connection.vendor != "sqlite":
        for name in ("agent", "terms", "form"):
            row[name] = json.loads(row[name]) if isinstance(row[name], str) else row[name]
        return row
    for column in Case._meta.concrete_fields:
        name, value = column.attname, row[column.attname]
        if value is None:
            continue
        target = column.target_field if column.is_relation else column
        for converter in [*connection.ops.get_db_converters(target.get_col("c")), *target.get_db_converters(connection)]:
            value = converter(value, target.get_col("c"), connection)
        row[name] = value
    return row


def load(
    region_code: str, *, no: str = "", case_id: UUID | None = None, key: str | None = None, materials: bool = False
) -> CaseFile | None:
    """Return the case by its number or id, or None. One round trip."""
    text, names = _query(connection.vendor, materials, "no" if no else "id")
    ref: Any = no or (case_id.hex if connection.vendor == "sqlite" and case_id else case_id)
    with connection.cursor() as cursor:
        cursor.execute(text, [key, region_code, ref])
        found = cursor.fetchone()
    if found is None:
        return None
    facts, stages, papers, user_id, repeats = found[len(names) :]
    return CaseFile(
        row=_row(found[: len(names)], names),
        facts=tuple(
            ClockFact(FactKind(kind), _day(on) or date.min, pause, days, by)
            for _, kind, on, pause, days, by in _loads(facts)
        ),
        stages=tuple(
            StageView(UUID(i), kind, UUID(dep), _id(who), _day(due), done is not None, conclusion)
            for i, kind, dep, who, due, done, conclusion in _loads(stages)
        ),
        materials=tuple(
            MaterialView(UUID(i), key, name, bool(required), *rest) for i, key, name, required, *rest in _loads(papers)
        ),
        applicant_user_id=_id(user_id),
        repeat=next((tuple(row) for row in _loads(repeats)), None),
    )


