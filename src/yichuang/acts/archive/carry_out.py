"""执行处置: the cases of an approved list are erased, payloads and files go, and the list is closed and kept."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.archive.clearing import clear, uncleared
from yichuang.acts.archive.disposal import OnList, answer, chain, read, staying
from yichuang.acts.archive.erase import Erasure, erase_case
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing
from yichuang.records.archive.models import Disposal, DisposalState
from yichuang.records.archive.queries import to_carry_out
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused


def finish_disposal(on: OnList, lines: list[dict[str, str]], ctx: Context) -> Filed:
    """Close a list: carried out, in part, or not at all; which cases had to stay is named with the reason.

    Basis: DAF-21
    """
    first = repeated(on.region_code, ctx)
    if first is not None:
        return first
    row = read(on, "disposal.done", ctx)
    if row.state != DisposalState.APPROVED:
        raise Refused("disposal_not_approved", "DAF-21")
    stayed = [{"no": line["no"], "why": line["left"]} for line in lines if "left" in line]
    state = DisposalState.PARTLY if stayed else DisposalState.DONE
    filing = Filing(
        place=chain(row), verb="disposal.done",
        set={
            "state": (DisposalState.UNDONE if len(stayed) == len(lines) else state).value, "done_at": ctx.at,
            "items": lines,
        },
        facts={"left": len(stayed), "left_out": stayed}, answer=answer(row),
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
    """Erase what a list names. A case that somebody writes to just now is tried again: the list stays open."""
    lines, again, regions = [], False, list(ctx.directory.centres)
    for line in row.items:
        try:
            if "left" not in line:
                erase_case(Erasure(On(line["no"]), row.id), replace(ctx, key=f"erase:{row.no}:{line['no']}"))
                clear(row.region_code, UUID(line["case_id"]), regions)
            lines.append(line)
        except Refused as fault:
            lines.append(staying(line, fault))
        except Conflict as fault:
            again = True
            left.append(f"{line['no']} {fault}")
    stayed = [line for line in lines if "left" in line]
    left += [f"{line['no']} {line['left']}" for line in stayed]
    if not again:
        finish_disposal(OnList(row.region_code, row.id), lines, replace(ctx, key=f"disposal:{row.id}"))
    return len(lines) - len(stayed)
