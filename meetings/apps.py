from django.apps import AppConfig

from core import navigation


class MeetingsConfig(AppConfig):
    name = "meetings"

    def ready(self) -> None:
        navigation.register("Meetings", "meetings:meeting_list", permission=None, order=30)
