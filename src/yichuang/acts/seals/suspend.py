"""停用印章: from now on no paper bears the seal; papers that would wait."""

from __future__ import annotations

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.seals.frame import OnSeal, chain, judged
from yichuang.records.seals.keeping import publish
from yichuang.rules.seals import life


def suspend(wish: OnSeal, ctx: Context) -> Filed:
    """Change the state of the seal and publish the list of revoked certificates anew.

    Raises: NoSeal, Refused (not allowed, another state), Conflict, KeyReused.  Basis: ZXZW-9
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    row = judged("seal.suspended", wish, ctx)
    filing = Filing(
        place=chain(row),
        verb="seal.suspended",
        set={"state": life.target("seal.suspended"), "since": ctx.at},
        facts={"seal": row.no},
        payload={"reason": wish.reason.strip()},
        answer={"no": row.no},
    )
    filed = file(filing, ctx)
    publish(ctx.at)
    return filed
