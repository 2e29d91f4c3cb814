"""Steps that several tests take: log in, fill in an application, play a case."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from django.test import Client

from yichuang.faces.common import clock
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen
from yichuang.records.cases.models import Draft
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
REGION = "990100"
TREES, CARD = "城市树木变动及占用绿地审批", "社会保障卡申领"
PERSON = {
    "person_name": "孙玉兰", "identity_kind": "居民身份证", "id_no": citizen(0).identity_no, "phone": "13800002207",
    "address": "嘉宁市安岭区示例路 1 号",
}  # fmt: skip


def entered(name: str = "resident") -> Client:
    """Return a client logged in as that user."""
    client = Client()
    client.force_login(User.objects.get(username=name), backend=BACKEND)
    return client


def version(name: str) -> ItemVersion:
    """Return the version of an item that holds today."""
    return version_of(Item.objects.get(name=name).versions.order_by("-number").values_list("id", flat=True)[0])


def begun(client: Client, name: str = CARD, behalf: str = "给自己办", **more: str) -> str:
    """Begin an application; return the address of the draft."""
    code = Item.objects.get(name=name).code
    first = version(name).situations[0]["name"]
    answer = client.post(f"/apply/{code}/", {"behalf": behalf, "situation": first}, headers=more)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url.removesuffix("tasks/")


def draft_at(address: str) -> Draft:
    """Return the draft behind an address."""
    return Draft.objects.get(region_code=REGION, pk=address.split("/")[2])


def posted(client: Client, address: str) -> dict[str, str]:
    """Return an answer to every question that a page of the form asks."""
    form = client.get(address).context
    return {field.spec.name: _answer(field.spec) for field in form["fields"]}


def filled(client: Client, name: str = CARD) -> str:
    """Fill in an application up to the check; return the address of the draft."""
    address = begun(client, name)
    at = client.post(f"{address}applicant/", PERSON | {"save": "1"}).url
    while "/form/" in at:
        answer = client.post(at, posted(client, at) | {"save": "1"})
        assert answer.status_code == 302, [error.sentence for error in answer.context["bound"].errors]
        at = answer.url
    if "/materials/" in at:
        rows = client.get(at).context["rows"]
        files = {f"f-{row.key}": pdf(f"{row.key}.pdf") for row in rows if row.how == "upload" and row.required}
        at = client.post(at, files | {"save": "1"}).url
    assert at == f"{address}check/"
    return address


def pdf(name: str = "a.pdf", size: int = 0) -> io.BytesIO:
    """Return a PDF with that name."""
    body = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(body)
    body.write(b"\n%" + b" " * size + name.encode())
    return named(name, body.getvalue())


def named(name: str, body: bytes) -> io.BytesIO:
    """Return bytes as a file with a name, as the test client sends it."""
    file = io.BytesIO(body)
    file.name = name
    return file


def life(owner: str = "resident", name: str = TREES) -> Life:
    """Return a case in the making, owned by that user."""
    place, found = directory(), version(name)
    days = Days(clock.now(), place.calendar(place.profile(found.item.department_id)))
    return Life(found, citizen(0), days, place, {}, User.objects.get(username=owner).id)


def _answer(spec: Any) -> str:
    if spec.choices:
        return str(spec.choices[0])
    if spec.check:
        return {"id": PERSON["id_no"], "mobile": PERSON["phone"]}.get(spec.check, "")
    told = {"boolean": "yes", "date": "2027-03-01", "number": "3", "integer": "3"}
    return told.get(spec.type, "示例")
