"""人员授权簿: rows that decide who may sign get a chain; those that stand already are entered as they are (建簿)."""

import os
from collections import defaultdict
from datetime import UTC, datetime

from django.db import migrations, models

import yichuang.records.cell
import yichuang.records.ids
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS, digest, entry_hash, payload_digest, plain_row

_ROWS = ("Absence", "Delegation", "WindowGrant")
_PRIVATE = {"Absence": {"reason"}}


def name_regions(apps, schema_editor):
    """Say of each row in which centre's book it stands: where its person has a post, or its department is."""
    posting = apps.get_model("org", "Posting")
    first = posting.objects.order_by("-starts_on").values_list("user_id", "centre__region__code")
    home = dict(first)
    some = apps.get_model("org", "Centre").objects.values_list("region__code", flat=True).first() or ""
    for row in apps.get_model("org", "Absence").objects.all():
        _place(row, home.get(row.user_id, some))
    for row in apps.get_model("org", "Delegation").objects.all():
        _place(row, home.get(row.giver_id, some))
    for row in apps.get_model("org", "WindowGrant").objects.select_related("department__centre__region"):
        _place(row, row.department.centre.region.code)


def _place(row, region_code):
    type(row).objects.filter(pk=row.pk).update(region_code=region_code)


def open_books(apps, schema_editor):
    """Begin the book of every centre that has such rows: its first entry shows them all."""
    found = defaultdict(list)
    for name in _ROWS:
        for row in apps.get_model("org", name).objects.order_by("id"):
            found[row.region_code].append((name, row))
    for region_code, rows in sorted(found.items()):
        _open(apps, region_code, rows)


def _open(apps, region_code, rows):
    book_id, entry_id, at, salt = new_id(), new_id(), datetime.now(UTC), os.urandom(16).hex()
    clear, hidden = [["org_staffbook", str(book_id), {}]], []
    for name, row in rows:
        values = plain_row({f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})
        private = {key: values.pop(key) for key in _PRIVATE.get(name, ())}
        clear.append([row._meta.db_table, str(row.pk), values])
        if private:
            hidden.append([row._meta.db_table, str(row.pk), private])
    body = {"rows": hidden}
    entry = {
        "region_code": region_code, "subject": "staff", "subject_id": book_id, "seq": 1, "verb": "staff.book_opened",
        "actor_id": None, "post_id": None, "acting_for_id": None, "item_version_id": None, "at": at,
        "recorded_at": at, "facts": {"rows": clear, "numbers": {}}, "payload_digest": payload_digest(salt, body),
        "prev_hash": GENESIS, "algorithm": "sha256", "idem_key": None, "request_digest": "", "answer": {},
    }  # fmt: skip
    entry["hash"] = entry_hash(entry, facts_digest=digest(entry["facts"]))
    apps.get_model("ledger", "Entry").objects.create(id=entry_id, **entry)
    payload = apps.get_model("ledger", "Payload")
    payload.objects.create(id=new_id(), region_code=region_code, entry_id=entry_id, salt=salt, body=body)
    apps.get_model("org", "StaffBook").objects.create(
        id=book_id, region_code=region_code, version=1, ledger_seq=1, ledger_hash=entry["hash"]
    )


def _region(model):
    field = models.CharField("区划代码", default="", editable=False, max_length=12)
    return migrations.AddField(model, "region_code", field, preserve_default=False)


def _struck(model, words):
    field = models.DateField("撤销日期", blank=True, help_text=words, null=True)
    return migrations.AddField(model, "struck_on", field)


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0003_standing_in"),
        ("ledger", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="StaffBook",
            fields=[
                ("id", models.UUIDField("标识", default=yichuang.records.ids.new_id, editable=False, primary_key=True,
                                        serialize=False)),
                ("region_code", models.CharField("区划代码", editable=False, max_length=12)),
                ("version", models.PositiveIntegerField("版本", default=1)),
                ("ledger_seq", models.PositiveIntegerField("账目序号", default=1)),
                ("ledger_hash", models.CharField("账目哈希", max_length=64)),
            ],
            options={
                "verbose_name": "人员授权簿",
                "constraints": [
                    yichuang.records.cell.unique_in_cell("staffbook_id_in_cell", "id"),
                    yichuang.records.cell.unique_in_cell("staffbook_once"),
                ],
            },
        ),
        _region("absence"),
        _region("delegation"),
        _region("windowgrant"),
        _struck("absence", "还没有开始就取消的"),
        _struck("delegation", "还没有开始就收回的"),
        migrations.RemoveConstraint("windowgrant", "window_power_once"),
        migrations.AddConstraint(
            "windowgrant",
            models.UniqueConstraint(
                fields=["department", "power"], condition=models.Q(ends_on=None), name="window_power_once"
            ),
        ),
        migrations.RunPython(name_regions, migrations.RunPython.noop),
        migrations.RunPython(open_books, migrations.RunPython.noop),
    ]
