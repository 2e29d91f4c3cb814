"""Late delivery (逾期送达): a granted certificate that was not handed over by its last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..lights import Light
from ..norms import Norms
from .history import BASIS, Finding, History, RuleKind

_OFFERED = ("case.pickup_called", "case.posted", "case.electronically_delivered", "case.delivery_announced")


def late_delivery(history: History, norms: Norms, today: date) -> Iterator[Finding]:
    """Yield the certificate that was neither handed over nor offered by its last day.

    An applicant who was called and does not come makes nobody late.  Basis: XKF-44
    """
    by = history.certificate_by
    if by is None or history.outcome != "granted":
        return
    offered = history.first(*_OFFERED)
    done = min((day for day in (history.closed_on, offered.on if offered else None) if day), default=None)
    if (done or today) <= by:
        return
    norm = norms.get("certificate_limit")
    basis = norm.basis if norm else BASIS[RuleKind.DELIVERY_LATE]
    since = by + timedelta(days=1)
    rule, evidence = RuleKind.DELIVERY_LATE, {"due": by.isoformat()}
    yield Finding(rule, by.isoformat(), Light.RED, since, history.department_id, basis, done, evidence)
