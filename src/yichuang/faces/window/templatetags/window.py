"""Addresses that the window's templates need."""

from __future__ import annotations

from django import template

from yichuang.faces.common.casework.papers import document_address, file_address

register = template.Library()


@register.simple_tag
def file_url(case_no: str, digest: str) -> str:
    """{% file_url case.no row.digest %}: where a file that was handed in is downloaded."""
    return file_address(case_no, digest)


@register.simple_tag
def paper_url(case_no: str, document_id: object) -> str:
    """{% paper_url case.no paper.id %}: where a paper is downloaded."""
    return document_address(case_no, document_id)
