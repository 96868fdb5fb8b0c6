from django.contrib import admin
from django.urls import include, path

from cpp_portal import pages, views

urlpatterns = [
    path("", views.home, name="home"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("cookies/", pages.cookies, name="cookies"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
