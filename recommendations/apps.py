from functools import partial

from django.apps import AppConfig

from core import navigation
from core.access import Permission


class RecommendationsConfig(AppConfig):
    name = "recommendations"

    def ready(self) -> None:
        from meetings import approvals, papers
        from recommendations.actions.approvals import settle_anew
        from recommendations.papers import ProgressPaper

        papers.register(ProgressPaper())
        approvals.register(settle_anew)
        section = partial(navigation.register, area="Recommendations")
        section("Recommendations", "recommendations:recommendation_list", permission=None, order=40)
        section("Strategy", "recommendations:strategy_read", permission=None, order=41)
        section("What I report", "recommendations:duty_list", permission=Permission.WRITE_UPDATES, order=53)
