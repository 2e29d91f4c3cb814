"""The life of one demonstration case: each step is the real act, done by whoever holds the post."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.prereview import PreReview, prereview
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.faces.terminal.demo.answers import sample_scan
from yichuang.faces.terminal.demo.days import Days
from yichuang.law.book import book
from yichuang.records.catalogue.models import CaseKind, ItemVersion, PowerKind
from yichuang.records.catalogue.options import lawful_steps
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.officers import Officer

_ABOVE_DEPARTMENTS = frozenset({"window_clerk", "government_head"})


@dataclass
class Life:
    """One case in the making. `ago` counts working days back from today."""

    version: ItemVersion
    person: Person
    days: Days
    place: Directory
    form: dict[str, Any]
    owner: UUID | None = None
    no: str = ""
    steps: int = 0
    memory: dict[str, Officer] = field(default_factory=dict)
    heard_words: str = ""  # how a decision follows the record of a hearing

    def _ctx(self, role: str, ago: int) -> Context:
        self.steps += 1
        at = self.days.at(ago, self.steps)
        return Context(self._officer(role, at), at, self.place, new_id().hex)

    def _officer(self, role: str, at: datetime) -> Officer:
        """Return somebody who holds the role at the item's department (the window's clerks serve all)."""
        if role == "owner":
            return Officer(self.owner)
        item = self.version.item
        here = (item.centre_id, None if role in _ABOVE_DEPARTMENTS else item.department_id)
        for user_id, posts in self.place.postings.items():
            if any(post.role == role and (post.centre_id, post.department_id) == here for post in posts):
                return self.place.officer(user_id, at.date())
        raise LookupError(f"{role} at {self.version.item.department}")

    def submitted(self, ago: int, channel: str = "online") -> Life:
        """Apply."""
        first = self.version.situations[0]["code"] if self.version.situations else ""
        online = channel != "window"
        files = {
            slot["key"]: {"name": slot["name"]}
            | ({"files": [sample_scan(slot["name"])]} if online else {"originals": 1})
            for slot in self.version.materials
        }
        wish = Submission(self.version, self.person, self.form, files, channel, first, user_id=self.owner)
        self.no = submit(wish, self._ctx("window_clerk" if channel == "window" else "owner", ago)).no
        return self

    def looked_at(self, ago: int) -> Life:
        """Pre-review."""
        prereview(PreReview(On(self.no), "材料清晰，可以受理。"), self._ctx("window_clerk", ago))
        return self

    def slip(self, ago: int) -> Life:
        """Hand out the slip that promises an answer."""
        receive(Receipt(On(self.no), undecided=True), self._ctx("window_clerk", ago))
        return self

    def to_correct(self, ago: int) -> Life:
        """Tell once what has to be corrected."""
        slot = self.version.materials[0]
        due = self.days.calendar.add(self.days.back(ago), 10)
        wish = CorrectionNotice(On(self.no), {slot["key"]: "缺少签字和日期，请补齐后重新提交。"}, due)
        notify_correction(wish, self._ctx("window_clerk", ago))
        return self

    def supplemented(self, ago: int) -> Life:
        """Bring what was asked for."""
        slot = self.version.materials[0]
        files = {slot["key"]: [sample_scan(f"{slot['name']}（补正）")]}
        supplement(Supplement(On(self.no), files), self._ctx("owner" if self.owner else "window_clerk", ago))
        return self

    def accepted(self, ago: int) -> Life:
        """Accept."""
        accept(Acceptance(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def not_needed(self, ago: int) -> Life:
        """Tell that no permit is needed."""
        tell_not_needed(NotNeeded(On(self.no), "申请事项依法不需要取得行政许可。"), self._ctx("window_clerk", ago))
        return self

    def refusal_proposed(self, ago: int) -> Life:
        """Propose a refusal."""
        wish = RefusalProposal(On(self.no), "申请事项不属于本机关职权范围。")
        propose_refusal(wish, self._ctx("window_clerk", ago))
        return self

    def refused(self, ago: int) -> Life:
        """Refuse to accept."""
        wish = AcceptanceRefusal(
            On(self.no),
            "申请事项不属于本机关职权范围。",
            "《中华人民共和国行政许可法》第三十二条第一款第（二）项",
            "省级主管部门",
        )
        refuse_acceptance(wish, self._ctx("chief_representative", ago))
        return self

    def routed(self, ago: int) -> Life:
        """Send to the department."""
        route(Routing(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def claimed(self, ago: int) -> Life:
        """The reviewer takes it."""
        claim(Claim(On(self.no)), self._ctx("reviewer", ago))
        return self

    def paused(self, ago: int) -> Life:
        """Stop the clock for a procedure that norms and item know; a hearing may become necessary in any case."""
        listed = lawful_steps(self.version)
        norms = book().norms(self.place.profile(self.version.item.department_id), self.days.today)
        known = [kind for kind in norms.choices("pause_kinds") if kind in listed]
        kind = known[0] if known else "hearing" if listed else "expert_review"
        pause(Pause(On(self.no), kind, 10, f"需要{name_of(kind)}。"), self._ctx("verifier", ago))
        return self

    def resumed(self, ago: int) -> Life:
        """Let the clock run again."""
        resume(Resumption(On(self.no), "已经完成，结果符合要求。"), self._ctx("reviewer", ago))
        return self

    def extended(self, ago: int, days: int = 5, by: str = "agency_head") -> Life:
        """Extend the limit."""
        extend(Extension(On(self.no), days, "情况复杂，需要进一步核实。"), self._ctx(by, ago))
        return self

    def reviewed(self, ago: int, agree: bool = True) -> Life:
        """Review."""
        words = "经审查，申请材料齐全，符合法定条件，建议准予。" if agree else "经审查，不符合法定条件，建议不予许可。"
        review(Review(On(self.no), agree, words), self._ctx("reviewer", ago))
        return self

    def verified(self, ago: int) -> Life:
        """Verify, where the item has that stage."""
        if any(row["kind"] == "verification" for row in version_of(self.version.id).stages):
            verify(Verification(On(self.no), True, "同意审查意见。"), self._ctx("verifier", ago))
        return self

    def decided(self, ago: int, grant: bool = True) -> Life:
        """Decide."""
        reason = self.heard_words if grant else "申请不符合法定条件，具体见审查意见。"
        basis = "《中华人民共和国行政许可法》第三十八条"
        if self.version.item.power_kind != PowerKind.LICENCE:
            rows = version_of(self.version.id).guide.get("setting_basis") or ()
            basis = next((row["basis"] for row in rows if row.get("basis")), basis)
        wish = Decision(On(self.no), grant, reason, basis)
        instant = self.version.kind == CaseKind.INSTANT
        decide(wish, self._ctx("chief_representative" if instant else "deputy_head", ago))
        return self

    def issued(self, ago: int) -> Life:
        """Make the certificate."""
        issue(Issue(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def delivered(self, ago: int) -> Life:
        """Hand over."""
        deliver(HandOver(On(self.no), self.person.legal_person or self.person.name), self._ctx("window_clerk", ago))
        return self

    def closed(self, ago: int) -> Life:
        """Close what leaves nothing to hand over."""
        close(Closing(On(self.no)), self._ctx("window_clerk", ago))
        return self

    def withdrawn(self, ago: int) -> Life:
        """The applicant withdraws."""
        role = "owner" if self.owner else "window_clerk"
        withdraw(Withdrawal(On(self.no), "计划有变，不再申请。"), self._ctx(role, ago))
        return self

    def rated(self, ago: int, grade: int) -> Life:
        """Rate, if the applicant has a log-in."""
        if self.owner:
            words = "等了太久。" if grade < 3 else ""
            rate(RatingWish(On(self.no), grade, words=words), self._ctx("owner", ago))
        return self

    def handled(self, start: int, length: int, grant: bool = True) -> Life:
        """Go from acceptance to the decision within `length` working days."""
        self.accepted(start).routed(start).claimed(max(start - 1, 0))
        self.reviewed(max(start - length + 2, 0), grant).verified(max(start - length + 1, 0))
        return self.decided(max(start - length, 0), grant)
