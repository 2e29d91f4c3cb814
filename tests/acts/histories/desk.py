"""A case on the desk only (桌面上的办件): the real acts judge it, and what they want to file is carried out in memory.

No database is asked and none is written, so that hundreds of histories cost what a few cost there. The book holds what
the ledger would: who did what on which day, the state and the facts of the clock that it brought.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from tests.acts.city import ZONE, City
from yichuang.acts.act import filing_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Filing, Number, Row
from yichuang.records.cases.access import NotFound, place_of
from yichuang.records.cases.models import Case, ClockEvent, Material, Stage
from yichuang.records.cases.reading import CaseFile, MaterialView, StageView, load
from yichuang.records.org.directory import Directory, directory
from yichuang.rules.clock import ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.officers import SYSTEM
from yichuang.rules.permissions import may_see

COLUMNS = tuple(column.attname for column in Case._meta.concrete_fields)


class Written(NamedTuple):
    """What the ledger would tell of one act: the state that the case had then, and the one it was given, if any."""

    verb: str
    who: str
    on: date
    state: str
    facts: tuple[ClockFact, ...]


@dataclass
class Desk:
    """One case with its people, the book of what happened, and on which day each stage was opened."""

    city: City
    place: Directory
    case: CaseFile
    book: list[Written] = field(default_factory=list)
    opened: dict[UUID, date] = field(default_factory=dict)

    def ctx(self, who: str, on: date) -> Context:
        """Return the circumstances of an act by that person on that day."""
        officer = SYSTEM if who == "system" else self.place.officer(self.city.people[who].id, on)
        return Context(officer, datetime.combine(on, time(10), tzinfo=ZONE), self.place, "key")

    def do(self, act: Any, wish: Any, who: str, on: date) -> None:
        """Do an act as the frame of the acts does it. Raises Refused, LookupError."""
        ctx = self.ctx(who, on)
        if not may_see(ctx.officer, place_of(self.case)):
            raise NotFound(self.case.no)
        self.file(filing_of(act.verb, self.case, act.judged(self.case, wish, ctx), ctx), who, on)

    def file(self, filing: Filing, who: str, on: date) -> None:
        """Carry out what an act wants to file, and write it into the book."""
        facts = tuple(_fact(row) for row in filing.add if row.model is ClockEvent)
        self.book.append(Written(filing.verb, who, on, str(filing.set.get("state", "")), facts))
        stages = (*_changed(self.case.stages, Stage, filing), *self._opened(filing, on))
        self.case = made(
            {name: getattr(self.case, name) for name in COLUMNS} | dict(filing.set),
            (*self.case.facts, *facts), stages, _changed(self.case.materials, Material, filing), self.case,
        )  # fmt: skip

    def _opened(self, filing: Filing, on: date) -> list[StageView]:
        rows = [row.values for row in filing.add if row.model is Stage]
        self.opened |= {row["id"]: on for row in rows}
        return [_stage(row) for row in rows]


def on_the_desk(city: City, no: str) -> Desk:
    """Take a case out of the database, once; from here on nothing is asked of it."""
    found = load("990100", no=no, materials=True)
    assert found is not None
    columns = {name: getattr(found, name) for name in COLUMNS}
    return Desk(city, directory(), made(columns, found.facts, found.stages, found.materials, found))


def copied(desk: Desk) -> Desk:
    """Return the same case for another history."""
    return Desk(desk.city, desk.place, desk.case)


def made(
    columns: dict[str, Any],
    facts: tuple[ClockFact, ...],
    stages: tuple[StageView, ...],
    materials: tuple[MaterialView, ...],
    before: CaseFile,
) -> CaseFile:
    """Return a case as it would be read again."""
    case = CaseFile({}, facts, stages, materials, before.applicant_user_id, None)
    case.__dict__.update({name: value for name, value in columns.items() if name != "terms"})
    told = columns["terms"]
    case.memory["terms"] = told if isinstance(told, ClockTerms) else ClockTerms.from_facts(told)
    return case


def _changed(rows: tuple[Any, ...], model: type[Any], filing: Filing) -> tuple[Any, ...]:
    changes: list[Change] = [change for change in filing.change if change.model is model]
    for change in changes:
        told = _values(change.values)
        rows = tuple(
            row._replace(**{name: told[name] for name in row._fields if name in told}) if row.id == change.id else row
            for row in rows
        )
    return rows


def _values(values: Any) -> dict[str, Any]:
    return dict(values) | ({"done": values["done_at"] is not None} if "done_at" in values else {})


def _stage(row: Any) -> StageView:
    told = _values(row)
    return StageView(**{name: told[name] for name in StageView._fields})


def _fact(row: Row) -> ClockFact:
    told = row.values
    assert not isinstance(told["on"], Number)
    return ClockFact(FactKind(told["kind"]), told["on"], told["pause"], told["days"], told["by"])
