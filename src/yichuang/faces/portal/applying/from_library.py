"""用证照库里的证照: the holder agrees that a certificate stands for a material; the draft carries its marked copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from yichuang.acts.certificate_act import Of
from yichuang.acts.library.use import Use, use
from yichuang.faces.common.doing import perform
from yichuang.faces.common.sentences import sentence
from yichuang.faces.common.visitors.copying import copy_of
from yichuang.faces.portal.applying.applicant import name_of
from yichuang.faces.portal.applying.filling import Filling
from yichuang.faces.portal.applying.slots import UPLOAD, Slot
from yichuang.records.cases.drafts import keep
from yichuang.records.catalogue.shelf import asked
from yichuang.records.certificates.library import Look, note_look
from yichuang.records.certificates.models import Certificate, LookWay
from yichuang.records.certificates.reusing import fitting, usable
from yichuang.records.certificates.types import trust_of
from yichuang.records.documents.rendering import RenderingFault
from yichuang.records.filestore import store
from yichuang.rules.verdict import Refused

_GONE = "这本证照不能用于这份材料，请上传文件"


def offered(request: HttpRequest, filling: Filling, rows: Sequence[Slot]) -> list[Slot]:
    """Return the slots with the certificates that could stand for them."""
    if filling.bundle or not any(row.how == UPLOAD for row in rows):
        return list(rows)
    mine = _mine(request, filling)
    if not mine:
        return list(rows)
    asked_for = _asked(filling)
    return [
        replace(row, offers=tuple((str(one.id), one.type_name, one.no) for one in fitting(mine, asked_for[row.key])))
        if row.how == UPLOAD and row.key in asked_for and not row.files
        else row
        for row in rows
    ]


def taken_from_library(request: HttpRequest, filling: Filling) -> dict[str, list[str]]:
    """Put the certificate that was pressed into the draft; return what is wrong, by material."""
    key, _, wanted = request.POST.get("use", "").partition(":")
    slot = _asked(filling).get(key)
    row = next((one for one in fitting(_mine(request, filling), slot) if str(one.id) == wanted), None) if slot else None
    if row is None or slot is None or filling.bundle:
        return {key: [_GONE]} if slot else {}
    mark = f"use:{filling.draft.id}:{key}:{row.id.hex[-12:]}"[:64]
    try:
        perform(request, use, Use(Of(row.region_code, row.id), filling.item.code, slot), key=mark, digest=mark)
        file = _file(request, row)
    except Refused as refused:
        return {key: [sentence(refused, request.today)]}
    except RenderingFault:
        return {key: ["证照副本没有生成，请上传文件"]}
    kept = {name: list(files) for name, files in filling.draft.materials.items()}
    kept[key] = [one for one in kept.get(key, []) if one.get("certificate") != file["certificate"]] + [file]
    keep(filling.draft, request.at, materials=kept)
    purpose = f"申请“{filling.name}”，作为“{slot.get('name', '')}”"
    note_look(row, Look(LookWay.MATERIAL, filling.item.department.name, purpose, request.officer.user_id), request.at)
    return {}


def _mine(request: HttpRequest, filling: Filling) -> list[Certificate]:
    return usable(request.officer, list(request.directory.centres), name_of(filling.told), request.today)


def _asked(filling: Filling) -> dict[str, Mapping[str, Any]]:
    return {row["key"]: row for row in asked(filling.version.materials, filling.draft.situation)}


def _file(request: HttpRequest, row: Certificate) -> dict[str, Any]:
    stored = store().put(copy_of(row, request))
    return {
        "digest": stored.digest,
        "name": f"{row.type_name}（电子证照副本）.pdf",
        "media_type": "application/pdf",
        "size": stored.size,
        "certificate": str(row.id),
        "certificate_region": row.region_code,
        "trust": trust_of(row.type_name, row.region_code, request.directory),
        "consented_at": request.at.isoformat(),
    }
