"""到期起草: the bulletins whose day has come are drafted by themselves, each once; a late run makes up for it."""

from __future__ import annotations

from yichuang.acts.bulletins.draft import BulletinDraft, draft
from yichuang.acts.bulletins.frame import used_here
from yichuang.acts.bulletins.make import make_unmade
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.records.bulletins.queries import id_of, known
from yichuang.records.statistics.queries import since_ever
from yichuang.rules.statistics import bulletins
from yichuang.rules.verdict import Refused


def draft_due(region_code: str, ctx: Context, left: list[str]) -> int:
    """Draft what is due in a region that has cases at all; return how many. What was signed gets its file.

    Basis: S1-五2, S2
    """
    every = used_here(region_code, ctx)
    if not every:
        return 0
    make_unmade(region_code, ctx)
    calendar = ctx.directory.calendar(ctx.directory.centres[region_code].profile)
    wanted = {id_of(region_code, one): one for one in bulletins.due(every, ctx.today, calendar)}
    missing, done = set(wanted) - known(region_code, wanted), 0
    if not missing or not since_ever([region_code]).get("received"):
        return 0
    for key, one in wanted.items():
        if key not in missing:
            continue
        try:
            own = Context(ctx.officer, ctx.at, ctx.directory, key=f"sweep:bulletin:{key}")
            draft(BulletinDraft(region_code, str(one.kind), one.first), own)
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{one.name} {fault}")
    return done
