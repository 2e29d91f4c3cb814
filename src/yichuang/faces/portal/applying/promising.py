"""告知承诺 while filling in: the undertaking that the item offers, signed before sending instead of proofs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.common import results
from yichuang.faces.common.doing import perform
from yichuang.faces.common.sentences import sentence
from yichuang.faces.portal.applying.applicant import name_of
from yichuang.faces.portal.applying.filling import Filling, filling_of
from yichuang.records.cases.drafts import keep
from yichuang.records.catalogue.options import Undertaking, undertaking_of
from yichuang.rules.verdict import Refused

SIGNED = "undertaking"  # who signed, among what is told of the applicant
_LONGEST = 60
_SIGNER = "请承诺人填写姓名，或者取消勾选、按清单交材料"


def offered_to(filling: Filling) -> Undertaking | None:
    """Return the undertaking that may be signed here; none where several items are applied for at once."""
    return None if filling.bundle else undertaking_of(filling.version)


def spared(filling: Filling) -> frozenset[str]:
    """Return the materials for which the signed promise stands."""
    offered = offered_to(filling) if filling.told.get(SIGNED) else None
    return offered.materials if offered else frozenset()


def take(request: HttpRequest, filling: Filling) -> tuple[Filling, str]:
    """Keep in the draft whether and by whom the promise is signed; return the filling anew, and what is wrong."""
    if offered_to(filling) is None or "promising" not in request.POST:
        return filling, ""
    ticked = request.POST.get("undertake") == "1"
    signer = request.POST.get("signer", "").strip()[:_LONGEST] if ticked else ""
    told = {name: value for name, value in filling.told.items() if name != SIGNED}
    if signer:
        told[SIGNED] = signer
    if told != filling.told:
        keep(filling.draft, request.at, applicant=told)
        filling = filling_of(filling.draft, filling.today, filling.login)
    return filling, "" if signer or not ticked else _SIGNER


def shown(filling: Filling) -> dict[str, Any]:
    """Return what the pages tell of the promise."""
    offered = offered_to(filling)
    signer = str(filling.told.get(SIGNED, ""))
    slots = filling.version.materials if offered else ()
    names = [slot["name"] for slot in slots if offered and slot["key"] in offered.materials]
    return {"offered": offered, "signed": signer, "signer": signer or name_of(filling.told), "spared": names}


def sign(request: HttpRequest, filling: Filling, no: str, key: str) -> None:
    """Sign the promise for the case that the draft has become; where it can't be signed, say so."""
    signer = filling.told.get(SIGNED)
    if not signer or offered_to(filling) is None:
        return
    try:
        perform(request, undertake, Undertaken(On(no), str(signer)), key=f"{key}:u", digest=f"{key}:u")
    except Refused as refused:
        results.warned(request, f"申请已提交；告知承诺没有签成：{sentence(refused, request.today)}")
