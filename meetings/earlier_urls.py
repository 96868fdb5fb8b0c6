"""Addresses outside /meetings/, at the root of the site."""

from django.urls import path

from meetings.views import earlier_addresses as earlier

app_name = "earlier"
urlpatterns = [
    path(
        "committees/<int:body>/meetings/<int:meeting>/", earlier.committee_meeting, name="committee_meeting"
    ),
    path("ieListDocuments.aspx", earlier.documents_of_meeting, name="documents_of_meeting"),
    path("ieListMeetings.aspx", earlier.meetings_of_committee, name="meetings_of_committee"),
    path("mgAi.aspx", earlier.item_of_agenda, name="item_of_agenda"),
]
