from django.urls import path

from meetings.views import sitting, sitting_attendance

urlpatterns = [
    path("<int:pk>/attendance/", sitting_attendance.attendance_record, name="attendance_record"),
    path("<int:pk>/attendance/presiding/", sitting_attendance.presiding_set, name="presiding_set"),
    path("<int:pk>/no-quorum/", sitting.meeting_lapse, name="meeting_lapse"),
]
