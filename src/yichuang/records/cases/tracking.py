"""查询核验: whoever shows the number of a case and the last six characters of the identity number may see its progress.

An unknown number and a wrong code give the same answer.
"""

from __future__ import annotations

from yichuang.records.applicants.queries import identity_ends_with
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.org.directory import Directory


def proven(no: str, last_six: str, directory: Directory) -> str:
    """Return the number of the case as it is written, if the code fits. Raises NotFound for everything else."""
    region = directory.region_of(no)
    case = load(region, no=no.upper()) if region else None
    if case is None or not identity_ends_with(region, case.applicant_id, last_six):
        raise NotFound(no)
    return str(case.no)


def tracked(no: str, directory: Directory) -> CaseFile:
    """Return a case whose number was proven before (the face keeps the proof). Raises NotFound."""
    region = directory.region_of(no)
    case = load(region, no=no.upper()) if region else None
    if case is None:
        raise NotFound(no)
    return case
