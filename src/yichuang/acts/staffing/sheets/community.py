"""Whether the community agrees to a yearly grade (社区党工委同意): asked where a sheet is signed or reviewed."""

from __future__ import annotations

from yichuang.acts.staffing.sheets.drafting import Wanted
from yichuang.records.staffing.models import SheetSubject
from yichuang.records.staffing.queries import consent_of, files_of
from yichuang.rules.norms import Norms
from yichuang.rules.staff import scoring


def may_grade(wanted: Wanted, grade: str, year: int, norms: Norms) -> None:
    """Let a grade pass, unless the person serves a community that did not agree.

    Raises: Refused.  Basis: S4-二(八)
    """
    if wanted.subject != SheetSubject.PERSON:
        return
    known = files_of(wanted.region_code, [wanted.subject_id]).get(wanted.subject_id)
    if known is None or known.point_id is None:
        return
    consent = consent_of(wanted.region_code, wanted.subject_id, year)
    scoring.may_grade(grade, wanted.period, consent, norms).raise_if_refused()
