"""The day strip (日格): from explained days to cells and words."""

from yichuang.faces.common.strips.drawing import Cell, Part, Strip, promise_strip, saved_share, strip

__all__ = ["Cell", "Part", "Strip", "promise_strip", "saved_share", "strip"]
