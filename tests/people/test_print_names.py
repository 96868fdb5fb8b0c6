import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.models import Person
from people.print_names import PersonName, folded, name_of

NAMES = st.builds(
    PersonName,
    *(st.text("AaÁ -'OSmith", max_size=8) for _ in range(6)),
)


@pytest.mark.parametrize(
    ("name", "formal", "full", "short"),
    [
        (
            PersonName("Ellerby", "Mrs", "R D", "MBE", "Rowan"),
            "Mrs R D Ellerby, MBE",
            "Rowan Ellerby",
            "Mrs Ellerby",
        ),
        (PersonName("Wragge", "Mr", "A", first_name="Alex"), "Mr A Wragge", "Alex Wragge", "Mr Wragge"),
        (
            PersonName("Linsell", "Ms", "H", first_name="Harper", printed_as="Harper Linsell"),
            "Harper Linsell",
            "Harper Linsell",
            "Harper Linsell",
        ),
        (PersonName("Linsell", first_name="Harper"), "Harper Linsell", "Harper Linsell", "Harper Linsell"),
        (PersonName("Oduya", "Dr"), "Dr Oduya", "Dr Oduya", "Dr Oduya"),
        (
            PersonName(" Tovell ", " Mr", "E  J ", " OBE  DL "),
            "Mr E J Tovell, OBE DL",
            "Mr E J Tovell, OBE DL",
            "Mr Tovell",
        ),
        (PersonName("Downe", printed_as="  "), "Downe", "Downe", "Downe"),
    ],
)
def test_name_is_printed_formal_full_and_short(name, formal, full, short):
    assert (name.formal, name.full, name.short) == (formal, full, short)


def test_names_stand_in_strict_surname_order():
    in_order = [
        "Abbott",
        "Åberg",
        "de Vere",
        "De Vere-Smith",
        "Dean",
        "Éluard",
        "Mabey",
        "MacAdam",
        "Mackay",
        "McAdam",
        "Oates",
        "O'Brien",
        "O’Dell",
        "Ørsted",
        "Smith",
        "Smith-Jones",
        "Smithers",
        "van Dyke",
        "Vance",
    ]

    found = sorted((PersonName(surname) for surname in reversed(in_order)), key=lambda name: name.sort_key)

    assert [name.surname for name in found] == in_order


def test_person_of_the_portal_has_the_name_of_all_its_parts():
    person = Person(
        title="Mrs",
        initials="R D",
        first_name="Rowan",
        surname="Ellerby",
        honours="MBE",
        print_name="R Ellerby",
    )

    assert name_of(person) == PersonName("Ellerby", "Mrs", "R D", "MBE", "Rowan", "R Ellerby")


def test_people_of_one_surname_stand_in_the_order_of_initials():
    names = [
        PersonName("Smith", "Mr", "J"),
        PersonName("Smith", "Ms", "C"),
        PersonName("SMITH", "Mr", "A D"),
        PersonName("Smith", first_name="Bea"),
    ]

    found = sorted(names, key=lambda name: name.sort_key)

    assert [name.initials or name.first_name for name in found] == ["A D", "Bea", "C", "J"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("MÜLLER", "Muller"), ("O'Brien", "obrien"), ("O’Brien", "O'Brien"), ("Smith-Jones", "smith jones")],
)
def test_case_accents_apostrophes_and_hyphens_do_not_count(left, right):
    assert folded(left) == folded(right)


@given(st.lists(NAMES, max_size=8), st.randoms())
def test_order_is_the_same_however_the_names_came(names, random):
    shuffled = random.sample(names, len(names))

    def in_order(people):
        return [(name.sort_key, name.formal) for name in sorted(people, key=lambda name: name.sort_key)]

    assert in_order(shuffled) == in_order(names)


@given(NAMES, NAMES)
def test_two_people_with_one_place_in_the_order_have_one_name(one, other):
    same_place = one.sort_key == other.sort_key

    assert not same_place or (one.formal, one.full, one.surname) == (other.formal, other.full, other.surname)
