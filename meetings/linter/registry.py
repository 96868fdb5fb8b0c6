"""The one list of checks. Each is a pure function from what was gathered of a paper to its findings.

A check is registered for the class of what it reads::

    @check(AgendaMaterial)
    def numbers_that_clash(agenda: AgendaMaterial) -> Iterator[Finding]: ...

Another room defines the class of its own material and registers its checks for that; `findings_in` finds them once
their module is imported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from meetings.linter.findings import Finding

Check = Callable[[Any], Iterable[Finding]]
_checks: defaultdict[type, list[Check]] = defaultdict(list)


def check(material: type) -> Callable[[Check], Check]:
    def register(function: Check) -> Check:
        _checks[material].append(function)
        return function

    return register


def checks_for(material: type) -> tuple[Check, ...]:
    return tuple(_checks[material])


def findings_in(material: object) -> list[Finding]:
    """Each once, what blocks first, otherwise in the order of the checks."""
    found = dict.fromkeys(finding for one in _checks[type(material)] for finding in one(material))
    return sorted(found, key=lambda finding: not finding.is_block)
