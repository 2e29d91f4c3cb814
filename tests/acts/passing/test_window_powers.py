"""窗口授权 and 一审一核: what the window may do where the place asks for grants (平凉)."""

from datetime import date

import pytest

from tests.acts.city import START, City, build_city, on
from tests.acts.lives import accepted, submitted, to_decide
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.passing.check_at_window import WindowCheck, check_at_window
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.law.book import book
from yichuang.records.cases.models import Case, Stage
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.models import WindowGrant
from yichuang.rules.permissions import RIGHTS
from yichuang.rules.staff import at_window
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ALL = frozenset("acceptance instant_approval coordination delivery litigation".split())


@pytest.fixture
def pingliang(db: None) -> City:
    return build_city("cn.620800")


def granted(city: City, powers: frozenset[str] = ALL) -> None:
    grant_powers(PowersGrant(city.department.id, powers, "授权书〔2026〕1号", START), city.ctx("agency"))


def formal(city: City, **more: object) -> None:
    city.promised.review_rules = {"formal_only": True}
    for name, value in more.items():
        setattr(city.promised, name, value)
    city.promised.save()
    version_of.cache_clear()


def refused(code: str, act: object, *args: object) -> None:
    with pytest.raises(Refused) as fault:
        act(*args)  # type: ignore[operator]
    assert fault.value.code == code


def test_a_missing_power_bars_the_window(pingliang: City) -> None:
    no = submitted(pingliang)
    granted(pingliang, ALL - {"acceptance"})
    refused("power_not_granted", accept, Acceptance(on(no)), pingliang.ctx("clerk"))
    granted(pingliang)
    accept(Acceptance(on(no)), pingliang.ctx("clerk"))
    route(Routing(on(no)), pingliang.ctx("clerk"))


def test_taking_a_power_back(pingliang: City) -> None:
    granted(pingliang)
    granted(pingliang, frozenset({"delivery"}))
    assert [row.power for row in WindowGrant.objects.filter(ends_on=None)] == ["delivery"]


def test_only_the_head_grants_and_in_writing(pingliang: City) -> None:
    here = pingliang.department.id
    refused("powers_by_head", grant_powers, PowersGrant(here, ALL, "授权书"), pingliang.ctx("chief"))
    refused("delegation_basis_missing", grant_powers, PowersGrant(here, ALL, " "), pingliang.ctx("agency"))
    for day in (None, date(2026, 3, 3)):
        refused("delegation_paper_date", grant_powers, PowersGrant(here, ALL, "授权书", day), pingliang.ctx("agency"))


def test_elsewhere_no_grant_is_asked_for(city: City) -> None:
    assert accepted(city)


def test_one_review_one_check(pingliang: City) -> None:
    granted(pingliang)
    formal(pingliang)
    no = accepted(pingliang)
    check_at_window(WindowCheck(on(no), True, "形式审查合格"), pingliang.ctx("chief"))
    decision = Decision(on(no), True, "", "《水法》")
    refused("same_person", decide, decision, pingliang.ctx("chief"))
    decide(decision, pingliang.ctx("verifier", date(2026, 3, 3)))
    nodes = Stage.objects.filter(region_code="990100", case__no=no).order_by("opened_at", "id")
    assert [stage.kind for stage in nodes] == ["review", "decision"]
    assert len({stage.assignee_id for stage in nodes}) == 2
    assert Case.objects.get(region_code="990100", no=no).state == "decided"


def test_the_window_signs_instant_cases_only(pingliang: City) -> None:
    granted(pingliang)
    no = to_decide(pingliang)
    decision = Decision(on(no), True, "", "《水法》")
    refused("window_signs_instant", decide, decision, pingliang.ctx("chief", date(2026, 3, 6)))
    decide(decision, pingliang.ctx("agency", date(2026, 3, 6)))


def test_not_only_formal_not_at_the_window(pingliang: City) -> None:
    granted(pingliang)
    no = accepted(pingliang)
    wish = WindowCheck(on(no), True, "形式审查合格")
    refused("not_formal_only", check_at_window, wish, pingliang.ctx("clerk"))
    formal(pingliang, special_procedures=[{"kind": "site_visit"}])
    refused("not_formal_only", check_at_window, wish, pingliang.ctx("clerk"))


def test_where_there_is_no_such_rule(city: City) -> None:
    formal(city)
    no = accepted(city)
    refused("no_window_review", check_at_window, WindowCheck(on(no), True, "合格"), city.ctx("clerk"))
    version_of.cache_clear()


def test_every_power_is_asked_for_by_an_act_or_only_put_on_record() -> None:
    options = set(book().parameter("window_powers").options)
    asked = {at_window.power_needed(verb) for verb in RIGHTS} - {""}
    assert asked | at_window.RECORDED == options
    assert not asked & at_window.RECORDED
