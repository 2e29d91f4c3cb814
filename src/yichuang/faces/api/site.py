"""The interface as one thing (接口装配): its routers, and what stands before every address of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from yichuang.faces.api import cases, certificates, faults, files, items, submitting
from yichuang.faces.api.feedback import hotline
from yichuang.faces.api.numbers import figures
from yichuang.faces.api.problems import ApiProblem, answer
from yichuang.faces.api.reading import CleanParser
from yichuang.faces.api.schema import finished
from yichuang.faces.api.tokens import CODE, TOKEN, BearerToken
from yichuang.faces.common.access import PUBLIC

PREFIX = "/api/v1"
BODY_LIMIT = 1024 * 1024
_JSON, _MULTIPART = "application/json", "multipart/form-data"
_DESCRIPTION = """
政务服务中心的开放接口：查事项、交申请、查进度。字段名是英文，取值都附中文。

所有日期是办公地的日期，时间带时区。提交不能指定任何日期：期限从系统收到申请起算。
""".strip()


class PlainRenderer(JSONRenderer):
    """JSON with Chinese as it is read."""

    json_dumps_params = {"ensure_ascii": False}


class OpenInterface(NinjaAPI):
    """The interface; an operation is called in its description as its address is in the code."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the name of the address."""
        return str(operation.url_name)


api = OpenInterface(
    title="一窗开放接口",
    version="1.0.0",
    description=_DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    parser=CleanParser(),
    renderer=PlainRenderer(),
    urls_namespace="api",
)
faults.install(api)
for part in (items, cases, submitting, files, certificates, figures, hotline):
    api.add_router("", part.router)

View = Callable[..., HttpResponse]


@cache
def openapi() -> dict[str, Any]:
    """Return the description of the interface (OpenAPI 3.1)."""
    return finished(dict(api.get_openapi_schema(path_prefix=f"{PREFIX}/")))


def addresses() -> Iterator[URLPattern]:
    """Yield the addresses of the operations, each with its guard and who may enter."""
    found = {op.url_name: op for router in api._get_bound_routers() for op in _operations(router)}
    for pattern in api.urls[0]:
        operation = found.get(pattern.name)
        if operation is not None:
            yield URLPattern(pattern.pattern, _guarded(pattern.callback, operation), name=pattern.name)


def _operations(router: Any) -> Iterator[Operation]:
    for path in router.path_operations.values():
        yield from path.operations


def _guarded(view: View, operation: Operation) -> View:
    """Return the view with what holds for all: size, media type, clean addresses, problems instead of plain errors."""
    posts = "POST" in operation.methods
    media_type = (_MULTIPART if operation.url_name == "files" else _JSON) if posts else ""
    limit = settings.YICHUANG_UPLOAD_LIMIT + BODY_LIMIT if media_type == _MULTIPART else BODY_LIMIT

    def entry(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        fault = _fault(request, kwargs, operation, media_type, limit)
        if fault is not None:
            return answer(fault)
        return _finished(request, view(request, **kwargs), public=not operation.auth_callbacks)

    entry.csrf_exempt = True  # a session counts for nothing here, so there is nothing to forge
    entry.yc_access = _who(operation)
    return entry


def _who(operation: Operation) -> tuple[str, ...]:
    """Return who may enter: everybody, tokens, or also whoever tells the verification code."""
    if not operation.auth_callbacks:
        return (PUBLIC,)
    return tuple(TOKEN if isinstance(auth, BearerToken) else CODE for auth in operation.auth_callbacks)


def _fault(
    request: HttpRequest, kwargs: dict[str, Any], operation: Operation, media_type: str, limit: int
) -> ApiProblem | None:
    """Return why the call can't even be looked at."""
    if request.method not in operation.methods:
        return ApiProblem("method_not_allowed").having(Allow=", ".join(sorted(operation.methods)))
    if not all(str(part).isprintable() for part in kwargs.values()):
        return ApiProblem("unknown_address")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()) or len(length) > 12 or int(length) > limit:
        return ApiProblem("too_large", f"请求超过 {limit // (1024 * 1024)} MB。请压缩，或分成几次发送。")
    if media_type and request.content_type != media_type:
        return ApiProblem("media_type", f"Content-Type 应当是 {media_type}。请改正后重新发送。")
    return None


def _finished(request: HttpRequest, response: HttpResponse, *, public: bool) -> HttpResponse:
    """Add the cache headers: the catalogue can be asked whether it changed, everything else is kept nowhere."""
    if not public or response.status_code != 200:
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    return response
