"""From exceptions to problems (异常到回答): what acts, records, Django and ninja raise, each with its code."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from yichuang.acts.filing.shapes import Conflict, KeyReused
from yichuang.faces.api.problems import KINDS, ApiProblem, answer
from yichuang.faces.api.reading import Unreadable, field_problems, source_of
from yichuang.faces.common.sentences import refusal, sentence
from yichuang.records.cases.access import NotFound
from yichuang.rules.verdict import Refused

_log = logging.getLogger("yichuang.api")


def _invalid(error: ValidationError) -> ApiProblem:
    """Return what is wrong with the parameters; a missing key is a mistake of the call, not of the content."""
    wrong, source = field_problems(error.errors), source_of(error.errors)
    code = {"header": "bad_header", "file": "bad_upload"}.get(source, "invalid")
    of_key = [one for one in wrong if one.field == "Idempotency-Key"]
    if of_key:
        code = "key_missing"
    told = "；".join(f"{one.field}：{one.detail}" for one in (of_key or wrong)[:3])
    return ApiProblem(code, f"{ApiProblem(code).kind.title}：{told}。{ApiProblem(code).kind.todo}。", errors=wrong)


def _unread(error: HttpError) -> ApiProblem:
    """Return why the body can't be read, where the parser said it in words."""
    cause, kind = error.__cause__, KINDS["bad_json"]
    told = f"{kind.title}：{cause}。{kind.todo}。" if isinstance(cause, Unreadable) else ""
    return ApiProblem("bad_json", told)


def _refused(refused: Refused) -> ApiProblem:
    said = refusal(refused)
    return ApiProblem("refused", sentence(refused), basis=said.cited, shown=refused.code)


_PROBLEMS: dict[type[Exception], Callable[[Any], ApiProblem]] = {
    ApiProblem: lambda problem: problem,
    ValidationError: _invalid,
    AuthenticationError: lambda _: ApiProblem("unauthorized").having(WWW_Authenticate='Bearer realm="yichuang"'),
    HttpError: lambda error: _unread(error),
    Refused: _refused,
    KeyReused: lambda _: ApiProblem(
        "key_reused", "这个幂等键已经用来提交过不同的内容。前一次提交的结果不变；这一次请换一个新的 Idempotency-Key。"
    ),
    Conflict: lambda _: ApiProblem("conflict"),
    NotFound: lambda _: ApiProblem("case_unknown"),
    Http404: lambda _: ApiProblem("unknown_address"),
    RequestDataTooBig: lambda _: ApiProblem("too_large"),
    MultiPartParserError: lambda _: ApiProblem("bad_upload"),
    SuspiciousOperation: lambda _: ApiProblem("bad_upload"),
}


def install(api: NinjaAPI) -> None:
    """Let the interface answer all of them with problem+json, and anything else with a plain 500."""
    for kind, problem in _PROBLEMS.items():
        api.add_exception_handler(kind, _handler(problem))
    api.add_exception_handler(Exception, _broken)


def _handler(problem: Callable[[Any], ApiProblem]) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda request, error: answer(problem(error))


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("%s %s", request.method, request.path, exc_info=error)
    return answer(ApiProblem("broken"))
