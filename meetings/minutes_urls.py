from django.urls import path

from meetings.views import minutes, minutes_parts, minutes_way, minutes_writing, protected_names

urlpatterns = [
    path("minutes/", minutes_writing.minutes_list, name="minutes_list"),
    path("<int:pk>/minutes/", minutes.minutes_read, name="minutes_read"),
    path("<int:pk>/minutes/minutes.pdf", minutes.minutes_print, name="minutes_print"),
    path("<int:pk>/minutes/write/", minutes_writing.minutes_write, name="minutes_write"),
    path("<int:pk>/minutes/begin/", minutes_writing.minutes_begin, name="minutes_begin"),
    path("<int:pk>/minutes/add/", minutes_writing.minute_add, name="minute_add"),
    path("<int:pk>/minutes/appendix/", minutes_parts.appendix_add, name="appendix_add"),
    path("<int:pk>/minutes/appendix/remove/", minutes_parts.appendix_remove, name="appendix_remove"),
    path("<int:pk>/minutes/send/", minutes_way.minutes_send, name="minutes_send"),
    path("<int:pk>/minutes/recall/", minutes_way.minutes_recall, name="minutes_recall"),
    path("<int:pk>/minutes/agree/", minutes_way.minutes_agree, name="minutes_agree"),
    path("<int:pk>/minutes/return/", minutes_way.minutes_return, name="minutes_return"),
    path("<int:pk>/minutes/publish/", minutes_way.minutes_publish, name="minutes_publish"),
    path("<int:pk>/minutes/withdraw/", minutes_way.minutes_withdraw, name="minutes_withdraw"),
    path("<int:pk>/minutes/approve/", minutes_way.minutes_approve, name="minutes_approve"),
    path("<int:pk>/minutes/sign/", minutes_way.minutes_sign, name="minutes_sign"),
    path("protected-names/", protected_names.protected_names, name="protected_names"),
    path("protected-names/remove/", protected_names.protected_name_remove, name="protected_name_remove"),
    path("appendices/<int:pk>/", minutes_parts.appendix_edit, name="appendix_edit"),
    path("minutes/<int:pk>/", minutes_writing.minute_edit, name="minute_edit"),
    path("minutes/<int:pk>/items/", minutes_writing.minute_items, name="minute_items"),
    path("minutes/<int:pk>/move/", minutes_writing.minute_move, name="minute_move"),
    path("minutes/<int:pk>/remove/", minutes_writing.minute_remove, name="minute_remove"),
    path("minutes/<int:pk>/versions/", minutes_parts.minute_versions, name="minute_versions"),
    path("minutes/<int:pk>/restore/", minutes_parts.minute_restore, name="minute_restore"),
]
