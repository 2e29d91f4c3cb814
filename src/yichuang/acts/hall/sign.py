"""附入签名: what the applicant signed on the second screen of the window becomes a material of his case."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.models import Material, MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.filestore import store
from yichuang.records.ids import new_id
from yichuang.rules.verdict import Refused

NAME = "申请人核对签名"
_KEY, _MEDIA = "signature-", "image/png"


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose case, the digest of the drawn picture, and its size; the picture is in the store already."""

    on: On
    digest: str
    size: int


@case_act(verb="case.signature_added", materials=True)
def add_signature(case: CaseFile, wish: Signature, ctx: Context) -> Work:
    """Put the signature with the papers of the case; its digest stands in the ledger.

    It says that the applicant looked at what was keyed in. A drawn picture is no reliable electronic signature
    (可靠的电子签名), and takes the place of no signature that a law asks for.

    Raises: Refused (no such picture, signed already).  Basis: XKF-31.1
    """
    if not store().has(wish.digest):
        raise Refused("signature_lost", "XKF-31.1")
    key, given = f"{_KEY}{wish.digest[:24]}", [one.key for one in case.materials if one.key.startswith(_KEY)]
    if key in given:
        raise Refused("signature_added_already", "XKF-31.1")
    number = 1 + len(given)
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "key": key, "name": NAME,
        "required": False, "position": 1 + len(case.materials), "verdict": MaterialVerdict.OK.value, "defect": "",
        "files": [{"digest": wish.digest, "name": f"签名{number}.png", "size": wish.size, "media_type": _MEDIA}],
        "originals": 0, "copies": 0,
    }  # fmt: skip
    return Work(add=(Row(Material, row),), facts={"digest": wish.digest, "number": number})
