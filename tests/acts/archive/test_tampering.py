"""Every tampered package is found, and a checker that looks at less finds less: the corpus bites."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acts.archive.tampering_zips import CORPUS
from tests.acts.archive.walks import FILED
from tests.acts.city import City, on
from tests.acts.delivery.walks import SENT, code_of, issued
from tests.records.seals.offices import office
from yichuang.acts.archive.pack import pack_missing
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.ending import Proof
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.papers.make import make_documents
from yichuang.acts.proofs.running import prove
from yichuang.faces.terminal.archive_package import chain, checker, names
from yichuang.faces.terminal.archive_package.checker import check_package, looks_like_package
from yichuang.faces.terminal.archive_package.sealed import seals_in
from yichuang.records.archive.models import ArchiveItem, Retention
from yichuang.records.archive.words import CERTIFICATE_STATES, OUTCOMES, RETENTIONS, WAYS
from yichuang.records.cases.models import CaseOutcome, Material
from yichuang.records.certificates.models import CertificateStatus
from yichuang.records.delivery.models import DeliveryMethod
from yichuang.records.filestore import store

pytestmark = pytest.mark.django_db
WEAKER = (  # a check left out, and what it alone would have found
    (chain, "_payload", "ledger: a payload reworded"), (checker, "_files", "a paper left out, manifest fitted"),
    (checker, "_listed", "one byte of documents/"), (checker, "_told", "manifest: another year"),
    (checker, "register_faults", "the register of certificates reworded, manifest fitted"),
    (checker, "proof_faults", "proof: another origin"), (names, "_named", "index: another department"),
    (names, "_placed", "another verifying program"), (names, "_titles", "index: a paper under another heading"),
    (names, "_in_turn", "a paper with another number in its path"),
    (names, "_missing", "index: a paper that is said to be gone"),
)  # fmt: skip
Checked = Callable[[bytes], bool]


@pytest.fixture
def sound(city: City, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A package with papers, a material, a signature and a certificate."""
    from tests.acts import city as cities

    file = {
        "digest": store().put(b"%PDF a plan").digest,
        "name": "plan.pdf",
        "media_type": "application/pdf",
        "size": 9,
    }
    whole = cities.City.submission
    monkeypatch.setattr(cities.City, "submission", lambda *args, **more: _with(whole(*args, **more), file))
    no = issued(city)
    call_pickup(PickupCall(on(no)), city.ctx("clerk", SENT))
    drawn = Proof(store().put(b"drawn").digest, "签名.png", "image/png", 5)
    fetch(Fetched(on(no), code_of(no), "孙玉兰", signature=drawn), city.ctx("clerk", SENT))
    make_documents("990100", no, city.ctx("system", SENT))
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    prove(datetime.now(UTC), whole=True)
    assert pack_missing("990100", city.ctx("system", FILED), 9, []) == 1
    assert Material.objects.filter(region_code="990100", key="map").get().files
    return store().read(ArchiveItem.objects.get(region_code="990100").digest)


def _with(submission: object, file: dict[str, object]) -> object:
    from dataclasses import replace

    return replace(submission, materials={"map": {"files": [file]}})  # type: ignore[type-var]


@pytest.fixture
def passes(tmp_path: Path) -> Checked:
    """Whether the checker lets some bytes pass."""

    def passed(package: bytes) -> bool:
        place = tmp_path / "package.zip"
        place.write_bytes(package)
        return check_package(place).sound

    return passed


def test_every_tampered_package_is_found(sound: bytes, passes: Checked, tmp_path: Path) -> None:
    assert passes(sound)
    assert looks_like_package(sound[:99])
    assert len(CORPUS) >= 100
    assert [kind for kind, work in CORPUS.items() if passes(work(sound))] == []
    assert [kind for kind, work in CORPUS.items() if work(sound) == sound] == []
    (tmp_path / "package.zip").write_bytes(sound)
    assert "整包摘要与登记的不符" in check_package(tmp_path / "package.zip", expected="0" * 64).faults

    weakened(sound, passes)


def weakened(sound: bytes, passes: Checked) -> None:
    """A checker that looks at less lets something pass."""
    for module, name, kind in WEAKER:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, lambda *args: iter(()))
            assert passes(CORPUS[kind](sound)), name


def test_an_older_package_is_held_against_its_papers() -> None:
    """Before the names were put on record with the archive number, the papers alone told them."""
    images: chain.Images = {("documents_document", "1"): {"fields": {"item": "取水许可审批"}}}
    old: dict[str, list[object]] = {"entries": [{"verb": names.REGISTERED, "facts": {}}]}
    told = {"item": "取水许可审批", "item_code": "x", "department": "x"}
    assert list(names._named(told, old, images)) == []
    assert list(names._named({**told, "item": "采矿许可"}, old, images)) == ["清单的 item 与文书不符"]


def test_a_paper_inside_that_somebody_else_sealed(tmp_path: Path) -> None:
    """A case made up anew, with a chain of its own, has no paper that ours sealed."""
    good, other = (office(tmp_path / name) for name in ("good", "other"))
    for one, faults in ((good, [""]), (other, ["untrusted"])):
        with ZipFile(tmp_path / "package.zip", "w") as package:
            package.writestr("documents/001.pdf", one.paper())
        file = {"kind": "document", "path": "documents/001.pdf", "size": 9}
        found = list(seals_in(tmp_path / "package.zip", {"files": [file]}, good.trust))
        assert [fault for _, fault in found] == faults
    assert list(seals_in(tmp_path / "package.zip", {"files": [file]}, None)) == []


def test_the_words_of_a_package_are_those_of_the_system() -> None:
    assert {value: label in OUTCOMES[value] for value, label in CaseOutcome.choices} == dict.fromkeys(OUTCOMES, True)
    assert all(label in RETENTIONS[value] for value, label in Retention.choices)
    assert set(CertificateStatus.values) == CERTIFICATE_STATES
    assert dict(DeliveryMethod.choices) == WAYS
