from people.models.accounts import SECOND_FACTORS, AccountState, User
from people.models.invitations import Invitation, SignInMethod
from people.models.persons import Person, PersonRole
from people.models.posts import Post, PostHolding

__all__ = [
    "SECOND_FACTORS",
    "AccountState",
    "Invitation",
    "Person",
    "PersonRole",
    "Post",
    "PostHolding",
    "SignInMethod",
    "User",
]
