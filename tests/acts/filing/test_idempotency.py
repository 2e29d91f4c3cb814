"""The same key gets the first answer, from wherever and however often it comes; with another request it is refused."""

from dataclasses import replace

import pytest

from tests.acts.city import City, on
from tests.acts.filing.crowd import crowd, elsewhere
from yichuang.acts.filing.shapes import Conflict, Filed, KeyReused
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry

KEY = "key-1"


def first_answer(filed: Filed) -> Filed:
    """The same answer as if it had been the first."""
    return filed._replace(repeated=False)


@pytest.mark.django_db
def test_a_repeated_submission_gets_the_first_answer(city: City) -> None:
    ctx = city.ctx("clerk", key=KEY)
    first, again = (submit(city.submission(city.promised), ctx) for _ in range(2))
    assert again.repeated
    assert first_answer(again) == first
    assert Case.objects.filter(region_code="990100").count() == 1


@pytest.mark.django_db
def test_a_repeated_act_gets_the_first_answer_even_where_it_would_be_refused_now(city: City) -> None:
    no = submit(city.submission(city.promised), city.ctx("clerk")).no
    ctx = city.ctx("clerk", key=KEY)
    first = accept(Acceptance(on(no)), ctx)
    route(Routing(on(no)), city.ctx("clerk"))
    assert first_answer(accept(Acceptance(on(no)), ctx)) == first
    assert Entry.objects.filter(region_code="990100").count() == 3


@pytest.mark.django_db
def test_the_same_key_with_another_request(city: City) -> None:
    no = submit(city.submission(city.promised), city.ctx("clerk", key=KEY, digest="a")).no
    with pytest.raises(KeyReused):
        submit(city.submission(city.promised), city.ctx("clerk", key=KEY, digest="b"))
    with pytest.raises(KeyReused):
        accept(Acceptance(on(no)), city.ctx("clerk", key=KEY, digest="b"))


@pytest.mark.django_db
def test_no_key_no_memory(city: City) -> None:
    ctx = replace(city.ctx("clerk"), key=None)
    assert submit(city.submission(city.promised), ctx).no != submit(city.submission(city.promised), ctx).no


def test_the_same_key_at_once_has_one_effect(busy_city: City) -> None:
    ctx = busy_city.ctx("clerk", key=KEY)
    wish = busy_city.submission(busy_city.promised)
    found = crowd(8, lambda _: submit(wish, ctx))
    assert [type(answer) for answer in found] == [Filed] * 8, found
    assert all(first_answer(answer) == first_answer(found[0]) for answer in found)
    assert sum(not answer.repeated for answer in found) == 1
    assert elsewhere(Case.objects.filter(region_code="990100").count) == 1


def test_the_same_key_at_once_on_a_case(busy_city: City) -> None:
    no = elsewhere(lambda: submit(busy_city.submission(busy_city.promised), busy_city.ctx("clerk")).no)
    ctx = busy_city.ctx("clerk", key=KEY)
    found = crowd(8, lambda _: accept(Acceptance(on(no)), ctx))
    assert not [fault for fault in found if isinstance(fault, Conflict | KeyReused)]
    assert len({answer.hash for answer in found}) == 1
