from challenge_cards.demonstration.load import load_demonstration

__all__ = ["load_demonstration"]
