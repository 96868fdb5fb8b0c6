"""Rules of the whole house that no single room can hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import TemplateDoesNotExist, engines
from django.urls import URLPattern, URLResolver, get_resolver

from tests.tracked import ROOT, files, production_code, text

LONGEST_FILE = 350
FOUND_BY_DJANGO = {f"{status}.html" for status in (400, 403, 404, 413, 429, 500, 503)}
FOUND_BY_KIND = ("_components/", "govuk/")  # their tests draw each of them
OWN_NAMESPACES = ("people", "meetings", "recommendations", "scorecard", "challenge_cards", "you_said")
# Written so that this file does not find itself
ELSEWHERE = [
    r"/(w[o]rk|f[a]rm|r[o]ot|tm[p]/rooms)/",
    r"\.l[i]brary",
    r"p[y]pi\.org",
    r"pythonh[o]sted",
    r"n[p]mjs",
]
ELSEWHERE += [r"deb\.d[e]bian", r"[Cc]l[a]ude", r"[Aa]nthr[o]pic"]

# What can hurt when it is used without thought, where it is used, and why it is right there
ALLOWED = {
    ("core/embedded.py", "subprocess"): "runs the PostgreSQL programs with fixed arguments",
    ("core/embedded_owner.py", "subprocess"): "makes the system user that PostgreSQL runs as",
    (
        "core/documents/office.py",
        "subprocess",
    ): "starts the program that a setting names, with fixed arguments",
    ("core/nursery/caller.py", "subprocess"): "starts our own Python with a fixed program and module name",
    ("core/field_parts.py", "mark_safe"): "a line break of our own between messages",
    ("meetings/pack/live_papers.py", "mark_safe"): "drawn by our own templates, and found by its hash",
    ("core/richtext/drawing.py", "mark_safe"): "formatted text that was written or guarded just before",
    ("cpp_portal/serving.py", "subprocess"): "starts the web server and the worker with fixed arguments",
    (
        "scorecard/report/query.py",
        "SQL",
    ): "the month's one statement: the ORM takes as long to write it as to run it",
    ("scorecard/report/months.py", "SQL"): "a statement that the ORM wrote, so that it writes it once",
    ("scorecard/actions/arriving.py", "SQL"): "locks a file's hash and looks for it, passed as a parameter",
    (
        "scorecard/imports/loading.py",
        "SQL",
    ): "reads and locks in fixed statements; months are passed as parameters",
    ("scorecard/publishing/locks.py", "SQL"): "takes a lock in a fixed statement",
    ("scorecard/imports/writing.py", "SQL"): "writes thousands of figures in four fixed statements",
    ("cpp_portal/health.py", "SQL"): "asks for the worker's connection, and limits its own time",
    ("core/history.py", "SQL"): "makes triggers on tables whose names come from the models",
}
DANGERS_IN_TEMPLATES = {
    "|safe": r"\|\s*safe\b",
    "autoescape": r"\bautoescape\s+off\b",
    "style=": r"<[^>]+\sstyle=",
}
DANGERS_IN_TEMPLATES |= {
    "inline script": r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/json\")[^>]*>",  # JSON is not run
    "on...=": r"<[^>]+\son[a-z]+=",
}


def templates() -> list[str]:
    return [
        name.removeprefix("templates/") for name in files(".html", ".txt") if name.startswith("templates/")
    ]


def is_a_package_template(name: str) -> bool:
    """Whether it stands in for one that a package would otherwise show."""
    for loader in engines["django"].engine.template_loaders:
        for inner in getattr(loader, "loaders", [loader]):
            for origin in inner.get_template_sources(name):
                if not origin.name.startswith(f"{ROOT}/templates/") and Path(origin.name).exists():
                    return True
    return False


def mentions() -> str:
    return "\n".join(text(name) for name in (*production_code(), *files(".html", ".txt", ".toml")))


def test_every_template_is_used():
    said = mentions()

    unused = [
        name
        for name in templates()
        if name not in FOUND_BY_DJANGO
        and not name.startswith(FOUND_BY_KIND)
        and f'"{name}"' not in said
        and not is_a_package_template(name)
    ]

    assert unused == []


@pytest.mark.parametrize("name", templates())
def test_template_can_be_read_and_all_that_it_names_exists(name):
    engines["django"].get_template(name)

    for other in re.findall(r"{%\s*(?:include|extends)\s+\"([^\"]+)\"", text(f"templates/{name}")):
        try:
            engines["django"].get_template(other)
        except TemplateDoesNotExist:
            pytest.fail(f"{name} names {other}, which does not exist")


@pytest.mark.parametrize("name", templates())
def test_template_leaves_no_door_open(name):
    found = [
        danger for danger, sign in DANGERS_IN_TEMPLATES.items() if re.search(sign, text(f"templates/{name}"))
    ]

    assert found == []


def dangers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(
                name.name in ("subprocess", "pickle", "marshal") for name in names
            ):
                yield from (name.name for name in names)
            case ast.Call(func=ast.Name(id="open" | "eval" | "exec" | "mark_safe" | "RawSQL" as name)):
                yield "SQL" if name == "RawSQL" else name
            case ast.Call(
                func=ast.Attribute(attr="mark_safe" | "raw" | "extra" | "execute" | "executemany" as name)
            ):
                yield "SQL" if name != "mark_safe" else name
            case ast.Call(func=ast.Attribute(attr="copy_expert" | "copy_from")):
                yield "SQL"
            case ast.Name(id="csrf_exempt") | ast.Attribute(attr="csrf_exempt"):
                yield "csrf_exempt"
            case ast.Attribute(attr="system" | "popen", value=ast.Name(id="os")):
                yield "subprocess"
            case ast.ExceptHandler(type=None | ast.Name(id="Exception" | "BaseException"), body=[ast.Pass()]):
                yield "silent except"


def test_dangerous_code_stands_only_where_a_reason_is_given():
    found = {
        (name, danger)
        for name in production_code()
        if "/migrations/" not in name
        for danger in dangers(ast.parse(text(name)))
    }

    assert found == set(ALLOWED)


def test_no_file_is_too_long_to_be_one_room():
    long = {
        name: lines
        for name in production_code()
        if "/migrations/" not in name and (lines := len(text(name).splitlines())) >= LONGEST_FILE
    }

    assert long == {}


@pytest.mark.parametrize("sign", ELSEWHERE)
def test_no_file_names_a_machine_or_a_host_to_download_from(sign):
    readable = [name for name in files() if b"\0" not in (ROOT / name).read_bytes()]

    assert [name for name in readable if re.search(sign, (ROOT / name).read_text(errors="replace"))] == []


def own_names(patterns: list, namespace: str = "") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from own_names(pattern.url_patterns, pattern.namespace or namespace)
        elif isinstance(pattern, URLPattern) and namespace in OWN_NAMESPACES:
            yield namespace, pattern.name


def test_every_address_is_named_for_a_thing_and_what_is_done_with_it():
    names = list(own_names(get_resolver().url_patterns))

    assert [f"{app}:{name}" for app, name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)+", name or "")] == []


def test_no_two_tests_or_factories_lie_in_a_folder_without_a_package():
    folders = {Path(name).parent for name in files(".py") if name.startswith("tests/")}

    assert [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("name", files(".md"))
def test_what_a_document_links_to_exists(name):
    linked = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text(name))

    assert [link for link in linked if not (ROOT / name).parent.joinpath(link).exists()] == []
