from django.db import transaction

from people.models import User
from recommendations.models import Follower, Recommendation


@transaction.atomic
def follow(recommendation: Recommendation, *, by: User) -> None:
    """To hear by mail when the panel closes it or takes it up again."""
    Follower.objects.get_or_create(recommendation=recommendation, user=by)


@transaction.atomic
def unfollow(recommendation: Recommendation, *, by: User) -> None:
    Follower.objects.filter(recommendation=recommendation, user=by).delete()
