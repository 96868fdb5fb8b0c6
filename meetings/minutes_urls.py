from django.urls import path

from meetings.views import minutes

urlpatterns = [
    path("<int:pk>/minutes/", minutes.minutes_read, name="minutes_read"),
    path("<int:pk>/minutes/minutes.pdf", minutes.minutes_print, name="minutes_print"),
]
