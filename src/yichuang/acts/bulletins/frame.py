"""What every act on a bulletin shares: which one, its chain, who may, and the words it begins with (通报)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.law.book import book
from yichuang.records.bulletins.models import SUBJECT, Bulletin, BulletinState
from yichuang.records.bulletins.queries import bulletin_in
from yichuang.records.cases.access import NotFound
from yichuang.records.org.directory import Directory
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused

PARTS: Mapping[str, str] = {"situation": "总体情况", "problems": "存在的问题", "demands": "下一步要求"}


@dataclass(frozen=True, slots=True)
class OnBulletin:
    """Which bulletin an act is about; `version` is the one the page showed."""

    region_code: str
    id: UUID
    version: int | None = None


def may(verb: str, region_code: str, ctx: Context) -> None:
    """Refuse who holds no post for the act in the region.  Raises: Refused, NotFound.  Basis: S1-五2"""
    if region_code not in ctx.directory.centres:
        raise NotFound(region_code)
    place = CasePlace(region_code, ctx.directory.centres[region_code].id)
    permissions.may(verb, ctx.officer, place).raise_if_refused()


def read(on: OnBulletin, verb: str, ctx: Context, state: BulletinState) -> Bulletin:
    """Return the bulletin for an officer who may do the act now.  Raises: NotFound, Refused, Conflict."""
    row = bulletin_in([on.region_code], on.id)
    if row is None:
        raise NotFound(str(on.id))
    may(verb, on.region_code, ctx)
    if row.state != state:
        raise Refused("bulletin_signed" if state == BulletinState.DRAFT else "bulletin_unsigned", "S1-五2")
    if on.version not in (None, row.version):
        raise Conflict(verb)
    return row


def reference_of(row: Bulletin, directory: Directory) -> str:
    """Return what stands in the bar code of a bulletin."""
    return f"{directory.centres[row.region_code].prefix}-TB-{row.first:%Y%m%d}-{str(row.id)[:4].upper()}"


def used_here(region_code: str, ctx: Context) -> tuple[str, ...]:
    """Return how often the centre brings out bulletins: () where no norm says so.  Basis: S1-五2, S2"""
    norms = book().norms(ctx.directory.centres[region_code].profile, ctx.today)
    return norms.choices("bulletin_period") if norms.get("bulletin_period") is not None else ()


def chain(row: Bulletin) -> Place:
    """Return where the chain of a bulletin stands."""
    return Place(Bulletin, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash)


def words_for(lists: Mapping[str, Any]) -> dict[str, str]:
    """Return the words that a draft begins with; the figures stand in them by name."""
    names = list(dict.fromkeys(one["name"] for one in (*lists["late"], *lists["silent"])))
    problems = "本期没有超过时限的办件。"
    if names:
        problems = f"超过时限的办件和逾期未反馈的征求意见涉及{'、'.join(names)}，名单附后。"
    return {
        "situation": (
            "本期收件【收件】件，受理【受理】件，不予受理【不予受理】件，办结【办结】件；"
            "按时办结率【按时办结率】，提前办结率【提前办结率】，平均【平均办理天数】个工作日办结，满意度【满意度】。"
        ),
        "problems": problems,
        "demands": "请有关部门抓紧办理，书面说明原因；各窗口临近期限的优先办理。" if names else "请各窗口继续保持。",
    }
