"""Build parameters, profiles and sources from the YAML folders (装载)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from yichuang.law.reading import Table, day, only, read, value
from yichuang.law.shapes import (
    NATIONAL,
    Direction,
    LawError,
    Level,
    NormValue,
    Parameter,
    Profile,
    Source,
    Value,
)
from yichuang.rules.norms import Unit

_SOURCE = ("title", "issuer", "date", "level", "form", "files", "status", "number")
_DEFINITION = ("term", "meaning", "unit", "direction", "options")
_GIVEN = ("unit", "basis", "quote", "checked_on", "checked", "departs_from", "reason", "note", "values")
_LOCAL = ("profile", "name", "sample", "note", "checked_on", "norms")


def load_sources(path: Path) -> dict[str, Source]:
    """Return every source document by its id. Raises LawError."""
    return {name: _source(name, table) for name, table in read(path).items()}


def _source(name: str, table: Table) -> Source:
    only(table, _SOURCE, f"来源 {name}")
    return Source(
        id=name,
        title=str(table["title"]),
        issuer=str(table["issuer"]),
        date=str(table["date"]),
        level=Level(table["level"]),
        form=str(table.get("form", "articles")),
        files=tuple(table.get("files", ())),
        status=str(table.get("status", "")),
        number=str(table.get("number", "")),
    )


def load_parameters(folder: Path) -> dict[str, Parameter]:
    """Return the national parameters of one folder. Raises LawError."""
    found: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, table in read(path).items():
            if name in found:
                raise LawError(f"{path.name}：参数 {name} 已在别的文件中定义")
            found[name] = _parameter(name, table, path.name)
    return found


def _parameter(name: str, table: Table, file: str) -> Parameter:
    where = f"{file} {name}"
    only(table, (*_DEFINITION, *_GIVEN), where)
    missing = [key for key in ("term", "meaning", "unit") if not table.get(key)]
    if missing:
        raise LawError(f"{where}：缺 {'、'.join(missing)}")
    unit = _unit(table["unit"], where)
    direction = Direction(table["direction"]) if "direction" in table else None
    bare = Parameter(
        name, str(table["term"]), str(table["meaning"]), unit, str(table.get("basis", "")), direction,
        {str(word): str(label) for word, label in table.get("options", {}).items()}, (),
    )  # fmt: skip
    return replace(bare, values=tuple(_values(bare, NATIONAL, table, where)))


def _unit(raw: object, where: str) -> Unit:
    try:
        return Unit(str(raw))
    except ValueError as error:
        raise LawError(f"{where}：单位“{raw}”不在单位表中") from error


def _values(parameter: Parameter, profile: str, table: Table, where: str) -> Iterator[Value]:
    """Yield the values of one entry, oldest first; a value may bring its own basis and quotation."""
    unit = _unit(table["unit"], where) if "unit" in table else parameter.unit
    given = table.get("values", {})
    if not isinstance(given, dict) or list(given) != sorted(given, key=str):
        raise LawError(f"{where}:values 应按施行日期由早到晚排列")
    for since, raw in given.items():
        own = raw if isinstance(raw, dict) else {"value": raw}
        only(own, ("value", "basis", "quote", "checked", "note"), where)
        row = {**table, **own}
        if not row.get("checked_on") or not row.get("basis"):
            raise LawError(f"{where}：缺依据 basis 或核对日期 checked_on")
        quoted = own if "basis" in own else row
        yield Value(
            profile=profile,
            since=day(since, where),
            value=_in_options(parameter, value(own.get("value"), unit, where), where),
            unit=unit,
            basis=str(row["basis"]),
            quote=str(quoted.get("quote", "")),
            checked_on=day(row["checked_on"], where),
            checked=bool(row.get("checked", True)),
            departs_from=str(table.get("departs_from", "")),
            reason=str(table.get("reason", "")),
            note=str(row.get("note", "")),
        )


def _in_options(parameter: Parameter, found: NormValue | None, where: str) -> NormValue | None:
    words = found if isinstance(found, tuple) else (found,)
    if parameter.unit in (Unit.CHOICE, Unit.CHOICES) and found is not None:
        strange = [str(word) for word in words if str(word) not in parameter.options]
        if strange:
            raise LawError(f"{where}：选项 {'、'.join(strange)} 不在 options 中")
    return found


def load_local(folder: Path, parameters: Mapping[str, Parameter]) -> tuple[dict[str, Profile], dict[str, Parameter]]:
    """Add the local values of one folder to the parameters. Raises LawError."""
    profiles: dict[str, Profile] = {}
    merged = dict(parameters)
    for path in sorted(folder.rglob("*.yaml")):
        table = read(path)
        only(table, _LOCAL, path.name)
        if lacking := [key for key in ("profile", "name") if not table.get(key)]:
            raise LawError(f"{path.parent.name}/{path.name}：没有写 {'、'.join(lacking)}")
        profile = Profile(
            str(table["profile"]), str(table["name"]), bool(table.get("sample")), str(table.get("note", ""))
        )
        profiles[profile.id] = profile
        for name, entry in _entries(table):
            where = f"{path.parent.name}/{path.name} {name}"
            if name not in merged:
                raise LawError(f"{where}：没有这个参数，须先在 national 中定义")
            only(entry, _GIVEN, where)
            merged[name] = _with(merged[name], _values(merged[name], profile.id, entry, where), where)
    return profiles, merged


def _entries(table: Table) -> Iterable[tuple[str, Table]]:
    checked_on = table.get("checked_on")
    return ((name, {"checked_on": checked_on, **entry}) for name, entry in table.get("norms", {}).items())


def _with(parameter: Parameter, values: Iterable[Value], where: str) -> Parameter:
    more = tuple(values)
    if {(v.profile, v.since) for v in parameter.values} & {(v.profile, v.since) for v in more}:
        raise LawError(f"{where}：同一日期已有取值")
    return replace(parameter, values=(*parameter.values, *more))
