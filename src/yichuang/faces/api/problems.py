"""出错的回答 (RFC 9457): every error has a code, a Chinese sentence, the article where the law is the reason."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs/"


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the catalogue of errors: HTTP status, short title, what to do."""

    status: int
    title: str
    todo: str


KINDS: Mapping[str, Kind] = {
    "bad_json": Kind(400, "请求体读不懂", "按 UTF-8 编码发送合法的 JSON，不含空字符"),
    "key_missing": Kind(400, "缺少幂等键", "每次新的提交生成一个 8 至 128 位的 Idempotency-Key，重试时用同一个"),
    "bad_header": Kind(400, "请求头不对", "按文档填写请求头"),
    "bad_upload": Kind(400, "上传的内容读不懂", "用 multipart/form-data 发送，文件放在 file 字段"),
    "unauthorized": Kind(401, "没有有效的令牌", "在 Authorization 请求头里带上 Bearer 令牌；过期或吊销的请重新申领"),
    "scope_missing": Kind(403, "令牌没有这项权限", "申领带有所需权限范围的令牌"),
    "unknown_address": Kind(404, "没有这个地址", "对照接口文档核对地址"),
    "item_unknown": Kind(404, "没有这个事项", "用 GET /api/v1/items 查事项编码"),
    "case_unknown": Kind(404, "没有查到", "核对办件编号；用核验码查询的，核对证件号码后六位"),
    "certificate_unknown": Kind(404, "查不到这本证照", "核对证照编号、电子证照标识或者二维码里的网址"),
    "region_unknown": Kind(404, "没有这个区划的中心", "核对区划代码"),
    "method_not_allowed": Kind(405, "不支持这种方法", "按文档使用 GET 或 POST"),
    "conflict": Kind(409, "办件刚被别人办过", "重新读取以后再试"),
    "too_large": Kind(413, "请求太大", "压缩，或分成几次发送"),
    "media_type": Kind(415, "内容类型不对", "按文档设置 Content-Type"),
    "invalid": Kind(422, "内容不符合要求", "按 errors 里逐项改正后重新提交"),
    "item_not_found": Kind(422, "没有这个事项", "用 GET /api/v1/items 查事项编码"),
    "item_not_open": Kind(422, "事项不在网上受理", "到窗口办理，或拨打咨询电话"),
    "key_reused": Kind(422, "幂等键用过了", "换一个新的 Idempotency-Key"),
    "file_refused": Kind(422, "文件不能收", "按 detail 里的办法处理后重传"),
    "refused": Kind(422, "依法不能办", "detail 写明原因和办法，basis 是条文"),
    "too_many_attempts": Kind(429, "试的次数太多", "过一会儿再试（见 Retry-After）"),
    "broken": Kind(500, "系统出错", "稍后用同一个幂等键重试；一直出错请联系管理员"),
}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field; `field` is its path in the request."""

    field: str
    detail: str


class ApiProblem(Exception):
    """Answer with a problem. `code` is one of KINDS; `shown` replaces it for refusals of the acts."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        basis: str = "",
        errors: Sequence[FieldProblem] = (),
        shown: str = "",
    ) -> None:
        super().__init__(code)
        self.kind = KINDS[code]
        self.code = shown or code
        self.listed = code
        self.detail = detail or f"{self.kind.title}。{self.kind.todo}。"
        self.basis = basis
        self.errors = tuple(errors)
        self.headers: dict[str, str] = {}

    def having(self, **headers: str) -> ApiProblem:
        """Return the same problem with response headers (underscores become dashes)."""
        self.headers |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self


def answer(problem: ApiProblem) -> HttpResponse:
    """Return the response of a problem."""
    body = {
        "type": f"{DOCS}#e-{problem.listed}",
        "title": problem.kind.title,
        "status": problem.kind.status,
        "code": problem.code,
        "detail": problem.detail,
        "basis": problem.basis or None,
        "errors": [{"field": one.field, "detail": one.detail} for one in problem.errors],
    }
    headers = {"Cache-Control": "no-store", **problem.headers}
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, status=problem.kind.status, content_type=MEDIA_TYPE, headers=headers)
