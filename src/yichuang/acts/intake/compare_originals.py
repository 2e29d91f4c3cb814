"""原件已核对: the original is shown later than at intake, at the window or where the review compares it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.history import materials_of
from yichuang.records.cases.models import Material
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.library.trust import may_compare
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Originals:
    """The originals of which materials were shown and agree with what was handed in."""

    on: On
    materials: frozenset[str]


def comparable(case: CaseFile) -> frozenset[str]:
    """Return the keys of materials whose originals can still be compared."""
    return frozenset(m.key for m in case.materials if may_compare(m.files, m.copies, m.verdict, m.originals).allowed)


@case_act(verb="case.originals_seen", materials=True)
def compare_originals(case: CaseFile, wish: Originals, ctx: Context) -> Work:
    """Put on record that the copies of these materials agree with their originals; which files, by their digests.

    No clock moves and no verdict changes: from C (使用前须核对原件) the file becomes B.
    Raises: Refused.  Basis: XKF-31.1, YC
    """
    chosen = [m for m in case.materials if m.key in wish.materials]
    if not chosen or len(chosen) != len(wish.materials):
        raise Refused("no_original_named", "XKF-31.1")
    for m in chosen:
        may_compare(m.files, m.copies, m.verdict, m.originals).raise_if_refused()
    rows = [row for row in materials_of(case.region_code, case.id) if row.key in wish.materials]
    return Work(
        change=tuple(Change(Material, m.id, {"originals": 1}) for m in chosen),
        facts={"files": sorted({str(file["digest"]) for row in rows for file in row.files})},
        payload={"materials": [m.name for m in chosen]},
    )
