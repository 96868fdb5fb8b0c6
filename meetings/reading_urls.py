from django.urls import path

from meetings.views import reading

urlpatterns = [
    path("<int:pk>/", reading.meeting_read, name="meeting_read"),
]
