"""What is printed under the names on the front sheet."""

from datetime import date

from people.models import Person, PersonRole


def post_on(person: Person, day: date) -> str:
    """What is printed under the name; empty for somebody who holds no post that day."""
    role = PersonRole.objects.on(day).filter(person=person).order_by("-starts_on", "-pk").first()
    return role.title if role else ""
