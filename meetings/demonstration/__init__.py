"""The demonstration: the panel's meetings of 2018 with invented people, and dates reserved for 2019/20."""

from meetings.demonstration.load import load_demonstration

__all__ = ["load_demonstration"]
