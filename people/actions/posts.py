from datetime import date

import pghistory
from django.db import transaction

from people.models import Post, PostHolding, User


@transaction.atomic
def add_post(*, title: str, by: User) -> Post:
    post = Post(title=title)
    post.full_clean()
    with pghistory.context(user=by.pk):
        post.save()
    return post


@transaction.atomic
def name_head(post: Post, *, head: Post | None, by: User) -> Post:
    """Whoever holds ``head`` is told what the post owes while nobody holds it."""
    post.head = head
    post.full_clean()
    with pghistory.context(user=by.pk):
        post.save(update_fields=["head"])
    return post


@transaction.atomic
def add_holding(*, post: Post, user: User, starts_on: date, ends_on: date | None, by: User) -> PostHolding:
    holding = PostHolding(post=post, user=user, starts_on=starts_on, ends_on=ends_on)
    holding.full_clean()
    with pghistory.context(user=by.pk):
        holding.save()
    return holding


@transaction.atomic
def end_holding(*, holding: PostHolding, ends_on: date, by: User) -> None:
    holding.ends_on = ends_on
    holding.full_clean()
    with pghistory.context(user=by.pk):
        holding.save(update_fields=["ends_on"])
