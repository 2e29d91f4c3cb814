"""The OFD package (GB/T 33190-2016): a ZIP of OFD.xml, Document.xml, resources and one content file a page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise
from xml.sax.saxutils import escape, quoteattr

from yichuang.records.documents.ofd.shapes import Page, Path, Point, Text, Typeface

NAMESPACE = "http://www.ofdspec.org/2016"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UP = 0.88  # of the size: how far above the base line a glyph box begins
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself: 32 hex digits, title, author, day."""

    identity: str
    title: str
    author: str
    on: date


def package(pages: Sequence[Page], typefaces: Sequence[Typeface], about: About) -> bytes:
    """Return the file: same pages, same bytes."""
    ids = count(1)
    fonts, page_ids = [next(ids) for _ in typefaces], [next(ids) for _ in pages]
    contents = [_content(page, fonts, ids) for page in pages]
    files = {
        "OFD.xml": _ofd(about),
        "Doc_0/Document.xml": _document(pages, page_ids, next(ids)),
        "Doc_0/PublicRes.xml": _resources(typefaces, fonts),
        **{f"Doc_0/Pages/Page_{number}/Content.xml": content for number, content in enumerate(contents)},
        **{f"Doc_0/Res/font_{number}.{one.ending}": one.file for number, one in enumerate(typefaces)},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            body = content if isinstance(content, bytes) else (_HEAD + content).encode()
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return out.getvalue()


def _ofd(about: About) -> str:
    told = (
        f"<ofd:DocID>{escape(about.identity)}</ofd:DocID><ofd:Title>{escape(about.title)}</ofd:Title>"
        f"<ofd:Author>{escape(about.author)}</ofd:Author><ofd:CreationDate>{about.on.isoformat()}</ofd:CreationDate>"
        "<ofd:Creator>Yichuang</ofd:Creator>"
    )
    return (
        f'<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo>{told}</ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _document(pages: Sequence[Page], page_ids: Sequence[int], last: int) -> str:
    listed = "".join(
        f'<ofd:Page ID="{one}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number, one in enumerate(page_ids)
    )
    return (
        f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData><ofd:MaxUnitID>{last}</ofd:MaxUnitID>'
        f"<ofd:PageArea>{_box(pages[0])}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def _resources(typefaces: Sequence[Typeface], ids: Sequence[int]) -> str:
    listed = "".join(
        f'<ofd:Font ID="{ids[number]}" FontName={quoteattr(one.name)} FamilyName={quoteattr(one.name)}>'
        f"<ofd:FontFile>font_{number}.{one.ending}</ofd:FontFile></ofd:Font>"
        for number, one in enumerate(typefaces)
    )
    return f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res"><ofd:Fonts>{listed}</ofd:Fonts></ofd:Res>'


def _content(page: Page, fonts: Sequence[int], ids: Iterator[int]) -> str:
    layer = next(ids)
    things = "".join(
        part
        for thing in page.things
        for part in (_texts(thing, fonts, ids) if isinstance(thing, Text) else [_path(thing, next(ids))])
    )
    return (
        f'<ofd:Page xmlns:ofd="{NAMESPACE}"><ofd:Area>{_box(page)}</ofd:Area>'
        f'<ofd:Content><ofd:Layer ID="{layer}" Type="Body">{things}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def _box(page: Page) -> str:
    return f"<ofd:PhysicalBox>0 0 {_mm(page.width)} {_mm(page.height)}</ofd:PhysicalBox>"


def _texts(text: Text, fonts: Sequence[int], ids: Iterator[int]) -> Iterator[str]:
    """Yield the text object of a line: one glyph for each character, and which glyph that is."""
    glyphs = [glyph for glyph in text.glyphs if glyph.words]
    if not glyphs:
        return
    left, top = glyphs[0].x, text.y - _UP * text.size
    steps = " ".join(_mm(after.x - before.x) for before, after in pairwise(glyphs))
    said = "".join(glyph.words[0] for glyph in glyphs)
    yield (
        f'<ofd:TextObject ID="{next(ids)}" Boundary="{_mm(left)} {_mm(top)} '
        f'{_mm(glyphs[-1].x - left + text.size)} {_mm(text.size * 1.2)}" Font="{fonts[text.typeface]}" '
        f'Size="{_mm(text.size)}"><ofd:FillColor Value="{text.colour}"/>'
        f'<ofd:CGTransform CodePosition="0" CodeCount="{len(glyphs)}" GlyphCount="{len(glyphs)}">'
        f"<ofd:Glyphs>{' '.join(str(glyph.gid) for glyph in glyphs)}</ofd:Glyphs></ofd:CGTransform>"
        f'<ofd:TextCode X="0" Y="{_mm(text.y - top)}"{f" DeltaX={chr(34)}{steps}{chr(34)}" if steps else ""}>'
        f"{escape(said)}</ofd:TextCode></ofd:TextObject>"
    )


def _path(path: Path, number: int) -> str:
    points = [point for _, some in path.steps for point in some]
    half = path.width / 2 if path.stroke else 0.0
    left, top = min(x for x, _ in points) - half, min(y for _, y in points) - half
    right, low = max(x for x, _ in points) + half, max(y for _, y in points) + half
    steps = " ".join(_step(name, some, left, top) for name, some in path.steps)
    how = f' LineWidth="{_mm(path.width)}"' if path.stroke else ""
    how += f' DashPattern="{" ".join(map(_mm, path.dashes))}"' if path.dashes and path.stroke else ""
    colours = f'<ofd:StrokeColor Value="{path.stroke}"/>' if path.stroke else ""
    colours += f'<ofd:FillColor Value="{path.fill}"/>' if path.fill else ""
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{_mm(left)} {_mm(top)} {_mm(right - left)} {_mm(low - top)}"{how} '
        f'Stroke="{"true" if path.stroke else "false"}" Fill="{"true" if path.fill else "false"}">{colours}'
        f"<ofd:AbbreviatedData>{steps}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _step(name: str, points: Sequence[Point], left: float, top: float) -> str:
    return " ".join([name, *(f"{_mm(x - left)} {_mm(y - top)}" for x, y in points)])


def _mm(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) > 5e-5 else "0"
