"""委托代理: what is judged and kept when somebody applies or acts for an applicant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.law.book import book
from yichuang.records.applicants.vault import seal
from yichuang.records.cases.models import Channel
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.shelf import asked
from yichuang.rules.proxy import capacity as capacities
from yichuang.rules.proxy import mandate as mandates
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission

SLOT: Mapping[str, Any] = {"key": mandates.ATTORNEY, "name": "授权委托书", "required": True}


def may_apply(wish: Submission, profile: str, ctx: Context) -> None:
    """Refuse a proxy where the applicant has to appear, or one who does not prove his mandate. Raises Refused.

    Basis: XKF-29.2
    """
    _in_name_of_unit(wish, ctx).raise_if_refused()
    mandate = mandates.mandate_of(wish.agent)
    if mandate is not None or (wish.agent and wish.person.kind == "person"):
        in_person = str(wish.version.guide.get("in_person", ""))
        mandates.may_be_used(in_person=in_person, norms=book().norms(profile, ctx.today)).raise_if_refused()
    if mandate is None or wish.entrusted:  # the authority of a project's agent was judged on the project
        return
    key = next(row["key"] for row in with_attorney(asked(wish.version.materials, wish.situation)) if _is_attorney(row))
    paper = wish.materials.get(key) or wish.materials.get(mandates.ATTORNEY, {})
    seen = bool(paper.get("files") or paper.get("originals") or paper.get("copies"))
    name, number = str(wish.agent.get("name", "")), str(wish.agent.get("identity_no", ""))
    principal = wish.person.identity_no
    mandates.complete(mandate, name=name, identity_no=number, attorney=seen, principal=principal).raise_if_refused()
    mandates.may_act("case.submitted", mandate, ctx.today).raise_if_refused()


def with_attorney(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the materials asked of a proxy: the power of attorney is one of them, once, and has to be there.

    No library has it and nobody may bring it later, whatever the item says of it.
    """
    there = {"required": True, "share_exempt": False, "deferrable": False}
    asked_for: list[Mapping[str, Any]] = [row | there if _is_attorney(row) else row for row in map(dict, rows)]
    return asked_for if any(_is_attorney(row) for row in asked_for) else [*asked_for, SLOT]


def asked_of(wish: Submission, rows: list[dict[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """Return the materials asked of who applies: of a proxy the power of attorney too."""
    return with_attorney(rows) if mandates.mandate_of(wish.agent) and not wish.entrusted else rows


def _is_attorney(row: Mapping[str, Any]) -> bool:
    return "委托书" in row["name"]


def for_unit(wish: Submission, ctx: Context) -> Mapping[str, Any]:
    """Return the agent; where an organisation names its people, with its credit code: one who left acts no more."""
    code = wish.person.identity_no
    named = wish.channel != Channel.WINDOW and wish.person.kind == "organisation" and code in ctx.directory.units
    return {**wish.agent, "uscc": code} if named and not wish.entrusted else wish.agent


def kept(agent: Mapping[str, Any], case_id: UUID) -> dict[str, Any]:
    """Return what the case keeps of its agent: the number sealed, for it is nobody's business in clear."""
    row = dict(agent)
    number = row.pop("identity_no", "")
    return row | ({"identity_cipher": seal(str(number), case_id)} if number else {})


def may_go_on(verb: str, case: CaseFile, ctx: Context) -> Verdict:
    """Say whether who is logged in may do this for the applicant: the applicant may, his proxy within his scope.

    Basis: XKF-29.2
    """
    user, capacity = ctx.officer.user_id, ctx.officer.capacity
    if user is not None and capacity is not None and case.applicant_id in capacity.applicants:
        return mandates.may_act(verb, capacity.mandate, ctx.today) if capacity.mandate else ALLOWED
    if left := before_of(case.agent, user):
        return refuse("proxy_ended", "MFD-173(2)", on=date.fromisoformat(left["ended_on"]))
    if not case.agent or user is None or str(user) != case.agent.get("user_id", str(case.owner_id)):
        return ALLOWED
    mandate = mandates.mandate_of(case.agent)
    if mandate is None or user == case.applicant_user_id:
        return ALLOWED
    return mandates.may_act(verb, mandate, ctx.today)


def before_of(agent: Mapping[str, Any], user_id: UUID | None) -> Mapping[str, Any]:
    """Return what is kept of somebody who was the proxy before the present one, {} of anybody else."""
    return next((row for row in (agent or {}).get("before", ()) if row["user_id"] == str(user_id)), {})


def may_receive(receiver: str, case: CaseFile, ctx: Context) -> Verdict:
    """Say whether a paper may be handed to this receiver, where he is the applicant's proxy.

    Basis: XKF-29.2
    """
    mandate = mandates.mandate_of(case.agent) if case.agent else None
    if mandate is None or receiver.strip() != case.agent.get("name"):
        return ALLOWED
    return mandates.may_act("case.delivered", mandate, ctx.today)


def _in_name_of_unit(wish: Submission, ctx: Context) -> Verdict:
    if ctx.officer.capacity is not None and not wish.entrusted and wish.channel != Channel.WINDOW:
        return capacities.may_submit(ctx.officer.capacity, wish.person.identity_no, ctx.today)
    if wish.person.kind != "organisation" or wish.channel == Channel.WINDOW:
        return ALLOWED
    return mandates.authorised(wish.user_id, ctx.directory.authorised(wish.person.identity_no, ctx.today))
