from django.urls import path

from meetings.views import calendar, calendar_upkeep

urlpatterns = [
    path("", calendar.meeting_list, name="meeting_list"),
    path("dates/", calendar_upkeep.meeting_dates, name="meeting_dates"),
    path("dates/reserve/", calendar_upkeep.dates_reserve, name="dates_reserve"),
    path("<int:pk>/manage/", calendar_upkeep.meeting_manage, name="meeting_manage"),
    path("<int:pk>/confirm/", calendar_upkeep.meeting_confirm, name="meeting_confirm"),
    path("<int:pk>/edit/", calendar_upkeep.meeting_edit, name="meeting_edit"),
    path("<int:pk>/postpone/", calendar_upkeep.meeting_postpone, name="meeting_postpone"),
    path("<int:pk>/cancel/", calendar_upkeep.meeting_cancel, name="meeting_cancel"),
]
