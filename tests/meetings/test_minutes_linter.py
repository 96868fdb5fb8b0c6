from datetime import date

import pytest

from meetings.linter import Place, findings_in
from meetings.linter import minutes_checks as checks
from meetings.linter.minutes_material import KnownName, MinuteMaterial, MinutesMaterial
from meetings.linter.minutes_signs import names_in, promises, speakers

DAY = date(2018, 9, 19)
PLACE = Place("meetings:minute_edit", 7)
NAMES = (
    KnownName("Ash Bellamy", "Ms Bellamy", is_there=True),
    KnownName("Rene Godmersham", "Mrs Godmersham", is_there=False),
)


def material(text="It was noted.", *, minutes=(), **fields) -> MinutesMaterial:
    given = {name: fields.pop(name) for name in list(fields) if name in MinuteMaterial.__slots__}
    one = MinuteMaterial("“Adoption”", text, PLACE, **given)
    defaults = {"meeting_on": DAY, "meetings": (DAY, date(2018, 11, 1)), "names": NAMES}
    return MinutesMaterial(minutes=(one, *minutes), **defaults | fields)


def said(found) -> list[tuple[str, str]]:
    return [(finding.severity.value, finding.sentence) for finding in found]


def test_good_minutes_have_no_findings():
    text = "Ms Bellamy, Head of Service, introduced the report.\nThe report was noted on Wednesday 19 September 2018."

    assert findings_in(material(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Doran added that it had.", ["Mr Doran"]),
        ("asked about families, Ms Bellamy said that many went home", ["Ms Bellamy"]),
        ("Rene Godmersham, Head of Adoption Service, presented the report.", ["Rene Godmersham"]),
        ("The Cabinet Member for Children, Ari Westmarsh, spoke about it.", []),
        ("Mr A B Doran then responded. Mr A B Doran also told them.", ["Mr A B Doran"]),
        ("She thanked Sam Hollins, Designated Nurse, with whose help it grew.", []),
        ("The Virtual School, which is growing, welcomed it.", []),
        ("He thanked Mr Doran.", []),
        ("Mr O’Brien-Smith undertook to come.", ["Mr O’Brien-Smith"]),
    ],
)
def test_speakers_are_those_whose_name_leads_to_a_verb(text, names):
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ms Bellamy said so.", []),
        (
            "Rene Godmersham, Head of Adoption Service, presented it.",
            ["“Adoption”: Rene Godmersham speaks, but is not recorded as present."],
        ),
        (
            "Rene Godmersham, Head of Adoption Service, presented it. Mrs Godmersham added more.",
            ["“Adoption”: Rene Godmersham speaks, but is not recorded as present."],
        ),
        ("Mr Nobody said so.", ["“Adoption”: Mr Nobody speaks, but is nobody in the attendance."]),
    ],
)
def test_speaker_who_was_not_there_is_found(text, sentences):
    found = list(checks.speakers_not_in_attendance(material(text)))

    assert said(found) == [("warn", sentence) for sentence in sentences]
    assert [finding.place for finding in found] == [PLACE] * len(sentences)


@pytest.mark.parametrize(("recorded", "number"), [(0, 1), (1, 0)])
@pytest.mark.parametrize(
    "text",
    ["He undertook to come.", "It would be reported in May.", "The apprentice be\ninvited to a meeting."],
)
def test_promise_without_an_undertaking_is_found(text, recorded, number):
    found = list(checks.promised_without_an_undertaking(material(text, undertakings=recorded)))

    assert len(found) == number


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("It will be reported to the Panel.", ["will be reported"]),
        (
            "It is to be reported to the Panel, and would be reported twice; it would be reported.",
            ["be reported to", "would be reported"],
        ),
    ],
)
def test_one_promise_is_found_once(text, phrases):
    assert list(promises(text)) == phrases


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "It meets on Thursday 2 November 2018.",
            "“Adoption”: “Thursday 2 November 2018” is not a Thursday: 2 November 2018 is a Friday.",
        ),
        ("It meets on 31 November 2018.", "“Adoption”: “31 November 2018” is not a day in the calendar."),
    ],
)
def test_day_that_is_wrong_blocks(text, sentence):
    assert said(checks.wrong_days(material(text))) == [("block", sentence)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The report of 2017//2018.", "“Adoption”: “2017//2018” is no span of years."),
        (
            "It will come to the Panel in January 2019.",
            "“Adoption” promises something for January 2019, when no meeting is planned.",
        ),
    ],
)
def test_slip_of_the_pen_is_found(text, sentence):
    assert said(checks.slips_in_words(material(text))) == [("warn", sentence)]


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("Ada Brown had moved.", True),
        ("ADA BROWN’s school", False),
        ("Adà Brown had moved.", True),
        ("Ada Brownlow had moved.", False),
        ("Nobody had moved.", False),
    ],
)
def test_protected_name_is_found_as_whole_words(text, is_held):
    assert names_in(text, ["Ada Brown"]) == (["Ada Brown"] if is_held else [])


