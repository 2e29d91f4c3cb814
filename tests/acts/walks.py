"""Walks that together use every row of the transition table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.acts.archive.walks import archive_life
from tests.acts.city import City, on
from tests.acts.consulting.walks import asking_life
from tests.acts.delivery.after import AFTER
from tests.acts.delivery.walks import DELIVERED
from tests.acts.feedback.walks import rating_life
from tests.acts.hearing.walk import heard_life, marked_life
from tests.acts.joint.walks import joint_life
from tests.acts.levels.walks import upward_life
from tests.acts.lives import accepted, promised_life, submitted, to_decide, under_review, withdrawn_life
from tests.acts.passing.walks import passed_life, window_life
from tests.acts.projects.walks import bundle_life, project_life
from tests.acts.special.lives import SPECIAL
from tests.acts.steps.walks import STEPS
from tests.acts.supervision.walks import supervised_life
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.hall.sign import Signature, add_signature
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.recompute_due import Recomputation, recompute_due
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.compare_originals import Originals, compare_originals
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.prereview import PreReview, prereview
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.return_refusal import ReturnedRefusal, return_refusal
from yichuang.acts.intake.submit import submit
from yichuang.acts.papers.make import make_documents
from yichuang.records.catalogue.versions import version_of
from yichuang.records.filestore import store


def instant_life(city: City) -> None:
    """An instant case, decided on the spot."""
    no = submit(city.submission(city.instant), city.ctx("clerk")).no
    prereview(PreReview(on(no), "看过"), city.ctx("clerk"))
    receive(Receipt(on(no), undecided=True), city.ctx("clerk"))
    drawn = store().put(b"\x89PNG a signature")
    add_signature(Signature(on(no), drawn.digest, drawn.size), city.ctx("clerk"))
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(no)), city.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk"))
    if not make_documents("990100", no, city.ctx("system")).count:
        raise LookupError("no paper could be made")


def compared_life(city: City) -> None:
    """An upload whose original the window compares later, while the case is under review."""
    file = {"digest": "a" * 64, "name": "图.png", "media_type": "image/png", "size": 3}
    wish = replace(city.submission(city.promised), materials={"map": {"files": [file]}})
    no = submit(wish, city.ctx("clerk")).no
    compare_originals(Originals(on(no), frozenset({"map"})), city.ctx("clerk"))


def denied_life(city: City) -> None:
    """A denial, after the leader once sent the case back."""
    no = to_decide(city)
    claim(Claim(on(no)), city.ctx("agency", date(2026, 3, 5)))
    return_to_review(Return(on(no), "补充核实"), city.ctx("agency", date(2026, 3, 5)))
    review(Review(on(no), False, "不符合"), city.ctx("reviewer", date(2026, 3, 6)))


def short_review(city: City) -> None:
    """An item without verification and without a certificate: reviewed, decided, closed."""
    version = version_of(city.promised.id)
    version.stages = [stage for stage in version.stages if stage["kind"] != "verification"]
    version.certificate = {}
    try:
        no = under_review(city)
        review(Review(on(no), True, "同意"), city.ctx("reviewer"))
        decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))
        close(Closing(on(no)), city.ctx("clerk"))
    finally:
        version_of.cache_clear()


def refused_life(city: City) -> None:
    """A refusal of acceptance: proposed, returned, proposed again, refused."""
    no = submitted(city)
    propose_refusal(RefusalProposal(on(no), "不属于本机关"), city.ctx("clerk"))
    return_refusal(ReturnedRefusal(on(no), "请再核"), city.ctx("chief"))
    propose_refusal(RefusalProposal(on(no), "不属于本机关"), city.ctx("clerk"))
    refuse_acceptance(AcceptanceRefusal(on(no), "不属于本机关", "许可法第三十二条", "省水利厅"), city.ctx("chief"))


def not_needed_life(city: City) -> None:
    """No permit is needed."""
    tell_not_needed(NotNeeded(on(submitted(city)), "依法不需要许可"), city.ctx("clerk"))


def silent_life(city: City) -> None:
    """Nobody answered in time."""
    no = submitted(city)
    deem_accepted(Silence(on(no)), city.ctx("system", date(2026, 3, 10)))
    route(Routing(on(no)), city.ctx("clerk", date(2026, 3, 10)))


def provisional_life(city: City) -> None:
    """A due date beyond the published years moves when the notice is imported; so does the answer waited for."""
    no = submitted(city, date(2026, 12, 4))
    accept(Acceptance(on(no)), city.ctx("clerk", date(2026, 12, 4)))
    waits = submitted(city, date(2026, 12, 25))
    city.import_notice_2027()
    for moved in (no, waits):
        recompute_due(Recomputation(on(moved)), city.ctx("system", date(2026, 12, 28)))


WALKS: tuple[Callable[[City], object], ...] = (
    supervised_life,
    rating_life,
    promised_life,
    withdrawn_life,
    instant_life,
    denied_life,
    compared_life,
    short_review,
    refused_life,
    not_needed_life,
    silent_life,
    provisional_life,
    accepted,
    *SPECIAL,
    heard_life,
    marked_life,
    asking_life,
    project_life,
    bundle_life,
    passed_life,
    window_life,
    joint_life,
    upward_life,
    *STEPS,
    *DELIVERED,
    *AFTER,
    archive_life,
)
