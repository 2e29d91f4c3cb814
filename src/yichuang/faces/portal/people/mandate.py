"""代理权: whether who fills in for somebody is who is logged in, somebody else, and empowered to submit today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from yichuang.faces.common.forms.schema_form import FieldError
from yichuang.faces.common.sentences import refusal
from yichuang.rules.proxy.mandate import mandate_of, may_act
from yichuang.rules.verdict import Refused

_FIELD = {"proxy_over": ("power_until", "授权到哪天"), "proxy_scope": ("powers", "申请人授权您")}


def mandate_errors(told: Mapping[str, Any], agent: Mapping[str, Any], login: str, today: date) -> Iterator[FieldError]:
    """Return what is wrong with a proxy, before he goes on; the act judges again."""
    if "".join(str(agent["name"]).split()) != "".join(login.split()):
        yield FieldError("agent_name", "您的姓名", f"代为办理的是登录的人，这里填登录人“{login}”的姓名")
    if agent["identity_no"] and agent["identity_no"] == told.get("id_no"):
        yield FieldError(
            "agent_id", "您的公民身份号码", "与申请人的号码相同；申请人就是您本人的，请重新开始，选“给自己办”"
        )
    mandate = mandate_of(agent)
    verdict = may_act("case.submitted", mandate, today) if mandate else None
    if verdict is not None and verdict.code in _FIELD:
        field, title = _FIELD[verdict.code]
        said = refusal(Refused(verdict.code, verdict.basis, verdict.facts), today)
        yield FieldError(field, title, f"{said.what}。{said.todo}")
