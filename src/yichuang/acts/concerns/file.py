"""提出诉求: an inquiry, a complaint, a word of praise; by web, at the window, by telephone, letter or the hotline."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from yichuang.acts.concerns.steps import Deed, profile_of, step_row, written
from yichuang.acts.concerns.target import target_columns
from yichuang.acts.concerns.wish import WEB, NewConcern
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place
from yichuang.law.book import book
from yichuang.records.applicants.vault import lookup_hash, seal
from yichuang.records.feedback.concerns import by_hotline_no
from yichuang.records.feedback.models import SUBJECT, Concern, ConcernKind, ConcernSource, Medium
from yichuang.records.ids import new_id
from yichuang.rules.feedback.concerns import FIRST, LETTERS, first_due
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.verdict import Refused

_VERB = "concern.filed"


def file_concern(wish: NewConcern, ctx: Context) -> Filed:
    """Put a concern on record with its number and the day by which somebody must act; a hotline sheet comes once.

    Raises: Refused (no kind, nothing written or named, no way to reach who speaks, not at a desk), Conflict, KeyReused.

    Basis: YSHJ-49, S3-附件三(二)1, S4-二(三)
    """
    first = repeated(wish.region_code, ctx) or _known_sheet(wish)
    if first is not None:
        return first
    post_id = _judged(wish, ctx)
    identity, on = new_id(), ctx.today
    profile, hotline = profile_of(wish.region_code, wish.department_id, ctx), wish.source == ConcernSource.HOTLINE
    calendar = ctx.directory.calendar(profile)
    due = first_due(wish.kind, on, book().norms(profile, on), calendar, hotline=hotline)
    prefix, letter = ctx.directory.centres[wish.region_code].prefix, LETTERS[wish.kind]
    drawn = Number(f"concern:{letter}:{prefix}:{on.year:04d}", lambda n: f"{prefix}-{letter}{on.year:04d}-{n:05d}")
    filing = Filing(
        place=Place(Concern, SUBJECT, wish.region_code, identity),
        verb="concern.filed",
        set=_columns(wish, identity, ctx) | target_columns(wish, ctx) | {"no": drawn, "due_on": due},
        add=(step_row(wish.region_code, identity, _VERB, Deed(due_on=due), ctx),),
        facts={"kind": wish.kind, "source": wish.source},
        answer={"concern": drawn, "no": ""},
        post_id=post_id,
        create=True,
    )
    return file(filing, ctx)


def _known_sheet(wish: NewConcern) -> Filed | None:
    """Return the first answer where the hotline sends a sheet again.  Basis: YC"""
    row = by_hotline_no(wish.region_code, wish.hotline_no)
    if row is None:
        return None
    answer = {"concern": row.no, "no": ""}
    return Filed(row.region_code, _VERB, row.id, row.ledger_seq, row.ledger_hash, answer, repeated=True)


def _judged(wish: NewConcern, ctx: Context) -> UUID | None:
    """Return the post of the desk that takes it in, None where somebody speaks for himself.  Raises: Refused."""
    if wish.kind not in ConcernKind.values or wish.source not in ConcernSource.values:
        raise Refused("concern_kind", "YSHJ-49")
    written(wish.title)
    written(wish.words)
    if wish.kind == ConcernKind.PRAISE and wish.medium not in (Medium.WORDS, Medium.CARD, Medium.BANNER):
        raise Refused("praise_medium", "YC")
    if wish.source == WEB:
        if not (wish.anonymous or wish.phone.strip() or wish.owner_id):
            raise Refused("concern_contact", "YSHJ-49")
        return None
    if wish.source == ConcernSource.HOTLINE and not wish.hotline_no.strip():
        raise Refused("hotline_no_missing", "YC")
    if ctx.officer.system:
        return None
    grant = ctx.officer.grant(RIGHTS[_VERB].roles, region_code=wish.region_code)
    if grant is None:
        raise Refused("not_yours", "YSHJ-49", {"verb": _VERB})
    return grant.post_id


def _columns(wish: NewConcern, identity: UUID, ctx: Context) -> dict[str, Any]:
    name, phone = ("", "") if wish.anonymous else (wish.name.strip()[:100], wish.phone.strip()[:40])
    hotline = wish.source == ConcernSource.HOTLINE and wish.kind != ConcernKind.PRAISE
    at_desk = bool(ctx.officer.grants) and wish.source != WEB
    return {
        "kind": wish.kind, "source": wish.source, "medium": wish.medium if wish.kind == "praise" else "",
        "state": "open" if hotline else FIRST[wish.kind], "title": wish.title.strip()[:100],
        "words": wish.words.strip()[:2000], "name": seal(name, identity), "phone": seal(phone, identity),
        "anonymous": wish.anonymous, "owner_id": wish.owner_id, "code_hash": lookup_hash(wish.code.upper()),
        "department_id": wish.department_id or wish.target_department_id, "window_id": wish.window_id,
        "item_id": wish.item_id, "case_no": wish.case_no.strip()[:20], "about_no": "",
        "hotline_no": wish.hotline_no.strip()[:40], "first_asked_id": ctx.officer.user_id if at_desk else None,
        "filed_at": ctx.at, "accepted_on": ctx.today if hotline else None, "extended": False, "answered_on": None,
        "answer": "", "satisfied": "", "reopened": 0, "proposer_id": None, "public_question": "",
        "public_answer": "", "published_at": None,
    }  # fmt: skip
