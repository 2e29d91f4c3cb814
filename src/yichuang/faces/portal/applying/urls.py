"""Addresses of applying on line."""

from django.urls import path

from yichuang.faces.portal.applying import materials, sections, sending, sent, start, tasks, who

_DRAFT = "apply/<uuid:draft_id>/"
urlpatterns = [
    path(_DRAFT, tasks.begin_at_tasks, name="apply_draft"),
    path(f"{_DRAFT}tasks/", tasks.task_list, name="apply_tasks"),
    path(f"{_DRAFT}discard/", tasks.throw_away, name="apply_discard"),
    path(f"{_DRAFT}applicant/", who.applicant, name="apply_applicant"),
    path(f"{_DRAFT}form/<slug:section>/", sections.section, name="apply_section"),
    path(f"{_DRAFT}materials/", materials.materials, name="apply_materials"),
    path(f"{_DRAFT}files/<str:digest>/", materials.uploaded, name="apply_file"),
    path(f"{_DRAFT}preview/<slug:key>/", materials.preview, name="apply_preview"),
    path(f"{_DRAFT}check/", sending.check, name="apply_check"),
    path(f"{_DRAFT}sent/", sent.sent, name="apply_sent"),
    path("apply/<str:code>/", start.start, name="apply_start"),
]
