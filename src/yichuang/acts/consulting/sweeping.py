"""The sweep over consultations (逾期不反馈): records agreement where the norms of the case attach it to silence."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.act import On
from yichuang.acts.consulting.deem_answer import SilentAnswer, deem_answer
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.law.book import book
from yichuang.records.cases.asked import silent_consultations
from yichuang.rules.verdict import Refused


def agree_unanswered(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Record up to `limit` cases of a region whose consultations silence has agreed to; return how many.

    Basis: S0b-13
    """
    done = 0
    for no, profile, on in silent_consultations(region_code, ctx.today):
        effect = book().norms(profile, on).get("consultation_silence_effect")
        if done >= limit or effect is None or effect.value != "agreed":
            continue
        try:
            deem_answer(SilentAnswer(On(no)), replace(ctx, key=f"sweep:unanswered:{no}:{ctx.today}"))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
    return done
