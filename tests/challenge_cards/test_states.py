from datetime import date

import pytest

from challenge_cards.states import ENDED, OPEN, WAYS, Facts, Move, Opinion, State, faults, possible
from core.access import Permission

DUE = date(2019, 1, 31)
READY = {
    "reason": "Another card asks the same.",
    "actions": 1,
    "has_owner": True,
    "due_on": DUE,
    "has_response": True,
    "is_on_agenda": True,
    "has_checked_words": True,
    "told_on": DUE,
    "opinion": Opinion.YES,
}


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (State.RECEIVED, {Move.REDIRECT, Move.TO_COUNCIL, Move.WITHDRAW}),
        (State.WITH_COUNCIL, {Move.SUPPORT, Move.NOT_FORWARD, Move.WITHDRAW}),
        (State.SUPPORTED, {Move.TO_OFFICERS, Move.WITHDRAW}),
        (State.WITH_OFFICERS, {Move.AGREE, Move.WITHDRAW}),
        (State.ACTIONS_AGREED, {Move.RESPOND, Move.WITHDRAW}),
        (State.RESPONDED, {Move.CLOSE, Move.REOPEN, Move.WITHDRAW}),
        *((state, set()) for state in sorted(ENDED)),
    ],
)
def test_ways_on_from_each_state(state, moves):
    assert set(possible(state)) == moves


def test_every_open_state_has_a_way_on_and_no_other_has():
    assert {state for state in State if possible(state)} == set(OPEN)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", State)
def test_move_from_any_other_state_says_where_the_card_stands(move, state):
    opinion = Opinion.NOT_YET if move == Move.REOPEN else Opinion.YES
    said = faults(move, Facts(state=state, **READY | {"opinion": opinion}))

    if state in WAYS[move].before:
        assert said == []
    else:
        assert said == [f"The card has moved on: it stands at “{state.label.lower()}” now."]


@pytest.mark.parametrize(
    ("move", "missing", "said"),
    [
        (Move.NOT_FORWARD, {"reason": " "}, "Say why"),
        (Move.AGREE, {"actions": 0}, "at least one action"),
        (Move.AGREE, {"has_owner": False}, "Choose the post"),
        (Move.AGREE, {"due_on": None}, "by when"),
        (Move.RESPOND, {"has_response": False}, "Write the answer"),
        (Move.RESPOND, {"is_on_agenda": False}, "item of a panel's agenda"),
        (Move.RESPOND, {"has_checked_words": False}, "participation worker checks"),
        (Move.CLOSE, {"told_on": None}, "when the group was told"),
        (Move.CLOSE, {"opinion": None}, "what the group says"),
        (Move.CLOSE, {"opinion": Opinion.NOT_YET}, "taken up again"),
        (Move.CLOSE, {"opinion": Opinion.PARTLY, "council_asks": True}, "taken up again"),
        (Move.REOPEN, {"opinion": Opinion.YES}, "“not yet”"),
        (Move.REOPEN, {"opinion": Opinion.PARTLY}, "“not yet”"),
        (Move.REOPEN, {"opinion": Opinion.NOT_YET, "due_on": None}, "next answer"),
    ],
)
def test_move_says_the_one_thing_that_is_missing(move, missing, said):
    (state,) = WAYS[move].before
    (only,) = faults(move, Facts(state=state, **READY | missing))

    assert said in only


@pytest.mark.parametrize("opinion", [Opinion.YES, Opinion.PARTLY, Opinion.NO_VIEW])
def test_card_closes_unless_more_is_asked(opinion):
    assert faults(Move.CLOSE, Facts(state=State.RESPONDED, **READY | {"opinion": opinion})) == []


@pytest.mark.parametrize("move", [move for move in Move if move not in (Move.WITHDRAW, Move.REDIRECT)])
def test_card_whose_words_are_looked_at_stays_where_it_is(move):
    state = next(iter(WAYS[move].before))

    assert faults(move, Facts(state=state, is_held=True, **READY)) == [
        "Two people look at the words of this card first. See the texts to look at."
    ]


def test_who_makes_which_move():
    of = {move: way.permission for move, way in WAYS.items()}

    assert of[Move.CLOSE] == of[Move.REOPEN] == Permission.SPEAK_FOR_GROUPS
    assert of[Move.RESPOND] == Permission.PUBLISH_CARD_RESPONSES
    assert of[Move.AGREE] == Permission.ANSWER_CARDS
