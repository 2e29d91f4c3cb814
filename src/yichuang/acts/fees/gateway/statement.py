"""对账单: the gateway's statement of a day is fetched, compared, and may prove money that nobody told us of."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from yichuang.acts.context import Context
from yichuang.acts.fees.books.reconcile import DayStatement, reconcile
from yichuang.acts.fees.gateway import client
from yichuang.acts.fees.gateway.arrival import SUCCESS, Arrived, case_no_of, take
from yichuang.acts.fees.gateway.client import GatewayAway
from yichuang.acts.fees.gateway.terms import Terms
from yichuang.acts.filing.shapes import Filed
from yichuang.records.fees.days import report_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.rules.fees.reconciling import PAY, REFUND, Line
from yichuang.rules.fees.wire import Trade, fen_of
from yichuang.rules.verdict import Refused

_COLUMNS = {"type", "trade_no", "out_trade_no", "amount", "status"}


def fetch_statement(region_code: str, on: date, terms: Terms, ctx: Context, now: datetime) -> Filed:
    """Fetch the gateway's statement of a day and reconcile. Raises: GatewayAway, Refused, Conflict.

    Basis: XKF-59
    """
    text = client.statement(terms, on, now)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return reconcile(DayStatement(region_code, on, lines_of(text, region_code), digest), ctx)


def lines_of(text: str, region_code: str) -> list[Line]:
    """Return the lines of a statement that concern a region: its cases, and what names no region at all.

    Columns: type, trade_no, out_trade_no, amount, status. Raises: GatewayAway for what is no statement.
    """
    found, place = [], directory()
    for row, fen in _rows(text):
        case_no = case_no_of(row["out_trade_no"])
        whose = place.region_of(case_no)
        if whose in ("", region_code):
            through = row["status"] == "SUCCESS"
            found.append(Line(row["type"], row["trade_no"], "", fen, through, case_no if whose else ""))
    return found


@dataclass(frozen=True, slots=True)
class Stated:
    """Which line of which day's statement, as the centre of a region points at it."""

    region_code: str
    on: date
    trade_no: str


def book_stated(wish: Stated, terms: Terms, *, now: datetime, at: datetime) -> Arrived:
    """Book a payment that only the signed statement tells of (按对账单补记): once, as if a call-back had come.

    Raises: Refused (not on the statement), GatewayAway, Conflict.  Basis: XKF-59
    """
    wanted, place = (PAY, wish.trade_no, "SUCCESS"), directory()
    for row, fen in _rows(client.statement(terms, wish.on, now)):
        checkout_no = row["out_trade_no"]
        ours = place.region_of(case_no_of(checkout_no)) in ("", wish.region_code)
        if ours and (row["type"], row["trade_no"], row["status"]) == wanted:
            paid_at = row.get("paid_at") or f"{wish.on:%Y-%m-%d} 00:00:00"
            return take(Trade(terms.merchant, checkout_no, wish.trade_no, fen, SUCCESS, paid_at), terms, at)
    raise Refused("trade_not_stated", "XKF-59")


def reconcile_yesterday(terms: Terms | None, ctx: Context, now: datetime) -> int:
    """Reconcile the day before in every region that was not yet (每日对账); return how many regions were done."""
    if terms is None or not client.reachable(terms):
        return 0
    on, done = ctx.today - timedelta(days=1), 0
    for region in ctx.directory.centres:
        if report_of(region, on) is None:
            fetch_statement(region, on, terms, replace(ctx, key=new_id().hex), now)
            done += 1
    return done


def _rows(text: str) -> Iterator[tuple[dict[str, str], int]]:
    for row in csv.DictReader(io.StringIO(text)):
        fen = fen_of(row.get("amount") or "")
        if fen is None or row.get("type") not in (PAY, REFUND) or not all(row.get(name) for name in _COLUMNS):
            raise GatewayAway("malformed statement")
        yield row, fen
