"""What the index calls things (目录里的名称): item, department, papers, paths and states, compared with the ledger.

A package whose words were changed and whose digests were counted anew tells a different story with the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from yichuang.faces.terminal.archive_package import chain
from yichuang.records.archive.words import FIXED, PROGRAM, PROGRAMS, WAYS

REGISTERED = "case.archive_registered"
_FOLDERS = {"documents": "document", "materials": "material", "proofs": "proof"}
_NAMED = ("item", "item_code", "department")
_HEAD = 12  # places of a digest in the name of a file
Told = Mapping[str, Any]


def name_faults(manifest: Told, ledger: Told, images: chain.Images) -> Iterator[str]:
    """Yield where the index calls something otherwise than the ledger does."""
    yield from _named(manifest, ledger, images)
    told = index_of(ledger) or {}
    programs = {told["program"]} if "program" in told else PROGRAMS
    for file in manifest["files"]:
        yield from _placed(file, programs)
    yield from _in_turn(manifest, images)
    yield from _missing(manifest, ledger, images)
    yield from _titles(manifest, ledger, images)


def state_on_record(ledger: Told) -> Mapping[str, str]:
    """Return how the certificates stood when the case was registered, by number."""
    states: Mapping[str, str] = (index_of(ledger) or {}).get("certificates", {})
    return states


def index_of(ledger: Told) -> Told | None:
    """Return the names that were put on record with the archive number; None in packages from before that was done."""
    told = [entry["facts"].get("index") for entry in ledger["entries"] if entry["verb"] == REGISTERED]
    return told[-1] if told else None


def _named(manifest: Told, ledger: Told, images: chain.Images) -> Iterator[str]:
    """Compare item and department; in older packages the item with what the papers frozen in the ledger call it."""
    told = index_of(ledger)
    if told is not None:
        yield from (f"清单的 {name} 与账目不符" for name in _NAMED if manifest[name] != told[name])
        return
    called = {row["fields"]["item"] for row in _papers(images) if row.get("fields", {}).get("item")}
    if called and manifest["item"] not in called:
        yield "清单的 item 与文书不符"


def _placed(file: Told, programs: Collection[str]) -> Iterator[str]:
    """A file lies where its kind belongs, under a name that holds its digest; the fixed ones are called as ever."""
    path, (folder, _, rest) = file["path"], file["path"].partition("/")
    if path in FIXED:
        if (file["kind"], file["title"]) != FIXED[path]:
            yield f"文件 {path} 的种类或者题名不对"
        if path == PROGRAM and file["sha256"] not in programs:
            yield "离线核验程序不是本系统出具的"
    elif _FOLDERS.get(folder) != file["kind"] or f"-{file['sha256'][:_HEAD]}." not in rest:
        yield f"文件 {path} 的位置与种类、摘要不符"


def _in_turn(manifest: Told, images: chain.Images) -> Iterator[str]:
    """The papers are numbered in the course in which they were drawn."""
    drawn = [(row.get("drawn_at"), row_id, row["digest"]) for row_id, row in _rows(images) if row.get("digest")]
    if all(at for at, _, _ in drawn):
        right = {f"documents/{number:03d}-{one[2][:_HEAD]}.pdf" for number, one in enumerate(sorted(drawn), 1)}
        wrong = {file["path"] for file in manifest["files"] if file["kind"] == "document"} - right
        yield from (f"文件 {path} 的序号与账目不符" for path in sorted(wrong))


def _missing(manifest: Told, ledger: Told, images: chain.Images) -> Iterator[str]:
    """What is called missing was erased by an act on record, and is called what it was."""
    gone, kinds = chain.erased_files(ledger), dict[str, str]()
    kinds.update({row["digest"]: "document" for row in _papers(images) if row.get("digest")})
    for one in manifest["missing"]:
        if one["sha256"] not in gone or kinds.get(one["sha256"], one["kind"]) != one["kind"]:
            yield f"清单说缺失的文件 {one['sha256'][:_HEAD]} 与账目不符"


def _titles(manifest: Told, ledger: Told, images: chain.Images) -> Iterator[str]:
    """Compare titles with those of papers on record, names of materials and manners of delivery, as far as known."""
    on_record, known = (index_of(ledger) or {}).get("papers", {}), dict[tuple[str, str], set[str]]()
    for (table, _), row in images.items():
        for kind, digest, title in _called(table, row):
            known.setdefault((kind, digest), set()).add(title)
    for one in [*manifest["files"], *manifest["missing"]]:
        titles = known.get((one["kind"], one["sha256"]))
        wrong = titles and not any(_fits(one["title"], title) for title in titles)
        if wrong or (one["kind"] == "document" and on_record.get(one["sha256"], one["title"]) != one["title"]):
            yield f"文件 {one.get('path', one['sha256'][:_HEAD])} 的题名与账目不符"


def _fits(told: str, title: str) -> bool:
    """A title that begins with a blank is only the number, which stands last."""
    return told.endswith(title) if title.startswith(" ") else told == title


def _called(table: str, row: Told) -> Iterator[tuple[str, str, str]]:
    """Yield kind, digest and lawful title of each file that a row names."""
    if table == "documents_document" and row.get("digest") and row.get("no"):
        yield "document", row["digest"], f" {row['no']}"
    elif table == "cases_material" and row.get("name"):
        for file in row.get("files", ()):
            yield "material", file["digest"], f"{row['name']} {file.get('name', '')}".strip()
    elif table == "delivery_dispatch" and row.get("way") in WAYS:
        for file in row.get("proofs", ()):
            yield "proof", file["digest"], f"{WAYS[row['way']]} {file.get('name', '')}"


def _rows(images: chain.Images) -> Iterator[tuple[str, Told]]:
    yield from ((row_id, row) for (table, row_id), row in images.items() if table == "documents_document")


def _papers(images: chain.Images) -> Iterator[Told]:
    yield from (row for _, row in _rows(images))
