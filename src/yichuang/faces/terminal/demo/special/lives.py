"""The life of a case with outstanding materials, a promise, fees, a filing, the green channel (特别办理)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.revoke_grant import GrantRevocation, revoke_grant
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.life import Life
from yichuang.records.ids import new_id
from yichuang.rules.officers import SYSTEM

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

    def failed(self, ago: int, words: str) -> SpecialLife:
        """End the case whose materials never came."""
        fail_tolerance(Failure(On(self.no), words), self._ctx("verifier", ago))
        return self

    def undertaken(self, ago: int) -> SpecialLife:
        """Promise."""
        by = "owner" if self.owner else "window_clerk"
        undertake(Undertaken(On(self.no), self.person.name), self._ctx(by, ago))
        return self

    def checked(self, ago: int, finding: str, true: bool = True) -> SpecialLife:
        """Look whether the promise was true."""
        check_undertaking(UndertakingCheck(On(self.no), true, finding), self._ctx("reviewer", ago))
        return self

    def revoked(self, ago: int) -> SpecialLife:
        """Revoke the grant that rested on a false promise."""
        reason, heard = "现场设置的位置和尺寸与承诺不符，不符合准予的条件。", "已告知并听取陈述，当事人没有异议。"
        revoke_grant(GrantRevocation(On(self.no), reason, heard), self._ctx("agency_head", ago))
        return self

    def expedited(self, ago: int) -> SpecialLife:
        """Put on the green channel."""
        expedite(Expedition(On(self.no), "市重点建设项目，需赶在汛期前开工（示例）。"), self._ctx("deputy_head", ago))
        return self

    def extension_proposed(self, ago: int, days: int = 5) -> SpecialLife:
        """Propose that the limit be extended."""
        wish = ExtensionProposal(On(self.no), days, "界址需要复核，原定期限内难以完成。")
        propose_extension(wish, self._ctx("reviewer", ago))
        return self

    def extension_declined(self, ago: int) -> SpecialLife:
        """Leave the limit as it is."""
        wish = DeclinedExtension(On(self.no), "余下的期限足够，请按期办结。")
        decline_extension(wish, self._ctx("deputy_head", ago))
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
