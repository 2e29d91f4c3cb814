"""One query that brings all an act needs to know of a case: row, clock facts, stages, answer to a repeated key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

import orjson
from django.db import models

from yichuang.records.cases.models import Case
from yichuang.records.ids import id_of
from yichuang.records.statements import SQLITE, run, sign, vendor
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind

_FACT = 'e.seq, e.kind, e."on", e.pause, e.days, e."by"'
_STAGE = (
    "s.id, s.kind, s.department_id, s.assignee_id, s.due_on, s.done_at, s.conclusion, s.effect, s.asked_by_id,"
    " s.picked_up_on, s.starts_on, s.opened_at"
)
_MATERIAL = "m.id, m.key, m.name, m.required, m.verdict, m.defect, m.originals, m.copies, {}(m.files)"
_LENGTH = {"sqlite": "json_array_length", "postgresql": "jsonb_array_length"}
_FACT_KINDS = {kind.value: kind for kind in FactKind}
_REPEAT = "l.verb, l.subject_id, l.seq, l.hash, l.answer, l.request_digest"
Beside = tuple[tuple[str, str], ...]  # columns of `t`, and the table: rows of the case that another book keeps
_AS_TEXT = (models.UUIDField, models.DateField, models.JSONField)  # taken as text until somebody asks


class StageView(NamedTuple):
    """One stage of a case as an act sees it."""

    id: UUID
    kind: str
    department_id: UUID
    assignee_id: UUID | None
    due_on: date | None
    done: bool
    conclusion: str
    effect: str = ""
    asked_by_id: UUID | None = None
    picked_up_on: date | None = None
    starts_on: date | None = None


class MaterialView(NamedTuple):
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


ERASED = "（已依规清除）"  # the name that is left of a person whose data were erased


@dataclass(frozen=True)
class CaseFile:
    """A case with the facts of its clock (一件的全部): frozen, as read. Its columns are its attributes.

    `texts` are the columns as the database gave them, not yet values: see `Column`. `memory` is what acts worked out.
    """

    texts: Mapping[str, Any]
    facts: tuple[ClockFact, ...]
    stages: tuple[StageView, ...]
    materials: tuple[MaterialView, ...]
    applicant_user_id: UUID | None
    repeat: tuple[Any, ...] | None
    beside: tuple[list[Any], ...] = ()
    memory: dict[Any, Any] = field(default_factory=dict)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return a column."""

    @property
    def erased(self) -> bool:
        """Return whether what is personal in it was erased (已依规清除)."""
        return bool(self.applicant_name == ERASED)

    @property
    def terms(self) -> ClockTerms:
        """Return the limits that were copied onto the case."""
        if "terms" not in self.memory:
            self.memory["terms"] = _terms(self.texts["terms"])
        terms: ClockTerms = self.memory["terms"]
        return terms

    def stage(self, kind: str) -> StageView | None:
        """Return the open stage of that kind, if any."""
        return next((stage for stage in self.stages if stage.kind == kind and not stage.done), None)

    def part(self, kind: str, departments: Collection[UUID]) -> StageView | None:
        """Return the open stage of that kind at one of the departments, if any (本部门的一份)."""
        return next((s for s in self.stages if s.kind == kind and s.department_id in departments and not s.done), None)

    def last(self, kind: str) -> StageView | None:
        """Return the latest finished stage of that kind, if any."""
        return next((stage for stage in reversed(self.stages) if stage.kind == kind and stage.done), None)


class Column:
    """A column of a case whose text becomes a value when somebody asks, and then stays with the case."""

    def __init__(self, name: str, convert: Callable[[Any], Any]) -> None:
        self.name, self.convert = name, convert

    def __get__(self, case: CaseFile | None, _owner: type) -> Any:
        if case is None:
            return self
        try:
            text = case.texts[self.name]
        except KeyError:
            raise AttributeError(self.name) from None
        value = case.__dict__[self.name] = None if text is None else self.convert(text)
        return value


@lru_cache(maxsize=1024)
def _terms(text: str) -> ClockTerms:
    """Return the limits of a case: most cases of an item carry the same."""
    return ClockTerms.from_facts(orjson.loads(text))


def _gathered(columns: str, source: str) -> str:
    """Return an expression for rows as a JSON list of lists, in text."""
    if vendor() == SQLITE:
        inner = f"SELECT json_array({columns}) AS j FROM {source}"
        return f"(SELECT json_group_array(json(j)) FROM ({inner}))"
    rows = f"ARRAY(SELECT json_build_array({columns})::text FROM {source})"
    return f"'[' || array_to_string({rows}, ',') || ']'"


@cache
def _columns() -> tuple[Any, ...]:
    """Return the columns of a case as they are read: first those that are values as they come."""
    return tuple(sorted(Case._meta.concrete_fields, key=lambda column: column.attname in _converters()))


