"""窗口免提交: what the library and earlier cases hold of the applicant who stands at the window, with his consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from yichuang.acts.certificate_act import Of
from yichuang.acts.library.call import Call, call
from yichuang.faces.common.doing import perform
from yichuang.faces.common.visitors.copying import copy_of
from yichuang.faces.window.frame import region_of
from yichuang.faces.window.intake import applicant
from yichuang.faces.window.intake.typed import Typed
from yichuang.records.applicants.access import Reading, note_reading
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.queries import find_applicant
from yichuang.records.cases.files.earlier import Earlier, brought_before
from yichuang.records.certificates.library import Look, note_look
from yichuang.records.certificates.models import Certificate, LookWay
from yichuang.records.certificates.queries import held_by
from yichuang.records.certificates.reusing import fitting
from yichuang.records.certificates.types import trust_of
from yichuang.records.filestore import store
from yichuang.rules.library.reusing import may_use
from yichuang.rules.library.trust import LEVELS, level_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Offered:
    """What may stand for one material: certificates, and files of earlier cases with their level in words."""

    number: int
    key: str
    name: str
    certificates: Sequence[Certificate]
    earlier: Sequence[tuple[Earlier, str, str]]


def asked_for(request: HttpRequest) -> bool:
    """Say whether the clerk wants to see what is there."""
    return bool(request.POST.keys() & {"w_reuse", "w_cert", "w_again"})


def offered(request: HttpRequest, typed: Typed) -> list[Offered]:
    """Return what could be used, by material. Nothing of somebody who is not known here."""
    holder = _holder(request, typed)
    if holder is None:
        return []
    mine, old = _certificates(request, holder), _earlier(request, typed, holder)
    found = []
    for line in typed.lines:
        slot = _slot(typed, line.key)
        files = [(one, _level(one), LEVELS[_level(one)]) for one in old if one.material == line.name]
        certificates = fitting(mine, slot)
        if certificates or files:
            found.append(Offered(line.number, line.key, line.name, certificates, files))
    return found


def taken(request: HttpRequest, typed: Typed) -> Typed:
    """Put the certificate or the file that was pressed among the files of its material.  Raises: Refused."""
    holder, post = _holder(request, typed), request.POST
    if holder is None or typed.item is None or not post.keys() & {"w_cert", "w_again"}:
        return typed
    key, _, wanted = (post.get("w_cert") or post.get("w_again", "")).partition(":")
    if post.get("w_consent") != "1":
        raise Refused("certificate_not_agreed", "GRXX-13(1)")
    if "w_again" in post:
        name = next((line.name for line in typed.lines if line.key == key), "")
        old = next(
            (one for one in _earlier(request, typed, holder) if (one.material, one.file["digest"]) == (name, wanted)),
            None,
        )
        if old is None or request.officer.user_id is None:
            return typed
        wish = Reading("material", f"办理“{typed.item.name}”，使用 {old.no} 的“{old.material}”"[:200])
        note_reading((holder.region_code, holder.id), wish, request.officer.user_id, request.at)
        return _with(typed, key, old.file)
    row = next(
        (one for one in fitting(_certificates(request, holder), _slot(typed, key)) if str(one.id) == wanted), None
    )
    return typed if row is None else _with(typed, key, _called(request, typed, row, key))


def _called(request: HttpRequest, typed: Typed, row: Certificate, key: str) -> dict[str, Any]:
    assert typed.item is not None
    slot = _slot(typed, key)
    mark = f"{request.POST.get('key', '')[:36]}:c:{row.id.hex[-12:]}"
    perform(request, call, Call(Of(row.region_code, row.id), typed.item.code, slot, True), key=mark, digest=mark)
    stored = store().put(copy_of(row, request))
    purpose = f"窗口办理“{typed.item.name}”，作为“{slot.get('name', '')}”，持证人当面同意"
    note_look(row, Look(LookWay.MATERIAL, f"{typed.item.department.name}（窗口 {request.officer.name}）", purpose,
                        request.officer.user_id), request.at)  # fmt: skip
    return {
        "digest": stored.digest, "name": f"{row.type_name}（电子证照副本）.pdf", "media_type": "application/pdf",
        "size": stored.size, "certificate": str(row.id), "certificate_region": row.region_code,
        "trust": trust_of(row.type_name, row.region_code, request.directory), "consented_at": request.at.isoformat(),
    }  # fmt: skip


def _with(typed: Typed, key: str, file: dict[str, Any]) -> Typed:
    lines = (
        replace(line, files=(*(one for one in line.files if one["digest"] != file["digest"]), file))
        if line.key == key
        else line
        for line in typed.lines
    )
    return replace(typed, lines=tuple(lines))


def _holder(request: HttpRequest, typed: Typed) -> Applicant | None:
    """Return the applicant whose number and name are typed and on record here."""
    person = applicant.person(typed.applicant)
    if not person.identity_no or any(error.field in ("a_number", "a_name") for error in typed.applicant.errors):
        return None
    found = find_applicant(region_of(request), person.identity_kind, person.identity_no)
    return found if found is not None and found.name == person.name else None


def _certificates(request: HttpRequest, holder: Applicant) -> list[Certificate]:
    rows = held_by(holder.region_code, holder.id)
    return [row for row in rows if may_use(row.status, row.valid_to, request.today).allowed]


def _earlier(request: HttpRequest, typed: Typed, holder: Applicant) -> list[Earlier]:
    return brought_before(holder.region_code, holder.id, [line.name for line in typed.lines])


def _level(one: Earlier) -> str:
    return level_of(one.file, original_seen=False)


def _slot(typed: Typed, key: str) -> dict[str, Any]:
    rows = typed.version.materials if typed.version else ()
    return next((dict(row) for row in rows if row["key"] == key), {})
