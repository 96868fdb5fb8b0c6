"""Posts, persons and their roles."""

from tests.access_examples.registry import example
from tests.factories.meetings import PersonFactory, PersonRoleFactory
from tests.factories.people import PostFactory, PostHoldingFactory


@example("people:holding_add", "people:post_head")
def a_post() -> dict:
    return {"pk": PostFactory().pk}


@example("people:holding_end")
def a_holding() -> dict:
    return {"pk": PostHoldingFactory().pk}


@example("people:person_detail", "people:person_edit", "people:role_add")
def a_person() -> dict:
    return {"pk": PersonFactory().pk}


@example("people:role_end")
def a_role() -> dict:
    return {"pk": PersonRoleFactory().pk}
