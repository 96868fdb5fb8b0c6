"""What is different between two issues of an agenda, in sentences a member can read."""

from collections.abc import Iterator
from typing import Any

Sheet = dict[str, Any]
Line = dict[str, Any]
HEAD = {"date": "The date", "time": "The time", "venue": "The place"}
CHANGES_OF_SUBSTANCE = ("title", "purpose")


def lines_by_id(sheet: Sheet) -> dict[int, Line]:
    """Every line, parts too, in print order."""
    return {
        line["id"]: line for head in [*sheet["open"], *sheet["exempt"]] for line in (head, *head["parts"])
    }


def differences(old: Sheet, new: Sheet) -> list[str]:
    before, after = lines_by_id(old), lines_by_id(new)
    return [
        *(_was(said, old[name], new[name]) for name, said in HEAD.items() if old[name] != new[name]),
        *(f"{_name(line)} is added." for key, line in after.items() if key not in before),
        *(f"{_name(line)} is taken off." for key, line in before.items() if key not in after),
        *(said for key, line in after.items() if key in before for said in _of_a_line(before[key], line)),
        *_of_the_rest(old, new),
    ]


def added_lines(old: Sheet, new: Sheet) -> list[int]:
    """Lines that are new, or that have a paper which they had not."""
    before = lines_by_id(old)
    return [
        key for key, line in lines_by_id(new).items() if key not in before or _new_papers(before[key], line)
    ]


def only_adds(old: Sheet, new: Sheet) -> bool:
    """Whether a supplement tells all that is different: nothing was changed, moved or taken off."""
    before, after = lines_by_id(old), lines_by_id(new)
    stays = all(_without_papers(before[key]) == _without_papers(after.get(key, {})) for key in before)
    papers_stay = stays and all(
        paper in after[key]["papers"] for key in before for paper in before[key]["papers"]
    )
    return papers_stay and all(old[name] == new[name] for name in HEAD)


def changed_in_substance(old: Sheet, new: Sheet) -> list[int]:
    """Lines whose title or purpose is another."""
    before = lines_by_id(old)
    return [
        key
        for key, line in lines_by_id(new).items()
        if key in before and any(before[key][name] != line[name] for name in CHANGES_OF_SUBSTANCE)
    ]


def _of_a_line(old: Line, new: Line) -> Iterator[str]:
    name = _name(new)
    if old["title"] != new["title"]:
        yield _was(f"{name}: the title", old["title"], new["title"])
    if old["purpose"] != new["purpose"]:
        yield _was(f"{name}: the purpose", old["purpose"], new["purpose"])
    if old["access"] != new["access"]:
        yield f"{name} is {'open to the public' if new['access'] == 'open' else 'exempt, or has an exempt paper'} now."
    yield from (f"{name}: the paper “{paper['title']}” is added." for paper in _new_papers(old, new))
    gone = {paper["id"] for paper in old["papers"]} - {paper["id"] for paper in new["papers"]}
    yield from (
        f"{name}: the paper “{one['title']}” is taken away." for one in old["papers"] if one["id"] in gone
    )
    yield from (f"{name}: the paper “{one['title']}” has changed." for one in _rewritten(old, new))
    if old["paper"] != new["paper"] and "(to follow)" in (old["paper"], new["paper"]):
        yield f"{name}: its paper {'is to follow' if new['paper'] == '(to follow)' else 'follows no more'}."
    rest = ("lead", "exempt_line", "public_interest", "verbal_heads", "urgency")
    if any(old[key] != new[key] for key in rest):
        yield f"{name}: what stands below its title has changed."


def _of_the_rest(old: Sheet, new: Sheet) -> Iterator[str]:
    if old["membership"] != new["membership"]:
        yield "The list of members has changed."
    if (old["ask_for"], old["telephone"]) != (new["ask_for"], new["telephone"]):
        yield "Whom to ask has changed."
    if old["signed"] != new["signed"]:
        yield "The proper officer's name, post or telephone has changed."
    kept = [key for key in lines_by_id(new) if key in lines_by_id(old)]
    if kept != [key for key in lines_by_id(old) if key in kept]:
        yield "The order of the items has changed."


def _was(what: str, old: str, new: str) -> str:
    said_old = f"was “{old}”" if old else "was empty"
    return f"{what} {said_old}, it is now {f'“{new}”' if new else 'empty'}."


def _name(line: Line) -> str:
    return f"Item {line['number']}, {line['title']}" if line["number"] else f"“{line['title']}”"


def _new_papers(old: Line, new: Line) -> list[dict[str, Any]]:
    known = {paper["id"] for paper in old["papers"]}
    return [paper for paper in new["papers"] if paper["id"] not in known]


def _rewritten(old: Line, new: Line) -> list[dict[str, Any]]:
    known = {paper["id"]: paper for paper in old["papers"]}
    return [paper for paper in new["papers"] if paper["id"] in known and paper != known[paper["id"]]]


def _without_papers(line: Line) -> Line:
    """What an added paper does not change: that it was to follow goes with it, and parts are lines of their own."""
    return {
        key: value for key, value in line.items() if key not in ("papers", "parts", "paper", "late_reason")
    }
