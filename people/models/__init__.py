from people.models.accounts import SECOND_FACTORS, AccountState, User
from people.models.invitations import Invitation, SignInMethod
from people.models.posts import Post, PostHolding

__all__ = [
    "SECOND_FACTORS",
    "AccountState",
    "Invitation",
    "Post",
    "PostHolding",
    "SignInMethod",
    "User",
]
