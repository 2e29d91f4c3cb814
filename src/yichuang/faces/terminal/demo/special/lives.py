"""Cases with outstanding materials, promises, fees, filings and the green channel (特别办理), each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import SYSTEM

if TYPE_CHECKING:
    from yichuang.faces.terminal.demo.cases import Owners

_FEE = {"城市道路占用费": 126000}


def special_guide(guide_id: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a guide with what it lets be done otherwise."""
    more = read("special/options").get(guide_id, {})
    fee = dict(told.get("fee") or {}) | dict(more.get("fee") or {})
    return {**told, **more, "fee": fee}


class SpecialLife(Life):
    """A case in the making, with the steps of this room."""

    def tolerated(self, ago: int) -> SpecialLife:
        """Accept with everything outstanding that may come later."""
        late = [slot["key"] for slot in self.version.materials if slot.get("deferrable")][:1]
        verdicts = {slot["key"]: "ok" for slot in self.version.materials} | dict.fromkeys(late, "deferred")
        accept(Acceptance(On(self.no), verdicts, promised=True), self._ctx("window_clerk", ago))
        return self

    def completed(self, ago: int) -> SpecialLife:
        """Check at the window what was outstanding."""
        keys = frozenset(slot["key"] for slot in self.version.materials if slot.get("deferrable"))
        complete_tolerance(Completion(On(self.no), checked=keys), self._ctx("window_clerk", ago))
        return self

    def expired(self, ago: int) -> SpecialLife:
        """Let the sweep note that nothing came."""
        at = self.days.at(ago, 60)
        expire_tolerance(Expiry(On(self.no)), Context(SYSTEM, at, self.place, new_id().hex))
        return self

    def undertaken(self, ago: int) -> SpecialLife:
        """Promise."""
        undertake(Undertaken(On(self.no), self.person.name), self._ctx("owner", ago))
        return self

    def expedited(self, ago: int) -> SpecialLife:
        """Put on the green channel."""
        expedite(Expedition(On(self.no), "市重点建设项目，需赶在汛期前开工（示例）。"), self._ctx("deputy_head", ago))
        return self

    def assessed(self, ago: int) -> SpecialLife:
        """Assess the fee."""
        assess_fee(Assessment(On(self.no), _FEE), self._ctx("reviewer", ago))
        return self

    def told_to_pay(self, ago: int) -> SpecialLife:
        """Tell the applicant to pay."""
        notify_fee(FeeNotice(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def paid(self, ago: int) -> SpecialLife:
        """Enter the payment."""
        pay_fee(Payment(On(self.no), "00871236（示例）"), self._ctx("window_clerk", ago))
        return self

    def to_deciding(self, ago: int) -> SpecialLife:
        """Go to the decision."""
        self.accepted(ago).routed(ago).claimed(ago).reviewed(ago).verified(ago)
        return self

    def concluded(self, ago: int, *missing: str) -> SpecialLife:
        """Conclude a filing."""
        wish = FilingConclusion(On(self.no), not missing, missing)
        conclude_filing(wish, self._ctx("chief_representative", ago))
        return self


def build_special(now: datetime, place: Directory, owners: Owners) -> int:
    """Play each of them; return how many."""
    plays: tuple[tuple[str, Callable[[SpecialLife], object]], ...] = (
        ("qushui", lambda c: c.submitted(3).tolerated(2).routed(2)),
        ("qushui", lambda c: c.submitted(26).tolerated(25).routed(24).expired(1)),
        ("qushui", lambda c: c.submitted(12).tolerated(11).completed(4)),
        ("shuibao", lambda c: c.submitted(2).expedited(1).accepted(1).routed(0)),
        ("guanggao", lambda c: c.submitted(1).undertaken(1)),
        ("guanggao", lambda c: c.submitted(4).undertaken(4).accepted(4).decided(4)),
        ("zhandao", lambda c: c.submitted(2).to_deciding(1).assessed(0)),
        ("zhandao", lambda c: c.submitted(3).to_deciding(2).assessed(2).told_to_pay(2)),
        ("zhandao", lambda c: c.submitted(28).to_deciding(27).assessed(26).told_to_pay(26)),
        ("zhandao", lambda c: c.submitted(4).to_deciding(3).assessed(3).told_to_pay(3).paid(1)),
        ("judu-beian", lambda c: c.submitted(0)),
        ("judu-beian", lambda c: c.submitted(1, "window").concluded(0)),
        ("judu-beian", lambda c: c.submitted(3).concluded(2, "安全评价报告：没有盖章", "应急预案：缺少演练记录")),
    )
    for number, (guide_id, play) in enumerate(plays, 1):
        version = _version(guide_id)
        days = Days(now, place.calendar(place.profile(version.item.department_id)), served=number)
        whole = version.item.for_organisation
        person, owner = (company(0), owners.company) if whole else (citizen(0), owners.resident)
        play(SpecialLife(version, person, days, place, answers(version, person, days.today), owner))
    return len(plays)


def _version(guide_id: str) -> ItemVersion:
    item = Item.objects.filter(name=guides()[guide_id]["name"]).earliest("id")  # the city has it first
    return version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
