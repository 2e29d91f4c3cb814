"""同意电子送达: the applicant agrees to get the papers of a case electronically, or takes that back."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import dispatch, ended
from yichuang.acts.delivery.named import named, told_of
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, Dispatch, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.rules.verdict import Refused

_NO_LOGIN = "delivery_no_box"


@dataclass(frozen=True, slots=True)
class ElectronicConsent:
    """Yes or no; at the window the signed confirmation of address stays in the file."""

    on: On
    agree: bool = True


@case_act(verb="case.electronic_agreed")
def agree_electronic(case: CaseFile, wish: ElectronicConsent, ctx: Context) -> Work:
    """Put the consent on record: only with it may a paper be delivered electronically; it may be taken back.

    Basis: MSF-90.1
    """
    decision, told = named(case, wish.on), {"agreed": wish.agree}
    told |= told_of(decision)
    standing = latest(case.region_code, case.id, DeliveryMethod.ELECTRONIC, document_id=wish.on.document)
    agreed = standing is not None and standing.state == DispatchState.AGREED
    if agreed == wish.agree:
        raise Refused("consent_unchanged", "MSF-90.1")
    if not wish.agree and standing is not None:
        return Work(change=(ended(standing, ctx, DispatchState.REVOKED),), facts=told)
    if case.owner_id is None and case.applicant_user_id is None:
        raise Refused(_NO_LOGIN, "MSF-90.1")
    if standing is not None:
        again = {"state": DispatchState.AGREED.value, "since": ctx.today, "ended_on": None}
        return Work(change=(Change(Dispatch, standing.id, again),), facts=told)
    state = DispatchState.AGREED.value
    row = dispatch(case, ctx, DeliveryMethod.ELECTRONIC.value, state=state, document_id=wish.on.document)
    return Work(add=(row,), facts=told)
