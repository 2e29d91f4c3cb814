"""Money in the demonstration (收费): paid on line and at the desk, given back, waiting to go back; differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.context import ZONE, Context
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.book_online import Booking, book_online
from yichuang.acts.fees.books.answer_standard import StandardAnswer, answer_standard
from yichuang.acts.fees.books.close_till import TillCount, close_till
from yichuang.acts.fees.books.keep import Stray, keep_unexplained
from yichuang.acts.fees.books.propose_standard import StandardProposal, propose_standard
from yichuang.acts.fees.books.reconcile import DayStatement, reconcile
from yichuang.acts.fees.collect import Takings, collect_fee
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.special.lives import SpecialLife
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.fees.days import booked_lines
from yichuang.records.fees.queries import checkouts_of, collections_of, refunds_of
from yichuang.records.fees.standards import proposals
from yichuang.records.fees.tills import cashiers_of, drawer_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.rules.fees.reconciling import PAY, Line
from yichuang.rules.fees.standards import Reduction, Standard
from yichuang.rules.fees.wire import Trade
from yichuang.rules.officers import SYSTEM, Officer

GUIDE = "zhandao"
_ROAD_FEE = "城市道路占用费"


class MoneyLife(SpecialLife):
    """A case in the making, with its money."""

    def to_pay(self, ago: int) -> MoneyLife:
        """Come to the decision, and be told what to pay."""
        self.to_deciding(ago + 1).assessed(ago).told_to_pay(ago)
        return self

    def collected(self, ago: int, method: str) -> MoneyLife:
        """Pay at the desk."""
        wish = Takings(On(self.no), method, reference=f"2026{self.days.served:08d}", tendered=130000)
        collect_fee(wish, self._ctx("window_clerk", ago))
        return self

    def sent_off(self, ago: int) -> MoneyLife:
        """Begin a payment on line."""
        open_checkout(CheckoutWish(On(self.no)), self._ctx("owner" if self.owner else "window_clerk", ago))
        return self

    def booked(self, ago: int) -> MoneyLife:
        """Let the gateway tell that the money came in."""
        case = self._ctx("window_clerk", ago)
        region = self._region()
        checkout = checkouts_of(region, self._case_id())[-1]
        trade = Trade("YC-SANDBOX-001", checkout.no, f"SBDEMO{self.days.served:04d}", checkout.amount, "TRADE_SUCCESS")
        ctx = Context(SYSTEM, case.at, self.place, f"gateway:{trade.trade_no}")
        book_online(Booking(On(self.no), trade, case.today), ctx)
        return self

    def given_back(self, ago: int, reason: str) -> MoneyLife:
        """Ask for the money back, agree, and pay it out, a day each."""
        region, case_id = self._region(), self._case_id()
        came = collections_of(region, case_id)[-1]
        ask_refund(Return(On(self.no), came.id, reason, came.amount), self._ctx("window_clerk", ago))
        row = refunds_of(region, case_id)[-1]
        answer_refund(RefundAnswer(On(self.no), row.id, agree=True), self._ctx("centre_manager", ago - 1))
        pay_refund(RefundOutcome(On(self.no), row.id, reference="HP20260001"), self._ctx("window_clerk", ago - 2))
        return self

    def _officer(self, role: str, at: datetime) -> Officer:
        """Return the centre's manager, too."""
        if role != "centre_manager":
            return super()._officer(role, at)
        return _post(self.place, self.version.item.centre_id, role, at)

    def _region(self) -> str:
        return self.place.region_of(self.no)

    def _case_id(self) -> UUID:
        found: UUID = read_case(self.no, SYSTEM, self.place).id
        return found


PAID: tuple[tuple[str, int, Callable[[MoneyLife], object]], ...] = (
    (GUIDE, 0, lambda c: c.submitted(6) and c.to_pay(3).sent_off(2).booked(1)),
    (GUIDE, 0, lambda c: c.submitted(9) and c.to_pay(7).collected(6, "transfer").decided(5, grant=False)
        and c.given_back(4, "不予许可，退还已缴费用")),
    (GUIDE, 0, lambda c: c.submitted(10) and c.to_pay(8).sent_off(7).decided(6, grant=False) and c.booked(6)),
    (GUIDE, 5, lambda c: c.submitted(5, "window") and c.to_pay(3).collected(1, "cash")),
    (GUIDE, 7, lambda c: c.submitted(4, "window") and c.to_pay(2).collected(1, "pos")),
    (GUIDE, 0, lambda c: c.submitted(3) and c.to_deciding(2)),
)  # fmt: skip


def build_books(now: datetime, place: Directory, version: ItemVersion) -> None:
    """Close yesterday's till a little short, keep a sum nobody knows, reconcile, and put a standard in force."""
    centre = version.item.centre
    region = centre.region.code
    days = Days(now, place.calendar(place.profile(version.item.department_id)), served=20)
    day, manager = days.back(1), _post(place, centre.id, "centre_manager", now)

    def ctx(officer: Officer, ago: int, step: int) -> Context:
        return Context(officer, days.at(ago, step), place, new_id().hex)

    stray = Trade("YC-SANDBOX-001", "2019000001P1", "SBDEMO9001", 5000, "TRADE_SUCCESS")
    keep_unexplained(Stray(region, stray, "case_unknown", days.at(1, 3)), ctx(SYSTEM, 1, 4))
    for clerk in cashiers_of(region, day):
        booked = drawer_of(region, clerk, day).cash
        closing = TillCount(region, max(booked - 1000, 0), "找零时多付十元（示例）" if booked else "")
        close_till(closing, ctx(place.officer(clerk, day), 1, 40))
    lines = booked_lines(region, day)
    stated = [*(row for row in lines if row.key != stray.trade_no), Line(PAY, "SBDEMO9002", "", 126000)]
    reconcile(DayStatement(region, day, [replace(row, case_no="") for row in stated]), ctx(manager, 0, 1))
    today = now.astimezone(ZONE).date()
    standard = Standard(
        new_id(), _ROAD_FEE, "平方米·日", 50, "关于城市道路占用费标准的批复（示例）", today, 500000,
        (
            Reduction("市政公用设施抢修", "嘉政办〔2026〕5号（示例）", 0),
            Reduction("小微企业", "嘉发改价格〔2026〕12号（示例）", 50),
        ),
        "嘉发改价格〔2026〕12号",
    )  # fmt: skip
    propose_standard(StandardProposal(region, version.id, standard), ctx(manager, 0, 2))
    (proposed,) = proposals(region)
    admin = _post(place, centre.id, "system_admin", now)
    answer_standard(StandardAnswer(region, proposed.id, agree=True), ctx(admin, 0, 3))
    later = replace(standard, id=new_id(), price=60, document_no="嘉发改价格〔2026〕21号")
    propose_standard(StandardProposal(region, version.id, later), ctx(manager, 0, 4))


def _post(place: Directory, centre_id: UUID, role: str, at: datetime) -> Officer:
    for user_id, posts in place.postings.items():
        if any(post.role == role and post.centre_id == centre_id for post in posts):
            return place.officer(user_id, at.date())
    raise LookupError(role)
