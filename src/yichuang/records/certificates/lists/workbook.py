"""工作簿: the rows of the first sheet of an .xlsx file, one after the other, in the memory of one row.

The usual readers keep the whole sheet. Here the XML is read as a stream; texts that Excel keeps apart (shared
strings) go to a temporary file, of which only the places are remembered.
"""

from __future__ import annotations

import tempfile
import zipfile
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError, XMLPullParser

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CHUNK, _UNPACKED_MOST, _COLUMNS_MOST, _TEXT_MOST = 1 << 16, 2 << 30, 200, 2000
Cell = str | float | None


class NoWorkbook(Exception):
    """The file can't be read as a workbook; the words say why and what to do."""


class Workbook:
    """An open workbook; close it when done."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
            names = set(self._zip.namelist())
        except (OSError, zipfile.BadZipFile) as fault:
            raise NoWorkbook("不是 .xlsx 工作簿。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”") from fault
        if "xl/workbook.xml" not in names:
            raise NoWorkbook("不是 .xlsx 工作簿。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”")
        if sum(entry.file_size for entry in self._zip.infolist()) > _UNPACKED_MOST:
            raise NoWorkbook("解压后超过 2 GB。请分成几个文件")
        self.since_1904, self._sheet = self._about(names)
        self._texts: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - kept open with the workbook
        self._places = array("Q", [0])
        if "xl/sharedStrings.xml" in names:
            self._keep_texts()

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Yield row number and cells. Raises: NoWorkbook."""
        last = 0
        for row in self._elements(self._sheet, "row"):
            number = int(row.get("r") or last + 1)
            last = number
            yield number, self._cells(row)

    def close(self) -> None:
        """Close the file and drop the texts."""
        self._zip.close()
        self._texts.close()

    def _about(self, names: set[str]) -> tuple[bool, str]:
        """Return whether days count from 1904, and where the first sheet lies."""
        since, first, where = False, "", {}
        for element in self._elements("xl/workbook.xml", "workbookPr", "sheet"):
            if element.tag.endswith("workbookPr"):
                since = element.get("date1904") in ("1", "true")
            elif not first:
                first = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
        with suppress(KeyError):
            for element in self._elements("xl/_rels/workbook.xml.rels", "Relationship"):
                where[element.get("Id", "")] = element.get("Target", "")
        target = where.get(first, "worksheets/sheet1.xml")
        name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if name not in names:
            raise NoWorkbook("工作簿里没有工作表")
        return since, name

    def _keep_texts(self) -> None:
        at = 0
        for element in self._elements("xl/sharedStrings.xml", "si"):
            at += self._texts.write(_words(element).encode())
            self._places.append(at)

    def _text(self, index: int) -> str:
        if not 0 <= index < len(self._places) - 1:
            return ""
        self._texts.seek(self._places[index])
        return self._texts.read(self._places[index + 1] - self._places[index]).decode()

    def _cells(self, row: Any) -> list[Cell]:
        cells: list[Cell] = []
        for cell in row:
            place = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            if place >= _COLUMNS_MOST:
                break
            cells += [None] * (place - len(cells))
            cells.append(self._value(cell))
        return cells

    def _value(self, cell: Any) -> Cell:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _words(cell)
        told = next((one.text for one in cell if one.tag.endswith("}v")), None)
        if told is None:
            return None
        if kind == "s":
            return self._text(int(told)) if told.isdigit() else ""
        if kind != "n":
            return told[:_TEXT_MOST]
        try:
            return float(told)
        except ValueError:
            return told[:_TEXT_MOST]

    def _elements(self, name: str, *tags: str) -> Iterator[Any]:
        """Yield the elements of these tags as they are complete; what was yielded is forgotten."""
        wanted = {space + tag for tag in tags for space in (_MAIN, _STRICT, _REL)}
        parser, root = XMLPullParser(("start", "end")), None
        try:
            with self._zip.open(name) as stream:
                while block := stream.read(_CHUNK):
                    if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
                        raise NoWorkbook("文件里有不允许的内容")
                    parser.feed(block)
                    for event, element in parser.read_events():
                        root = element if root is None else root
                        if event == "end" and element.tag in wanted:
                            yield element
                            element.clear()
                            for holder in (root, *root):
                                if len(holder) and holder[0] is element:
                                    holder.clear()
        except (ParseError, zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as fault:
            raise NoWorkbook("文件已损坏或者加了密码。请重新保存后再试") from fault


def _words(element: Any) -> str:
    """Return all text of a shared or inline string without its reading aid (注音)."""
    parts = [one.text or "" for one in element.iter() if one.tag.endswith("}t")]
    return "".join(parts)[:_TEXT_MOST]


def _column(reference: str) -> int:
    place = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        place = place * 26 + ord(letter) - 64
    return max(place - 1, 0)
