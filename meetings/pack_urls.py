from django.urls import path

from meetings.views import pack_building, packs

urlpatterns = [
    path("<int:pk>/pack/", packs.pack_read, name="pack_read"),
    path("<int:pk>/pack/<int:number>.pdf", packs.pack_download, name="pack_download"),
    path("<int:pk>/pack/<int:number>/items.pdf", packs.pack_items, name="pack_items"),
    path("<int:pk>/pack/<int:number>/copy.pdf", packs.pack_copy, name="pack_copy"),
    path("<int:pk>/pack/build/", pack_building.pack_build, name="pack_build"),
    path("<int:pk>/pack/build/cancel/", pack_building.pack_cancel, name="pack_cancel"),
]
