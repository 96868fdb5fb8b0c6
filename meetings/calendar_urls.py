from django.urls import path

from meetings.views import calendar

urlpatterns = [
    path("", calendar.meeting_list, name="meeting_list"),
]
