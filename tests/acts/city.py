"""A small centre for the tests: one department, one window, an instant and a promised item, and its people."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.intake.submit import Person, Submission
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Centre, Department, FactsVersion, HolidayNotice, Posting, Region, User, Window
from yichuang.rules.officers import ANONYMOUS, SYSTEM, Officer

ZONE = ZoneInfo("Asia/Shanghai")
START = date(2026, 3, 2)
PERSON = Person("person", "孙玉兰", "id", "350300198511151234", "13800002207", "嘉宁市安岭区")
STAFF = {
    "clerk": "window_clerk", "chief": "chief_representative", "reviewer": "reviewer", "verifier": "verifier",
    "deputy": "deputy_head", "agency": "agency_head", "manager": "centre_manager",
}  # fmt: skip


@dataclass
class City:
    """What the tests hold on to."""

    centre: Centre
    department: Department
    window: Window
    people: dict[str, User]
    instant: ItemVersion
    promised: ItemVersion

    def officer(self, who: str, on: date = START) -> Officer:
        """Return the officer of that name; "system" is the sweep."""
        return SYSTEM if who == "system" else directory().officer(self.people[who].id, on)

    def ctx(self, who: str, on: date = START, *, key: str | None = None, digest: str = "", hour: int = 10) -> Context:
        """Return the circumstances of an act by that person on that day."""
        at = datetime.combine(on, time(hour), tzinfo=ZONE)
        return Context(self.officer(who, on), at, directory(), key or new_id().hex, digest)

    def visitor(self, on: date = START) -> Context:
        """Return the circumstances of an act by somebody without a log-in."""
        return Context(ANONYMOUS, datetime.combine(on, time(10), tzinfo=ZONE), directory(), new_id().hex)

    def give(self, who: str, role: str) -> None:
        """Give somebody one more post at the department."""
        Posting.objects.create(
            user=self.people[who],
            role=role,
            centre=self.centre,
            department=self.department,
            starts_on=date(2020, 1, 1),
        )

    def import_notice_2027(self) -> None:
        """Import a holiday notice for 2027 (invented: only 元旦 and a make-up Sunday)."""
        HolidayNotice.objects.create(
            year=2027,
            number="国办发明电〔2026〕X号（示例）",
            off={"2027-01-01": "元旦", "2027-01-04": "元旦"},
            on={"2027-01-03": "元旦调休"},
            imported_at=datetime(2026, 12, 5, tzinfo=ZONE),
        )

    def submission(self, version: ItemVersion, *, channel: str = "window", user_id: UUID | None = None) -> Submission:
        """Return an ordinary submission."""
        return Submission(version, PERSON, {"purpose": "生活用水", "amount": 12}, channel=channel, user_id=user_id)


def on(no: str, version: int | None = None) -> On:
    """Name a case."""
    return On(no, version)


def build_city(profile: str = "cn") -> City:
    """Put the small centre into the database."""
    FactsVersion.objects.get_or_create(pk=1)
    region = Region.objects.create(code="990100", name="嘉宁市", level=3)
    centre = Centre.objects.create(
        region=region, name="嘉宁市政务服务中心", prefix="JN", profile=profile, phone="0000-12345"
    )
    department = Department.objects.create(
        centre=centre, slug="water", name="嘉宁市水利局", short_name="市水利局", document_word="嘉水",
        review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
    )  # fmt: skip
    window = Window.objects.create(centre=centre, no="A06", name="综合受理")
    people = {name: User.objects.create(username=name, display_name=name) for name in [*STAFF, "resident", "stranger"]}
    for name, role in STAFF.items():
        at_window = name in ("clerk", "chief")
        Posting.objects.create(
            user=people[name], role=role, centre=centre, department=department, starts_on=date(2020, 1, 1),
            window=window if at_window else None,
        )  # fmt: skip
    city = City(
        centre, department, window, people, _item(centre, department, "instant"), _item(centre, department, "promised")
    )
    forget()
    return city


def _item(centre: Centre, department: Department, kind: str) -> ItemVersion:
    promised = kind == "promised"
    item = Item.objects.create(
        centre=centre, department=department, code=f"TEST{kind}", name="取水许可审批" if promised else "社会保障卡申领",
        power_kind="01" if promised else "20", level=3, status="open",
    )  # fmt: skip
    stages = (
        ["acceptance", "review", "verification", "decision", "issue"]
        if promised
        else ["acceptance", "decision", "issue"]
    )
    return ItemVersion.objects.create(
        item=item, number=1, effective_on=date(2026, 1, 1), kind=kind,
        statutory_number=20 if promised else None, statutory_basis="XKF-42.1" if promised else "",
        promised_number=8 if promised else None, stages=[{"key": k, "kind": k, "name": k} for k in stages],
        materials=[{"key": k, "name": name, "required": True} for k, name in (("form", "申请书"), ("map", "位置图"))],
        certificate={"type_name": "取水许可证", "word": "嘉水取许字", "valid_years": 5},
    )  # fmt: skip
