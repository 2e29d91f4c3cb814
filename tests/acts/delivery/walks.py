"""Walks that use every manner of delivery."""

from datetime import date, datetime

from tests.acts.city import ZONE, City, on
from tests.acts.lives import to_decide
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.delivery.agree_electronic import ElectronicConsent, agree_electronic
from yichuang.acts.delivery.announce import Announcement, announce
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.confirm_receipt import ReceiptConfirmed, confirm_receipt
from yichuang.acts.delivery.confirm_way import WayConfirmed, confirm_way
from yichuang.acts.delivery.deem import NoticeOver, deem_delivered
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.delivery.leave import Leaving, leave
from yichuang.acts.delivery.post import Posting, post_result
from yichuang.acts.delivery.post_delivered import PostReceipt, confirm_post
from yichuang.acts.delivery.post_returned import PostReturn, take_back_post
from yichuang.acts.delivery.send_electronic import ElectronicDelivery, send_electronic
from yichuang.acts.papers.make import make_documents
from yichuang.records.delivery.models import Dispatch

DECIDED, SENT, LATER = date(2026, 3, 6), date(2026, 3, 9), date(2026, 4, 9)
POSTING = ("孙玉兰", "嘉宁市安岭区滨河路 18 号", "邮政速递", "EX123456789CN")


def denied(city: City) -> str:
    """Return the number of a case that was denied and waits for its delivery."""
    no = to_decide(city)
    decide(Decision(on(no), False, "不符合条件", "《水法》第七条"), city.ctx("agency", DECIDED))
    return no


def issued(city: City) -> str:
    """Return the number of a case whose certificate waits."""
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("agency", DECIDED))
    issue(Issue(on(no)), city.ctx("clerk", DECIDED))
    return no


def posted(city: City) -> str:
    """Return the number of a case whose result is in the post."""
    no = denied(city)
    confirm_way(WayConfirmed(on(no), "post", *POSTING[:2]), city.ctx("clerk", SENT))
    post_result(Posting(on(no), *POSTING), city.ctx("clerk", SENT))
    return no


def announced(city: City) -> str:
    """Return the number of a case that is delivered by public notice."""
    no = denied(city)
    announce(Announcement(on(no), "unknown", "住所无人，电话停机"), city.ctx("clerk", SENT))
    return no


def code_of(no: str) -> str:
    """Return the code that waits for a case."""
    return Dispatch.objects.get(region_code="990100", case__no=no, case__region_code="990100", way="window").code


def fetched_life(city: City) -> None:
    """Called, and fetched with the code."""
    no = issued(city)
    call_pickup(PickupCall(on(no)), city.ctx("clerk", SENT))
    fetch(Fetched(on(no), code_of(no), "孙玉兰"), city.ctx("clerk", SENT))


def posted_life(city: City) -> None:
    """Returned once; delivered the second time."""
    no = posted(city)
    take_back_post(PostReturn(on(no), "地址不详"), city.ctx("clerk", SENT))
    post_result(Posting(on(no), *POSTING), city.ctx("clerk", SENT))
    confirm_post(PostReceipt(on(no), datetime(2026, 3, 9, 9, tzinfo=ZONE), "孙玉兰"), city.ctx("clerk", SENT))


def electronic_life(city: City) -> None:
    """Agreed, delivered into the box, confirmed."""
    no = issued(city)
    agree_electronic(ElectronicConsent(on(no)), city.ctx("resident", DECIDED))
    make_documents("990100", no, city.ctx("system", DECIDED))
    send_electronic(ElectronicDelivery(on(no), "https://fuyi.example/"), city.ctx("clerk", SENT))
    confirm_receipt(ReceiptConfirmed(on(no)), city.ctx("resident", SENT))


def left_life(city: City) -> None:
    """Refused, and left before two witnesses."""
    wish = Leaving(on(denied(city)), "孙玉兰", "拒绝签收", "住所", SENT, ("李四 安岭社区", "王五 安岭社区"))
    leave(wish, city.ctx("clerk", SENT))


def noticed_life(city: City) -> None:
    """Told by public notice until its time has run."""
    deem_delivered(NoticeOver(on(announced(city))), city.ctx("system", LATER))


DELIVERED = (fetched_life, posted_life, electronic_life, left_life, noticed_life)
