"""手机验证码: six figures to a telephone, good for ten minutes and a few tries; kept in the session as a keyed hash."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta

from django.http import HttpRequest

from yichuang.faces.common.attempts import Attempts
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.feedback.sms import sms

_PHONE = re.compile(r"1[3-9][0-9]{9}")
_KEPT, _GOOD_FOR = "phone_code", timedelta(minutes=10)
_SENT_MOST, _TRIED_MOST = 5, 5


def send(request: HttpRequest, phone: str, address: str) -> str:
    """Send a code; return what is wrong, "" where it was sent."""
    sender = sms()
    if sender is None:
        return "这里还不能发短信。请登录后提交，或者选匿名，也可以拨打咨询电话"
    if not _PHONE.fullmatch(phone):
        return "请填 11 位手机号"
    often = Attempts("phone-code", address, most=_SENT_MOST)
    if often.locked:
        return "发送的次数太多了，请 10 分钟以后再试"
    often.failed()
    code = f"{secrets.randbelow(10**6):06d}"
    request.session[_KEPT] = {"hash": lookup_hash(f"{phone}:{code}"), "until": (request.at + _GOOD_FOR).isoformat()}
    sender.send(secrets.token_hex(8), phone, f"验证码 {code}，10 分钟内有效。工作人员不会向您索要验证码。", request.at)
    return ""


def proves(request: HttpRequest, phone: str, code: str) -> bool:
    """Say whether the code is the one that was sent to this telephone in this session."""
    tries = Attempts("phone-code-tried", request.META.get("REMOTE_ADDR", ""), most=_TRIED_MOST)
    kept = request.session.get(_KEPT)
    if not kept or tries.locked or datetime.fromisoformat(kept["until"]) < request.at:
        return False
    if kept["hash"] == lookup_hash(f"{phone}:{code}"):
        return True
    tries.failed()
    return False
