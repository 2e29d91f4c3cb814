"""证照核验: what somebody who holds a paper, a picture or a number may know, for the page and the interface alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from yichuang.faces.common.attempts import WAIT, Attempts
from yichuang.faces.common.visitors.seal_words import words_of_seal
from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.records.certificates.signature import UNSURE
from yichuang.records.certificates.types import trust_of
from yichuang.records.certificates.verifying import Register, behind, changed_at, register_of
from yichuang.rules.after.renewal import is_over
from yichuang.rules.library.identifying import Asked, Typed, asked
from yichuang.rules.masking import mask_name

# of ours, from one address: different certificates and looks at the same one in a minute; wrong words in ten minutes
PER_MINUTE, AGAIN, MISSES = 300, 120, 20
FAULTS: Mapping[Typed, str] = {
    Typed.OTHER_HOST: "这个二维码指向别的网站，不是本平台的核验页",
    Typed.BAD_CHECK: "电子证照标识的校验位不对，这不是一个真实的标识",
    Typed.NOTHING: "看不出这是核验码、电子证照标识还是证照编号",
}
UNKNOWN = "登记簿里没有这本证照"


@dataclass(frozen=True, slots=True)
class Verified:
    """The answer: what was asked, the certificate if there is one, and how it stands at this moment."""

    asked: Asked
    at: datetime
    certificate: Certificate | None = None
    state: str = ""  # a word of CertificateStatus, or expired
    words: str = ""
    holder: str = ""
    since: datetime | None = None
    trust: str = ""
    register: Register = field(default_factory=Register)

    @property
    def valid(self) -> bool:
        """Whether it is in force, and the paper kept here is the registered one."""
        return self.certificate is not None and self.state == "valid" and not self.register.differs

    @property
    def seal(self) -> tuple[str, bool]:
        """What the seal in the file kept here is worth, as a sentence, and whether that is a warning."""
        return words_of_seal(self.register.seal)

    @property
    def sealed_well(self) -> bool | None:
        """Whether the signature in the file kept here is good; None where there is none, or nothing to judge it by."""
        found = self.register.seal
        if found is None:
            return False if self.register.sealed_at else None
        return None if found.fault in UNSURE else not found.fault

    @property
    def fault(self) -> str:
        """Why there is no answer, in a sentence; "" where there is one."""
        return "" if self.certificate is not None else FAULTS.get(self.asked.kind, UNKNOWN)


class TooMany(Exception):
    """One address asks too often; `seconds` is how long it waits at most."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def verified(request: HttpRequest, typed: str) -> Verified:
    """Look up what was typed or scanned; an address of another host is told, never followed.

    A whole office may share one address: wrong words shut the door to wrong words alone, a good one is always
    answered, and looking at the same certificate again leaves the others' share as it was.

    Raises: TooMany.  At most five queries.
    """
    address = request.META.get("REMOTE_ADDR", "")
    wanted = asked(typed, _hosts(request))
    found = behind(wanted, list(request.directory.centres))
    if found is None:
        _counted(Attempts("verify-unknown", address, most=MISSES, seconds=WAIT))
        return Verified(wanted, request.at)
    again = Attempts(f"verify:{found.id}", address, most=AGAIN, seconds=60)
    if again.fresh:
        _counted(Attempts("verify", address, most=PER_MINUTE, seconds=60))
    _counted(again)
    state = state_of(found, request)
    return Verified(
        wanted,
        request.at,
        found,
        state,
        words_of(state),
        mask_name(found.holder_name),
        changed_at(found) if state not in ("valid", "expired") else None,
        trust_of(found.type_name, found.region_code, request.directory),
        register_of(found, list(request.directory.centres)),
    )


def _counted(attempts: Attempts) -> None:
    """Count one more.  Raises: TooMany."""
    if attempts.locked:
        raise TooMany(attempts.seconds)
    attempts.failed()


def state_of(certificate: Certificate, request: HttpRequest) -> str:
    """Return how a certificate stands today: its status, or expired where its last day has passed."""
    lasting = certificate.status in (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
    return "expired" if lasting and is_over(certificate.valid_to, request.today) else certificate.status


def words_of(state: str) -> str:
    """Return the state in a word."""
    return "已到期" if state == "expired" else str(CertificateStatus(state).label)


def _hosts(request: HttpRequest) -> frozenset[str]:
    """Return the hosts that are ours: the public address, else the one that was called."""
    public = settings.YICHUANG_PUBLIC_URL.partition("://")[2].partition("/")[0]
    return frozenset(name.partition(":")[0].lower() for name in (public or request.get_host(),))
