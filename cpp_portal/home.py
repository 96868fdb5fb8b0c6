"""What the first page tells whoever opens it: at most five things, the newest finding first."""

from django.utils import timezone

from people.models import User
from scorecard.report.news import News, commentary_news, scorecard_news, upload_news

MOST = 5


def news_for(user: User) -> list[News]:
    return [*scorecard_news(user), *commentary_news(user, today=timezone.localdate()), *upload_news(user)][
        :MOST
    ]
