"""Recommendations: what everybody reads, and what owners and democratic services write."""

from people.models import User
from recommendations.models import Recommendation
from tests.access_examples.registry import example
from tests.factories.people import PostHoldingFactory
from tests.factories.recommendations import (
    RecommendationFactory,
    StrategyActionFactory,
    StrategyOutcomeFactory,
    UpdateFactory,
    published,
)

PUBLIC = {
    "recommendations:recommendation_list",
    "recommendations:register_download",
    "recommendations:recommendation_read",
    "recommendations:recommendation_print",
    "recommendations:strategy_read",
    "recommendations:strategy_print",
    "recommendations:progress_read",
    "recommendations:progress_print",
}
SIGNED_IN = {
    "recommendations:recommendation_follow",
}


@example("recommendations:register_download")
def a_register_as_a_file() -> dict:
    RecommendationFactory()
    return {"extension": "csv"}


@example("recommendations:update_add")
def a_recommendation_that_everybody_answers_for() -> dict:
    return {"pk": of_everybody(RecommendationFactory()).pk}


@example("recommendations:update_read", "recommendations:update_edit", "recommendations:update_discard")
def a_draft_that_everybody_answers_for() -> dict:
    return {"pk": UpdateFactory(recommendation=of_everybody(RecommendationFactory())).pk}


@example(
    "recommendations:update_submit",
    "recommendations:update_correct",
    "recommendations:update_publish",
    "recommendations:update_return",
)
def another_draft_that_everybody_answers_for() -> dict:
    return a_draft_that_everybody_answers_for()


@example(
    "recommendations:recommendation_read",
    "recommendations:recommendation_print",
    "recommendations:recommendation_edit",
    "recommendations:response_record",
    "recommendations:due_revise",
    "recommendations:round_record",
    "recommendations:event_record",
    "recommendations:recommendation_close",
    "recommendations:recommendation_reopen",
    "recommendations:recommendation_follow",
)
def a_recommendation() -> dict:
    return {"pk": RecommendationFactory().pk}


@example("recommendations:report_edit", "recommendations:recommendation_add")
def a_report_that_recommends() -> dict:
    return {"pk": RecommendationFactory().report_id}


@example("recommendations:outcome_edit", "recommendations:outcome_report")
def an_outcome_of_the_strategy() -> dict:
    return {"pk": StrategyOutcomeFactory().pk}


@example("recommendations:outcome_correct")
def what_was_reported_on_an_outcome() -> dict:
    return {"pk": published(outcome=StrategyOutcomeFactory()).pk}


@example("recommendations:update_take_off")
def what_was_published_on_a_recommendation() -> dict:
    return {"pk": published(RecommendationFactory()).pk}


@example("recommendations:review_record")
def a_review_that_comes_back() -> dict:
    return {"pk": StrategyActionFactory(every_months=6).pk}


def of_everybody(recommendation: Recommendation) -> Recommendation:
    for holder in User.objects.all():
        PostHoldingFactory(post=recommendation.owner, user=holder)
    return recommendation
