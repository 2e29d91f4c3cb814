"""办理流程 in words: stages for the chart and the table, special procedures beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.faces.common.flow import Special, Stage
from yichuang.faces.common.labels import term_words
from yichuang.records.catalogue.models import Item, ItemVersion, PowerKind
from yichuang.rules.joint.flow import CO_REVIEW
from yichuang.rules.norms import Norms

_NOT_DRAWN = frozenset({"extension"})
_SHORT = {"consultation": "征求意见"}


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of the table."""

    name: str
    department: str
    post: str
    days: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One special procedure of the table."""

    name: str
    when: str
    days: str
    counted: bool
    cited: dict[str, Any]
    note: str


@dataclass(frozen=True, slots=True)
class Process:
    """Everything the flow section shows."""

    chart: tuple[Stage, ...]
    stages: tuple[StageRow, ...]
    procedures: tuple[ProcedureRow, ...]
    sample: bool
    complex: str


def process(item: Item, version: ItemVersion, norms: Norms) -> Process:
    """Return the flow of an item from its own stages."""
    stages = tuple(_stage(row) for row in version.stages)
    procedures = tuple(_procedure(row) for row in version.special_procedures)
    return Process(
        chart=(*_drawn(version), _delivery(item, norms)) if stages else (),
        stages=stages,
        procedures=procedures,
        sample=any(row.get("sample") for row in version.stages),
        complex=version.guide.get("complex", ""),
    )


def day_words(number: float | None, unit: str) -> str:
    """Return 5 个工作日, 当场 for none, "" where it is not known."""
    if number is None:
        return ""
    return term_words(f"{number:g}", unit) if number else "当场"  # type: ignore[arg-type]


def _stage(row: dict[str, Any]) -> StageRow:
    if row["kind"] == CO_REVIEW:
        limit = day_words(row.get("limit"), "working_day")
        return StageRow("协办", row["name"], row.get("post", ""), f"{limit}内返回" if limit else "", _asked(row))
    days = day_words(row.get("days"), row.get("unit", "working_day"))
    return StageRow(row["name"], row.get("department", ""), row.get("post", ""), days, tuple(row.get("duties", ())))


def _asked(row: dict[str, Any]) -> tuple[str, ...]:
    """Return what a co-department does and returns (协办职责)."""
    return tuple(words for words in (row.get("duty", ""), row.get("returns", "")) if words)


def _procedure(row: dict[str, Any]) -> ProcedureRow:
    days = day_words(row["days"], row["unit"])
    note = row.get("count_note") or row.get("sample_note", "")
    return ProcedureRow(row["name"], row["when"], days, row["counted"], row, note)


def _drawn(version: ItemVersion) -> list[Stage]:
    """Return the boxes; co-departments, and what does not count towards the limit, hang on the review."""
    together = tuple(_beside(row) for row in version.stages if row["kind"] == CO_REVIEW)
    aside = tuple(
        Special(_SHORT.get(row["kind"], row["name"]), f"{row['days']:g} 日" if row["days"] else "")
        for row in version.special_procedures
        if not row["counted"] and row["kind"] not in _NOT_DRAWN
    )
    review = next((row for row in version.stages if row["kind"] == "review"), None)
    return [
        Stage(
            row["name"],
            row.get("post", ""),
            day_words(row.get("days"), row.get("unit", "working_day")),
            (*together, *aside) if row is review else (),
        )
        for row in version.stages
        if row["kind"] != CO_REVIEW
    ]


def _beside(row: dict[str, Any]) -> Special:
    """Return the box of a co-department: it reviews at the same time and answers within its days (共同审批流程)."""
    return Special(row["name"], f"{row['limit']:g} 日内返回" if row.get("limit") else "", counted=True)


def _delivery(item: Item, norms: Norms) -> Stage:
    """Return the last box: delivery, for a licence within the days that the law gives."""
    term = norms.get("certificate_limit") if item.power_kind == PowerKind.LICENCE else None
    days = f"{term_words(norms.term('certificate_limit').number, term.unit)}内" if term else ""
    return Stage("送达", "窗口、邮寄或电子", days)
