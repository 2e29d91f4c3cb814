"""Examinations of single record books (各册自检)."""
