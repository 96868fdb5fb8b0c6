"""The demonstration: the council's own figures of 2018, invented ones before, and the way both come in."""

from scorecard.demonstration.load import load_demonstration
from scorecard.demonstration.reference import load_reference_data

__all__ = ["load_demonstration", "load_reference_data"]
