"""What is known before a submission: the applicant, and whether the same was asked before (重复提交)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import answer_again
from yichuang.acts.filing.shapes import Filed
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.statements import run, sign

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


@cache
def _known() -> str:
    mark = sign()
    columns = "a.id, l.verb, l.subject_id, l.seq, l.hash, l.answer, l.request_digest"
    person = f"a.region_code = {mark}1 AND a.identity_kind = {mark}2 AND a.identity_hash = {mark}3"
    entry = f"l.region_code = {mark}1 AND l.idem_key = {mark}4"
    joined = f"LEFT JOIN applicants_applicant a ON {person} LEFT JOIN ledger_entry l ON {entry}"
    return f"SELECT {columns} FROM (SELECT 1) AS one {joined}"  # noqa: S608 - constants of ours


def known(region_code: str, wish: Submission, ctx: Context) -> tuple[UUID | None, Filed | None]:
    """Return who the applicant already is, by keyed hash, and the answer given under this key: one round trip.

    Raises: KeyReused.
    """
    person = wish.person
    values = [region_code, person.identity_kind, lookup_hash(person.identity_no), ctx.key]
    holder, *entry = run(_known(), values).rows[0]
    first = answer_again(region_code, entry, ctx) if entry[0] else None
    return UUID(str(holder)) if holder else None, first
