from django.urls import path

from meetings.views import sitting, sitting_attendance, sitting_items, undertakings

urlpatterns = [
    path("<int:pk>/attendance/", sitting_attendance.attendance_record, name="attendance_record"),
    path("<int:pk>/attendance/presiding/", sitting_attendance.presiding_set, name="presiding_set"),
    path("<int:pk>/sitting/", sitting.meeting_sit, name="meeting_sit"),
    path("<int:pk>/no-quorum/", sitting.meeting_lapse, name="meeting_lapse"),
    path("<int:pk>/exclusion/", sitting.exclusion_add, name="exclusion_add"),
    path("<int:pk>/exclusion/remove/", sitting.exclusion_remove, name="exclusion_remove"),
    path("exclusions/<int:pk>/readmit/", sitting.exclusion_readmit, name="exclusion_readmit"),
    path("items/<int:pk>/record/", sitting_items.item_record, name="item_record"),
    path("items/<int:pk>/resolutions/", sitting_items.resolution_add, name="resolution_add"),
    path("items/<int:pk>/resolutions/remove/", sitting_items.resolution_remove, name="resolution_remove"),
    path("items/<int:pk>/undertakings/", sitting_items.undertaking_add, name="undertaking_add"),
    path("items/<int:pk>/undertakings/accept/", sitting_items.undertaking_accept, name="undertaking_accept"),
    path("items/<int:pk>/interests/", sitting_items.interest_add, name="interest_add"),
    path("items/<int:pk>/interests/remove/", sitting_items.interest_remove, name="interest_remove"),
    path("items/<int:pk>/election/", sitting_items.election_record, name="election_record"),
    path("items/<int:pk>/release/", sitting_items.papers_release, name="papers_release"),
    path("resolutions/<int:pk>/", sitting_items.resolution_change, name="resolution_change"),
    path("resolutions/<int:pk>/vote/", sitting_items.vote_record, name="vote_record"),
    path("undertakings/", undertakings.undertaking_list, name="undertaking_list"),
    path("undertakings/register.csv", undertakings.register_download, name="register_download"),
    path("undertakings/register.pdf", undertakings.register_print, name="register_print"),
    path("undertakings/<int:pk>/", undertakings.undertaking_read, name="undertaking_read"),
    path("undertakings/<int:pk>/report/", undertakings.undertaking_report, name="undertaking_report"),
    path("undertakings/<int:pk>/edit/", undertakings.undertaking_edit, name="undertaking_edit"),
]
