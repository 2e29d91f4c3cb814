"""Walks that use the rows of tolerance, promises, fees and filings."""

from collections.abc import Callable
from datetime import date

from tests.acts.city import City, on
from tests.acts.fees.walks import money_life
from tests.acts.lives import accepted, submitted, to_decide
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.fees.ask import FeeAsked, ask_fee
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.confirm import Confirmation, confirm_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.recover import Recovery, recover
from yichuang.acts.tolerance.revoke_grant import GrantRevocation, revoke_grant
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre

LATE = date(2026, 5, 6)
FEES = {"charges": [{"name": "使用费", "level": "law", "basis": "《水法》第四十八条"}], "assessor": "water"}


def fee_life(city: City) -> None:
    """Assessed, notified, paid, confirmed, granted; another one lapses; a third one is closed."""
    for limit in ("general", "construction_land"):
        version_of(city.promised.id).guide = {"fee": {"payment": FEES | {"limit": limit}}}
        _lapsed(city)
    no = _notified(city)
    pay_fee(Payment(on(no), "001"), city.ctx("clerk"))
    confirm_fee(Confirmation(on(no)), city.ctx("reviewer"))


def _notified(city: City) -> str:
    no = to_decide(city)
    ask_fee(FeeAsked(on(no)), city.ctx("reviewer"))
    assess_fee(Assessment(on(no), {"使用费": 100}), city.ctx("reviewer"))
    notify_fee(FeeNotice(on(no)), city.ctx("clerk"))
    return no


def _lapsed(city: City) -> None:
    lapse_fee(Lapse(on(_notified(city))), city.ctx("deputy", LATE))


def tolerance_life(city: City) -> None:
    """Corrected, expedited, accepted with something outstanding; completed; another one fails, a third is out."""
    version = version_of(city.promised.id)
    version.materials = [slot | {"deferrable": True} for slot in version.materials]
    no = _tolerated(city)
    complete_tolerance(Completion(on(no), checked=frozenset({"map"})), city.ctx("clerk"))
    no = _tolerated(city)
    expire_tolerance(Expiry(on(no)), city.ctx("system", LATE))
    fail_tolerance(Failure(on(no)), city.ctx("agency", LATE))


def _tolerated(city: City) -> str:
    no = submitted(city)
    correct_now(CorrectionNow(on(no), {"amount": 15}), city.ctx("resident"))
    expedite(Expedition(on(no), "市重点项目"), city.ctx("agency"))
    accept(Acceptance(on(no), {"map": "deferred"}, promised=True), city.ctx("clerk"))
    return no


def promise_life(city: City) -> None:
    """Decided on a promise, and checked; the tolerance of a delivered one fails."""
    version = version_of(city.promised.id)
    version.guide = {"undertaking": {"text": ["属实"], "materials": []}}
    version.materials = [slot | {"deferrable": True} for slot in version.materials]
    no = submitted(city)
    expedite(Expedition(on(no), "市重点项目"), city.ctx("agency"))
    undertake(Undertaken(on(no), "孙玉兰"), city.ctx("resident"))
    accept(Acceptance(on(no), {"map": "deferred"}, promised=True), city.ctx("clerk"))
    if Case.objects.get(region_code="990100", no=no).state != "deciding":
        raise LookupError("a promise leads straight to the decision")
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))
    issue(Issue(on(no)), city.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk"))
    check_undertaking(UndertakingCheck(on(no), True, "属实"), city.ctx("reviewer"))
    _recovered(city)
    fail_tolerance(Failure(on(no)), city.ctx("agency", LATE))


def _recovered(city: City) -> None:
    """A false promise, found before the certificate was made, and another one found afterwards."""
    for made in (False, True):
        no = submitted(city)
        undertake(Undertaken(on(no), "孙玉兰"), city.ctx("resident"))
        accept(Acceptance(on(no)), city.ctx("clerk"))
        decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))
        if made:
            issue(Issue(on(no)), city.ctx("clerk"))
        check_undertaking(UndertakingCheck(on(no), False, "不实"), city.ctx("reviewer"))
        if made:
            Certificate.objects.filter(region_code="990100", case__no=no).update(status="revoked")
            recover(Recovery(on(no), "证照已撤销"), city.ctx("reviewer"))
        else:
            revoke_grant(GrantRevocation(on(no), "承诺不属实", "放弃陈述"), city.ctx("agency"))


def filing_life(city: City) -> None:
    """Filed at once, and after acceptance."""
    version_of(city.promised.id).guide = {"filing": {"exception": ""}}
    conclude_filing(FilingConclusion(on(submitted(city)), True), city.ctx("chief"))
    conclude_filing(FilingConclusion(on(accepted(city)), False, ("图",)), city.ctx("chief"))


def under(profile: str, walk: Callable[[City], None]) -> Callable[[City], None]:
    """Return the walk as it goes where a profile holds."""

    def walked(city: City) -> None:
        Centre.objects.update(profile=profile)
        forget()
        try:
            walk(city)
        finally:
            Centre.objects.update(profile="cn")
            version_of.cache_clear()
            forget()

    return walked


SPECIAL = (
    under("cn.990000.land", fee_life),
    under("cn.990000.land", money_life),
    under("cn.350500", tolerance_life),
    under("cn.350500", promise_life),
    under("cn.500000", filing_life),
)
