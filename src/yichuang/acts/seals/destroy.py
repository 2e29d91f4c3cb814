"""销毁印章: a suspended seal is destroyed for good; its certificate is revoked."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.seals.frame import OnSeal, chain, judged
from yichuang.records.seals.keeping import publish
from yichuang.rules.seals import life


def destroy(wish: OnSeal, ctx: Context) -> Filed:
    """Change the state of the seal and publish the list of revoked certificates anew.

    Raises: NoSeal, Refused (not allowed, another state), Conflict, KeyReused.  Basis: ZXZW-9
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row = judged("seal.destroyed", wish, ctx)
    filing = Filing(
        place=chain(row),
        verb="seal.destroyed",
        set={"state": life.target("seal.destroyed"), "since": ctx.at},
        facts={"seal": row.no},
        payload={"reason": wish.reason.strip()},
        answer={"no": row.no},
    )
    filed = file(filing, ctx)
    publish(ctx.at)
    return filed
