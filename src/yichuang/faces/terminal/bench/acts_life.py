"""The reference life through the acts, in this process: permission, clock, chain and idempotency key included."""

from __future__ import annotations

import hashlib
import time
from random import Random
from typing import Any

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.faces.terminal.bench.reference import APPLICANTS, AT, STAFF, reference
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User


class Life:
    """Lives one case after the other."""

    def __init__(self, worker: int) -> None:
        self._told = reference()
        self._ids = dict(User.objects.filter(username__in=STAFF).values_list("username", "id"))
        self._version = ItemVersion.objects.select_related("item__department").get(item__code="BENCH")
        self._chance = Random(worker)  # noqa: S311 - which applicant comes, nothing secret
        self._file = hashlib.sha256(b"scan").hexdigest()
        directory()

    def cpu(self) -> float:
        """Return the CPU seconds of this process."""
        return time.process_time()

    def close(self) -> None:
        """Nothing is open."""

    def live(self) -> None:
        """Live one case: seven acts."""
        told = self._told
        on = On(submit(self._submission(), self._by("clerk")).no)
        accept(Acceptance(on), self._by("clerk"))
        route(Routing(on), self._by("clerk"))
        review(Review(on, True, told.opinion), self._by("reviewer"))
        decide(Decision(on, True, "", told.basis), self._by("deputy"))
        issue(Issue(on), self._by("clerk"))
        deliver(HandOver(on, told.receiver), self._by("clerk"))

    def _by(self, who: str) -> Context:
        key = new_id().hex
        place = directory(fresh=False)  # the guard tells when it is old
        asked = hashlib.sha256(key.encode()).hexdigest()
        return Context(place.officer(self._ids[who], AT.date()), AT, place, key, asked)

    def _submission(self) -> Submission:
        number = self._chance.randrange(APPLICANTS)
        person = Person("person", f"申请人{number}", "id", f"3301021990{number:08d}", "13800001234", "某路100号")
        return Submission(self._version, person, self._told.form, self._brought(), channel="window")

    def _brought(self) -> dict[str, Any]:
        return {
            f"m{n}": {
                "verdict": "ok", "originals": 1, "copies": 1,
                "files": [{"digest": self._file, "name": f"{name}.pdf", "size": 100_000}],
            }
            for n, name in enumerate(self._told.materials)
        }  # fmt: skip
