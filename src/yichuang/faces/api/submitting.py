"""提交申请: one effect for each idempotency key, whatever the network does."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Router, Status

from yichuang.acts.filing.pen import repeated
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.intake.submit import submit
from yichuang.acts.passing.by_token import may_come_by_token
from yichuang.faces.api.applying import guide_for, submission
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import SubmittedOut
from yichuang.faces.api.tokens import BearerToken
from yichuang.faces.api.wishes import SubmissionIn
from yichuang.faces.common.clock import ZONE
from yichuang.faces.common.doing import context_of, perform
from yichuang.records.cases.tracking import tracked

router = Router(tags=["办件"], auth=BearerToken("cases:write"))
KEY = "Idempotency-Key"


@router.post(
    "/cases",
    response={
        201: SubmittedOut,
        **problems("bad_json", "unauthorized", "scope_missing", "conflict", "too_large", "media_type", "invalid"),
    },
    url_name="submit",
)
def submit_case(
    request: HttpRequest,
    response: HttpResponse,
    wish: SubmissionIn,
    key: Annotated[
        str,
        Header(alias=KEY, min_length=8, max_length=128, pattern=r"^[\x21-\x7e]+$", description="幂等键，由调用方生成"),
    ],
) -> Status:
    """提交一份申请，当场收件。

    申请人是 person；提交人是令牌所属的用户，以后用这个令牌查询进度。替别的自然人提交的，要有委托（agent.scope），
    或者令牌带有 cases:system（业务系统代报）。受理期限从收件起算，任何日期都由系统记。
    网络出错时，用同一个 Idempotency-Key 和同样的内容重试：只会有一件，回答相同。同一个键换了内容，回答 422。
    """
    kept, digest = _key(key), _digest(request.path, wish)
    guide = guide_for(wish, request.today)
    region = request.directory.centres_by_id[guide.item.centre_id].region.code
    filed = repeated(region, context_of(request, kept, digest))
    if filed is None:
        asked = submission(wish, guide, request)
        may_come_by_token(asked, region, request.auth.scopes, context_of(request, kept, digest))  # type: ignore[attr-defined]
        filed = perform(request, submit, asked, key=kept, digest=digest)
    if filed.repeated:
        response["Idempotent-Replayed"] = "true"
    told = _answer(filed, request)
    response["Location"] = told["href"]
    return Status(201, told)


def _answer(filed: Filed, request: HttpRequest) -> dict[str, Any]:
    """Return the answer; a repetition gets the first one again."""
    no = str(filed.answer["no"])
    received = tracked(no, request.directory).submitted_at.astimezone(ZONE).date()
    return {"no": no, "received_on": received, "answer_by": filed.answer["answer_by"], "href": f"/api/v1/cases/{no}"}


def _key(key: str) -> str:
    """Return the key at a length that the ledger keeps whole."""
    return hashlib.sha256(key.encode()).hexdigest()[:43]


def _digest(path: str, wish: SubmissionIn) -> str:
    """Return the digest of what was asked: the same content written with other spaces is the same."""
    told = json.dumps(wish.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{path}\n{told}".encode()).hexdigest()
