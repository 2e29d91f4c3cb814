"""Addresses of the staff room."""

from django.urls import path

from yichuang.faces.office.staffing import (
    attendance,
    community,
    files,
    hall,
    leaves,
    mine,
    papers,
    sheet,
    sheet_paper,
    sheets,
    warned,
)

app_name = "office"
urlpatterns = [
    path("staff/me/", mine.page, name="my_staff_page"),
    path("staff/leave/", leaves.page, name="leaves"),
    path("staff/attendance/", attendance.page, name="attendance"),
    path("staff/attendance/<uuid:patrol>/photo/", attendance.photo, name="patrol_photo"),
    path("staff/files/", files.listing, name="staff_files"),
    path("staff/files/<uuid:user>/", files.one, name="staff_file"),
    path("staff/sheets/", sheets.page, name="sheets"),
    path("staff/sheets/<uuid:sheet>/", sheet.page, name="sheet"),
    path("staff/sheets/<uuid:sheet>/paper/", sheet_paper.paper, name="sheet_paper"),
    path("staff/units/", hall.page, name="units"),
    path("staff/community/", community.page, name="community"),
    path("staff/warnings/", warned.page, name="staff_warnings"),
    path("staff/papers/<kind>/<uuid:ref>/", papers.paper, name="staff_paper"),
]
