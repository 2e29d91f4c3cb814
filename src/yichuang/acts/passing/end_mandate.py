"""终止委托: the applicant takes the power of attorney back, or his proxy gives it up; the case goes on as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.records.cases.access import place_of
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.permissions import is_own
from yichuang.rules.proxy.mandate import mandate_of, may_end
from yichuang.rules.verdict import Refused

PRINCIPAL, PROXY = "principal", "proxy"


@dataclass(frozen=True, slots=True)
class MandateEnd:
    """Whose declaration it is, and how it was made; online it is that of who is logged in."""

    on: On
    by: str = PRINCIPAL
    words: str = ""


@case_act(verb="case.mandate_ended")
def end_mandate(case: CaseFile, wish: MandateEnd, ctx: Context) -> Work:
    """Note on the case from which day on the proxy does nothing for the applicant any more (取消委托、辞去委托).

    Basis: MFD-173(2)
    """
    may_end(mandate_of(case.agent) if case.agent else None).raise_if_refused()
    by = wish.by if wish.by in (PRINCIPAL, PROXY) else PRINCIPAL
    if is_own(ctx.officer, place_of(case)):
        by = PROXY if is_proxy(case, ctx.officer.user_id) else PRINCIPAL
    elif not wish.words.strip():
        raise Refused("mandate_words_missing", "MFD-173(2)")
    agent = case.agent | {"ended_on": ctx.today.isoformat(), "ended_by": by}
    return Work(set={"agent": agent}, facts={"by": by}, payload={"reason": wish.words.strip()})


def is_proxy(case: CaseFile, user_id: UUID | None) -> bool:
    """Say whether it is the proxy who is logged in, and not the applicant himself."""
    proxy = case.agent.get("user_id", str(case.owner_id)) if case.agent else ""
    return user_id is not None and str(user_id) == proxy and user_id != case.applicant_user_id
