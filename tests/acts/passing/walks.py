"""Walks that use the rows of passing on and back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tests.acts.city import START, City, on
from tests.acts.lives import accepted, to_decide, under_review
from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.submit import submit
from yichuang.acts.passing.check_at_window import WindowCheck, check_at_window
from yichuang.acts.passing.check_carriage import CarriageCheck, check_carriage
from yichuang.acts.passing.end_mandate import PROXY, MandateEnd, end_mandate
from yichuang.acts.passing.give_mandate import MandateGiven, give_mandate
from yichuang.acts.passing.hand_over import CaseHandOver, hand_over
from yichuang.acts.passing.note_carriage import CarriageNote, note_carriage
from yichuang.acts.passing.send_by_hand import Carriage, send_by_hand
from yichuang.acts.passing.sign_for import SigningFor, sign_for
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Department, Posting, User

ALL = frozenset("acceptance instant_approval coordination delivery litigation".split())
_LATER = date(2026, 3, 6)


def empowered(city: City, department_id: UUID, day: date = START) -> None:
    """Grant the window all it can be granted: only some places ask for it."""
    if not city.people["agency"].postings.filter(department=department_id).exists():
        Posting.objects.create(
            user=city.people["agency"], role="agency_head", centre=Department.objects.get(pk=department_id).centre,
            department_id=department_id, starts_on=date(2020, 1, 1),
        )  # fmt: skip
        forget()
    grant_powers(PowersGrant(department_id, ALL, "授权书〔2026〕1号", day), city.ctx("agency", day))
    forget()


def passed_life(city: City) -> None:
    """Signed for, handed over, sent back to the window, and from the leader to the verifier."""
    second = User.objects.create(username="second", display_name="second")
    Posting.objects.create(
        user=second, role="reviewer", centre=city.centre, department=city.department, starts_on=date(2020, 1, 1)
    )
    forget()
    no = under_review(city)
    sign_for(SigningFor(on(no)), city.ctx("reviewer"))
    mandate_life(city)
    carried_life(city, no)
    claim(Claim(on(no)), city.ctx("reviewer"))
    hand_over(CaseHandOver(on(no), second.id, "调离"), city.ctx("reviewer"))
    return_to_review(Return(on(no), "纸质材料不齐", "window"), city.ctx("reviewer"))
    route(Routing(on(no)), city.ctx("clerk"))
    no = to_decide(city)
    return_to_review(Return(on(no), "请再核", "verification"), city.ctx("agency", _LATER))
    verify(Verification(on(no), True, "同意。"), city.ctx("verifier", _LATER))


def mandate_life(city: City) -> None:
    """Handed in by a proxy, who gives it up."""
    agent = {"name": "何静", "identity_no": "350300199001011234", "scope": ["submit"], "ends_on": "2030-12-31"}
    paper = {"power_of_attorney": {"originals": 1}}
    no = submit(replace(city.submission(city.promised), agent=agent, materials=paper), city.ctx("clerk")).no
    end_mandate(MandateEnd(on(no), PROXY, "书面声明"), city.ctx("clerk"))
    other = MandateGiven(on(no), "周宁", "350300198801011234", ("receive",), date(2030, 12, 31), attorney=True)
    give_mandate(other, city.ctx("clerk"))


def carried_life(city: City, no: str) -> None:
    """The file goes to the centre by hand, and one keys in what another checks."""
    send_by_hand(Carriage(On(no), city.department.id, "陈禾", "断网"), city.ctx("clerk"))
    at = city.ctx("clerk").at
    note_carriage(CarriageNote(On(no), at, at, "林岚"), city.ctx("clerk"))
    check_carriage(CarriageCheck(On(no), True), city.ctx("chief"))


def window_life(city: City) -> None:
    """An item with only formal review is reviewed and checked at the window, where the norms have it so."""
    version = city.promised
    version.review_rules, before = {"formal_only": True}, version.review_rules
    version.save()
    city.department.profile = "cn.620800"
    city.department.save()
    forget()
    powers = frozenset({"acceptance", "instant_approval"})
    grant_powers(PowersGrant(city.department.id, powers, "授权书", START), city.ctx("agency"))
    no = accepted(city)
    check_at_window(WindowCheck(on(no), True, "合格"), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("chief"))
    version.review_rules = before
    version.save()
    city.department.profile = ""
    city.department.save()
    forget()
