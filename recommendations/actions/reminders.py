"""Reminders go out: one mail a person, kept as told only once the mail server took it."""

import logging
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from core.access import Permission, may
from meetings.models import Undertaking
from people.models import User
from recommendations.models import Recommendation, Reminder
from recommendations.report.duties import Matter
from recommendations.report.reminders import Line, Mail, is_told, mails, told_lately

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """``failed``: mails that the server did not take. The next run sends them."""

    mails: int
    failed: int


def send_reminders(today: date) -> Sent:
    """What could not be sent is not kept as told, so nothing is lost; what was, is not sent again."""
    sent = failed = 0
    for mail in mails(today):
        try:
            sent += _send(mail, today)
        except (SMTPException, OSError) as fault:
            logger.error("A reminder could not be sent to account %s: %s", mail.user.pk, type(fault).__name__)
            failed += 1
    return Sent(sent, failed)


def text_of(mail: Mail) -> str:
    context = {
        "mail": mail,
        "address": settings.PORTAL_ADDRESS,
        "panel_name": settings.PANEL_NAME,
        "reports": may(mail.user, Permission.WRITE_UPDATES),
    }
    return render_to_string("recommendations/mail/reminder.txt", context, using="text").strip()


def subject_of(mail: Mail) -> str:
    number = len({line.name for line in mail.lines})
    return f"{settings.PANEL_NAME}: {number} {'matter' if number == 1 else 'matters'} to look at"


def _send(mail: Mail, today: date) -> int:
    """Kept and sent in one transaction, the mail last. Of two workers at one person's mail the second goes on."""
    with transaction.atomic():
        person = User.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=mail.user.pk)
        if not person.exists():
            return 0
        told = told_lately(today, mail.user)
        lines = [line for line in mail.lines if not is_told(line, told)]
        if not lines:
            return 0
        Reminder.objects.bulk_create([_kept(line, today) for line in lines])
        left = Mail(mail.user, lines)
        EmailMessage(subject_of(left), text_of(left), settings.DEFAULT_FROM_EMAIL, [mail.user.email]).send()
    return 1


def _kept(line: Line, today: date) -> Reminder:
    return Reminder(
        recommendation=line.subject if isinstance(line.subject, Recommendation) else None,
        undertaking=line.subject if isinstance(line.subject, Undertaking) else None,
        matter=line.subject.key if isinstance(line.subject, Matter) else "",
        rule=line.rule,
        due_on=line.due_on,
        for_day=line.for_day,
        user=line.user,
        sent_on=today,
    )
