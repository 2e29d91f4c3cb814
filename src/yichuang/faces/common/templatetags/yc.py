"""All components as one tag library (组件): {% load yc %}."""

from __future__ import annotations

from django import template

from yichuang.faces.common.templatetags import library_tags, list_tags, look_tags, time_tags

register = template.Library()
for part in (look_tags, time_tags, list_tags, library_tags):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
