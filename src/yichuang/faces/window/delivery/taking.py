"""What the forms of delivery bring (送达表单): words, days, files, the signature drawn on the screen."""

from __future__ import annotations

import base64
import binascii
from datetime import date, datetime, time

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest

from yichuang.acts.context import ZONE
from yichuang.acts.delivery.ending import Proof
from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.faces.common.uploads.taking import Slot, accept, sentence
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

_PNG = "data:image/png;base64,"
_DRAWN_MAX = 400_000
_FILES = 5
_SIGNATURE = Slot(("png",))
_NAMES = {
    "receiver": "收件人、领取人", "address": "收件地址", "courier": "邮政快递企业", "waybill": "邮件号",
    "reason": "原因", "place": "留置地点", "relation": "关系", "code": "取件码", "witness1": "见证人",
    "witness2": "见证人", "unit1": "见证人单位", "unit2": "见证人单位", "on": "日期",
}  # fmt: skip
_PROOF = Slot(("jpg", "png", "pdf"))


def text(request: HttpRequest, name: str, most: int = 60) -> str:
    """Return a field without blanks around it.  Raises: Refused when it is longer than its place."""
    return typed(request.POST.get(name, ""), _NAMES.get(name, "这一栏"), most)


def day(request: HttpRequest, name: str) -> date:
    """Return a day that was typed.  Raises: Refused."""
    try:
        return date.fromisoformat(text(request, name, 10))
    except ValueError:
        raise Refused("delivery_day_missing", "MSF-87") from None


def morning(on: date) -> datetime:
    """Return the beginning of a day in the office's zone."""
    return datetime.combine(on, time(0), tzinfo=ZONE)


def signature(request: HttpRequest) -> Proof | None:
    """Return the drawn signature, None where it is on paper.  Raises: Refused for what is no picture."""
    drawn = request.POST.get("signature", "")
    if not drawn:
        return None
    if not drawn.startswith(_PNG) or len(drawn) > _DRAWN_MAX:
        raise Refused("signature_unreadable", "MSF-87")
    try:
        body = base64.b64decode(drawn[len(_PNG) :], validate=True)
    except (binascii.Error, ValueError):
        raise Refused("signature_unreadable", "MSF-87") from None
    return _stored(SimpleUploadedFile("签名.png", body, "image/png"), _SIGNATURE)


def proofs(request: HttpRequest) -> tuple[Proof, ...]:
    """Return the files that came along, in the store.  Raises: Refused."""
    return tuple(_stored(upload, _PROOF) for upload in request.FILES.getlist("files")[:_FILES])


def _stored(upload: UploadedFile, slot: Slot) -> Proof:
    try:
        taken = accept(upload, slot)
    except UploadRefused as refused:
        raise Refused("proof_unfit", "MSF-87", {"words": sentence(refused).rstrip("。")}) from None
    return Proof(taken.digest, taken.name, taken.media_type, taken.size)
