"""Walks through the moves of a case that a project or a bundle makes."""

from datetime import date

from tests.acts.city import City, on
from tests.acts.lives import to_decide
from yichuang.acts.bundles.combine_results import Combination, combine_results
from yichuang.acts.bundles.submit_bundle import BundleSubmission, submit_bundle
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.projects.next_stage import NextStage, tell_next_stage
from yichuang.records.projects.models import Bundle

LATER = date(2026, 3, 6)


def project_life(city: City) -> None:
    """The case of a finished stage: granted, then its applicant is told what comes next."""
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《示例》"), city.ctx("agency", LATER))
    land = {
        "key": "land", "name": "用地", "lead_word": "国土资源部门", "lead": "嘉宁市自然资源局",
        "basis": "S0h-二(三)3.2", "prereview": False, "items": [],
    }  # fmt: skip
    wish = NextStage(on(no), "2026-990100-48-01-000001", "东屏河治理工程", "initiation", (land,))
    tell_next_stage(wish, city.ctx("agency", LATER))


def bundle_life(city: City) -> None:
    """Two items at once: one withdrawn, one delivered, then one sheet for both."""
    versions, user = (city.promised, city.instant), city.people["resident"].id
    items = [{"code": version.item.code} for version in versions]
    made = Bundle.objects.create(centre=city.centre, slug="both", name="两件", items=items, summary="一起办")
    parts = tuple(city.submission(version, channel="online", user_id=user) for version in versions)
    first, second = submit_bundle(BundleSubmission(made, parts, user), city.ctx("resident")).answer["cases"]
    withdraw(Withdrawal(on(first), "不办了"), city.ctx("resident"))
    accept(Acceptance(on(second)), city.ctx("clerk"))
    decide(Decision(on(second), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(second)), city.ctx("clerk"))
    deliver(HandOver(on(second), "孙玉兰"), city.ctx("clerk"))
    combine_results(Combination(on(second)), city.ctx("resident"))
