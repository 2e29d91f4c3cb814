"""The sweep in joint approval (超时默许的定时处理): records silence where the norms of the case say what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.law.book import book
from yichuang.records.cases.sweeping import silent_parts
from yichuang.rules.joint.part_clock import AGREED, part_terms
from yichuang.rules.verdict import Refused


def agree_by_silence(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Record up to `limit` parts of a region that silence has agreed to; return how many.

    Basis: S0h-二(三)1
    """
    done = 0
    for no, profile, accepted_on, part in silent_parts(region_code, ctx.today):
        if done >= limit or not _agrees(profile, accepted_on):
            continue
        try:
            default_part(Lapse(On(no), part), replace(ctx, key=f"sweep:silent:{part}"))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
    return done


def _agrees(profile: str, on: date) -> bool:
    return part_terms(book().norms(profile, on)).silence == AGREED
