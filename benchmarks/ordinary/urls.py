"""The portal's addresses, with the ordinary page and an admin list of figures beside them."""

from django.urls import path

from benchmarks.ordinary import admin, views
from cpp_portal import urls

urlpatterns = [
    *urls.urlpatterns,
    path("ordinary/", views.overview),
    path("ordinary/admin/", admin.site.urls),
]
