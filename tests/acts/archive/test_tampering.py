"""Every tampered package is found, and a checker that looks at less finds less: the corpus bites."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acts.archive.tampering_zips import CORPUS
from tests.acts.archive.walks import FILED
from tests.acts.city import City, on
from tests.acts.delivery.walks import SENT, code_of, issued
from yichuang.acts.archive.pack import pack_missing
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.delivery.call_pickup import PickupCall, call_pickup
from yichuang.acts.delivery.ending import Proof
from yichuang.acts.delivery.fetch import Fetched, fetch
from yichuang.acts.papers.make import make_documents
from yichuang.faces.terminal.archive_package import chain, checker
from yichuang.faces.terminal.archive_package.checker import check_package, looks_like_package
from yichuang.records.archive.models import ArchiveItem, Retention
from yichuang.records.archive.words import CERTIFICATE_STATES, OUTCOMES, RETENTIONS
from yichuang.records.cases.models import CaseOutcome, Material
from yichuang.records.certificates.models import CertificateStatus
from yichuang.records.filestore import store

pytestmark = pytest.mark.django_db
WEAKER = (
    (chain, "_payload"), (checker, "_files"), (checker, "_listed"), (checker, "_told"), (checker, "_certificates"),
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
    assert len(CORPUS) >= 30
    assert [kind for kind, work in CORPUS.items() if passes(work(sound))] == []
    assert [kind for kind, work in CORPUS.items() if work(sound) == sound] == []
    (tmp_path / "package.zip").write_bytes(sound)
    assert "整包摘要与登记的不符" in check_package(tmp_path / "package.zip", expected="0" * 64).faults

    weakened(sound, passes)


def weakened(sound: bytes, passes: Checked) -> None:
    """A checker that looks at less lets some pass."""
    packages = [work(sound) for work in CORPUS.values()]
    for module, name in WEAKER:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, lambda *args: iter(()))
            assert any(passes(package) for package in packages), name


def test_the_words_of_a_package_are_those_of_the_system() -> None:
    assert {value: label in OUTCOMES[value] for value, label in CaseOutcome.choices} == dict.fromkeys(OUTCOMES, True)
    assert all(label in RETENTIONS[value] for value, label in Retention.choices)
    assert set(CertificateStatus.values) == CERTIFICATE_STATES
