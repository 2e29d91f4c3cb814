"""证照核验: a number, an identifier or the address of a QR code gives the state at this moment. Open to everybody."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from yichuang.faces.api.problems import ApiProblem
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import CertificateOut
from yichuang.faces.common.visitors.verifying import TooMany, Verified, verified

router = Router(tags=["证照"])


class WantedCertificate(Schema):
    """What was read from a paper (核验输入)."""

    q: str = Field(min_length=1, max_length=300, description="证照编号、电子证照标识，或者二维码里的网址")


@router.get(
    "/certificates/verify",
    response={200: CertificateOut, **problems("certificate_unknown", "too_many_attempts", "invalid")},
    url_name="certificate_verify",
)
def verify_certificate(request: HttpRequest, wanted: Query[WantedCertificate]) -> dict[str, Any]:
    """核验一本证照。

    不用令牌。撤销、暂扣、到期以后，原来的二维码得到的是现在的状态。查不到的一律回答 404，detail 写明原因。
    """
    try:
        found = verified(request, wanted.q)
    except TooMany as often:
        raise ApiProblem("too_many_attempts").having(Retry_After=str(often.seconds)) from None
    if found.certificate is None:
        raise ApiProblem("certificate_unknown", f"{found.fault}。请核对后再查；没有抄错的，不要采信。")
    return _shown(found)


def _shown(found: Verified) -> dict[str, Any]:
    row = found.certificate
    assert row is not None
    return {
        "valid": found.valid,
        "state": {"code": found.state, "words": found.words},
        "type": row.type_name,
        "no": row.no,
        "identifier": row.identifier,
        "holder": found.holder,
        "issuer": row.issuer.name,
        "issued_on": row.issued_on,
        "valid_to": row.valid_to,
        "trust": found.trust,
        "digest": found.register.digest,
        "digest_ok": found.register.intact if found.register.digest else None,
        "sealed": found.register.sealed_at is not None,
        "signature_ok": found.sealed_well,
        "signature": _signature(found),
        "checked_at": found.at,
    }


def _signature(found: Verified) -> dict[str, Any] | None:
    seal = found.register.seal
    if seal is None:
        return None
    return {
        "code": seal.fault or "good",
        "words": found.seal[0],
        "signer": seal.signer,
        "signed_at": seal.at,
        "test": seal.test,
    }
