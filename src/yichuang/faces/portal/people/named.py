"""办事人员变更记录: who was named, given another extent, removed, and when: the account's own chain in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yichuang.faces.portal.applying.applicant import POWERS
from yichuang.records.applicants.accounts import account_of
from yichuang.records.applicants.models import SUBJECT, Applicant
from yichuang.records.ledger.queries import chain_of

_WORDS = {"account.linked": "关联登录账号", "account.person_named": "指定", "account.person_removed": "撤销"}


@dataclass(frozen=True, slots=True)
class Noted:
    """One entry: when, what, and to what extent."""

    at: datetime
    words: str
    extent: str
    seq: int


def noted(applicant: Applicant) -> list[Noted]:
    """Return what stands on the chain of the organisation's account, the latest first."""
    account = account_of(applicant.region_code, applicant.id)
    if account is None:
        return []
    chain = chain_of(applicant.region_code, SUBJECT, account.id)
    found = []
    for entry in chain.entries:
        payload = chain.payloads.get(entry.id)
        who = payload.body.get("name", "") if payload else ""
        scope = [title for word, title in POWERS.items() if word in entry.facts.get("scope", ())]
        found.append(Noted(entry.at, f"{_WORDS.get(entry.verb, entry.verb)}{who}", "、".join(scope), entry.seq))
    return found[::-1]
