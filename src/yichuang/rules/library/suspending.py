"""暂扣: a certificate that is not in force for a while; only one in force, and never without hearing its holder."""

from __future__ import annotations

from datetime import date

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

GROUNDS = {"conditions_lost": "不再具备许可条件", "penalty": "行政处罚决定暂扣", "court": "人民法院协助执行"}


def may_suspend(status: str, ground: str, *, over: bool) -> Verdict:
    """Say whether a certificate may be suspended: one in force, on a known ground.

    Basis: AQTL-14.2
    """
    if status != "valid" or over:
        return refuse("suspension_state", "AQTL-14.2", status="expired" if over and status == "valid" else status)
    return ALLOWED if ground in GROUNDS else refuse("suspension_ground", "AQTL-14.2")


def told_enough(ground: str, reason: str, heard: str, decision_no: str) -> Verdict:
    """Say whether reason, hearing and the decision behind it are told; a court's order needs no hearing by us.

    Basis: XKF-7, AQTL-14.2
    """
    if not reason.strip():
        return refuse("reason_missing", "AQTL-14.2")
    if ground != "conditions_lost" and not decision_no.strip():
        return refuse("decision_no_missing", "AQTL-14.2")
    if ground != "court" and not heard.strip():
        return refuse("holder_not_heard", "XKF-7")
    return ALLOWED


def lasts(starts_on: date, until: date | None) -> Verdict:
    """Say whether the planned end lies after the beginning.  Basis: AQTL-14.2"""
    if until is not None and until < starts_on:
        return refuse("suspension_days", "AQTL-14.2", first=starts_on)
    return ALLOWED


def may_resume(status: str, *, since: date | None) -> Verdict:
    """Say whether a suspension may be ended: there is one.  Basis: AQTL-14.2"""
    if status != "suspended" or since is None:
        return refuse("not_suspended", "AQTL-14.2")
    return ALLOWED


ENDINGS = {"revoked": "撤销", "withdrawn": "撤回", "cancelled": "吊销", "deregistered": "注销"}


def may_note_ending(status: str, ending: str, told: tuple[str, str], *, imported: bool) -> Verdict:
    """Say whether an ending decided elsewhere may be noted: of an imported certificate, with its paper and reason.

    Basis: XKF-69, XKF-70, XKF-8.2, XKF-80
    """
    if not imported:
        return refuse("ending_has_case", "XKF-70")
    if ending not in ENDINGS or status in ("deregistered", ending):
        return refuse("certificate_state", "XKF-70", status=status, act="deregistered")
    if status in ("revoked", "withdrawn", "cancelled") and ending != "deregistered":
        return refuse("certificate_state", "XKF-70", status=status, act="deregistered")
    if not told[0].strip():
        return refuse("decision_no_missing", "XKF-70")
    return ALLOWED if told[1].strip() else refuse("reason_missing", "XKF-70")
