"""A walk that uses every row of parties, hearings and inspections."""

from datetime import date

from tests.acts.city import City, on
from tests.acts.hearing.lives import CALLED, FRIDAY, SENT, call, granted, heard, inspected, sent, under_rules
from tests.acts.lives import under_review
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.hearing.call_hearing import call_hearing
from yichuang.acts.hearing.challenge_chair import Challenge, challenge_chair
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.request_as_party import PartyRequest, request_as_party
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import InterestedNotice, tell_interested
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.inspecting.archive_copy import CopyArchived, archive_copy
from yichuang.acts.inspecting.assign import assign
from yichuang.acts.inspecting.mark import Marking, mark
from yichuang.records.documents.models import Document
from yichuang.records.hearings.access import PartyProof
from yichuang.records.hearings.models import InterestedParty


def heard_life(city: City) -> str:
    """Return the number of a case with an interested party, a hearing under another chair, and an inspection."""
    no = under_review(city)
    tell_interested(InterestedNotice(on(no), "周文静", "下游取水户"), city.ctx("reviewer"))
    party = InterestedParty.objects.filter(region_code="990100").latest("id")
    hear_statement(Statement(on(no), party.id, "反对"), city.ctx("reviewer"))
    inspected(city, no)
    request_hearing(HearingRequest(on(no)), city.ctx("resident", date(2026, 3, 9)))
    call_hearing(call(city, no), city.ctx("verifier", CALLED))
    challenge_chair(Challenge(on(no), "周文静", "亲属", city.people["chief"].id), city.ctx("agency", CALLED))
    heard(city, no)
    _asked_by_party(city)
    return no


def marked_life(city: City) -> None:
    """One case takes a label instead of a certificate, another a stamp beside it; inspectors are sent to a third."""
    labelled = granted(city, form="mark")
    mark(Marking(on(labelled), "label", ("启闭机 1",)), city.ctx("reviewer", FRIDAY))
    stamped = granted(city, form="")
    issue(Issue(on(stamped)), city.ctx("clerk", FRIDAY))
    mark(Marking(on(stamped), "stamp", ("启闭机 2",)), city.ctx("reviewer", FRIDAY))
    archive_copy(CopyArchived(on(stamped)), city.ctx("reviewer", FRIDAY))
    assign(sent(city, under_review(city)), city.ctx("verifier", SENT))
    under_rules(city)


def _asked_by_party(city: City) -> None:
    """In another case the interested party asks himself, by the notice."""
    no = under_review(city)
    tell_interested(InterestedNotice(on(no), "周文静", "下游取水户", "13800002208"), city.ctx("reviewer"))
    letter = Document.objects.get(region_code="990100", case__no=no, kind="interested").no
    proof = PartyProof(no, letter, "周文静", "13800002208")
    waive_hearing(HearingWaiver(on(no)), city.ctx("resident", date(2026, 3, 9)))
    request_as_party(PartyRequest(proof), city.ctx("stranger", date(2026, 3, 9)))
