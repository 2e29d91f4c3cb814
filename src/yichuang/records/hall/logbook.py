"""The log of calls (叫号记录): one row a call; its first outcome is kept and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from yichuang.records.hall.models import CallOutcome, HallWindow, QueueCall, QueueNumber

OUTCOMES: Mapping[str, str] = {
    "begin": CallOutcome.BEGUN,
    "skip": CallOutcome.SKIPPED,
    "transfer": CallOutcome.TRANSFERRED,
    "finish": CallOutcome.FINISHED,
}


def log_call(row: QueueNumber, window: HallWindow, clerk: UUID | None, at: datetime) -> None:
    """Write a call down. In the transaction of the call."""
    QueueCall(
        region_code=row.region_code, number_id=row.id, no=row.no, hall_id=row.hall_id, window=window, clerk_id=clerk,
        called_at=at,
    ).save(force_insert=True)  # fmt: skip


def log_outcome(row: QueueNumber, step: str, at: datetime) -> None:
    """Write down what came of the call, if nothing has yet."""
    if step in OUTCOMES:
        open_calls = QueueCall.objects.filter(region_code=row.region_code, number_id=row.id, outcome="")
        open_calls.update(outcome=OUTCOMES[step], outcome_at=at)
