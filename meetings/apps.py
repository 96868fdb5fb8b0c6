from functools import partial

from django.apps import AppConfig

from core import navigation
from core.access import Permission


class MeetingsConfig(AppConfig):
    name = "meetings"

    def ready(self) -> None:
        section = partial(navigation.register, area="Meetings")
        section("Meetings", "meetings:meeting_list", permission=None, order=30)
        section("Agendas", "meetings:agenda_list", permission=Permission.MANAGE_MEETINGS, order=32)
        section("Undertakings", "meetings:undertaking_list", permission=Permission.READ_SCORECARD, order=34)
        section("Minutes", "meetings:minutes_list", permission=Permission.RECORD_MEETINGS, order=33)
        section("My reports", "meetings:report_list", permission=Permission.WRITE_REPORTS, order=52)