@cache
def _names() -> tuple[str, ...]:
    for name, convert in _converters().items():
        if name != "terms":  # has a reader of its own
            setattr(CaseFile, name, Column(name, convert))
    return tuple(column.attname for column in _columns())


@cache
def _plain() -> tuple[str, ...]:
    return tuple(name for name in _names() if name not in _converters())


def _kind(column: Any) -> Any:
    return column.target_field if column.is_relation else column


@cache
def _query(materials: bool, by: str, beside: Beside) -> str:
    """Return the statement: the columns of the case, then what belongs to it."""
    mark, cast = sign(), "" if vendor() == SQLITE else "::text"
    casts = {f.column: cast if isinstance(_kind(f), _AS_TEXT) else "" for f in _columns()}
    row = ", ".join(f'c."{column}"{words}' for column, words in casts.items())
    inside = "{0}.region_code = c.region_code AND {0}.case_id = c.id"
    parts = [
        _gathered(_FACT, f"cases_clockevent e WHERE {inside.format('e')} ORDER BY e.seq"),
        _gathered(_STAGE, f"cases_stage s WHERE {inside.format('s')}"),  # sorted below: so few cost a sort node more
        _gathered(
            _MATERIAL.format(_LENGTH[vendor()]), f"cases_material m WHERE {inside.format('m')} ORDER BY m.position"
        )
        if materials
        else "NULL",
        "(SELECT a.user_id FROM applicants_applicant a WHERE a.region_code = c.region_code AND a.id = c.applicant_id)",
        _gathered(_REPEAT, f"ledger_entry l WHERE l.region_code = c.region_code AND l.idem_key = {mark}3"),
        *(_gathered(columns, f"{table} t WHERE {inside.format('t')} ORDER BY t.id") for columns, table in beside),
    ]
    return f"SELECT {row}, {', '.join(parts)} FROM cases_case c WHERE c.region_code = {mark}1 AND c.{by} = {mark}2"


@cache
def _converters() -> dict[str, Callable[[Any], Any]]:
    """Return how the text of a column becomes its value. SQLite's module makes dates and times by itself."""
    found: dict[str, Callable[[Any], Any]] = {}
    for column in Case._meta.concrete_fields:
        kind = _kind(column)
        if isinstance(kind, models.JSONField):
            found[column.attname] = orjson.loads
        elif isinstance(kind, models.UUIDField):
            found[column.attname] = id_of
        elif isinstance(kind, models.DateTimeField):
            found[column.attname] = _aware if vendor() == SQLITE else datetime.fromisoformat
        elif isinstance(kind, models.DateField) and vendor() != SQLITE:
            found[column.attname] = date.fromisoformat
    return found


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


def _loads(text: str | None) -> list[Any]:
    found: list[Any] = orjson.loads(text) if text else []
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _id(value: Any) -> UUID | None:
    return value if value is None or isinstance(value, UUID) else id_of(value)


def _arrived(row: list[Any]) -> tuple[str, str]:
    """Return what stages are put in sequence by: when they were opened, then their id."""
    return row[-1], row[0]


def _stage(row: list[Any]) -> StageView:
    i, kind, dep, who, due, done, conclusion, effect, asker, fetched, starts, _ = row
    return StageView(
        id_of(i), kind, id_of(dep), _id(who), _day(due), done is not None, conclusion, effect, _id(asker),
        _day(fetched), _day(starts),
    )  # fmt: skip


def load(  # noqa: PLR0913 - one read for all callers
    region_code: str,
    *,
    no: str = "",
    case_id: UUID | None = None,
    key: str | None = None,
    materials: bool = False,
    beside: Beside = (),
) -> CaseFile | None:
    """Return the case by its number or id, or None, with what other books keep beside it. One round trip."""
    found = run(_query(materials, "no" if no else "id", beside), [region_code, no or _reference(case_id), key]).rows
    if not found:
        return None
    columns = len(_names())
    row, (facts, stages, papers, user_id, repeats, *more) = found[0][:columns], found[0][columns:]
    case = CaseFile(
        texts=dict(zip(_names(), row, strict=True)),
        facts=tuple(
            ClockFact(_FACT_KINDS[kind], date.fromisoformat(on), pause, days, by)
            for _, kind, on, pause, days, by in _loads(facts)
        ),
        stages=tuple(_stage(row) for row in sorted(_loads(stages), key=_arrived)),
        materials=tuple(
            MaterialView(id_of(i), key, name, bool(required), *rest) for i, key, name, required, *rest in _loads(papers)
        ),
        applicant_user_id=_id(user_id),
        repeat=next((tuple(row) for row in _loads(repeats)), None),
        beside=tuple(map(_loads, more)),
    )
    case.__dict__.update(zip(_plain(), row, strict=False))  # the rest waits until somebody asks
    return case


def _reference(case_id: UUID | None) -> str | None:
    if case_id is None:
        return None
    return case_id.hex if vendor() == SQLITE else str(case_id)
