"""What follows an act after its commit: its papers are made. In production a worker does it from the outbox."""

from __future__ import annotations

import logging
import os
from datetime import datetime

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.papers.make import make_documents
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM

WORKER = "worker"
_log = logging.getLogger("yichuang.papers")


def after_filing(filed: Filed, at: datetime) -> None:
    """Make the papers of the case that have a number but no bytes yet, unless a worker is there for it."""
    if os.environ.get("YICHUANG_TASKS", "") == WORKER or not filed.answer.get("documents"):
        return
    made = make_documents(filed.region_code, filed.no, Context(SYSTEM, at, directory(fresh=False)))
    for fault in made.faults:
        _log.error("paper not made: %s", fault)
