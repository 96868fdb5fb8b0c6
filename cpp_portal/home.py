"""What the first page tells whoever opens it: at most five things, their own work first."""

from django.utils import timezone

from challenge_cards.report.news import answered_news, card_news
from core.news import News
from meetings.report.news import coming_news, meeting_tasks, next_meeting_news, published_news
from people.models import User
from recommendations.report.news import register_news, update_news
from scorecard.report.news import commentary_news, scorecard_news, upload_news

MOST = 5


def news_for(user: User) -> list[News]:
    """What waits for this reader, then the finding; the next meeting keeps its place at the end."""
    today = timezone.localdate()
    news = [
        *meeting_tasks(user, today=today),
        *card_news(user, today=today),
        *update_news(user, today=today),
        *commentary_news(user, today=today),
        *upload_news(user, today=today),
        *scorecard_news(user),
    ]
    coming = list(next_meeting_news(user, today=today))
    return [*news[: MOST - len(coming)], *coming]


def news_for_everybody() -> list[News]:
    """What was asked and done, and the panel's meetings: all that needs no account."""
    today = timezone.localdate()
    return [*coming_news(today), *published_news(), *register_news(today=today), *answered_news()]
