from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from core.access import Role
from people import actions
from people.models import Post, PostHolding
from tests.factories.people import PostFactory, PostHoldingFactory, UserFactory
from tests.page import open_page

POSTS = "/people/posts/"


@pytest.fixture
def administrator(client_as) -> Client:
    return client_as(Role.ADMINISTRATOR)


def on(day: date | None, name: str) -> dict[str, int | str]:
    return {f"{name}-{part}": getattr(day, part) if day else "" for part in ("day", "month", "year")}


def test_posts_are_listed_with_their_holders_and_dates(administrator):
    post = PostFactory(title="Lead member for children")
    PostHoldingFactory(
        post=post, user__name="Ada Brown", starts_on=date(2017, 5, 25), ends_on=date(2018, 3, 26)
    )
    PostHoldingFactory(post=post, user__name="Bea Green", starts_on=date(2018, 3, 27))

    page = administrator.get(POSTS).text

    assert "Ada Brown, from 25 May 2017 to 26 March 2018." in page
    assert "Bea Green, from 27 March 2018." in page


def test_posts_that_nobody_holds_are_listed_apart(administrator):
    PostHoldingFactory(post__title="Analyst")
    PostFactory(title="Head of Adoption")
    PostFactory(title="Head of Fostering")

    page = open_page(administrator, POSTS)

    assert page.texts("tbody th") == ["Analyst"]
    assert page.texts("main h2")[0] == "2 posts without a holder"
    assert page.texts("main li") == [
        "Head of Adoption: add a holder of Head of Adoption, head of service of Head of Adoption",
        "Head of Fostering: add a holder of Head of Fostering, head of service of Head of Fostering",
    ]


def test_no_post_at_all_is_said_so(administrator):
    page = open_page(administrator, POSTS)

    assert page.texts("main p.govuk-body")[0] == "No post is listed yet. Add the first one below."
    assert page.all("table") == []


@pytest.mark.parametrize("posts", [1, 3])
def test_list_costs_the_same_queries_for_one_and_three(administrator, django_assert_num_queries, posts):
    for _ in range(posts):
        PostHoldingFactory(post=PostFactory())

    with django_assert_num_queries(5):  # session, reader, posts, holdings, holders
        administrator.get(POSTS)


def test_post_is_added(administrator):
    administrator.post(POSTS, {"title": "Director of children's services"})

    assert [post.title for post in Post.objects.all()] == ["Director of children's services"]


@pytest.mark.parametrize(
    ("title", "error"),
    [("", "Enter the title of the post"), ("Lead member", "This post is listed already")],
)
def test_bad_post_is_refused(administrator, title, error):
    PostFactory(title="Lead member")

    response = administrator.post(POSTS, {"title": title})

    assert response.context["form"].errors == {"title": [error]}


def test_post_has_a_head_of_service_which_is_another_post(administrator):
    post, head = PostHoldingFactory(post__title="Analyst").post, PostFactory(title="Head of Adoption")
    address = f"{POSTS}{post.pk}/head/"
    assert open_page(administrator, address).texts("select option") == ["Nobody", "Head of Adoption"]

    administrator.post(address, {"head": head.pk})
    assert open_page(administrator, POSTS).texts("tbody th") == [
        "AnalystWhile it is vacant: Head of Adoption"
    ]
    administrator.post(address, {"head": post.pk})
    assert Post.objects.get(pk=post.pk).head == head
    administrator.post(address, {"head": ""})
    assert Post.objects.get(pk=post.pk).head is None


@pytest.mark.django_db
def test_post_never_heads_itself():
    post = PostFactory()

    with pytest.raises(IntegrityError):
        Post.objects.filter(pk=post.pk).update(head=post)


@pytest.mark.parametrize("ends_on", [None, date(2018, 12, 31)])
def test_holder_is_added(administrator, ends_on):
    post, user = PostFactory(), UserFactory()
    dates = on(date(2018, 4, 1), "starts_on") | on(ends_on, "ends_on")

    administrator.post(f"{POSTS}{post.pk}/holdings/add/", {"user": user.pk} | dates)

    holding = PostHolding.objects.get()
    assert (holding.post, holding.user, holding.starts_on, holding.ends_on) == (
        post,
        user,
        date(2018, 4, 1),
        ends_on,
    )


def test_holder_cannot_stop_before_the_start(administrator):
    dates = on(date(2018, 4, 1), "starts_on") | on(date(2018, 3, 31), "ends_on")

    response = administrator.post(
        f"{POSTS}{PostFactory().pk}/holdings/add/", {"user": UserFactory().pk} | dates
    )

    assert "Enter an end date on or after the start date." in str(response.context["form"].errors)
    assert PostHolding.objects.count() == 0


def test_deactivated_person_is_not_offered(administrator, user_as):
    gone = user_as()

    actions.deactivate(user=gone, reason="Left", by=administrator.user)

    form = administrator.get(f"{POSTS}{PostFactory().pk}/holdings/add/").context["form"]

    assert gone not in form.fields["user"].queryset


@pytest.mark.parametrize(
    ("day", "error"),
    [
        (date(2018, 3, 31), "Enter an end date on or after the start date."),
        (None, "Enter the last day in the post"),
    ],
)
def test_bad_last_day_is_refused(administrator, day, error):
    holding = PostHoldingFactory(starts_on=date(2018, 4, 1))

    response = administrator.post(f"/people/holdings/{holding.pk}/end/", on(day, "ends_on"))

    assert response.context["form"].errors["ends_on"] == [error]


def test_last_day_is_kept(administrator):
    holding = PostHoldingFactory(starts_on=date(2018, 4, 1))

    administrator.post(f"/people/holdings/{holding.pk}/end/", on(date(2018, 4, 1), "ends_on"))

    holding.refresh_from_db()
    assert holding.ends_on == date(2018, 4, 1)
