"""A decision that came after the certificate was handed out, for walks and tests of its delivery (后续决定)."""

from datetime import date, datetime

from tests.acts.city import ZONE, City
from tests.acts.delivery.walks import DECIDED, LATER, POSTING, issued
from yichuang.acts.act import On
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate_act import Of
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.confirm_receipt import ReceiptConfirmed, confirm_receipt
from yichuang.acts.delivery.deem import NoticeOver, deem_delivered
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.delivery.leave import Leaving, leave
from yichuang.acts.delivery.post import Posting, post_result
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.post_returned import PostReturn, take_back_post
from yichuang.acts.delivery.send_electronic import ElectronicDelivery, send_electronic
from yichuang.acts.papers.make import make_documents
from yichuang.records.certificates.models import Certificate
from yichuang.records.delivery.models import Dispatch
from yichuang.records.documents.models import Document

REVOKED = date(2026, 3, 9)


def decided(on: On) -> Document:
    """Return the paper of the decision."""
    return Document.objects.get(region_code="990100", id=on.document)


def revoked(city: City) -> On:
    """Name the decision that revoked a certificate already handed over."""
    no = issued(city)
    deliver(HandOver(On(no), "孙玉兰"), city.ctx("clerk", DECIDED))
    held = Certificate.objects.get(region_code="990100", case__region_code="990100", case__no=no)
    of, reviewer = Of("990100", held.id), city.ctx("reviewer", REVOKED)
    propose(Proposing(of, "revoked", "procedure", "经查属实", "放弃陈述申辩"), reviewer)
    revoke(Revocation(of), city.ctx("agency", REVOKED))
    return On(no, document=Document.objects.get(region_code="990100", case_id=held.case_id, kind="revocation").id)


def parcel(on: On, city: City) -> None:
    """Send it by post."""
    post_result(Posting(on, *POSTING), city.ctx("clerk", REVOKED))


def handed_life(city: City) -> None:
    """Handed over at the window."""
    deliver(HandOver(revoked(city), "孙玉兰"), city.ctx("clerk", REVOKED))


def fetched_life(city: City) -> None:
    """Called, and fetched with the code."""
    on = revoked(city)
    call_pickup(PickupCall(on), city.ctx("clerk", REVOKED))
    code = Dispatch.objects.get(region_code="990100", document_id=on.document).code
    fetch(Fetched(on, code, "孙玉兰"), city.ctx("clerk", REVOKED))


def posted_life(city: City) -> None:
    """Returned once; delivered the second time."""
    on = revoked(city)
    parcel(on, city)
    take_back_post(PostReturn(on, "地址不详"), city.ctx("clerk", REVOKED))
    parcel(on, city)
    confirm_post(PostReceipt(on, datetime(2026, 3, 10, 9, tzinfo=ZONE), "孙玉兰"), city.ctx("clerk", LATER))


def electronic_life(city: City) -> None:
    """Agreed for this decision, delivered into the box, confirmed."""
    on = revoked(city)
    agree_electronic(ElectronicConsent(on), city.ctx("clerk", REVOKED))
    make_documents("990100", on.no, city.ctx("system", REVOKED))
    send_electronic(ElectronicDelivery(on, "https://fuyi.example/"), city.ctx("clerk", REVOKED))
    confirm_receipt(ReceiptConfirmed(on), city.ctx("resident", REVOKED))


def left_life(city: City) -> None:
    """Refused, and left before two witnesses."""
    seen = ("李四 安岭社区", "王五 安岭社区")
    leave(Leaving(revoked(city), "孙玉兰", "拒绝签收", "住所", REVOKED, seen), city.ctx("clerk", REVOKED))


def noticed(city: City) -> On:
    """Announce it."""
    on = revoked(city)
    announce(Announcement(on, "unknown", "住所无人，电话停机"), city.ctx("clerk", REVOKED))
    return on


def noticed_life(city: City) -> None:
    """Told by public notice until its time has run."""
    deem_delivered(NoticeOver(noticed(city)), city.ctx("system", LATER))


AFTER = (handed_life, fetched_life, posted_life, electronic_life, left_life, noticed_life)
