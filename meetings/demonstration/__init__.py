"""The demonstration: the panel's meetings of 2018 with invented people, and dates reserved for 2019/20."""

from meetings.demonstration.load import load_demonstration
from meetings.demonstration.packs import load_packs

__all__ = ["load_demonstration", "load_packs"]
