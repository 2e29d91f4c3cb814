"""补正: the applicant brings what was asked for. Only what was asked for, and all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Supplement:
    """New files by material key; `shown` are materials shown on paper at the window."""

    on: On
    files: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


@case_act(verb="case.supplemented", materials=True)
def supplement(case: CaseFile, wish: Supplement, ctx: Context) -> Work:
    """Put the supplement on record; the clock of the answer runs anew from this day.

    Basis: XKF-32.1(5), S0b-6(2)
    """
    wanted = [m for m in case.materials if m.verdict == MaterialVerdict.CORRECT]
    missing = [m.name for m in wanted if not wish.files.get(m.key) and m.key not in wish.shown]
    if missing:
        raise Refused("supplement_incomplete", "XKF-32.1(5)", {"missing": "、".join(missing)})
    changes = [
        Change(
            Material,
            material.id,
            {"verdict": MaterialVerdict.UNSEEN.value} | _brought(material, wish),
        )
        for material in wanted
    ]
    return Work(clock=(ClockFact(FactKind.SUPPLEMENTED, ctx.today),), change=tuple(changes))


def _brought(material: MaterialView, wish: Supplement) -> dict[str, Any]:
    """Return new files; nobody has compared them with an original yet, unless that was shown along with them."""
    files, shown = wish.files.get(material.key), material.key in wish.shown
    if not files:
        return {}
    return {"files": [dict(row) for row in files], "originals": max(material.originals, 1) if shown else 0}
