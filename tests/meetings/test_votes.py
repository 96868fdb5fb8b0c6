import pytest

from meetings.votes import CastingVote, Vote


@pytest.mark.parametrize(
    ("vote", "is_carried", "sentence"),
    [
        (Vote(8, 3, 1), True, "Carried by 8 votes to 3, with 1 abstention."),
        (Vote(8, 3), True, "Carried by 8 votes to 3."),
        (Vote(1, 0, 2), True, "Carried by 1 vote to 0, with 2 abstentions."),
        (Vote(3, 8), False, "Lost by 3 votes to 8."),
        (Vote(5, 5), False, "Lost by 5 votes to 5."),
        (
            Vote(5, 5, casting=CastingVote.IN_FAVOUR),
            True,
            "Carried by 5 votes to 5 on the casting vote of the person presiding.",
        ),
        (
            Vote(5, 5, casting=CastingVote.AGAINST),
            False,
            "Lost by 5 votes to 5 on the casting vote of the person presiding.",
        ),
        (Vote(0, 0), False, "Lost by 0 votes to 0."),
    ],
)
def test_majority_of_those_voting_carries_and_equal_votes_need_a_casting_vote(vote, is_carried, sentence):
    assert (vote.is_carried, vote.sentence) == (is_carried, sentence)


@pytest.mark.parametrize("votes", [(6, 5), (5, 6)])
def test_casting_vote_is_refused_when_votes_are_not_equal(votes):
    with pytest.raises(ValueError, match="only when the votes are equal"):
        Vote(*votes, casting=CastingVote.IN_FAVOUR)


@pytest.mark.parametrize("votes", [(-1, 0, 0), (0, -1, 0), (0, 0, -1)])
def test_numbers_below_nought_are_refused(votes):
    with pytest.raises(ValueError, match="0 or more"):
        Vote(*votes)
