"""归档: numbers without gaps, the same bytes twice, nothing destroyed early, and a chain that outlives its payloads."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from tests.acts.archive.tampering import parts_of, written
from tests.acts.archive.walks import FILED, OVER, archived, closed, destroyed, proposed
from tests.acts.city import City, on
from tests.acts.test_refusals import refused
from yichuang.acts.archive.approve_disposal import DisposalApproval, approve_disposal
from yichuang.acts.archive.carry_out import carry_out
from yichuang.acts.archive.contents import members_of
from yichuang.acts.archive.decline_disposal import DisposalRefusal, decline_disposal
from yichuang.acts.archive.disposal import OnList
from yichuang.acts.archive.export import exported
from yichuang.acts.archive.hold import Hold, hold_archive
from yichuang.acts.archive.pack import Packing, pack_archive
from yichuang.acts.archive.propose_disposal import DisposalProposal, propose_disposal
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.faces.terminal.archive_package.checker import check_package
from yichuang.records.applicants.models import Applicant
from yichuang.records.archive.models import ArchiveItem, Disposal
from yichuang.records.archive.zipping import packed
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import load
from yichuang.records.filestore import store
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def item(no: str) -> ArchiveItem:
    return ArchiveItem.objects.get(region_code="990100", case__no=no, case__region_code="990100")


def package(no: str, folder: Path, city: City) -> Path:
    """Write the package of a case as it stands now."""
    case = load("990100", no=no)
    assert case is not None
    place = folder / f"{no}.zip"
    place.write_bytes(b"".join(packed(members_of(case, item(no), city.ctx("system", OVER)))))
    return place


def test_a_closed_case_becomes_a_package_that_can_be_checked_alone(city: City) -> None:
    row = item(archived(city))
    assert (row.no, row.retention, row.keep_until) == ("JN-XK·2026-D30-嘉水-0001", "long", date(2056, 12, 31))
    verdict = check_package(store().path(row.digest), expected=row.digest)
    assert verdict.sound, verdict.line
    assert "已依规清除" not in verdict.line
    assert list(examine("990100", directory())) == []


def test_the_same_case_makes_the_same_bytes(city: City, tmp_path: Path) -> None:
    no = closed(city)
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    first, second = (package(no, tmp_path, city).read_bytes() for _ in range(2))
    pack_archive(Packing(on(no)), city.ctx("system", FILED))
    assert first == second == store().read(item(no).digest)


def test_numbers_have_no_gaps(city: City) -> None:
    numbers = [item(archived(city)).no[-4:] for _ in range(3)]
    assert numbers == ["0001", "0002", "0003"]
    assert list(examine("990100", directory())) == []


def test_what_is_refused(city: City) -> None:
    no = archived(city)
    manager = city.ctx("manager", FILED)
    refused("archived_already", lambda: register_archive(Registration(on(no)), manager))
    refused("not_registered", lambda: pack_archive(Packing(on(no)), city.ctx("system", FILED)))
    refused("not_yours", lambda: register_archive(Registration(on(no)), city.ctx("clerk", FILED)))
    refused("hold_unchanged", lambda: hold_archive(Hold(on(no), False, "x"), manager))
    refused("hold_reason_missing", lambda: hold_archive(Hold(on(no), True, " "), manager))


def listed(city: City, kind: str, numbers: tuple[str, ...], day: date, reason: str = "期满") -> object:
    return propose_disposal(DisposalProposal("990100", kind, numbers, reason), city.ctx("manager", day))


def test_nothing_gets_onto_a_list_too_early(city: City) -> None:
    no, other = archived(city), closed(city)
    refused("retention_runs", lambda: listed(city, "destroy", (no,), date(2056, 12, 31)))
    refused("retention_runs", lambda: listed(city, "erase", (no,), FILED))
    refused("disposal_not_archived", lambda: listed(city, "destroy", (other,), OVER))
    refused("disposal_not_closed", lambda: listed(city, "destroy", ("JN-2026-000099",), OVER))
    refused("disposal_empty", lambda: listed(city, "destroy", (), OVER))
    refused("disposal_reason_missing", lambda: listed(city, "destroy", (no,), OVER, " "))
    hold_archive(Hold(on(no), True, "诉讼"), city.ctx("manager", FILED))
    refused("disposal_held", lambda: listed(city, "destroy", (no,), OVER))


def test_a_second_person_approves_and_what_is_held_since_stays(city: City) -> None:
    no = archived(city)
    row = proposed(city, no)
    own = DisposalApproval(OnList("990100", row.id), "同意")
    refused("same_person", lambda: approve_disposal(own, city.ctx("manager", OVER)))
    city.give("deputy", "centre_manager")
    nothing = DisposalRefusal(OnList("990100", row.id), " ")
    refused("disposal_reason_missing", lambda: decline_disposal(nothing, city.ctx("deputy", OVER)))
    mute = replace(own, opinion=" ")
    refused("disposal_opinion_missing", lambda: approve_disposal(mute, city.ctx("deputy", OVER)))
    approve_disposal(own, city.ctx("deputy", OVER))
    refused("disposal_answered", lambda: approve_disposal(own, city.ctx("deputy", OVER)))
    hold_archive(Hold(on(no), True, "诉讼"), city.ctx("manager", OVER))
    left: list[str] = []
    assert carry_out("990100", city.ctx("system", OVER), left) == 0
    assert "disposal_held" in left[0]
    assert store().has(item(no).digest)
    kept = Disposal.objects.get(region_code="990100")
    assert (kept.state, kept.items[0]["left"]) == ("undone", "disposal_held")
    assert list(examine("990100", directory())) == []


def erasing(city: City, *numbers: str) -> Disposal:
    listed(city, "erase", numbers, FILED, "申请人撤回后要求删除")
    city.give("deputy", "centre_manager")
    return Disposal.objects.get(region_code="990100")


def test_a_case_on_a_waiting_list_does_not_go_into_the_archive(city: City) -> None:
    no = closed(city)
    erasing(city, no)
    refused("on_disposal_list", lambda: register_archive(Registration(on(no)), city.ctx("manager", FILED)))


def test_what_must_be_kept_by_now_is_left_out_and_named(city: City, monkeypatch: Any) -> None:
    no, other = closed(city), closed(city)
    row = erasing(city, no, other)
    monkeypatch.setattr("yichuang.acts.archive.register.listed_on", lambda *_: "")  # archived at the same moment
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    approve_disposal(DisposalApproval(OnList("990100", row.id), "同意"), city.ctx("deputy", FILED))
    assert carry_out("990100", city.ctx("system", FILED), []) == 1
    row.refresh_from_db()
    assert (row.state, row.items[0]["left"], "left" in row.items[1]) == ("partly", "retention_runs", False)
    entry = Entry.objects.filter(region_code="990100", verb="disposal.done").get()
    assert entry.facts["left_out"] == [{"no": no, "why": "retention_runs"}]
    assert list(examine("990100", directory())) == []


def test_a_list_of_which_nothing_may_go_is_not_approved(city: City, monkeypatch: Any) -> None:
    no = closed(city)
    row = erasing(city, no)
    monkeypatch.setattr("yichuang.acts.archive.register.listed_on", lambda *_: "")
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    wish = DisposalApproval(OnList("990100", row.id), "同意")
    refused("disposal_all_kept", lambda: approve_disposal(wish, city.ctx("deputy", FILED)))


def test_a_case_that_is_written_to_is_tried_again(city: City, monkeypatch: Any) -> None:
    row = erasing(city, closed(city))
    approve_disposal(DisposalApproval(OnList("990100", row.id), "同意"), city.ctx("deputy", FILED))
    with monkeypatch.context() as busy:
        busy.setattr("yichuang.acts.archive.carry_out.erase_case", Mock(side_effect=Conflict("case.erased")))
        assert carry_out("990100", city.ctx("system", FILED), []) == 0
    row.refresh_from_db()
    assert row.state == "approved"
    assert carry_out("990100", city.ctx("system", FILED), []) == 1


def test_a_declined_list_destroys_nothing(city: City) -> None:
    row = proposed(city, archived(city))
    city.give("deputy", "centre_manager")
    decline_disposal(DisposalRefusal(OnList("990100", row.id), "仍有查考价值"), city.ctx("deputy", OVER))
    assert carry_out("990100", city.ctx("system", OVER), []) == 0
    assert Disposal.objects.get(region_code="990100").state == "declined"


def test_after_destruction_nothing_personal_is_left_and_the_chain_holds(
    city: City, tmp_path: Path, files: Path
) -> None:
    no = destroyed(city)
    assert list(examine("990100", directory())) == []
    case, kept = Case.objects.get(region_code="990100"), item(no)
    assert (case.applicant_name, case.form, kept.state) == ("（已依规清除）", {}, "disposed")
    assert Applicant.objects.get(region_code="990100").identity_cipher == ""
    assert not [path for path in (files / "files").rglob("*") if path.is_file()]
    texts = "".join(str(row.body) for row in Payload.objects.filter(region_code="990100"))
    assert "孙玉兰" not in texts
    verdict = check_package(package(no, tmp_path, city))
    assert verdict.sound, verdict.line
    assert "的内容已依规清除" in verdict.line
    assert carry_out("990100", city.ctx("system", OVER + timedelta(days=1)), []) == 0


def test_an_applicant_with_another_case_stays(city: City) -> None:
    closed(city)
    destroyed(city)
    assert Applicant.objects.get(region_code="990100").name == "孙玉兰"
    assert list(examine("990100", directory())) == []


def test_a_year_goes_out_as_one_file_and_every_package_in_it_is_checked(city: City, tmp_path: Path) -> None:
    for _ in range(2):
        archived(city)
    rows = list(ArchiveItem.objects.filter(region_code="990100").select_related("case", "case__item"))
    place = tmp_path / "2026.zip"
    place.write_bytes(b"".join(exported("2026 年度", rows)))
    verdict = check_package(place)
    assert verdict.sound, verdict.line
    whole = parts_of(place.read_bytes())
    first, second = (name for name in whole if name.startswith("packages/"))
    place.write_bytes(written({**whole, first: whole[second]}))
    assert not check_package(place).sound
    place.write_bytes(written({name: body for name, body in whole.items() if name != first}))
    assert "目录与所装的归档包不符" in check_package(place).faults
