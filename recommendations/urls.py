from recommendations import reading_urls, work_urls

app_name = "recommendations"
urlpatterns = [*reading_urls.urlpatterns, *work_urls.urlpatterns]
