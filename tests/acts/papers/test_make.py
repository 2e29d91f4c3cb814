"""Numbered papers get their bytes once: late, twice or side by side changes nothing."""

from datetime import date
from pathlib import Path

import pytest

from tests.acts.city import City, on
from tests.acts.lives import promised_life, submitted, to_decide, withdrawn_life
from tests.records.documents.reading import text_of
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import submit
from yichuang.acts.papers.make import Making, make_document, make_documents, make_missing
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.models import Document
from yichuang.records.filestore import store
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
R = "990100"
LATER = date(2026, 3, 23)


def papers(no: str) -> dict[str, Document]:
    return {row.kind: row for row in Document.objects.filter(region_code=R, case__no=no, case__region_code=R)}


def words(row: Document) -> str:
    return text_of(store().read(row.digest))


def test_it_works(city: City) -> None:
    no = submitted(city)
    made = make_documents(R, no, city.ctx("system"))
    row = papers(no)["receipt"]
    assert (made.count, made.faults) == (1, ())
    assert store().intact(row.digest)
    assert row.size == len(store().read(row.digest))
    assert "5个工作日内告知是否受理，最晚2026年3月9日" in words(row)


def test_every_paper_of_a_whole_life(city: City) -> None:
    no = promised_life(city)
    made = make_documents(R, no, city.ctx("system", LATER))
    found = papers(no)
    kinds = {"receipt", "correction", "acceptance", "pause", "resume", "extension", "grant", "certificate", "delivery"}
    assert (set(found), made.count, made.faults) == (kinds, 9, ())
    assert all("取水许可审批" in words(row) and no in words(row) for row in found.values())
    assert "缺少比例尺" in words(found["correction"])
    assert f"准予行政许可决定书　{found['grant'].no}".replace("　", "") in words(found["delivery"]).replace("　", "")
    assert found["certificate"].no in words(found["certificate"])
    assert list(examine(R, directory())) == []


def test_a_public_service_gets_no_papers_of_the_licence_law(city: City) -> None:
    no = submit(city.submission(city.instant), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》第五十八条"), city.ctx("chief"))
    assert make_documents(R, no, city.ctx("system", LATER)).faults == ()
    found = papers(no)
    assert {(row.fields["power"], row.fields["basis"]) for row in found.values()} == {("20", "")}
    assert "予以办理决定书" in words(found["grant"])
    said = words(found["acceptance"]) + words(found["grant"]).replace("取水许可证", "").replace("嘉水许准", "")
    assert [law for law in ("行政许可", "法定") if law in said] == []


def test_the_papers_of_other_ends(city: City) -> None:
    withdrawn, told, refused, denied = withdrawn_life(city), submitted(city), submitted(city), to_decide(city)
    tell_not_needed(NotNeeded(on(told), "家庭少量取水"), city.ctx("clerk"))
    receive(Receipt(on(refused), undecided=True), city.ctx("clerk"))
    wish = AcceptanceRefusal(on(refused), "不属于本机关职权", "《水法》第七条", "东屏县水务局")
    refuse_acceptance(wish, city.ctx("chief"))
    decide(Decision(on(denied), False, "位于禁采区", "《水法》第七条"), city.ctx("agency", date(2026, 3, 6)))
    made = make_missing(city.ctx("system", LATER), 100)
    assert made.faults == ()
    assert "不再需要" in words(papers(withdrawn)["withdrawal"])
    assert "家庭少量取水" in words(papers(told)["not_needed"])
    assert {"receipt", "receipt_pending", "refusal"} == set(papers(refused))
    assert "60日内向嘉宁市人民政府申请行政复议" in words(papers(denied)["denial"])


def test_twice_makes_nothing_more(city: City, files: Path) -> None:
    no = submitted(city)
    assert make_documents(R, no, city.ctx("system")).count == 1
    before = Entry.objects.filter(region_code=R).count()
    assert make_documents(R, no, city.ctx("system")).count == 0
    assert make_missing(city.ctx("system"), 10).count == 0
    assert Entry.objects.filter(region_code=R).count() == before


def test_side_by_side_it_is_filed_once(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no, inside = submitted(city), list[int]()

    def meanwhile(*args: object) -> bytes:
        if not inside:
            inside.append(0)
            inside[0] = make_documents(R, no, city.ctx("system")).count
        return b"%PDF the same"

    monkeypatch.setattr("yichuang.acts.papers.stamping.render", meanwhile)
    assert make_documents(R, no, city.ctx("system")).count == 0
    assert inside == [1]
    assert Entry.objects.filter(region_code=R, verb="case.document_made").count() == 1


def test_the_case_may_move_on_meanwhile(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no, moved = submitted(city), []

    def meanwhile(*args: object) -> bytes:
        if not moved:
            moved.append(accept(Acceptance(on(no)), city.ctx("clerk")))
        return b"%PDF of the receipt"

    monkeypatch.setattr("yichuang.acts.papers.stamping.render", meanwhile)
    assert make_documents(R, no, city.ctx("system")).count == 1


def test_one_that_fails_does_not_stop_the_others(city: City) -> None:
    no = submitted(city)
    withdraw(Withdrawal(on(no), "改主意了"), city.ctx("resident"))
    Document.objects.filter(region_code=R, kind="withdrawal").update(template="withdrawal@1999-01")
    accepted = submitted(city)
    made = make_missing(city.ctx("system"), 2)
    assert made.count == 2
    assert [fault.split(": ")[1] for fault in made.faults] == ["没有这个文书模板：withdrawal@1999-01"]
    assert not papers(no)["withdrawal"].digest
    assert papers(accepted)["receipt"].digest


def test_a_full_disk_leaves_the_paper_for_later(city: City, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no = submitted(city)

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("yichuang.records.filestore.os.fsync", full)
        assert make_documents(R, no, city.ctx("system")).count == 0
    assert make_documents(R, no, city.ctx("system")).count == 1


def test_a_paused_and_a_closed_case_get_their_papers(city: City) -> None:
    no = submitted(city)
    accept(Acceptance(on(no)), city.ctx("clerk"))
    pause(Pause(on(no), "testing", 3, "水质检测"), city.ctx("verifier", date(2026, 3, 9)))
    assert make_documents(R, no, city.ctx("system", LATER)).count == 3
    assert "依法需要进行检测" in words(papers(no)["pause"])


def test_nobody_but_the_system_makes_papers(city: City) -> None:
    no = submitted(city)
    with pytest.raises(Refused):
        make_document(Making(on(no), papers(no)["receipt"].id), city.ctx("clerk"))


def test_a_paper_that_is_made_is_not_made_again(city: City) -> None:
    no = submitted(city)
    make_documents(R, no, city.ctx("system"))
    with pytest.raises(NotFound):
        make_document(Making(on(no), papers(no)["receipt"].id), city.ctx("system"))
