"""特别程序示例: interested parties, hearings, inspections, and what becomes of certificates, each once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.certificate.deem_renewed import RenewalSilence, deem_renewed
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.hearing.call_hearing import HearingCall, call_hearing
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import InterestedNotice, tell_interested
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.inspecting.inspect import Finding, inspect
from yichuang.acts.intake.submit import Submission, submit
from yichuang.faces.terminal.demo.answers import answers, sample_scan
from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.marked.lives import play_marked
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import Certificate
from yichuang.records.certificates.queries import certificates_of, renewal_of
from yichuang.records.hearings.queries import parties_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import SYSTEM

if TYPE_CHECKING:
    from yichuang.faces.terminal.demo.cases import Owners

_SINCE = timedelta(days=600)
_PARTY = ("周文静", "住处在拟设排污口下游 300 米，取用同一河段的水灌溉。", "13900000001", "嘉宁市安岭区柳巷示例路 3 号")


class HeardLife(Life):
    """A case in the making, with the steps of this room."""

    party = _PARTY

    @property
    def _case(self) -> CaseFile:
        case = load(self.version.item.region_code, no=self.no)
        if case is None:
            raise LookupError(self.no)
        return case

    @property
    def certificate(self) -> Certificate:
        """Return what the case led to."""
        return certificates_of(self.version.item.region_code, self._case.id)[0]

    def by(self, role: str, ago: int) -> Context:
        """Return the circumstances of a step that another room makes."""
        return self._ctx(role, ago)

    def pair(self, at: datetime) -> tuple[UUID, ...]:
        """Return two officers who go together."""
        found = (self._officer(role, at).user_id for role in ("reviewer", "verifier"))
        return tuple(one for one in found if one)

    def told(self, ago: int) -> HeardLife:
        """Tell an interested party."""
        name, interest, phone, address = self.party
        tell_interested(InterestedNotice(On(self.no), name, interest, phone, address), self._ctx("reviewer", ago))
        return self

    def stated(self, ago: int) -> HeardLife:
        """Hear the party."""
        party = parties_of(self.version.item.region_code, self._case.id)[0]
        words = "不同意。枯水期水质会影响灌溉，要求举行听证。"
        hear_statement(Statement(On(self.no), party.id, words), self._ctx("reviewer", ago))
        return self

    def asked(self, ago: int) -> HeardLife:
        """Ask for a hearing."""
        request_hearing(HearingRequest(On(self.no), self.party[0], "水质影响灌溉"), self._ctx("reviewer", ago))
        return self

    def waived(self, ago: int) -> HeardLife:
        """Let the applicant give the hearing up, on paper at the window."""
        wish = HearingWaiver(On(self.no), paper="书面放弃听证声明，单位盖章")
        waive_hearing(wish, self._ctx("window_clerk", ago))
        return self

    def called(self, ago: int, ahead: int) -> HeardLife:
        """Call the hearing, `ahead` working days from that day."""
        ctx = self._ctx("verifier", ago)
        chair = self._officer("deputy_head", ctx.at).user_id
        day = self.days.calendar.add(ctx.today, ahead)
        wish = HearingCall(
            On(self.no), day, "9:30", "嘉宁市政务服务中心三楼 305 会议室", "拟设排污口对下游取水和灌溉的影响", chair
        )
        call_hearing(wish, ctx)
        return self

    def halted(self, ago: int) -> HeardLife:
        """Stop the clock for the hearing."""
        pause(Pause(On(self.no), "hearing", 12, "依法组织听证。"), self._ctx("verifier", ago))
        return self

    def inspected(self, ago: int, passed: bool = True) -> HeardLife:
        """Look at it on the spot."""
        ctx = self._ctx("reviewer", ago)
        words = "启闭灵活，制动可靠，与产品图纸一致。" if passed else "制动器失效，不符合标准要求。"
        wish = Finding(
            On(self.no), "inspection", self.pair(ctx.at), ctx.today, "安岭水闸启闭机房", words, passed,
            "SL 381-2021（示例）", (sample_scan("现场照片"),),
        )  # fmt: skip
        inspect(wish, ctx)
        return self

    def licensed(self, ago: int) -> HeardLife:
        """Go from acceptance to a certificate handed over, all on the days around `ago`."""
        self.reviewed(ago).verified(ago).decided(ago).issued(ago).delivered(ago)
        return self

    def revoked(self, ago: int) -> HeardLife:
        """Revoke the certificate for fraud."""
        held = self.certificate
        of = Of(held.region_code, held.id)
        reason = "申请时提交的产品检验报告系伪造，经出具单位书面确认。"
        propose(Proposing(of, "revoked", "fraud", reason, "已告知并听取陈述，当事人承认。"), self._ctx("reviewer", ago))
        revoke(Revocation(of), self._ctx("agency_head", ago))
        return self

    def renewing(self, ago: int, held: Certificate) -> HeardLife:
        """Ask for renewal."""
        files = {
            slot["key"]: {"name": slot["name"], "files": [sample_scan(slot["name"])]} for slot in self.version.materials
        }
        channel, by = ("online", "owner") if self.owner else ("window", "window_clerk")
        wish = Submission(self.version, self.person, self.form, files, channel, user_id=self.owner, renews=held.id)
        self.no = submit(wish, self._ctx(by, ago)).no
        return self

    def silent(self, ago: int) -> HeardLife:
        """Let the sweep note that silence renewed the certificate."""
        renewal = renewal_of(self.version.item.region_code, self._case.id)
        if renewal is not None:
            wish = RenewalSilence(Of(renewal.region_code, renewal.certificate_id), renewal.id)
            deem_renewed(wish, Context(SYSTEM, self.days.at(ago, 60), self.place, new_id().hex))
        return self


def build_heard_items(now: datetime, publish: Publish) -> None:
    """Put the items in force: copies of the guide for taking water, under special rules."""
    model = Item.objects.get(name=guides()["qushui"]["name"], department__slug="water")
    first = model.versions.order_by("number")[0]
    shared = {
        field.attname: getattr(first, field.attname) for field in ItemVersion._meta.concrete_fields
        if field.attname not in ("id", "item_id", "number", "effective_on", "certificate", "review_rules")
    }  # fmt: skip
    for row in read("heard")["items"]:
        item = Item(
            centre=model.centre, department=model.department, name=row["name"], power_kind=model.power_kind,
            code=f"{model.code[:-6]}{row['main']:03d}000", level=model.level, status=model.status, themes=model.themes,
            search_text=search_text(row["name"], []),
        )  # fmt: skip
        item.save()
        rules = {**first.review_rules, "regime": row["regime"]}
        certificate = {**first.certificate, **row["certificate"]}
        since = now.date() - _SINCE
        told = {"effective_on": since, "certificate": certificate, "review_rules": rules}
        publish(item, {**shared, "number": 1, **told})


def build_heard(now: datetime, place: Directory, owners: Owners) -> int:
    """Play each of them; return how many cases."""
    made = _Cast(now, place, owners)
    first = made.life("outfall").submitted(14).accepted(13).routed(12).claimed(12)
    first.told(10).stated(6).asked(6).called(5, 11).halted(5)
    made.life("outfall", 3).submitted(6, "window").accepted(5).routed(5).claimed(4)
    for number, ago in ((4, 8), (5, 7), (6, 6)):
        quiet = made.life("outfall", number).submitted(ago, "window").accepted(ago - 1).routed(ago - 1)
        quiet.claimed(ago - 1).told(ago - 2).waived(ago - 3)
    made.life("hoist").submitted(5).accepted(4).routed(4).claimed(4).inspected(1)
    made.life("hoist", 4).submitted(40, "window").accepted(39).routed(39).inspected(37).licensed(36).revoked(8)
    near = made.life("shortwater")
    near.submitted(made.ago(352)).accepted(made.ago(351)).routed(made.ago(350)).licensed(made.ago(345))
    old = made.life("shortwater")
    old.submitted(made.ago(380)).accepted(made.ago(379)).routed(made.ago(378)).licensed(made.ago(374))
    again = made.life("shortwater")
    again.renewing(made.ago(52), old.certificate).accepted(made.ago(49)).routed(made.ago(49)).silent(3)
    return 10 + play_marked(made.life)


class _Cast:
    """Who plays in these cases, and on which days."""

    def __init__(self, now: datetime, place: Directory, owners: Owners) -> None:
        self._now, self._place, self._owners, self._number = now, place, owners, 0
        self._versions = {row["key"]: _version(row) for row in read("heard")["items"]}

    def ago(self, days: int) -> int:
        """Return how many working days ago so many days are."""
        calendar = self._days().calendar
        return calendar.between(self._now.date() - timedelta(days=days), self._now.date())

    def life(self, key: str, number: int = 0) -> HeardLife:
        """Return a case of an item; number 0 is who logs in to the demonstration."""
        self._number += 1
        version, days = self._versions[key], self._days()
        whole = version.item.for_organisation
        person = company(number) if whole else citizen(number)
        owner = None if number else (self._owners.company if whole else self._owners.resident)
        return HeardLife(version, person, days, self._place, answers(version, person, days.today), owner)

    def _days(self) -> Days:
        version = next(iter(self._versions.values()))
        profile = self._place.profile(version.item.department_id)
        return Days(self._now, self._place.calendar(profile), served=self._number)


def _version(row: Mapping[str, Any]) -> ItemVersion:
    item = Item.objects.get(name=row["name"])
    return version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
