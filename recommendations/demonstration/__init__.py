"""The demonstration: the Select Committee of 2015, what was reported on it, and the strategy for 2018 to 2022."""

from recommendations.demonstration.load import load_demonstration

__all__ = ["load_demonstration"]
