"""Pictures are written anew (图像重写): upright, without what a camera or a forger hid in them."""

from __future__ import annotations

from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from yichuang.faces.common.uploads.refused import UploadRefused

PIXELS_MAX = 40_000_000


def clean_image(source: BinaryIO, target: BinaryIO, code: str) -> None:
    """Write the picture anew: upright, without metadata, nothing behind it.  Raises: UploadRefused."""
    source.seek(0)
    try:
        with Image.open(source, formats=["JPEG" if code == "jpg" else "PNG"]) as picture:
            if picture.width * picture.height > PIXELS_MAX:
                raise UploadRefused("too_many_pixels", limit=str(PIXELS_MAX // 10_000))
            upright = ImageOps.exif_transpose(picture)
            _save(upright, target, code)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as damage:
        if isinstance(damage, UploadRefused):
            raise
        raise UploadRefused("broken") from damage


def _save(picture: Image.Image, target: BinaryIO, code: str) -> None:
    if code == "jpg":
        whole = picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")
        whole.save(target, "JPEG", quality=92, exif=b"", icc_profile=None)
        return
    plain = picture if picture.mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16") else picture.convert("RGBA")
    plain.info = {key: value for key, value in plain.info.items() if key == "transparency"}
    plain.save(target, "PNG", compress_level=4)
