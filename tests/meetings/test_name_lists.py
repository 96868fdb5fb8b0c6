import pytest

from meetings.name_lists import (
    Attender,
    ListedMember,
    Office,
    PresentMember,
    also_present,
    apologies,
    in_attendance,
    membership_paragraph,
    present,
    substitutes,
)
from people.print_names import PersonName

ELLERBY = PersonName("Ellerby", "Mrs", "R D", "MBE", "Rowan")
ALDWICK = PersonName("Aldwick", "Ms", "S", first_name="Sidney")
BRACKENBY = PersonName("Brackenby", "Mr", "L", "OBE", "Lee")
LINSELL = PersonName("Linsell", first_name="Harper", printed_as="Harper Linsell")
MONKTON = PersonName("Monkton", "Mr", "D L", first_name="Dale")
WRAGGE = PersonName("Wragge", "Mr", "A", first_name="Alex")
WESTMARSH = PersonName("Westmarsh", "Mr", "A", first_name="Ari")
CLERK = Attender(PersonName("Elmstead", "Miss", "T A"), "Democratic Services Officer", is_clerk=True)
DIRECTOR = Attender(PersonName("Sandhurst", "Mr", "B", "CBE"), "Corporate Director")
BURSAR = Attender(PersonName("Rushmere", "Ms", "K"), "School Bursar, Virtual School")


def test_membership_has_the_chairman_first_and_then_strict_surname_order():
    members = [ListedMember(name) for name in (WRAGGE, LINSELL, ALDWICK)]

    assert membership_paragraph([*members, ListedMember(ELLERBY, Office.CHAIRMAN)]) == (
        "Mrs R D Ellerby, MBE (Chairman), Ms S Aldwick, Harper Linsell, Mr A Wragge"
    )


def test_membership_has_the_vice_chairman_second_and_bodies_without_a_name_last():
    members = [
        ListedMember(WRAGGE, Office.VICE_CHAIRMAN),
        ListedMember(ALDWICK, with_representative=True),
        ListedMember(ELLERBY, Office.CHAIRMAN),
    ]

    assert membership_paragraph(members, ["health representative", "Advocacy charity representative"]) == (
        "Mrs R D Ellerby, MBE (Chairman), Mr A Wragge (Vice-Chairman), Ms S Aldwick and representative, "
        "Advocacy charity representative, health representative"
    )


def test_panel_without_a_chairman_is_listed_by_surname():
    assert membership_paragraph([ListedMember(WRAGGE), ListedMember(ALDWICK)]) == "Ms S Aldwick, Mr A Wragge"
    assert membership_paragraph([]) == ""


def test_substitute_stands_at_his_own_surname_with_whom_he_stood_in_for():
    members = [
        PresentMember(WRAGGE),
        PresentMember(MONKTON, substitute_for=BRACKENBY),
        PresentMember(LINSELL),
        PresentMember(ELLERBY, Office.CHAIRMAN),
    ]

    assert present(members) == (
        "Mrs R D Ellerby, MBE (Chairman), Harper Linsell, Mr D L Monkton (Substitute for Mr L Brackenby, OBE) "
        "and Mr A Wragge"
    )


def test_vice_chairman_stands_at_his_surname_while_the_chairman_presides():
    members = [
        PresentMember(WRAGGE, Office.VICE_CHAIRMAN),
        PresentMember(ELLERBY, Office.CHAIRMAN),
        PresentMember(ALDWICK),
    ]

    assert present(members) == (
        "Mrs R D Ellerby, MBE (Chairman), Ms S Aldwick and Mr A Wragge (Vice-Chairman)"
    )


def test_whoever_took_the_chair_stands_first():
    vice = PresentMember(WRAGGE, Office.VICE_CHAIRMAN, is_in_the_chair=True)
    elected = PresentMember(LINSELL, is_in_the_chair=True)

    assert (
        present([PresentMember(ALDWICK), vice])
        == "Mr A Wragge (Vice-Chairman, in the Chair) and Ms S Aldwick"
    )
    assert present([PresentMember(ALDWICK), elected]) == "Harper Linsell (in the Chair) and Ms S Aldwick"
    assert (
        present([PresentMember(ELLERBY, Office.CHAIRMAN, is_in_the_chair=True)])
        == "Mrs R D Ellerby, MBE (Chairman)"
    )


def test_nobody_present_is_an_empty_list():
    assert (present([]), also_present([]), in_attendance([])) == ("", "", "")


def test_also_present_are_in_surname_order():
    assert also_present([WRAGGE, WESTMARSH]) == "Mr A Westmarsh and Mr A Wragge"


def test_in_attendance_keeps_the_officers_order_and_puts_the_clerk_last():
    assert in_attendance([CLERK, DIRECTOR, BURSAR]) == (
        "Mr B Sandhurst, CBE (Corporate Director), Ms K Rushmere (School Bursar, Virtual School) "
        "and Miss T A Elmstead (Democratic Services Officer)"
    )
    assert in_attendance([Attender(WRAGGE)]) == "Mr A Wragge"


@pytest.mark.parametrize(
    ("absent", "sentence"),
    [
        ([], "There were no apologies for absence."),
        ([LINSELL], "Apologies for absence were received from Harper Linsell."),
        (
            [WRAGGE, LINSELL, BRACKENBY],
            "Apologies for absence were received from Lee Brackenby, Harper Linsell and Alex Wragge.",
        ),
    ],
)
def test_apologies_give_names_in_full(absent, sentence):
    assert apologies(absent) == sentence


def test_each_substitute_has_a_sentence():
    assert substitutes([(WESTMARSH, LINSELL), (MONKTON, BRACKENBY)]) == [
        "Dale Monkton was present as a substitute for Lee Brackenby.",
        "Ari Westmarsh was present as a substitute for Harper Linsell.",
    ]
    assert substitutes([]) == []
