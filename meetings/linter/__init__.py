"""Checks that a paper passes before it is printed. `findings_in(material)` runs those registered for its class."""

from meetings.linter import agenda_checks  # noqa: F401 - registers its checks
from meetings.linter.findings import Finding, Place, Severity, block, warn
from meetings.linter.registry import check, checks_for, findings_in

__all__ = ["Finding", "Place", "Severity", "block", "check", "checks_for", "findings_in", "warn"]
