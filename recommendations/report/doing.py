"""What this reader may do about one recommendation now: the links that stand on its page."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from core.access import Permission, may
from recommendations.actions.drafts import may_write, open_draft
from recommendations.models import DueRule, Recommendation, Response, Update

NAMES = {
    "recommendation_edit": "Change its words and links",
    "response_record": "Record the response",
    "due_revise": "Record a later day",
    "round_record": "Record a round",
    "event_record": "Record the event",
    "recommendation_close": "Close by resolution",
    "recommendation_reopen": "Take it up again",
}


@dataclass(frozen=True, slots=True)
class Doing:
    """``draft``: what is written and not published yet. ``records``: the links of democratic services."""

    can_write: bool
    can_begin: bool
    draft: Update | None
    records: list[tuple[str, str]]
    can_follow: bool
    follows: bool


def doing(recommendation: Recommendation, user: Any, *, is_open: bool) -> Doing:
    if not user.is_authenticated:
        return Doing(False, False, None, [], False, False)
    writes = may_write(user, recommendation)
    draft = open_draft(recommendation) if writes else None
    return Doing(
        can_write=writes,
        can_begin=writes and not draft and is_open and recommendation.response != Response.REJECTED,
        draft=draft,
        records=_records(recommendation, is_open=is_open)
        if may(user, Permission.CLOSE_RECOMMENDATIONS)
        else [],
        can_follow=True,
        follows=recommendation.followers.filter(user=user).exists(),
    )


def _records(recommendation: Recommendation, *, is_open: bool) -> list[tuple[str, str]]:
    rule = recommendation.due_rule
    names = ["response_record"]
    if is_open:
        names += ["due_revise"]
        names += ["round_record"] if rule == DueRule.RECURRING else []
        names += ["event_record"] if rule == DueRule.EVENT else []
    names += ["recommendation_edit", "recommendation_close" if is_open else "recommendation_reopen"]
    return [(NAMES[name], reverse(f"recommendations:{name}", args=[recommendation.pk])) for name in names]
