"""What the pages of persons show."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from people.models import Person, PersonRole
from people.print_names import PersonName, name_of

NAME_PARTS = ("title", "initials", "first_name", "surname", "honours", "print_name")


def persons(q: str = "") -> QuerySet[Person]:
    """Those whose name contains every word of ``q``, each with roles and account."""
    found = Person.objects.select_related("user").prefetch_related(
        Prefetch("roles", PersonRole.objects.order_by("-starts_on", "-pk"))
    )
    for word in q.split():
        found = found.filter(
            Q(first_name__icontains=word) | Q(surname__icontains=word) | Q(print_name__icontains=word)
        )
    return found.order_by("surname", "first_name", "pk")


def person_line(person: Person, today: date) -> dict:
    return {
        "person": person,
        "printed": name_of(person).formal,
        "roles": [role.title for role in person.roles.all() if _covers(role, today)],
    }


def as_printed(name: PersonName) -> list[tuple[str, str]]:
    """Where the papers print a name, and how it stands there."""
    return [
        ("In lists of names", name.formal),
        ("In running text, the first time", name.full),
        ("In running text, after that", name.short),
    ]


def name_typed(typed: dict[str, str]) -> PersonName:
    """The name that a half-filled form makes."""
    parts = {name: str(typed.get(name, "")).strip() for name in NAME_PARTS}
    return PersonName(
        surname=parts["surname"],
        title=parts["title"],
        initials=parts["initials"],
        honours=parts["honours"],
        first_name=parts["first_name"],
        printed_as=parts["print_name"],
    )


def person_lines(people: Iterable[Person], today: date) -> list[dict]:
    return [person_line(person, today) for person in people]


def _covers(role: PersonRole, day: date) -> bool:
    return role.starts_on <= day and (role.ends_on is None or day <= role.ends_on)
