"""登记新的委托: while a case runs the applicant says who acts for him from now on, and how far (新的授权委托书)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.intake.applying import printable
from yichuang.acts.passing.end_mandate import is_proxy
from yichuang.acts.passing.proxy import kept
from yichuang.records.applicants.queries import has_number, login_of
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.rules.identifiers import IdentifierKind, check
from yichuang.rules.permissions import is_own
from yichuang.rules.proxy import mandate as mandates
from yichuang.rules.typed import typed

HANDLER = "经办人"


@dataclass(frozen=True, slots=True)
class MandateGiven:
    """Who shall act, how far, until when. `attorney`: its original was seen; online the declaration itself is it."""

    on: On
    name: str
    identity_no: str
    scope: tuple[str, ...] = ()
    ends_on: date | None = None
    attorney: bool = False


@case_act(verb="case.mandate_given", materials=True)
def give_mandate(case: CaseFile, wish: MandateGiven, ctx: Context) -> Work:
    """Put the new power of attorney on record; it holds from today, and no clock moves.

    Basis: MFD-165, XKF-29.2, MFD-173(2)
    """
    own = is_own(ctx.officer, place_of(case))
    name, number = typed(wish.name, "代理人姓名", 60), wish.identity_no.strip().upper()
    before = mandates.mandate_of(case.agent) if case.agent else None
    same = before is not None and bool(number) and number == number_of_proxy(case)
    by_principal = is_principal(case, ctx) if own else True
    mandates.may_give(before, ctx.today, by_principal=by_principal, same=same).raise_if_refused()
    in_person = str(version_of(case.item_version_id).guide.get("in_person", ""))
    mandates.may_be_used(in_person=in_person, norms=norms_of(case)).raise_if_refused()
    mandate = mandates.Mandate(frozenset(wish.scope), ctx.today, wish.ends_on)
    mandates.dated(mandate).raise_if_refused()
    if wish.ends_on and wish.ends_on < ctx.today:
        mandates.may_act("", mandate, ctx.today).raise_if_refused()
    card = check(IdentifierKind.PERSON, number, today=ctx.today).ok
    principal = number if card and has_number(case.region_code, case.applicant_id, number) else ""
    shown = own or wish.attorney
    mandates.complete(mandate, name=name, identity_no=number, attorney=shown, principal=principal).raise_if_refused()
    printable(name)
    login = (login_of(case.region_code, name, number) if card else None) or (_acting(case) if same else "")
    agent = _agent(case, replace(wish, name=name, identity_no=number), ctx, str(login))
    rows = () if own else (Row(Material, _paper(case, ctx)),)
    facts = {"by": "online" if own else "paper", "scope": sorted(mandate.scope), "ends_on": wish.ends_on}
    return Work(set={"agent": agent}, add=rows, facts=facts, payload={"name": name})


def is_principal(case: CaseFile, ctx: Context) -> bool:
    """Say whether who is logged in is the applicant, or stands for the unit: nobody passes on a power he was given."""
    user, capacity = ctx.officer.user_id, ctx.officer.capacity
    if capacity is not None and case.applicant_id in capacity.applicants:
        return capacity.legal
    if user is None or is_proxy(case, user) or case.agent.get("relation") == HANDLER:
        return user is not None and user == case.applicant_user_id
    himself = ctx.officer.name.strip() == case.applicant_name.strip()
    return user == case.applicant_user_id or (himself and user == case.owner_id)


def number_of_proxy(case: CaseFile) -> str:
    """Return the identity number of the proxy that the case has, "" without one."""
    if not case.agent:
        return ""
    return unseal(case.agent.get("identity_cipher", ""), case.id).upper()


def _acting(case: CaseFile) -> str:
    """Return the log-in of the present proxy, "" without one."""
    handed_in = str(case.owner_id or "") if "scope" in (case.agent or {}) else ""
    return str((case.agent or {}).get("user_id", handed_in) or "")


def _agent(case: CaseFile, wish: MandateGiven, ctx: Context, login: str) -> dict[str, Any]:
    """Return what the case keeps: the new proxy, and who acted before him and does so no more."""
    old, acted = case.agent or {}, _acting(case)
    left = [row for row in old.get("before", ()) if row["user_id"] != login]
    if acted and acted != login:
        on = old.get("ended_on") or old.get("ends_on") or ctx.today.isoformat()
        left.append({"user_id": acted, "name": old.get("name", ""), "ended_on": on})
    agent = {
        "name": wish.name, "relation": "代理人", "identity_no": wish.identity_no, "scope": list(wish.scope),
        "starts_on": ctx.today.isoformat(), "ends_on": wish.ends_on.isoformat() if wish.ends_on else "",
        "user_id": login,
    }  # fmt: skip
    return kept(agent, case.id) | ({"before": left} if left else {}) | {k: old[k] for k in ("uscc",) if k in old}


def _paper(case: CaseFile, ctx: Context) -> dict[str, Any]:
    key = f"{mandates.ATTORNEY}_{case.ledger_seq + 1}"
    return {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "key": key,
        "name": f"授权委托书（{ctx.today.isoformat()}登记）", "required": False, "position": len(case.materials),
        "verdict": MaterialVerdict.OK.value, "defect": "", "files": [], "originals": 1, "copies": 0,
    }  # fmt: skip
