"""Walks that use the archive: registered, packed, held, destroyed after its term."""

from datetime import date
from uuid import UUID

from tests.acts.city import City, on
from tests.acts.delivery.walks import SENT, issued
from yichuang.acts.archive.approve_disposal import DisposalApproval, approve_disposal
from yichuang.acts.archive.carry_out import carry_out
from yichuang.acts.archive.disposal import OnList
from yichuang.acts.archive.hold import Hold, hold_archive
from yichuang.acts.archive.pack import pack_missing
from yichuang.acts.archive.propose_disposal import DisposalProposal, propose_disposal
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.papers.make import make_documents
from yichuang.records.archive.models import Disposal

FILED, OVER = date(2026, 4, 10), date(2057, 1, 4)


def closed(city: City) -> str:
    """Return the number of a delivered case with all its papers."""
    no = issued(city)
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", SENT))
    make_documents("990100", no, city.ctx("system", SENT))
    return no


def archived(city: City) -> str:
    """Return the number of a case that is in the archive with its package."""
    no = closed(city)
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    left: list[str] = []
    if pack_missing("990100", city.ctx("system", FILED), 9, left) != 1:
        raise LookupError(left)
    return no


def proposed(city: City, no: str, day: date = OVER) -> Disposal:
    """Return a list of one case, proposed by the manager."""
    wish = DisposalProposal("990100", "destroy", (no,), "保管期满，经鉴定无保存价值")
    filed = propose_disposal(wish, city.ctx("manager", day))
    return Disposal.objects.get(region_code="990100", id=UUID(str(filed.answer["disposal"])))


def destroyed(city: City) -> str:
    """Return the number of a case that was destroyed after its term."""
    no = archived(city)
    row = proposed(city, no)
    city.give("deputy", "centre_manager")
    approve_disposal(DisposalApproval(OnList("990100", row.id), "同意"), city.ctx("deputy", OVER))
    if carry_out("990100", city.ctx("system", OVER), []) != 1:
        raise LookupError(no)
    return no


def archive_life(city: City) -> None:
    """Archived, held, released; another one destroyed."""
    no = archived(city)
    for held in (True, False):
        hold_archive(Hold(on(no), held, "审计"), city.ctx("manager", FILED))
    destroyed(city)
