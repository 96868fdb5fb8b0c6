from meetings import (
    agenda_urls,
    calendar_urls,
    members_urls,
    minutes_urls,
    pack_urls,
    paper_urls,
    reading_urls,
    sitting_urls,
)

app_name = "meetings"
urlpatterns = [
    *calendar_urls.urlpatterns,
    *members_urls.urlpatterns,
    *agenda_urls.urlpatterns,
    *paper_urls.urlpatterns,
    *sitting_urls.urlpatterns,
    *minutes_urls.urlpatterns,
    *reading_urls.urlpatterns,
    *pack_urls.urlpatterns,
]
