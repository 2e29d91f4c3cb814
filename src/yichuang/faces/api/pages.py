"""What people read about the interface (接口说明): the index, the documentation, the description itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from yichuang.faces.api.problems import KINDS, ApiProblem, answer
from yichuang.faces.api.site import openapi
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.records.org.tokens import SCOPES


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or property, in words."""

    name: str
    kind: str
    required: bool
    words: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One operation as the page tells it."""

    anchor: str
    method: str
    path: str
    title: str
    text: str
    auth: tuple[str, ...]
    parameters: tuple[Field, ...]
    body: str
    media_type: str
    answers: tuple[tuple[str, str, str], ...]


@allow(PUBLIC)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Tell what there is."""
    return render(request, "api/index.html", {"calls": list(_calls(openapi())), "crumbs": [("开放接口", "")]})


@allow(PUBLIC)
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show the documentation, made from the description; nothing is loaded from elsewhere."""
    schema = openapi()
    context = {
        "version": schema["info"]["version"],
        "about": schema["info"]["description"].split("\n\n"),
        "kinds": [(code, kind) for code, kind in KINDS.items()],
        "scopes": list(SCOPES.items()),
        "calls": list(_calls(schema)),
        "shapes": list(_shapes(schema)),
        "base": request.build_absolute_uri("/").rstrip("/"),
        "crumbs": [("开放接口", "/api/"), ("文档", "")],
    }
    return render(request, "api/docs.html", context)


@allow(PUBLIC)
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Hand out the description."""
    text = json.dumps(openapi(), ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/json", headers={"Cache-Control": "no-cache"})


@csrf_exempt
def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer every other address below the interface with a problem, not with a page."""
    return answer(ApiProblem("unknown_address"))


nowhere.yc_access = (PUBLIC,)  # type: ignore[attr-defined]


def _calls(schema: Mapping[str, Any]) -> Iterator[Call]:
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            media_type, body = _body(operation)
            yield Call(
                anchor=f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}",
                method=method.upper(),
                path=path,
                title=operation.get("description", operation["summary"]).partition("\n")[0].rstrip("。"),
                text=operation.get("description", "").partition("\n")[2].strip(),
                auth=tuple(name for one in operation.get("security", ()) for name in one),
                parameters=tuple(_parameter(one) for one in operation["parameters"]),
                body=body,
                media_type=media_type,
                answers=tuple(
                    (status, response["description"], _name(_content(response).get("schema", {})))
                    for status, response in operation["responses"].items()
                ),
            )


def _body(operation: Mapping[str, Any]) -> tuple[str, str]:
    content = operation.get("requestBody", {}).get("content", {})
    media_type = next(iter(content), "")
    return media_type, _name(content[media_type]["schema"]) if media_type else ""


def _content(response: Mapping[str, Any]) -> Mapping[str, Any]:
    return next(iter(response.get("content", {}).values()), {})


def _parameter(one: Mapping[str, Any]) -> Field:
    where = {"path": "路径", "query": "查询串", "header": "请求头"}[one["in"]]
    return Field(one["name"], _kind(one["schema"]), one["required"], one.get("description", ""), where)


def _shapes(schema: Mapping[str, Any]) -> Iterator[tuple[str, str, list[Field]]]:
    """Yield name, words and fields of every structure."""
    for name, body in schema["components"]["schemas"].items():
        required = set(body.get("required", ()))
        fields = [
            Field(key, _kind(inner), key in required, inner.get("description", ""))
            for key, inner in body.get("properties", {}).items()
        ]
        if fields:
            yield name, body.get("description", ""), fields


def _name(body: Mapping[str, Any]) -> str:
    return str(body.get("$ref", "")).rpartition("/")[2]


def _kind(body: Mapping[str, Any]) -> str:
    """Return the type of a field as a reader of the page needs it."""
    if "$ref" in body:
        return _name(body)
    if "anyOf" in body:
        return " | ".join(_kind(inner) for inner in body["anyOf"])
    if "enum" in body:
        return " | ".join(map(str, body["enum"]))
    if body.get("type") == "array":
        return f"{_kind(body.get('items', {}))}[]"
    return str(body.get("format") or body.get("type") or "any")
