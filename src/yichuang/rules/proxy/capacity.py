"""身份: as whom somebody who logs in acts: as himself, or as an organisation that he may act for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.rules.proxy.mandate import Mandate, may_act
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_BASIS = "XKF-29.2"


@dataclass(frozen=True, slots=True)
class Capacity:
    """An organisation for which somebody acts (单位身份): its applicant records, and to what extent he may.

    `mandate` None: he is its legal representative, or logs in as the organisation itself.
    """

    uscc: str
    name: str
    applicants: frozenset[UUID] = frozenset()
    mandate: Mandate | None = None
    legal_person: str = ""

    @property
    def legal(self) -> bool:
        """Say whether he stands for the organisation without anybody's authority (法定代表人)."""
        return self.mandate is None


def may_submit(capacity: Capacity, identity_no: str, today: date) -> Verdict:
    """Say whether an application by this applicant may be handed in while acting as that organisation.

    Returns: ALLOWED, `capacity_other` with the organisation's name, or what the authority lacks.
    Basis: XKF-29.2
    """
    if identity_no.strip().upper() != capacity.uscc:
        return refuse("capacity_other", _BASIS, name=capacity.name)
    return ALLOWED if capacity.mandate is None else may_act("case.submitted", capacity.mandate, today)


def may_name(mandate: Mandate, today: date, *, known: bool, oneself: bool) -> Verdict:
    """Say whether a legal representative may name this person (指定办事人员).

    Returns: ALLOWED, `person_unknown`, `person_oneself`, `person_scope` or `person_span`.
    Basis: XKF-29.2
    """
    if not known:
        return refuse("person_unknown", _BASIS)
    if oneself:
        return refuse("person_oneself", _BASIS)
    if not mandate.scope:
        return refuse("person_scope", _BASIS)
    starts = mandate.starts_on or today
    if starts < today or (mandate.ends_on and mandate.ends_on < starts):
        return refuse("person_span", _BASIS)
    return ALLOWED
