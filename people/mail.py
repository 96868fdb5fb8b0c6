"""Mail about accounts, sent while the person waits: nothing keeps the secret in a link."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from people.models import Invitation, User


def send_invitation_mail(invitation: Invitation, link: str) -> None:
    """Raises SMTPException or OSError when the mail server does not take it."""
    context = {"invitation": invitation, "link": link, "days": settings.INVITATION_DAYS}
    _send(
        "people/mail/invitation.txt",
        f"Your account for the {settings.PANEL_NAME} portal",
        context,
        invitation.sent_to,
    )


def send_address_changed(account: User, *, before: str) -> None:
    """Tells both addresses, so that nobody loses an account without noticing."""
    if account.email == before:
        return
    for address in (before, account.email):
        _send(
            "people/mail/address_changed.txt",
            "Your e-mail address was changed",
            {"account": account},
            address,
        )


def _send(template: str, subject: str, context: dict, to: str) -> None:
    words = {"council_name": settings.COUNCIL_NAME, "panel_name": settings.PANEL_NAME}
    send_mail(subject, render_to_string(template, context | words), settings.DEFAULT_FROM_EMAIL, [to])
