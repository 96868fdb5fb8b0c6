"""What the first page tells whoever opens it: at most five things, the newest finding first."""

from django.utils import timezone

from challenge_cards.report.news import card_news
from core.news import News
from meetings.report.news import meeting_tasks, next_meeting_news
from people.models import User
from scorecard.report.news import commentary_news, scorecard_news, upload_news

MOST = 5


def news_for(user: User) -> list[News]:
    """The finding, then what waits for this reader, and the next meeting as long as there is room for it."""
    today = timezone.localdate()
    news = [
        *scorecard_news(user),
        *meeting_tasks(user, today=today),
        *card_news(user, today=today),
        *commentary_news(user, today=today),
        *upload_news(user),
    ]
    coming = list(next_meeting_news(user, today=today))
    return [*news[: MOST - len(coming)], *coming]
