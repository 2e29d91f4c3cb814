"""证照: what was granted, to whom, until when; its types, what became of it, and who was let see it."""

from yichuang.records.certificates.models.certificate import (
    SUBJECT,
    Certificate,
    CertificateAct,
    CertificateStatus,
    Proposal,
    Renewal,
    certificate_acts,
    certificate_statuses,
)
from yichuang.records.certificates.models.library import (
    IMPORT,
    TYPE,
    CertificateImport,
    CertificateType,
    HolderKind,
    Suspension,
    TrustLevel,
)
from yichuang.records.certificates.models.sharing import CertificateLook, ExpiryNotice, LookWay, Sharing

__all__ = [
    "IMPORT",
    "SUBJECT",
    "TYPE",
    "Certificate",
    "CertificateAct",
    "CertificateImport",
    "CertificateLook",
    "CertificateStatus",
    "CertificateType",
    "ExpiryNotice",
    "HolderKind",
    "LookWay",
    "Proposal",
    "Renewal",
    "Sharing",
    "Suspension",
    "TrustLevel",
    "certificate_acts",
    "certificate_statuses",
]
