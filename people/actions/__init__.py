"""Every change to accounts and posts: by whom is asked each time and kept beside the change."""

from people.actions.accounts import (
    change_account,
    deactivate,
    reactivate,
    remove_second_factor,
    sign_out_everywhere,
)
from people.actions.invitations import (
    SentInvitation,
    accept_invitation,
    cancel_invitation,
    find_invitation,
    invite,
    send_invitation,
)
from people.actions.posts import add_holding, add_post, end_holding, name_head

__all__ = [
    "SentInvitation",
    "accept_invitation",
    "add_holding",
    "add_post",
    "cancel_invitation",
    "change_account",
    "deactivate",
    "end_holding",
    "find_invitation",
    "invite",
    "name_head",
    "reactivate",
    "remove_second_factor",
    "send_invitation",
    "sign_out_everywhere",
]
