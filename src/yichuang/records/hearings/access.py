"""What an interested party may reach: the case he was told of, by the notice he holds. Anything wrong looks alike."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.hearings.models import InterestedParty
from yichuang.records.hearings.queries import parties_of
from yichuang.records.org.directory import Directory


@dataclass(frozen=True, slots=True)
class PartyProof:
    """What stands on the notice, and whose it is: case, number of the notice, name and telephone."""

    no: str
    letter: str
    name: str
    phone: str


def party_case(proof: PartyProof, directory: Directory) -> tuple[CaseFile, InterestedParty]:
    """Return the case and the party that the proof fits. Raises NotFound for everything else.

    The telephone has to be the one that the office put down when it told him: without one he comes to the window.
    """
    region = directory.region_of(proof.no)
    case = load(region, no=proof.no.upper()) if region else None
    if case is None or not _told_by(case, proof.letter):
        raise NotFound(proof.no)
    for party in parties_of(region, case.id):
        known = unseal(party.phone_cipher, party.id)
        if known and _same(party.name, proof.name) and _same(known, proof.phone):
            return case, party
    raise NotFound(proof.no)


def _told_by(case: CaseFile, letter: str) -> bool:
    rows = Document.objects.filter(
        region_code=case.region_code, case_id=case.id, kind=DocumentKind.INTERESTED, no=letter.strip()
    )
    return bool(letter.strip()) and rows.exists()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest("".join(one.split()).encode(), "".join(other.split()).encode())
