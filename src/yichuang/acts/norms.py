"""Which norms hold for a case."""

from __future__ import annotations

from yichuang.law.book import book
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.norms import Norms


def norms_of(case: CaseFile) -> Norms:
    """Return the norms that hold for a case: those of its acceptance, before that of its receipt."""
    if "norms" not in case.memory:
        case.memory["norms"] = book().norms(case.profile, case.accepted_on or case.received_on)
    norms: Norms = case.memory["norms"]
    return norms
