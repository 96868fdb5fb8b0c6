from django.urls import path

from meetings.views import members, panel, seats

urlpatterns = [
    path("members/", members.member_list, name="member_list"),
    path("members/changes/", members.membership_compare, name="membership_compare"),
    path("members/attendance/", members.attendance_read, name="attendance_read"),
    path("members/seats/add/", seats.seat_add, name="seat_add"),
    path("members/seats/<int:pk>/", seats.seat_manage, name="seat_manage"),
    path("members/seats/<int:pk>/edit/", seats.seat_edit, name="seat_edit"),
    path("members/seats/<int:pk>/fill/", seats.seat_fill, name="seat_fill"),
    path("members/tenures/<int:pk>/", seats.tenure_edit, name="tenure_edit"),
    path("members/tenures/<int:pk>/replace/", seats.member_replace, name="member_replace"),
    path("members/offices/", seats.office_add, name="office_add"),
    path("members/offices/<int:pk>/end/", seats.office_end, name="office_end"),
    path("panel/", panel.panel_edit, name="panel_edit"),
    path("panel/terms/add/", panel.term_add, name="term_add"),
    path("panel/terms/<int:pk>/end/", panel.term_end, name="term_end"),
]
