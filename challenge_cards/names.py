"""The names that may stand in a text about children: groups, projects, posts and services, never a child."""

from django.conf import settings

from challenge_cards.models import Group, KnownName
from people.models import Post
from recommendations.models import Service


def allowed_names() -> list[str]:
    names = [
        *Group.objects.values_list("name", flat=True),
        *KnownName.objects.filter(waits=False).values_list("name", flat=True),
        *Post.objects.values_list("title", flat=True),
        *Service.objects.values_list("name", flat=True),
        settings.COUNCIL_NAME,
        settings.PANEL_NAME,
    ]
    return [name for name in names if name]
