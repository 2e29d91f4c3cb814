"""执行处置: the cases of an approved list are erased, payloads and files go, and the list is closed and kept."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.archive.clearing import clear, uncleared
from yichuang.acts.archive.disposal import OnList, answer, chain, read
from yichuang.acts.archive.erase import Erasure, erase_case
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing
from yichuang.records.archive.models import Disposal, DisposalState
from yichuang.records.archive.queries import to_carry_out
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused


def finish_disposal(on: OnList, left: int, ctx: Context) -> Filed:
    """Close a list that was carried out, with how many of its cases had to stay.

    Basis: DAF-21
    """
    first = repeated(on.region_code, ctx)
    if first is not None:
        return first
    row = read(on, "disposal.done", ctx)
    if row.state != DisposalState.APPROVED:
        raise Refused("disposal_not_approved", "DAF-21")
    filing = Filing(
        place=chain(row), verb="disposal.done", set={"state": DisposalState.DONE.value, "done_at": ctx.at},
        facts={"left": left}, answer=answer(row),
    )  # fmt: skip
    return file(filing, ctx)


def carry_out(region_code: str, ctx: Context, left: list[str]) -> int:
    """Carry out the approved lists of a region and what earlier runs left half done; return how many cases went.

    Basis: DAF-21, GRXX-47.1
    """
    ctx, regions = replace(ctx, officer=SYSTEM, request_digest=""), list(ctx.directory.centres)
    done = sum(_one(row, ctx, left) for row in to_carry_out(region_code))
    for case_id in list(uncleared(region_code)):
        clear(region_code, case_id, regions)
    return done


def _one(row: Disposal, ctx: Context, left: list[str]) -> int:
    stayed, regions = [], list(ctx.directory.centres)
    for line in row.items:
        try:
            erase_case(Erasure(On(line["no"]), row.id), replace(ctx, key=f"erase:{row.no}:{line['no']}"[:80]))
            clear(row.region_code, UUID(line["case_id"]), regions)
        except (Refused, Conflict) as fault:
            stayed.append(f"{line['no']} {fault}")
    left += stayed
    finish_disposal(OnList(row.region_code, row.id), len(stayed), replace(ctx, key=f"disposal:{row.id}"))
    return len(row.items) - len(stayed)
