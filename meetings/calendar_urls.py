from django.urls import path

from meetings.views import calendar, calendar_upkeep, feeds, open_data, programme

urlpatterns = [
    path("", calendar.meeting_list, name="meeting_list"),
    path("dates/", calendar_upkeep.meeting_dates, name="meeting_dates"),
    path("dates/reserve/", calendar_upkeep.dates_reserve, name="dates_reserve"),
    path("<int:pk>/manage/", calendar_upkeep.meeting_manage, name="meeting_manage"),
    path("<int:pk>/confirm/", calendar_upkeep.meeting_confirm, name="meeting_confirm"),
    path("<int:pk>/edit/", calendar_upkeep.meeting_edit, name="meeting_edit"),
    path("<int:pk>/postpone/", calendar_upkeep.meeting_postpone, name="meeting_postpone"),
    path("<int:pk>/cancel/", calendar_upkeep.meeting_cancel, name="meeting_cancel"),
    path("meetings.ics", feeds.calendar_feed, name="calendar_feed"),
    path("issues.atom", feeds.issue_feed, name="issue_feed"),
    path("<int:pk>/meeting.ics", feeds.meeting_feed, name="meeting_feed"),
    path("<int:pk>/meeting.jsonld", open_data.meeting_data, name="meeting_data"),
    path("<int:pk>/event.json", open_data.meeting_event, name="meeting_event"),
    path("attendance.csv", open_data.attendance_download, name="attendance_download"),
    path("undertakings.csv", open_data.undertakings_download, name="undertakings_download"),
    path("calendar/", feeds.calendar_subscribe, name="calendar_subscribe"),
    path("calendar/renew/", feeds.calendar_renew, name="calendar_renew"),
    path("calendar/<str:key>.ics", feeds.private_feed, name="private_feed"),
    path("programme/", programme.programme_read, name="programme_read"),
    path("programme/programme.csv", programme.programme_download, name="programme_download"),
    path("programme/add/", programme.entry_add, name="entry_add"),
    path("programme/<int:pk>/", programme.entry_manage, name="entry_manage"),
    path("programme/<int:pk>/edit/", programme.entry_edit, name="entry_edit"),
    path("programme/<int:pk>/move/", programme.entry_move, name="entry_move"),
    path("programme/<int:pk>/drop/", programme.entry_drop, name="entry_drop"),
    path("programme/<int:pk>/restore/", programme.entry_restore, name="entry_restore"),
    path("programme/<int:pk>/considered/", programme.entry_consider, name="entry_consider"),
]
