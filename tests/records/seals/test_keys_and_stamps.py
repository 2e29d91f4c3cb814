"""Time-stamps from an authority at an address; keys in a device; marks by SM2."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.records.seals.offices import AT, PASSWORD, Office, office, rendered
from yichuang.records.seals.signing.check import check_pdf
from yichuang.records.seals.signing.cms import Signatory
from yichuang.records.seals.signing.keys import KeyFault, from_file
from yichuang.records.seals.signing.paper import sealed
from yichuang.records.seals.signing.stamps import AddressedStamps, StampFault

SOFTHSM = next((str(path) for path in Path("/usr/lib").glob("**/libsofthsm2.so")), "")
TOOLS = bool(SOFTHSM and shutil.which("softhsm2-util") and shutil.which("pkcs11-tool"))
openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="NOT RUN: openssl — apt-get install openssl")
DIGEST = bytes(range(32))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office of these tests."""
    return office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def address(good: Office) -> Iterator[str]:
    """Where the authority answers."""
    command = [sys.executable, "-m", "tests.records.seals.stamping", str(good.authority.folder), str(AT.timestamp())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.kill()


def test_an_authority_at_an_address_stamps(good: Office, address: str) -> None:
    paper = sealed(*rendered(), replace(good.sealing(archival=True), stamps=AddressedStamps(address)))
    assert check_pdf(paper, good.trust).ok


def test_what_an_authority_must_not_do(good: Office, address: str) -> None:
    stamps = AddressedStamps(address)
    assert stamps.token(DIGEST, AT)
    with pytest.raises(StampFault, match="不是所问的"):
        AddressedStamps(f"{address}/other").token(DIGEST[::-1], AT)
    with pytest.raises(StampFault, match="没有答复"):
        AddressedStamps("http://127.0.0.1:9").token(DIGEST, AT)
    with pytest.raises(StampFault):
        sealed(*rendered(), replace(good.sealing(), stamps=AddressedStamps("http://127.0.0.1:9")))


@openssl
def test_openssl_believes_the_token(good: Office, tmp_path: Path) -> None:
    (tmp_path / "token").write_bytes(good.sealing().stamps.token(DIGEST, AT))
    trust = str(good.authority.trust)
    asked = ["openssl", "ts", "-verify", "-token_in", "-in", str(tmp_path / "token"), "-CAfile", trust]
    for digest, good_one in ((DIGEST, True), (DIGEST[::-1], False)):
        told = subprocess.run([*asked, "-digest", digest.hex()], capture_output=True, text=True, check=False)
        assert ("OK" in told.stdout + told.stderr) == good_one


@pytest.mark.skipif(not TOOLS, reason="NOT RUN: SoftHSM — apt-get install softhsm2 opensc")
def test_a_key_in_a_device_seals(good: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tokens").mkdir()
    (tmp_path / "conf").write_text(f"directories.tokendir = {tmp_path}/tokens\nobjectstore.backend = file\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "conf"))
    _fill(good, tmp_path)
    from yichuang.records.seals.signing.pkcs11 import from_token

    with pytest.raises(KeyFault, match="没有插入设备"):
        from_token("another/seal", SOFTHSM, "1234")
    holder = from_token("office/seal", SOFTHSM, "1234")
    signatory = Signatory(holder.key, holder.certificate, good.sealing().signatory.chain)
    paper = sealed(*rendered(), replace(good.sealing(), signatory=signatory))
    assert check_pdf(paper, good.trust).ok
    with pytest.raises(KeyFault, match="没有 nothing"):
        from_token("office/nothing", SOFTHSM, "1234")


def _fill(good: Office, folder: Path) -> None:
    """Put the seal's key and certificate into a token."""
    from cryptography.hazmat.primitives import serialization as told

    own = from_file(good.seal, PASSWORD)
    private = own.key.private.private_bytes(told.Encoding.PEM, told.PrivateFormat.PKCS8, told.NoEncryption())  # type: ignore[attr-defined]
    (folder / "key.pem").write_bytes(private)
    (folder / "own.der").write_bytes(own.certificate)
    label = ["--label", "seal", "--id", "01"]
    _run("softhsm2-util", "--init-token", "--free", "--label", "office", "--pin", "1234", "--so-pin", "5678")
    _run("softhsm2-util", "--import", str(folder / "key.pem"), "--token", "office", *label, "--pin", "1234")
    login = ["pkcs11-tool", "--module", SOFTHSM, "--token-label", "office", "--login", "--pin", "1234"]
    _run(*login, "--write-object", str(folder / "own.der"), "--type", "cert", *label)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, env=os.environ)


def test_a_key_file_is_for_its_owner_only(good: Office) -> None:
    assert {path.stat().st_mode & 0o777 for path in good.authority.folder.glob("*.p12")} == {0o600}
    with pytest.raises(KeyFault, match="打不开"):
        from_file(good.seal, b"another secret")
