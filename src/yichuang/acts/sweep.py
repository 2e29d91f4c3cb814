"""The sweep (定时处理): performs only acts that the law itself prescribes. Late or twice, it changes nothing legal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.archive.carry_out import carry_out
from yichuang.acts.archive.pack import pack_missing
from yichuang.acts.bulletins.drafting import draft_due
from yichuang.acts.bundles.combine_results import combine_missing
from yichuang.acts.certificate.sweeping import renew_by_silence
from yichuang.acts.consulting.sweeping import agree_unanswered
from yichuang.acts.context import Context
from yichuang.acts.delivery.sweeping import deliver_by_time
from yichuang.acts.evaluating.open import open_due
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.hall.remind import remind_region
from yichuang.acts.handling.recompute_due import Recomputation, recompute_due
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.joint.sweeping import agree_by_silence
from yichuang.acts.library.sweeping import identify_missing, tell_expiries
from yichuang.acts.papers.make import make_missing
from yichuang.acts.rating.sweeping import invite_served
from yichuang.acts.statistics.counting import count_region
from yichuang.acts.statistics.trailing import follow_trails
from yichuang.acts.supervision.watching import watch
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.uploads.purge import purge_left
from yichuang.records.cases.sweeping import provisional_cases, silent_cases
from yichuang.records.fees.queries import failed_tolerance
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

BATCH = 500
PURGES = 50  # each is looked for in everything that could still name it


@dataclass
class Swept:
    """How many cases were moved, and which were left for the next run with why."""

    deemed: int = 0
    unanswered: int = 0
    recomputed: int = 0
    expired: int = 0
    agreed: int = 0
    renewed: int = 0
    identified: int = 0
    told: int = 0
    delivered: int = 0
    archived: int = 0
    erased: int = 0
    papers: int = 0
    combined: int = 0
    alerts: int = 0
    reminded: int = 0
    purged: int = 0
    invited: int = 0
    evaluations: int = 0
    counted: int = 0
    bulletins: int = 0
    left: list[str] = field(default_factory=list)


def sweep(at: datetime) -> Swept:
    """Record silence and recompute provisional dates in every region, then make missing papers."""
    place, swept = directory(), Swept()
    for region in place.centres:
        ctx = Context(SYSTEM, at, place)
        swept.deemed += _each(silent_cases(region, ctx.today, BATCH), _deem, ctx, swept.left)
        swept.unanswered += agree_unanswered(region, ctx, BATCH, swept.left)
        swept.agreed += agree_by_silence(region, ctx, BATCH, swept.left)
        swept.expired += _each(failed_tolerance(region, ctx.today, BATCH), _expire, ctx, swept.left)
        swept.renewed += renew_by_silence(region, ctx, BATCH, swept.left)
        swept.delivered += deliver_by_time(region, ctx, BATCH, swept.left)
        swept.combined += combine_missing(region, ctx, BATCH, swept.left)
        swept.identified += identify_missing(region, ctx, BATCH, swept.left)
        swept.told += tell_expiries(region, ctx, BATCH, swept.left)
        stale = [no for no, profile, version in provisional_cases(region) if place.calendar(profile).version != version]
        swept.recomputed += _each(stale, _recompute, ctx, swept.left)
        swept.archived += pack_missing(region, ctx, BATCH, swept.left)
        swept.erased += carry_out(region, ctx, swept.left)
        swept.purged += purge_left(region, ctx, PURGES, swept.left)
        swept.invited += invite_served(region, ctx, BATCH, swept.left)
        swept.evaluations += open_due(region, ctx, swept.left)
        swept.alerts += watch(region, ctx)
        swept.alerts += watch_calls(region, ctx)
        swept.reminded += remind_region(region, ctx)
        swept.counted += count_region(region, ctx)
        follow_trails(region, ctx)
        swept.bulletins += draft_due(region, ctx, swept.left)
        made = make_missing(ctx, BATCH, region)
        swept.papers += made.count
        swept.left += made.faults
    return swept


def _deem(no: str, ctx: Context) -> object:
    return deem_accepted(Silence(On(no)), _keyed(ctx, "deemed", no))


def _expire(no: str, ctx: Context) -> object:
    return expire_tolerance(Expiry(On(no)), _keyed(ctx, "expired", no))


def _recompute(no: str, ctx: Context) -> object:
    return recompute_due(Recomputation(On(no)), _keyed(ctx, ctx.directory.calendar("cn").version, no))


def _keyed(ctx: Context, kind: str, no: str) -> Context:
    """Return the context with a key that makes a second run harmless."""
    return Context(ctx.officer, ctx.at, ctx.directory, key=f"sweep:{kind}:{no}")


def _each(numbers: Iterable[str], do: Callable[[str, Context], object], ctx: Context, left: list[str]) -> int:
    done = 0
    for no in numbers:
        try:
            do(no, ctx)
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
    return done
