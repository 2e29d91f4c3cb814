"""What is delivered (送达的文书): the result of a case, or a later decision on its certificate that is named."""

from __future__ import annotations

from typing import Any

from yichuang.acts.act import On
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.queries import delivery_of
from yichuang.records.documents.models import Document
from yichuang.records.documents.queries import later_decision, results_of
from yichuang.rules.verdict import Refused


def named(case: CaseFile, on: On) -> Document | None:
    """Return the later decision that is to be delivered (后续决定), None for the result of the case.

    Raises: Refused where a closed case leaves nothing, and for a decision that is none or was delivered.
    Basis: XKF-44, MSF-87
    """
    closed = case.state == CaseState.CLOSED
    if on.document is None and closed:
        raise Refused("result_over", "XKF-44")
    if on.document is None:
        return None
    found = later_decision(case.region_code, case.id, on.document)
    if found is None:
        raise Refused("decision_unknown", "XKF-44")
    if not closed:
        raise Refused("result_first", "XKF-44")
    if delivery_of(case.region_code, case.id, found.id) is not None:
        raise Refused("decision_delivered", "MSF-87", {"no": found.no})
    return found


def ready(case: CaseFile, on: On) -> Document | None:
    """Refuse what has nothing to deliver yet, else return what `named` does.  Raises: Refused.

    Basis: XKF-44, S0b-21.2
    """
    decision = named(case, on)
    if decision is not None:
        return decision
    if case.state == CaseState.DECIDED and case.outcome == CaseOutcome.GRANTED:
        raise Refused("not_issued", "XKF-44")
    if case.outcome == CaseOutcome.UPWARD:
        raise Refused("reply_awaited", "S0b-21.2")
    return None


def papers_of(case: CaseFile, decision: Document | None) -> list[dict[str, str]]:
    """Return kind and number of what is delivered: the later decision, or the results of the case."""
    return [{"kind": decision.title, "no": decision.no}] if decision is not None else results_of(case)


def told_of(decision: Document | None) -> dict[str, Any]:
    """Return what the ledger says of a later decision; nothing for the result of the case."""
    return {"decision_no": decision.no} if decision is not None else {}
