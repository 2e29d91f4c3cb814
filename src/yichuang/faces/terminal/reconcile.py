"""`./yc reconcile [--day D]`: a day's book against the gateway's statement and the tills; names every difference."""

from __future__ import annotations

import sys
from datetime import date, timedelta

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready

WORDS = {
    "missing": "对账单有、账上没有", "extra": "账上有、对账单没有", "amount": "金额不符", "state": "状态不符",
    "twice": "重复", "till": "日结长短款",
}  # fmt: skip


def main(argv: list[str]) -> int:
    """Return 0 when the day agrees, 1 with differences, 2 without a statement."""
    parser = Parser(prog="yc reconcile", description="对账：收款与支付平台对账单、日结逐笔核对")
    parser.add_argument("--day", type=date.fromisoformat, help="账期（默认昨天），例如 2026-11-22")
    wish = parser.parse_args(argv)
    ready()
    from yichuang.acts.context import Context
    from yichuang.acts.fees.gateway.asking import poll
    from yichuang.acts.fees.gateway.client import GatewayAway
    from yichuang.acts.fees.gateway.statement import fetch_statement
    from yichuang.faces.common import clock
    from yichuang.faces.common.paying.gateway import gateway, wire_now
    from yichuang.faces.common.templatetags.money_tags import yuan
    from yichuang.records.fees.days import report_of
    from yichuang.records.ids import new_id
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    day, terms, count = wish.day or clock.today() - timedelta(days=1), gateway(), 0
    if terms is None:
        print("还没有接入支付平台（数据目录里没有 gateway/gateway.json）。", file=sys.stderr)
        return 2
    poll(terms, now=wire_now(), at=clock.now())
    for region, centre in directory().centres.items():
        ctx = Context(SYSTEM, clock.now(), directory(), new_id().hex)
        try:
            fetch_statement(region, day, terms, ctx, wire_now())
        except GatewayAway as fault:
            print(f"没有取到对账单：{fault}", file=sys.stderr)
            return 2
        report = report_of(region, day)
        for one in report.differences if report else ():
            count += 1
            sums = f"账上 {yuan(one['booked']) or '没有'}，对方 {yuan(one['stated']) or '没有'}"
            print(f"{centre.name}　{WORDS[one['what']]}　{one['key']}　{sums}")
    print(f"{day:%Y-%m-%d} 共 {count} 处差异。" if count else f"{day:%Y-%m-%d} 账账相符。")
    return 1 if count else 0
