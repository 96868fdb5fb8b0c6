"""Who holds the posts that answer for recommendations, from when to when."""

from core.access import Role
from core.fixtures import read_csv
from people.actions import add_holding
from people.models import Post, PostHolding, User


def post(title: str) -> Post:
    return Post.objects.get_or_create(title=title)[0]


def load_holders(*, by: User) -> None:
    for row in read_csv("recommendations/holders"):
        user = User.objects.filter(email=row["email"]).first()
        if user is None:  # invented, and signs in nowhere
            user = User.objects.create_user(row["email"], name=row["name"], roles=[Role.REPORT_OWNER])
        held = post(row["post"])
        if not PostHolding.objects.filter(post=held, user=user).exists():
            add_holding(
                post=held, user=user, starts_on=row["starts_on"], ends_on=row["ends_on"] or None, by=by
            )
