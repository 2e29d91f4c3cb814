"""核定缴费: by the standard of the day where there is one, else by the officer's own figure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import On, norms_of
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.stage import scheme
from yichuang.faces.common.labels import term_words
from yichuang.faces.common.templatetags.money_tags import yuan
from yichuang.faces.office.special.acting import OfficeAct, Values
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.standards import standards_on
from yichuang.rules.fees import charging
from yichuang.rules.fees.charging import Charge
from yichuang.rules.fees.standards import Standard

Held = Mapping[str, Standard]
_NO_REDUCTION = "不减免"


def assessing(case: CaseFile, request: HttpRequest) -> OfficeAct:
    """Return one question for each fee that the item lists; the term where no norm sets it."""
    plan, norms = scheme(case), norms_of(case)
    term = charging.payment_term(plan, norms)
    held = standards_on(case.region_code, case.item_id, request.today)
    asked: dict[str, Mapping[str, Any]] = {}
    notes: dict[str, Mapping[str, Any]] = {"days": {"unit": "日"}}
    for number, charge in enumerate(plan.charges):
        properties, layout = _questions(number, charge, held.get(charge.name))
        asked |= properties
        notes |= layout
    days = {} if term else {"days": {"type": "integer", "title": "缴费期限", "minimum": 1, "maximum": 999}}
    limit = f"缴费期限：收到通知之日起 {term_words(term.number, term.unit.value)}。" if term else ""
    return OfficeAct(
        "核定缴费", "核定并通知窗口", assess_fee, lambda on, told: _wish(on, told, plan.charges, held),
        "已核定缴费，窗口当日告知申请人", {**asked, **days}, tuple(days), notes,
        note=f"只能收法律、行政法规规定的费用，全部上缴国库。{limit}", tried={"fee0": 1, "days": 1},
    )  # fmt: skip


def _questions(
    number: int, charge: Charge, standard: Standard | None
) -> tuple[dict[str, Mapping[str, Any]], dict[str, Mapping[str, Any]]]:
    """Return what is asked for one fee: its amount, or quantity and reduction where a standard holds."""
    name = f"fee{number}"
    if standard is None:
        title = {"type": "number", "title": charge.name, "minimum": 0}
        return {name: title}, {name: {"unit": "元", "help": f"依据：{charge.basis}；不收的留空"}}
    most = f"，封顶 {yuan(standard.ceiling)}" if standard.ceiling else ""
    words = f"{yuan(standard.price)} / {standard.unit}{most}；{standard.basis}。金额由标准算出，不收的留空"
    asked: dict[str, Mapping[str, Any]] = {name: {"type": "number", "title": f"{charge.name}：数量", "minimum": 0}}
    layout: dict[str, Mapping[str, Any]] = {name: {"unit": standard.unit, "help": words}}
    if standard.reductions:
        choices = [_NO_REDUCTION, *(row.name for row in standard.reductions)]
        asked[f"cut{number}"] = {"enum": choices, "title": f"{charge.name}：减免"}
        shares = "；".join(f"{row.name}缴 {row.share}%（{row.basis}）" for row in standard.reductions)
        layout[f"cut{number}"] = {"help": shares}
    return asked, layout


def _wish(on: On, told: Values, charges: tuple[Charge, ...], held: Held) -> Assessment:
    given = {charge.name: (number, told.get(f"fee{number}")) for number, charge in enumerate(charges)}
    filled = {name: (number, value) for name, (number, value) in given.items() if value}
    cuts = {name: told.get(f"cut{number}") for name, (number, _) in filled.items()}
    return Assessment(
        on,
        {name: _fen(value) for name, (_, value) in filled.items() if name not in held},
        told.get("days"),
        {name: str(value) for name, (_, value) in filled.items() if name in held},
        {name: str(cut) for name, cut in cuts.items() if cut and cut != _NO_REDUCTION},
    )


def _fen(value: Any) -> int:
    return int((Decimal(str(value)) * 100).to_integral_value())
