"""当场更正: a slip in the form or a wrong file is put right at once, without a notice and without starting a clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yichuang.acts.act import On, Work, case_act, clock_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.applicants.access import applicant_of
from yichuang.records.applicants.vault import lookup_hash, open_values, seal_values
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import acceptance
from yichuang.rules.verdict import Refused

_WHO = ("person_name", "unit_name", "owner_name", "person_id", "uscc", "owner_code")  # answers that name who applies


@dataclass(frozen=True, slots=True)
class CorrectionNow:
    """Answers that take the place of others, new files by material, materials shown on paper."""

    on: On
    form: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


@case_act(verb="case.corrected_now", materials=True)
def correct_now(case: CaseFile, wish: CorrectionNow, ctx: Context) -> Work:
    """Put the application right while nobody has answered it; the answer stays due when it was due.

    Who applies stays who he is: register and papers name him, so another one applies anew.
    Raises: Refused.  Basis: XKF-32.1(3), XKF-31.1
    """
    acceptance.still_open(clock_of(case, ctx)).raise_if_refused()
    before = open_values(case.form, case.id)
    told = {key: value for key, value in wish.form.items() if before.get(key) != value}
    _stays_the_same(case, before, told)
    brought = [m for m in case.materials if wish.files.get(m.key) or m.key in wish.shown]
    if not told and not brought:
        raise Refused("nothing_corrected", "XKF-32.1(3)")
    changes = tuple(
        Change(
            Material,
            m.id,
            {"verdict": MaterialVerdict.UNSEEN.value, "defect": ""}
            | ({"files": [dict(row) for row in wish.files[m.key]], "originals": 0} if wish.files.get(m.key) else {})
            | ({"originals": max(m.originals, 1)} if m.key in wish.shown else {}),
        )
        for m in brought
    )
    return Work(
        set={"form": seal_values(before | told, case.id)} if told else {},
        change=changes,
        facts={"answers": len(told), "materials": len(brought)},
        payload={"answers": sorted(told), "materials": [m.name for m in brought]},
    )


def _stays_the_same(case: CaseFile, before: Mapping[str, Any], told: Mapping[str, Any]) -> None:
    """Refuse another name or number in the place of the applicant's own."""
    changed = [str(before[key]) for key in _WHO if key in told and before.get(key)]
    if not changed:
        return
    row = applicant_of(case.region_code, case.applicant_id)
    if any(old == case.applicant_name or lookup_hash(old) == row.identity_hash for old in changed):
        raise Refused("applicant_stays", "XKF-31.1")
