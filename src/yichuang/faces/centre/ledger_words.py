"""What an entry put on record, in words (账目事实): tables and columns by their Chinese names, personal data masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from yichuang.acts.inspection.images import model_of
from yichuang.faces.centre.words import FACTS
from yichuang.faces.common.dates import moment
from yichuang.faces.common.labels import UNITS, term_words
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import ClockEvent
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.clockwork.terms import ClockTerms
from yichuang.rules.masking import mask_name

_LONGEST = 120
_NUMBERS = re.compile(r"\d{6,}[\dXx]?")
_SEALED = "（密文，不显示）"
_HIDDEN = "（个人信息，不显示）"
_NAMES = frozenset({"applicant_name", "legal_person", "receiver"})
_SPEAKING = frozenset({"opinion", "defect", "note", "words", "reason", "name"})
_SKIPPED = frozenset(
    {"id", "region_code", "case_id", "item_version_id", "applicant_id", "calendar_version", "seq", "template"}
)


@dataclass(frozen=True, slots=True)
class Written:
    """One row of a table as an entry wrote it: its name, whether it is new, and its columns (name, value)."""

    table: str
    new: bool
    columns: tuple[tuple[str, str], ...]


@dataclass
class Reader:
    """Turns rows into words; remembers the rows it has met, so that only what an entry changed is told.

    `known` are words for ids, codes and names that stand for something of this case.
    """

    directory: Directory
    known: Mapping[str, str] = field(default_factory=dict)
    met: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def rows(self, facts: Mapping[str, Any], told: Mapping[str, Any]) -> Iterator[Written]:
        """Yield what an entry wrote; a row that can't be read is said to be so."""
        joined: dict[tuple[str, str], dict[str, Any]] = {}
        for part in (facts.get("rows", ()), told.get("rows", ())):
            for table, row_id, values in part:
                joined.setdefault((str(table), str(row_id)), {}).update(values)
        for (table, row_id), values in joined.items():
            yield self._written(table, row_id, values)

    def _written(self, table: str, row_id: str, values: Mapping[str, Any]) -> Written:
        new, before = (table, row_id) not in self.met, self.met.setdefault((table, row_id), {})
        moved = {name: value for name, value in values.items() if before.get(name, "") != value}
        before.update(values)
        try:
            model = model_of(table)
        except LookupError:
            return Written(table, new, ())
        return Written(str(model._meta.verbose_name), new, tuple(self._columns(model, moved, new)))

    def _columns(self, model: type[models.Model], values: Mapping[str, Any], new: bool) -> Iterator[tuple[str, str]]:
        for column in model._meta.concrete_fields:
            name = column.attname
            if name in _SKIPPED or name not in values or (new and values[name] in (None, "", [], {}, False)):
                continue
            yield str(column.verbose_name), self._words(model, column, values[name])

    def _words(self, model: type[models.Model], column: models.Field, value: Any) -> str:
        if isinstance(value, str) and value in self.known:
            return self.known[value]
        name = column.attname
        if model is ClockEvent and name == "kind":
            return FACTS.get(value, str(value))
        if name not in getattr(model, "PRIVATE", ()):
            return self._open(column, value)
        if model is Applicant and name == "name":
            return mask_name(str(value))
        return _private(name, value)

    def _open(self, column: models.Field, value: Any) -> str:
        if value in (None, ""):
            return "空"
        if isinstance(value, bool):
            return "是" if value else "否"
        if column.attname in _SPOKEN:
            return _SPOKEN[column.attname](value)
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        if isinstance(column, models.ForeignKey | models.UUIDField):
            return self._named(value)
        return _plain(column, value)

    def _named(self, value: Any) -> str:
        """Return whom or what an id stands for."""
        try:
            key = UUID(str(value))
        except ValueError:
            return str(value)[:_LONGEST]
        place = self.directory
        department = place.departments.get(key)
        return place.names.get(key) or (department.short_name if department else f"{str(key)[:8]}…")


def _plain(column: models.Field, value: Any) -> str:
    if isinstance(column, models.DateTimeField):
        return moment(datetime.fromisoformat(str(value)))
    if isinstance(column, models.DateField):
        return date.fromisoformat(str(value)).isoformat()
    return cut(str(value))


def _limits(value: Any) -> str:
    """Return the limits copied onto a case: 法定 20 个工作日，承诺 8 个工作日，告知 5 个工作日."""
    terms = ClockTerms.from_facts(value)
    told = (("法定", terms.decision), ("承诺", terms.promised), ("告知", terms.answer))
    return "，".join(f"{name} {term_words(term.number, term.unit)}" for name, term in told if term is not None)


_SPOKEN: Mapping[str, Callable[[Any], str]] = {
    "pause": lambda value: name_of(str(value)),
    "pause_kind": lambda value: name_of(str(value)),
    "by": lambda value: dict(Role.choices).get(value, value),
    "term_unit": lambda value: UNITS.get(str(value), str(value)),
    "terms": _limits,
}


def _private(name: str, value: Any) -> str:
    """Return a personal column: names masked, opinions without numbers, everything else not at all."""
    if value in (None, "", [], {}):
        return "空"
    if name in _NAMES and isinstance(value, str):
        return mask_name(value)
    if name in _SPEAKING and isinstance(value, str):
        return cut(scrubbed(value))
    return _SEALED if name.endswith(("_cipher", "_hash")) else _HIDDEN


def scrubbed(text: str) -> str:
    """Return a text whose long numbers (identity, phone) are starred."""
    return _NUMBERS.sub(lambda found: f"{found[0][:3]}***", text)


def cut(text: str) -> str:
    """Return a text at a length that a table can carry."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
