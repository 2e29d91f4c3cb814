"""Inquiries, complaints, praise and hotline sheets of the demonstration, in every state (诉求示例)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.concerns.accept import Acceptance, accept_concern
from yichuang.acts.concerns.answer import answer_concern
from yichuang.acts.concerns.call_back import ConcernCall, call_back_concern
from yichuang.acts.concerns.extend import extend_concern
from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.hand_back import hand_back_concern
from yichuang.acts.concerns.propose import Publication, propose_publication
from yichuang.acts.concerns.publish import publish_answer
from yichuang.acts.concerns.refer import Referral, refer_concern
from yichuang.acts.concerns.refuse import refuse_concern
from yichuang.acts.concerns.reopen import reopen_concern
from yichuang.acts.concerns.steps import OnConcern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.faces.terminal.demo.data import guides
from yichuang.faces.terminal.demo.spoken.people import HOME, People
from yichuang.records.catalogue.models import Item

_LEADERS = {"reviewer": "leader", "chief": "chief"}
_HOTLINE, _FIRST_ASKED = "hotline", "clerk"


@dataclass
class Spoken:
    """One concern in the making; `ago` counts working days back from today."""

    row: Mapping[str, Any]
    people: People
    answers: Mapping[str, str]
    serial: int
    no: str = ""
    steps: int = 0

    def filed(self) -> Spoken:
        """Bring it forward."""
        row, ago = self.row, int(self.row["ago"])
        source = row.get("source", "web")
        name, phone = row.get("who", ("", ""))
        wish = NewConcern(
            HOME, row["kind"], row["title"], row["words"], f"DEMO{self.serial:04d}", source=source, name=name,
            phone=phone, anonymous=not name, hotline_no=f"12345-{self.serial:06d}" if source == _HOTLINE else "",
            medium=row.get("medium", ""), **self._about(),
        )  # fmt: skip
        self.no = str(file_concern(wish, self._ctx("" if source == "web" else _FIRST_ASKED, ago)).answer["concern"])
        return self

    def _about(self) -> dict[str, Any]:
        about, people = self.row.get("about", {}), self.people
        found: dict[str, Any] = {}
        if code := about.get("item"):
            item = Item.objects.filter(name=guides()[code]["name"]).earliest("id")
            found |= {"item_id": item.id, "department_id": item.department_id, "target": "item"}
        if slug := about.get("department"):
            found |= {"target": "department", "target_department_id": people.department(slug)}
        if no := about.get("window"):
            found |= {"target": "window", "target_window_id": people.window(no)}
        if name := about.get("person"):
            found |= {"target": "person", "person_named": name}
        return found if self.row["kind"] != "inquiry" else {k: v for k, v in found.items() if "target" not in k}

    @property
    def _by(self) -> str:
        return str(self.row["by"])

    @property
    def _home(self) -> UUID:
        return self.people.department("water" if self._by == "reviewer" else "human-resources")

    def _ctx(self, login: str, ago: int) -> Any:
        self.steps += 1
        return self.people.ctx(login, ago, self.serial, self.steps)

    def accepted(self, after: int = 1) -> Spoken:
        """The manager takes a complaint on."""
        accept_concern(Acceptance(self.no, department_id=self._home), self._later("manager", after))
        return self

    def answered(self, after: int) -> Spoken:
        """The department answers."""
        words = self.row.get("answer") or self.answers[self.row["kind"]]
        answer_concern(OnConcern(self.no, words), self._later(self._by, after))
        return self

    def called(self, after: int, result: str = "satisfied") -> Spoken:
        """The centre asks whether that satisfies."""
        words = "电话回访，表示满意。" if result == "satisfied" else "电话回访，认为没有解决。"
        call_back_concern(ConcernCall(self.no, words, result=result), self._later("supervisor", after))
        return self

    def referred(self, after: int = 0) -> Spoken:
        """Whoever was asked first passes it on; nobody has taken it up yet."""
        to = self.people.department("anling-civil-affairs" if self._by == "chief" else "water")
        wish = Referral(self.no, "属于该部门的事项，已告诉本人由谁联系。", department_id=to)
        refer_concern(wish, self._later("manager" if self.row["kind"] == "complaint" else _FIRST_ASKED, after))
        return self

    def extended(self, after: int) -> Spoken:
        """A head gives more time."""
        wish = OnConcern(self.no, "需要调取影像资料核实。")
        extend_concern(wish, self._later(_LEADERS[self._by], after))
        return self

    def reopened(self, after: int) -> Spoken:
        """The desk opens it again for who objects."""
        reopen_concern(OnConcern(self.no, "本人认为没有说明责任。"), self._later("manager", after))
        return self

    def refused(self, after: int) -> Spoken:
        """A complaint is not accepted."""
        refuse_concern(OnConcern(self.no, self.row["answer"]), self._later("manager", after))
        return self

    def handed_back(self) -> Spoken:
        """A sheet goes back to the hotline."""
        hand_back_concern(
            OnConcern(self.no, "不属于中心和进驻部门职责，建议转市政主管部门。"), self._later("manager", 0)
        )
        return self

    def published(self, after: int) -> Spoken:
        """Question and answer are shown to everybody, by two persons."""
        words = Publication(self.no, self.row["answer"], question=self.row["title"])
        propose_publication(words, self._later("manager", after))
        publish_answer(OnConcern(self.no), self._later("supervisor", after))
        return self

    def _later(self, login: str, after: int) -> Any:
        return self._ctx(login, int(self.row["ago"]) - after)


PLAYS: Mapping[str, Callable[[Spoken], object]] = {
    "filed": lambda c: c,
    "open": lambda c: c.accepted() if c.row["kind"] == "complaint" else c,
    "extended": lambda c: c.accepted().extended(4),
    "referred": lambda c: c.accepted().referred(1),
    "answered": lambda c: c.accepted().answered(4),
    "done": lambda c: c.accepted().answered(5).called(7),
    "reopened": lambda c: c.accepted().answered(5).called(6, "unsatisfied").reopened(9),
    "refused": lambda c: c.refused(1),
    "inquiry_referred": lambda c: c.referred(),
    "public": lambda c: c.answered(1).published(3),
    "hotline_open": lambda c: c,
    "hotline_answered": lambda c: c.answered(2),
    "hotline_done": lambda c: c.answered(3).called(5),
    "handed_back": lambda c: c.handed_back(),
}


def build_concerns(told: Mapping[str, Any], people: People) -> int:
    """Play each of them; return how many."""
    rows = sorted(told["concerns"], key=lambda row: -int(row["ago"]))  # numbers follow the days
    for serial, row in enumerate(rows, 1):
        spoken = Spoken(row, people, told["answers"], serial).filed()
        PLAYS[row.get("play", "filed")](spoken)
    return len(told["concerns"])
