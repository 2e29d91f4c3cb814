"""The sweep over deliveries (送达的定时处理): notices whose time has run, parcels whose journey has ended."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.delivery.deem import NoticeOver, deem_delivered
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.post_returned import PostReturn, take_back_post
from yichuang.acts.filing.shapes import Conflict
from yichuang.records.delivery.couriers import RETURNED, Scan, courier
from yichuang.records.delivery.queries import expired_notices, open_parcels
from yichuang.rules.verdict import Refused


def deliver_by_time(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Record up to `limit` deliveries of a region that time or the post has made; return how many.

    Basis: MSF-95.1, MSF-91
    """
    done = 0
    for no, document_id in expired_notices(region_code, ctx.today, limit):
        key = f"sweep:notice:{no}" + (f":{document_id}" if document_id else "")
        try:
            deem_delivered(NoticeOver(On(no, document=document_id)), replace(ctx, key=key))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
    return done + _follow(region_code, ctx, limit, left)


def _follow(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Ask the courier where the parcels of a region are."""
    asked, done = courier(), 0
    if asked is None:
        return 0
    for no, document_id, name, waybill in open_parcels(region_code, limit):
        if name != asked.name:
            continue  # written down by hand: somebody else carries it
        try:
            scan = asked.track(waybill)
            if scan is not None:
                _record(On(no, document=document_id), waybill, scan, ctx)
                done += 1
        except (Refused, Conflict, OSError, ValueError) as fault:
            left.append(f"{no} {fault}")
    return done


def _record(on: On, waybill: str, scan: Scan, ctx: Context) -> None:
    keyed = replace(ctx, key=f"sweep:post:{waybill}")
    if scan.state == RETURNED:
        take_back_post(PostReturn(on, scan.words or "投递不成功"), keyed)
    else:
        confirm_post(PostReceipt(on, scan.at, scan.receiver or "签收人见回执"), keyed)
