"""Pages of the sandbox: what to pay, with what consequence, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from yichuang.faces.terminal.sandbox.notices import WAYS
from yichuang.faces.terminal.sandbox.trades import BILLS, CLOSED, SUCCESS, WAITING, Trade
from yichuang.rules.fees.wire import yuan_of

STYLE = """
:root{color-scheme:light}body{margin:0;background:#f3f5f7;color:#1d2733;font:16px/1.6 system-ui,"Noto Sans SC",
"Microsoft YaHei",sans-serif}main{max-width:34rem;margin:2rem auto;padding:0 1rem}section{background:#fff;border:1px
solid #d8dee5;border-radius:8px;padding:1.25rem;margin-bottom:1rem}h1{font-size:1.25rem;margin:0 0 .5rem}.sum{font-size
:2rem;font-weight:700;font-variant-numeric:tabular-nums}.note{color:#8a4b00;background:#fff6e5;padding:.5rem .75rem;
border-radius:6px}button{font:inherit;padding:.6rem 1.25rem;border-radius:6px;border:1px solid #0b5d57;background:
#0b5d57;color:#fff;cursor:pointer}button.no{background:#fff;color:#1d2733;border-color:#9aa6b2}select{font:inherit;
padding:.45rem;width:100%;margin:.25rem 0 1rem}table{width:100%;border-collapse:collapse;font-size:.875rem}td,th{
text-align:left;padding:.35rem .25rem;border-bottom:1px solid #e6eaee;overflow-wrap:anywhere}a{color:#0b5d57}
"""
_STATES = {WAITING: "等待支付", SUCCESS: "已支付", CLOSED: "已关闭"}


def pay_page(trade: Trade) -> str:
    """The page on which the applicant pays."""
    ways, bills = _options(WAYS), _options(BILLS)
    body = f"""<section><p class="note">这是支付沙箱：不会动用真实资金。</p><h1>{escape(trade.subject)}</h1>
<p class="sum">{yuan_of(trade.fen)} 元</p><p>支付单号 {escape(trade.out_trade_no)}<br>交易号 {escape(trade.no)}</p>
</section>
<section><form method="post" action="/do"><input type="hidden" name="no" value="{escape(trade.out_trade_no)}">
<label>怎样通知商户<select name="way">{ways}</select></label>
<label>对账单怎样记<select name="bill">{bills}</select></label>
<button name="do" value="pay">确认支付</button> 
<button class="no" name="do" value="refuse">不支付，关闭</button></form></section>"""
    return _frame("支付沙箱", body)


def done_page(trade: Trade) -> str:
    """What came of it, and the way back."""
    words = _STATES.get(trade.status, trade.status)
    link = f'<p><a href="{escape(trade.return_url)}">返回商户页面</a></p>' if trade.return_url else ""
    body = (
        f'<section><h1>{words}</h1><p class="sum">{yuan_of(trade.fen)} 元</p><p>{escape(trade.no)}</p>{link}</section>'
    )
    return _frame("支付沙箱", body)


def list_page(trades: Iterable[Trade]) -> str:
    """All payments of late."""
    rows = "".join(
        f"<tr><td>{escape(row.out_trade_no)}</td><td>{yuan_of(row.fen)}</td><td>{_STATES.get(row.status, '')}</td></tr>"
        for row in trades
    )
    table = (
        f"<table><tr><th>支付单号</th><th>金额（元）</th><th>状态</th></tr>{rows}</table>"
        if rows
        else "<p>还没有交易。</p>"
    )
    return _frame("支付沙箱", f"<section><h1>支付沙箱</h1>{table}</section>")


def wrong_page(words: str) -> str:
    """What the sandbox does not take."""
    return _frame("支付沙箱", f"<section><h1>不能支付</h1><p>{escape(words)}</p></section>")


def _options(words: Mapping[str, str]) -> str:
    return "".join(f'<option value="{key}">{escape(text)}</option>' for key, text in words.items())


def _frame(title: str, body: str) -> str:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    return (
        f'<!doctype html><html lang="zh-Hans"><head>{head}<title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="/sandbox.css"></head><body><main>{body}</main></body></html>'
    )
