"""The house is in order: what the code alone cannot say of itself."""

import ast
import hashlib
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What the offsets and expected findings of the seeds count on.
SEEDS = {
    "0-key-points.txt": "04540d30f29e4c92de3ff678557c4ad523c511980182a40569b0b30665ab9bcd",
    "1-train-convoy.txt": "10c6782a4c076b5fd273e18125fb3097d24018a8b70261fb6a835c6d07a724b9",
    "2-first-putin-meeting.txt": "7d239b94bbc209cf9e153e286dda9e1d4084c436578f9c686e6c1cab651f8bdc",
    "3-sunday-departure.txt": "cf1184ff8b367252736768ea56050193e7201598e94d95b1f4ce62994e2bd89b",
    "4-visits-abroad.txt": "c17ee3b4f28a95ad8292a9d5d092df5271c915ad00488ebb8de48bb175c5cf38",
}

# Names that people install by; dropping one breaks their set-up.
EXTRAS = {"docx", "pdf", "html", "serve", "lsp", "scale", "spark"}


def project() -> dict[str, Any]:
    """The `[project]` table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def distribution(requirement: str) -> str:
    """The normalised name in a requirement: `ruamel.yaml>=0.18` is of `ruamel-yaml`."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[; ]", requirement)[0]).lower()


# --- modules ------------------------------------------------------------------------------------


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "core", "misc", "base"}
    names = {path: {*path.relative_to(PACKAGE).with_suffix("").parts} for path in MODULES}
    assert [path for path, parts in names.items() if parts & drawers] == []


def test_every_room_says_what_it_is_for() -> None:
    rooms = {path.parent for path in MODULES}
    silent = [
        room.relative_to(ROOT).as_posix()
        for room in sorted(rooms)
        if not (room / "__init__.py").is_file()
        or not ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))
    ]
    assert silent == []


# --- dependencies -------------------------------------------------------------------------------


def imported_modules() -> set[str]:
    """The top-level names that src/ imports, at the head of a module or lazily."""
    names = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"claimcheck"}


def test_dependencies_are_what_the_source_imports() -> None:
    declared = {distribution(line) for line in project()["dependencies"]}
    optional = {
        distribution(line) for extra in EXTRAS for line in project()["optional-dependencies"][extra]
    }
    providers = packages_distributions()
    used: set[str] = set()
    unknown: list[str] = []
    for module in sorted(imported_modules()):
        # A namespace such as `ruamel` has several providers; a declared one is meant.
        provided_by = {distribution(name) for name in providers.get(module, [])}
        used |= provided_by & declared
        if not provided_by & (declared | optional):
            unknown.append(module)
    assert unknown == [], "imported, and not declared"
    assert declared - used == set(), "declared, and not imported"


def test_the_extras_keep_their_names() -> None:
    extras = project()["optional-dependencies"]
    assert set(extras) == EXTRAS | {"all", "dev"}
    assert extras["all"] == [f"claimcheck[{','.join(name for name in extras if name in EXTRAS)}]"]


# --- seeds --------------------------------------------------------------------------------------


def test_the_seeds_are_unchanged() -> None:
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").glob("*.txt")
    }
    assert digests == SEEDS


def test_the_corpus_file_speaks_of_seeds_in_their_own_words() -> None:
    corpus = tomllib.loads((ROOT / "seeds" / "corpus.toml").read_text("utf-8"))
    assert set(corpus) == {"documents"}
    for name, facts in corpus["documents"].items():
        text = (ROOT / "seeds" / name).read_text("utf-8")
        assert text.startswith(facts["title"])
        assert facts.get("source", "") in text


# --- the two commands ---------------------------------------------------------------------------


def verbs() -> set[str]:
    """The targets of the Makefile that `make help` lists."""
    return set(re.findall(r"(?m)^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8")))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_documents_name_verbs_that_exist(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    # In code only, in a span or at the start of a line of a block: prose may "make sense".
    named = set(re.findall(r"(?m)(?:`|^(?:    )?(?:\$ )?)make ([a-z][a-z-]*)", text))
    assert {"report", "test"} <= named
    assert named <= verbs()


def test_the_contributor_learns_every_verb() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert {verb for verb in verbs() if f"make {verb}" not in text} == set()


def test_ci_runs_what_contributors_run() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "make test"
