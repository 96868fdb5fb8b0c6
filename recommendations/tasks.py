from datetime import date

from django_tasks import task

from recommendations.actions.reminders import send_reminders


@task()
def remind(day: str) -> dict[str, int]:
    """In the background worker. ``day``: as ISO, since a task's arguments are kept as JSON."""
    sent = send_reminders(date.fromisoformat(day))
    return {"mails": sent.mails, "failed": sent.failed}
