"""Asking, complaining, praising (咨询、投诉、表扬): logged in, or by a telephone that is proven, or anonymously."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.place import centre_of
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.feedback import phone_code
from yichuang.faces.portal.feedback.about import About, about, choices, target_of
from yichuang.faces.portal.feedback.doing import unnamed
from yichuang.records.feedback.models import ConcernKind, ConcernTarget, Medium
from yichuang.rules.verdict import Refused

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that looks like another
_KEPT, _SENT_MOST = "concern_codes", 10
_WORDS = {
    ConcernKind.COMPLAINT: ("投诉", "写明什么时候、在哪里、发生了什么，希望怎么解决"),
    ConcernKind.INQUIRY: ("咨询", "写明您的情况和想问的问题"),
    ConcernKind.PRAISE: ("表扬", "写明谁做了什么"),
}
_MAX = {
    "title": 100, "words": 2000, "name": 100, "phone": 20, "sms": 6, "who": 10, "target": 12, "window": 40,
    "person": 60, "department": 40,
}  # fmt: skip
_OF_TARGET = {"concern_target": "target", "concern_target_missing": "target"}


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """Take a complaint: about a case, an item, a department, a window."""
    return _page(request, ConcernKind.COMPLAINT)


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Take an inquiry: about an item, online or not, or about anything."""
    return _page(request, ConcernKind.INQUIRY)


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def praise(request: HttpRequest) -> HttpResponse:
    """Take praise."""
    return _page(request, ConcernKind.PRAISE)


def _page(request: HttpRequest, kind: ConcernKind) -> HttpResponse:
    subject = about(request)
    if request.method == "GET":
        return _form(request, kind, subject, {})
    typed = {name: request.POST.get(name, "").strip()[:most] for name, most in _MAX.items()}
    address = request.META.get("REMOTE_ADDR", "")
    if "send" in request.POST:
        return _form(request, kind, subject, typed, phone_code.send(request, typed["phone"], address), sent=True)
    often = Attempts("concern", address, most=_SENT_MOST)
    if often.locked:
        return _form(request, kind, subject, typed, "提交的次数太多了，请 10 分钟以后再试", status=429)
    fault = _fault(request, typed)
    if fault:
        return _form(request, kind, subject, typed, fault)
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    wish = _wish(request, kind, subject, typed, code)
    try:
        filed = perform(request, unnamed(file_concern) if wish.anonymous else file_concern, wish)
    except Refused as refused:
        said = refusal(refused, request.today)
        anchor = _OF_TARGET.get(refused.code, "title")
        return _form(request, kind, subject, typed, f"{said.what}，{said.todo}", anchor=anchor)
    often.failed()  # each one counts
    number = str(filed.answer["concern"])
    if not filed.repeated:
        request.session[_KEPT] = dict(list(request.session.get(_KEPT, {}).items())[-4:]) | {number: code}
    return HttpResponseRedirect(f"/concerns/{number}/")


def _fault(request: HttpRequest, typed: dict[str, str]) -> str:
    """Return what is missing before the act looks."""
    if not typed["title"] or not typed["words"]:
        return "请写标题和内容"
    if typed["who"] == "phone" and not phone_code.proves(request, typed["phone"], typed["sms"]):
        return "手机号还没有验证：请点“获取验证码”，再填短信里的六位数字"
    return ""


def _wish(request: HttpRequest, kind: ConcernKind, subject: About, typed: dict[str, str], code: str) -> NewConcern:
    centre = centre_of(request)
    user = request.officer.user_id
    anonymous = typed["who"] == "nobody" or (typed["who"] != "phone" and user is None)
    about_whom = {} if kind == ConcernKind.INQUIRY else target_of(typed, subject, request)
    return NewConcern(
        centre.region.code if centre else "", kind.value, typed["title"], typed["words"], code,
        name="" if anonymous else typed["name"], phone="" if anonymous else typed["phone"], anonymous=anonymous,
        owner_id=None if anonymous else user, department_id=subject.department_id,
        window_id=subject.window_id if kind == ConcernKind.INQUIRY else None, item_id=subject.item_id,
        case_no="" if anonymous else subject.case_no, medium=Medium.WORDS.value if kind == "praise" else "",
        **about_whom,
    )  # fmt: skip


def _form(
    request: HttpRequest, kind: ConcernKind, subject: About, typed: dict[str, str], fault: str = "", **more: Any
) -> HttpResponse:
    title, hint = _WORDS[kind]
    errors = [{"anchor": more.get("anchor", "title"), "sentence": fault}] if fault else []
    logged_in = request.officer.user_id is not None
    context = {
        "kind": kind.value, "title": title, "hint": hint, "subject": subject, "typed": typed, "errors": errors,
        "form": {"errors": errors}, "logged_in": logged_in, "sent": more.get("sent", False),
        "targets": [choice for choice in ConcernTarget.choices if choice[0] != ConcernTarget.NONE],
        "target": typed.get("target") or (ConcernTarget.WINDOW if subject.window_id else ConcernTarget.ITEM),
        "window_no": str(subject.window_id or ""), **choices(request),
        "who": typed.get("who") or ("me" if logged_in else "phone"), "key": new_key(),
        "crumbs": [("咨询投诉", "/concerns/"), (title, "")],
    }  # fmt: skip
    status = more.get("status", 422) if errors else 200
    return render(request, "portal/feedback/new.html", context, status=status)
