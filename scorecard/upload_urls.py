from django.urls import path

from scorecard.views import uploads, withdrawals

urlpatterns = [
    path("", uploads.upload_list, name="upload_list"),
    path("new/", uploads.upload_create, name="upload_create"),
    path("template/", uploads.template_download, name="template_download"),
    path("<int:pk>/", uploads.upload_detail, name="upload_detail"),
    path("<int:pk>/submit/", uploads.upload_submit, name="upload_submit"),
    path("<int:pk>/approve/", uploads.upload_approve, name="upload_approve"),
    path("<int:pk>/decline/", uploads.upload_decline, name="upload_decline"),
    path("<int:pk>/recheck/", uploads.upload_recheck, name="upload_recheck"),
    path("<int:pk>/cancel/", uploads.upload_cancel, name="upload_cancel"),
    path("<int:pk>/withdraw/", withdrawals.upload_withdraw, name="upload_withdraw"),
    path("<int:pk>/file/", uploads.upload_file, name="upload_file"),
]
