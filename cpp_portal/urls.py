from django.contrib import admin
from django.urls import include, path

from cpp_portal import pages, views
from cpp_portal.health import health

urlpatterns = [
    path("", views.home, name="home"),
    path("health/", health, name="health"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("cookies/", pages.cookies, name="cookies"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]

handler500 = "cpp_portal.errors.server_error"