@pytest.mark.parametrize(("is_public", "number"), [(True, 1), (False, 0)])
def test_protected_name_blocks_what_the_public_reads_and_is_not_repeated(is_public, number):
    found = list(
        checks.protected_names(material("Ada Brown came.", protected=("Ada Brown",), is_public=is_public))
    )

    assert said(found) == [("block", "“Adoption” holds a name from the list of protected names.")] * number


@pytest.mark.parametrize("text", ["A.B., aged 14, of Hill School, spoke.", "A B (14) of Hill School spoke."])
@pytest.mark.parametrize("is_opened", [True, False])
def test_initials_age_and_school_together_block_what_the_public_reads(is_opened, text):
    found = list(checks.child_that_could_be_known(material(text, is_opened=is_opened)))

    assert said(found) == [("block", f"“Adoption” {checks.TOGETHER}")]
    assert list(checks.child_that_could_be_known(material(text, is_public=False))) == []


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"is_opened": True}, 1),
        ({"is_opened": False}, 0),
        ({"is_opened": True, "is_public": False}, 0),
    ],
)
def test_initials_with_ages_are_held_in_what_was_exempt(fields, number):
    assert len(checks.held_minutes(material("A.B., aged 14, spoke.", **fields))) == number
    assert checks.held_minutes(material("A.B. spoke.", **fields)) == []


def test_minute_without_words_and_item_without_minute_block():
    found = checks.nothing_written(material("", left_out=(("Scorecard", PLACE),)))

    assert said(found) == [
        ("block", "“Adoption” has nothing in it."),
        ("block", "“Scorecard” has no minute."),
    ]


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ({}, []),
        ({"is_exempt": True, "is_excluded": True}, []),
        (
            {"is_exempt": True},
            ["“Adoption” is exempt, but no resolution to exclude the public for it is recorded."],
        ),
        ({"is_opened": True, "is_excluded": True}, ["“Adoption” is open, though its item was exempt."]),
        ({"is_opened": True, "is_excluded": False}, []),
        ({"is_opened": True, "is_excluded": True, "is_exempt_elsewhere": True}, []),
    ],
)
def test_exempt_minutes_rest_on_a_resolution(fields, sentences):
    assert said(checks.exempt_without_a_resolution(material(**fields))) == [
        ("warn", one) for one in sentences
    ]


def test_somebody_without_a_seat_is_no_member():
    found = checks.names_that_are_no_member(material(strangers=(("Mr X", PLACE),)))

    assert said(found) == [
        ("warn", "Mr X is recorded as a member, but has no seat on the panel on this day.")
    ]


def test_approval_that_is_not_recorded_blocks_and_correction_that_is_not_named_is_worth_a_look():
    found = findings_in(
        material(
            unapproved=(("19 July 2018", PLACE),),
            unpublished=(("6 June 2018", PLACE),),
            uncorrected=(("at 81, “a” to read “b”", PLACE),),
        )
    )

    assert said(found) == [
        ("block", checks.NOT_APPROVED.format("19 July 2018")),
        ("block", checks.NOT_PUBLISHED.format("6 June 2018")),
        ("warn", "The approving minute does not name a correction: at 81, “a” to read “b”."),
    ]
