"""Addresses that the window's templates need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from yichuang.faces.common.casework.papers import document_address, seen_address

register = template.Library()


@register.simple_tag
def file_url(case_no: str, file: Mapping[str, Any]) -> str:
    """{% file_url case.no row %}: where a file that was handed in is looked at, else downloaded."""
    return seen_address(case_no, file)


@register.simple_tag
def paper_url(case_no: str, document_id: object) -> str:
    """{% paper_url case.no paper.id %}: where a paper is downloaded."""
    return document_address(case_no, document_id)
