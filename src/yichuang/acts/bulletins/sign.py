"""签发通报: numbered, its paper frozen; from then on departments and the public read it, and nobody changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.acts.bulletins.frame import PARTS, OnBulletin, chain, read, used_here
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.paper import number_of, paper_frame
from yichuang.law.book import book
from yichuang.records.bulletins.models import Bulletin, BulletinState
from yichuang.records.bulletins.queries import bulletin_in
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.statistics import bulletins

_MAIN = (
    "received", "accepted", "not_accepted", "closed", "on_time_rate", "early_rate", "overdue", "average_days",
    "satisfaction", "dissatisfied", "consultation", "complaint",
)  # fmt: skip
_COLUMNS = ("收件", "受理", "办结", "按时办结率", "超时", "满意度")  # what fits on the sheet


@dataclass(frozen=True, slots=True)
class BulletinSignature:
    """Which draft."""

    on: OnBulletin


def sign(wish: BulletinSignature, ctx: Context) -> Filed:
    """Sign a draft.

    Raises: Refused (signed, empty, a figure that is not there), NotFound, Conflict, KeyReused.
    Basis: S1-五2, S0b-24.3
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "bulletin.signed", ctx, BulletinState.DRAFT)
    bulletins.may_word(row.words, row.shown).raise_if_refused()
    number = number_of(DocumentKind.BULLETIN, row.region_code, ctx)
    filing = Filing(
        place=chain(row),
        verb="bulletin.signed",
        set={
            "state": BulletinState.SIGNED.value, "no": number, "on": ctx.today, "drawn_at": ctx.at,
            "template": "bulletin@2026-11", "fields": _fields(row, ctx), "signed_by_id": ctx.officer.user_id,
        },
        facts={"first": row.first, "last": row.last},
        answer={"bulletin": str(row.id), "no": number},
    )  # fmt: skip
    return file(filing, ctx)


def _fields(row: Bulletin, ctx: Context) -> dict[str, Any]:
    """Return what is printed: the words with their figures, the main figures, departments and lists."""
    numbers = [one for group in row.figures["groups"] for one in group["numbers"]]
    places = [place for place, title in enumerate(row.figures["columns"]) if title in _COLUMNS]
    kept = ("title", "words", "unit", "shown", "earlier", "year_ago")
    corrected = bulletin_in([row.region_code], row.corrects_id) if row.corrects_id else None
    return paper_frame(row.region_code, ctx, _basis(row.region_code, ctx)) | {
        "type_name": row.title, "officer": "", "page_path": f"/notices/bulletins/{row.id}/",
        "parts": [[title, bulletins.filled(row.words[part], row.shown)] for part, title in PARTS.items()],
        "counted_at": row.counted_at.astimezone(ZONE).isoformat(timespec="minutes"),
        "figures": [{name: one[name] for name in kept} for one in numbers if one["name"] in _MAIN],
        "columns": [row.figures["columns"][place] for place in places], "lists": row.lists,
        "departments": [
            {"name": one["name"], "shown": [one["shown"][place] for place in places]}
            for one in row.figures["departments"]
        ],
        "corrects_no": corrected.no if corrected else "", "reason": row.reason,
    }  # fmt: skip


def _basis(region_code: str, ctx: Context) -> str:
    norms = book().norms(ctx.directory.centres[region_code].profile, ctx.today)
    return norms.basis("bulletin_period") if used_here(region_code, ctx) else "S1-五2"
