from recommendations import reading_urls

app_name = "recommendations"
urlpatterns = [*reading_urls.urlpatterns]
