"""The questions of hearings, inspections, renewal and bans (听证、核查、延续、禁止申请)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.after.bans import Barred, banned_until, may_apply
from yichuang.rules.after.renewal import renewal_days
from yichuang.rules.hearing.hearings import may_call, may_chair, notice_by
from yichuang.rules.hearing.inspections import assign_by, may_inspect
from yichuang.rules.verdict import Verdict

SOMEBODY, KINDS = UUID(int=1), {"虚假材料": "false_material", "欺骗取得": "fraud"}


def said(verdict: Verdict) -> dict[str, Any]:
    if verdict.allowed:
        return {"准许": "是"}
    what = SENTENCES[verdict.code][0].format_map(verdict.facts)
    return {"准许": "否", "原因": what, "依据": verdict.basis}


def calling(example: Any) -> dict[str, Any]:
    given, calendar = example.given, book().calendar(example.profile)
    verdict = may_call(given["举行"], given["今天"], example.norms, calendar)
    if verdict.allowed:
        reviewers = {SOMEBODY} if example.yes("主持人审查过") else set()
        verdict = may_chair(SOMEBODY, reviewers, example.norms)
    return {"最迟": notice_by(given["举行"], example.norms, calendar), **said(verdict)}


def renewing(example: Any) -> dict[str, Any]:
    found = renewal_days(example.given["届满"], example.norms, book().calendar(example.profile))
    disputed = "是" if found.disputed else "否"
    return {"最迟": found.apply_by, "按工作日理解": found.working_day_reading, "有争议": disputed}


def inspecting(example: Any) -> dict[str, Any]:
    people = [UUID(int=number) for number in range(example.given["人数"])]
    verdict = may_inspect("inspection", people, example.norms, evidence=True, standard="GB")
    calendar = book().calendar(example.profile)
    return {"最迟": assign_by(example.given["受理"], example.norms, calendar), **said(verdict)}


def applying_again(example: Any) -> dict[str, Any]:
    given = example.given
    until = banned_until(given["决定"], KINDS[given["原因"]], example.norms)
    verdict = may_apply((Barred(until, example.basis),), given["今天"], safety=example.yes("公共安全"))
    return {"禁止至": until, **said(verdict)}


HEARING: dict[str, Callable[[Any], dict[str, Any]]] = {
    "听证通知": calling,
    "延续申请": renewing,
    "核查": inspecting,
    "禁止申请": applying_again,
}
