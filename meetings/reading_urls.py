from django.urls import path

from meetings.views import notes, reading

urlpatterns = [
    path("<int:pk>/", reading.meeting_read, name="meeting_read"),
    path("<int:pk>/papers/<int:paper>/", reading.paper_read, name="paper_read"),
    path("<int:pk>/papers/<int:paper>.pdf", reading.paper_print, name="paper_print"),
    path("items/<int:pk>/note/", notes.note_write, name="note_write"),
]
