"""The sweep over the library (电子证照库的定时处理): identifiers that are missing, reminders that are due."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.library.identify import Identification, identify
from yichuang.acts.library.tell_expiry import ExpiryTelling, tell_expiry
from yichuang.law.book import book
from yichuang.records.certificates.library import ending_untold, unidentified
from yichuang.records.certificates.types import types_of
from yichuang.rules.verdict import Refused


def identify_missing(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Give identifiers to certificates whose type has come into the catalogue; return how many.

    Basis: ZXZW-10
    """
    done, names = 0, list(types_of(region_code, ctx.directory))
    for row_id in unidentified(region_code, names, limit):
        try:
            identify(Identification(Of(region_code, row_id)), replace(ctx, key=f"sweep:identified:{row_id}"))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{row_id} {fault}")
    return done


def tell_expiries(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Put the reminders that are due on record, each once; return how many.

    Basis: XKF-50.1
    """
    norms = book().norms(ctx.directory.centres[region_code].profile, ctx.today)
    steps = sorted(int(days) for days in norms.choices("renewal_reminders"))
    done = 0
    for row_id, days in ending_untold(region_code, ctx.today, steps, limit):
        key = f"sweep:expiry:{row_id}:{days}:{ctx.today}"
        try:
            tell_expiry(ExpiryTelling(Of(region_code, row_id)), replace(ctx, key=key))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{row_id} {fault}")
    return done
