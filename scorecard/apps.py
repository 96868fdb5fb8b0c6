from functools import partial

from django.apps import AppConfig

from core import navigation
from core.access import Permission


class ScorecardConfig(AppConfig):
    name = "scorecard"

    def ready(self) -> None:
        from meetings import papers
        from scorecard.papers import ScorecardPaper

        papers.register(ScorecardPaper())
        section = partial(navigation.register, area="Scorecard")
        section("Scorecard", "scorecard:month_read", permission=Permission.READ_SCORECARD, order=10)
        section("Children", "scorecard:demographics_read", permission=Permission.READ_SCORECARD, order=15)
        section("Reports", "scorecard:report_list", permission=Permission.READ_SCORECARD, order=20)
        section(
            "My commentary", "scorecard:commentary_list", permission=Permission.WRITE_COMMENTARY, order=50
        )
        section("Uploads", "scorecard:upload_list", permission=Permission.READ_UPLOADS, order=60)
        section("Indicators", "scorecard:indicator_list", permission=Permission.MANAGE_INDICATORS, order=70)
