"""The window of one document (窗口): centre, department, people and items, in an empty database."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.context import Context
from yichuang.faces.terminal.figures.told import Source
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Centre, Department, FactsVersion, Posting, Region, User, Window

ZONE = ZoneInfo("Asia/Shanghai")
PROMISED = 8
_SINCE = date(2020, 1, 1)
_STAFF = {
    "clerk": "window_clerk", "chief": "chief_representative", "reviewer": "reviewer", "verifier": "verifier",
    "agency": "agency_head",
}  # fmt: skip
_STAGES = {
    "promised": ("acceptance", "review", "verification", "decision", "issue"),
    "instant": ("acceptance", "decision", "issue"),
}


class Hall:
    """One window with its people."""

    def __init__(self, told: Source) -> None:
        FactsVersion.objects.get_or_create(pk=1)
        self.region = told.region
        region = Region.objects.create(code=told.region, name=f"样本{told.region[-1]}市", level=3)
        centre = Centre.objects.create(
            region=region, name=f"{region.name}政务服务中心", prefix=f"F{told.region[-1]}", profile="cn"
        )
        self.department = Department.objects.create(
            centre=centre, slug="window", name=told.title.split("，")[0], short_name="窗口单位",
            document_word=_word(told.region), review_authority="本级人民政府", court="本地人民法院",
        )  # fmt: skip
        window = Window.objects.create(centre=centre, no="A01", name="综合受理")
        self._people = {name: User.objects.create(username=f"{told.name}-{name}", display_name=name) for name in _STAFF}
        self._people["resident"] = User.objects.create(username=f"{told.name}-resident", display_name="张样本")
        for name, role in _STAFF.items():
            Posting.objects.create(
                user=self._people[name], role=role, centre=centre, department=self.department, starts_on=_SINCE,
                window=window if name in ("clerk", "chief") else None,
            )  # fmt: skip
        kinds = {life.item: "instant" if life.how == "instant" else "promised" for life in told.lives}
        self.versions = {name: _version(self.department, name, kind) for name, kind in kinds.items()}
        forget()

    @property
    def resident(self) -> UUID:
        """Return who applies."""
        return self._people["resident"].id

    def by(self, who: str, on: date) -> Context:
        """Return the circumstances of an act by that person on that day."""
        here, at = directory(), datetime.combine(on, time(10), tzinfo=ZONE)
        return Context(here.officer(self._people[who].id, on), at, here, new_id().hex)


def _word(region: str) -> str:
    return "样" + "〇甲乙丙丁戊"[int(region[-1])]


def _version(department: Any, name: str, kind: str) -> ItemVersion:
    promised = kind == "promised"
    code = f"FIG{department.centre.region.code}{Item.objects.count():03d}"
    item = Item.objects.create(
        centre=department.centre, department=department, code=code, name=name, power_kind="01" if promised else "20",
        level=3, status="open",
    )  # fmt: skip
    return ItemVersion.objects.create(
        item=item, number=1, effective_on=_SINCE, kind=kind, statutory_number=20 if promised else None,
        statutory_basis="XKF-42.1" if promised else "", promised_number=PROMISED if promised else None,
        stages=[{"key": key, "kind": key, "name": key} for key in _STAGES[kind]],
        materials=[{"key": "form", "name": "申请书", "required": True}], guide={"visits": 1},
        certificate={"type_name": "证件", "word": f"{_word(department.centre.region.code)}字", "valid_years": 5},
    )  # fmt: skip
