"""A paper is sealed once, by the seal of the body it speaks for; every use is on record."""

from datetime import date
from pathlib import Path

import pytest

from tests.acts.city import City, on
from tests.acts.lives import promised_life, submitted
from tests.acts.seals.offices import R, new_seal
from tests.records.documents.reading import text_of
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.papers.make import make_documents
from yichuang.acts.seals.destroy import destroy
from yichuang.acts.seals.frame import OnSeal
from yichuang.acts.seals.register import NewSeal, register_seal
from yichuang.acts.seals.resume import resume
from yichuang.acts.seals.suspend import suspend
from yichuang.records.documents.models import Document
from yichuang.records.filestore import store
from yichuang.records.org.directory import directory
from yichuang.records.seals.keeping import means
from yichuang.records.seals.models import Seal, SealKind, SealUse
from yichuang.records.seals.queries import balance_of
from yichuang.records.seals.signing import suites
from yichuang.records.seals.signing.check import Trust, check_pdf
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def papers(no: str) -> dict[str, Document]:
    return {row.kind: row for row in Document.objects.filter(region_code=R, case__no=no, case__region_code=R)}


def uses() -> list[SealUse]:
    return list(SealUse.objects.filter(region_code=R).order_by("no"))


def trust(folders: Path) -> Trust:
    return Trust.from_pem((folders / "seals/authority/trust.pem").read_bytes())


def test_it_works(city: City, seals: dict[str, str], folders: Path) -> None:
    no = submitted(city)
    accept(Acceptance(on(no)), city.ctx("clerk"))
    assert make_documents(R, no, city.ctx("system")).faults == ()
    for kind, seal in (("receipt", SealKind.RECEIPT), ("acceptance", SealKind.ACCEPTANCE)):
        row = papers(no)[kind]
        content = store().read(row.digest)
        use = SealUse.objects.get(region_code=R, document_id=row.id)
        assert use.no == f"{seals[seal]}-2026-00001"
        assert (use.digest, use.used_at.date()) == (row.digest, DAY)
        found = check_pdf(content, trust(folders))
        assert (found.ok, found.fault, found.test) == (True, "", True)
        words = text_of(content)
        assert "测试签章，不具有法律效力" in words
        assert "未加盖" not in words
    assert use.user_id == city.people["clerk"].id
    assert list(examine(R, directory())) == []


def test_a_whole_life_reconciles(city: City, seals: dict[str, str]) -> None:
    no = promised_life(city)
    made = make_documents(R, no, city.ctx("system", date(2026, 4, 30)))
    assert made.faults == ()
    assert len(uses()) == made.count == len(papers(no))
    assert all(balance_of(R, seal.id).even for seal in Seal.objects.filter(region_code=R))
    assert list(examine(R, directory())) == []


def test_without_a_seal_the_place_stays_marked(city: City, folders: Path) -> None:
    no = submitted(city)
    make_documents(R, no, city.ctx("system"))
    assert "印章位置（未加盖）" in text_of(store().read(papers(no)["receipt"].digest))
    assert uses() == []


def test_a_suspended_seal_makes_papers_wait(city: City, seals: dict[str, str], folders: Path) -> None:
    wish = OnSeal(R, seals["receipt"], reason="印章保管人更换")
    suspend(wish, city.ctx("clerk"))
    no = submitted(city)
    made = make_documents(R, no, city.ctx("system"))
    assert made.count == 0
    assert "seal_suspended" in made.faults[0]
    assert uses() == []
    resume(wish, city.ctx("manager"))
    assert make_documents(R, no, city.ctx("system")).count == 1


def test_only_a_suspended_seal_is_destroyed(city: City, seals: dict[str, str]) -> None:
    wish = OnSeal(R, seals["approval"])
    with pytest.raises(Refused, match="seal_state"):
        destroy(wish, city.ctx("manager"))
    suspend(wish, city.ctx("manager"))
    destroy(wish, city.ctx("manager"))
    assert Seal.objects.get(region_code=R, no=seals["approval"]).state == "destroyed"
    with pytest.raises(Refused, match="seal_state"):
        resume(wish, city.ctx("manager"))
    assert list(examine(R, directory())) == []


def test_who_may_not(city: City, seals: dict[str, str]) -> None:
    with pytest.raises(Refused, match="not_yours"):
        register_seal(new_seal(city, SealKind.DEPARTMENT), city.ctx("clerk"))
    with pytest.raises(Refused, match="seal_own_keeper"):
        register_seal(new_seal(city, SealKind.DEPARTMENT, keeper="manager"), city.ctx("manager"))
    with pytest.raises(Refused, match="seal_body_unknown"):
        register_seal(new_seal(city, SealKind.DEPARTMENT, "不存在局"), city.ctx("manager"))
    with pytest.raises(Refused, match="seal_keeper_unknown"):
        register_seal(new_seal(city, "nonsense"), city.ctx("manager"))
    wish = new_seal(city, SealKind.DEPARTMENT)
    with pytest.raises(Refused, match="seal_key"):
        register_seal(NewSeal(**{**_fields(wish), "key": "nowhere.p12"}), city.ctx("manager"))
    with pytest.raises(Refused, match="seal_term"):
        register_seal(NewSeal(**{**_fields(wish), "valid_to": date(2025, 1, 1)}), city.ctx("manager"))
    with pytest.raises(Refused, match="not_yours"):
        resume(OnSeal(R, seals["approval"]), city.ctx("clerk"))


def _fields(wish: NewSeal) -> dict[str, object]:
    return {name: getattr(wish, name) for name in NewSeal.__slots__}


@pytest.mark.parametrize("suite", suites.SUITES)
def test_the_register_holds_a_mark_of_the_suite(
    city: City, seals: dict[str, str], settings: pytest.FixtureRequest, suite: str
) -> None:
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "suite": suite}  # type: ignore[attr-defined]
    no = submitted(city)
    make_documents(R, no, city.ctx("system"))
    row, use = papers(no)["receipt"], uses()[0]
    seal = Seal.objects.get(region_code=R, id=use.seal_id)
    content, certificate = store().read(row.digest), bytes.fromhex(seal.certificate)
    assert (use.suite, use.told) == (means().suite, suites.digest_of(suite, content))
    mark = suites.Mark(suite, use.told, use.mark)
    assert suites.holds(mark, row.no, certificate, seal.sm_key)
    assert not suites.holds(mark, row.no + "0", certificate, seal.sm_key)
    other = suites.Mark(suite, suites.digest_of(suite, content + b" "), use.mark)
    assert not suites.holds(other, row.no, certificate, seal.sm_key)
