"""Mail about accounts, sent while the person waits: nothing keeps the secret in a link."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from people.models import Invitation, User

NOT_SENT = "The mail about this could not be sent: the mail server did not take it. Tell an administrator."


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


def text(template: str, context: dict) -> str:
    """A template as plain text, with the council's and the panel's names."""
    words = {"council_name": settings.COUNCIL_NAME, "panel_name": settings.PANEL_NAME}
    return render_to_string(template, words | context, using="text").strip()


def _send(template: str, subject: str, context: dict, to: str) -> None:
    send_mail(subject, text(template, context), settings.DEFAULT_FROM_EMAIL, [to])
