"""The sweep over certificates (证照的定时处理): records that silence renewed a permit."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.certificate.deem_renewed import RenewalSilence, deem_renewed
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.records.certificates.queries import silent_renewals
from yichuang.rules.verdict import Refused


def renew_by_silence(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Record up to `limit` permits of a region that silence has renewed; return how many.

    Basis: XKF-50.2
    """
    done = 0
    for renewal_id, certificate_id in silent_renewals(region_code, ctx.today, limit):
        wish = RenewalSilence(Of(region_code, certificate_id), renewal_id)
        try:
            deem_renewed(wish, replace(ctx, key=f"sweep:renewed:{renewal_id}"))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{certificate_id} {fault}")
    return done
