"""Files that people hand in (上传): checked by content, kept by content."""

from yichuang.faces.common.uploads.refused import UploadRefused
from yichuang.faces.common.uploads.taking import Accepted, Slot, accept, clean_name, sentence

__all__ = ["Accepted", "Slot", "UploadRefused", "accept", "clean_name", "sentence"]
