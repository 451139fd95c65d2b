"""The GitHub action: what it puts out, when it fails, and what it never runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gate.repositories import Repo
from ways.conftest import ROOT
from ways.workflow import Job, Runner, Used

# The one installation is in one process.
pytestmark = pytest.mark.xdist_group("ways")

USES = {
    "actions/setup-python",
    "actions/cache",
    "github/codeql-action/upload-sarif",
    "actions/upload-artifact",
}
TWENTY = "Ada Lovelace’s train has 20 carriages.\n"
NINETY = "Ada Lovelace’s train has 90 carriages.\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A checkout whose two articles differ in the carriages."""
    made = Repo(tmp_path / "check out")
    made.put("news/claimcheck.toml", 'paths = ["articles"]\n')
    made.put("news/articles/a.txt", TWENTY)
    made.put("news/articles/b.txt", NINETY)
    made.commit("Two articles")
    return made


def run(runner: Runner, repo: Repo, **inputs: str) -> Job:
    """The action in the folder of the news."""
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    return runner.run(repo.folder, {"working-directory": "news", **given})


def accept(runner: Runner, repo: Repo) -> None:
    """What an editor does on a machine of their own."""
    runner.program(
        "baseline", "accept", "--all", "--reason=known", "--by=Ada", folder=repo.folder / "news"
    )


def test_a_new_contradiction_fails_and_is_told_in_every_way(runner: Runner, repo: Repo) -> None:
    job = run(runner, repo)
    assert job.exit_code == 1
    counts = {name: job.outputs[name] for name in job.outputs if not name.endswith("-path")}
    assert counts == {
        "new-count": "1",
        "known-count": "0",
        "absent-count": "0",
        "exit-code": "1",
    }
    # Files are named from the checkout, and not from the folder that claimcheck ran in.
    assert re.search(r"(?m)^::error file=news/articles/a\.txt,line=1,", job.printed)
    log = json.loads(Path(job.outputs["sarif-path"]).read_text("utf-8"))
    [result] = log["runs"][0]["results"]
    [at] = [one["physicalLocation"]["artifactLocation"]["uri"] for one in result["locations"]]
    assert at == "news/articles/a.txt"
    assert (Path(job.outputs["report-path"]) / "index.html").stat().st_size > 0
    assert "1 new contradiction of grade moderate or major" in job.summary
    assert "claimcheck baseline accept" in job.summary
    assert [one.action.partition("@")[0] for one in job.used] == [
        "github/codeql-action/upload-sarif",
        "actions/upload-artifact",
    ]
    findings, report = job.used
    assert findings.given["sarif_file"] == job.outputs["sarif-path"]
    assert report.given["path"] == job.outputs["report-path"]


def test_what_is_accepted_is_green(runner: Runner, repo: Repo) -> None:
    accept(runner, repo)
    job = run(runner, repo, upload_sarif="false", upload_report="false")
    assert (job.exit_code, job.outputs["new-count"], job.outputs["known-count"]) == (0, "0", "1")
    assert job.used == []
    assert "::error" not in job.printed
    repo.put("news/articles/b.txt", TWENTY)
    assert run(runner, repo).outputs["absent-count"] == "1"
    repo.put("news/articles/b.txt", "Ada Lovelace’s train has 40 carriages.\n")
    assert run(runner, repo).exit_code == 1


@pytest.mark.parametrize(
    ("inputs", "exit_code"),
    [
        ({"fail-on": "never"}, 0),
        ({"min-grade": "major"}, 1),
        ({"against": "HEAD"}, 0),
        ({"against": "HEAD", "changed-only": "true", "fail-on": "all"}, 0),
        ({"paths": "articles/a.txt"}, 0),
        ({"paths": "articles/a.txt\n\narticles/b.txt\n"}, 1),
        ({"paths": "articles/*.txt"}, 1),
        ({"working-directory": ".", "paths": "news"}, 1),
        ({"working-directory": ".", "config": "news/claimcheck.toml"}, 1),
        ({"baseline": "none.jsonl"}, 2),
        ({"fail-on": "sometimes"}, 2),
        ({"against": "nowhere"}, 2),
        ({"paths": "nowhere.txt"}, 2),
    ],
)
def test_the_job_ends_as_the_check_does(
    runner: Runner, repo: Repo, inputs: dict[str, str], exit_code: int
) -> None:
    job = runner.run(repo.folder, {"working-directory": "news", **inputs})
    assert job.exit_code == exit_code, job.printed
    assert job.outputs["exit-code"] == str(exit_code)


def test_an_article_that_cannot_be_read_fails_and_the_rest_is_reported(
    runner: Runner, repo: Repo
) -> None:
    accept(runner, repo)
    (repo.folder / "news/articles/c.txt").write_bytes(b"\xff\xfe\x00")
    job = run(runner, repo)
    assert (job.exit_code, job.outputs["exit-code"]) == (5, "5")
    assert (Path(job.outputs["report-path"]) / "index.html").is_file()
    assert "::error file=news/articles/c.txt" in job.printed


def test_what_was_not_checked_is_not_uploaded(runner: Runner, repo: Repo) -> None:
    assert run(runner, repo).exit_code == 1
    job = run(runner, repo, fail_on="sometimes")
    assert job.used == []
    assert job.outputs["sarif-path"] == job.outputs["report-path"] == ""


@pytest.mark.parametrize(
    "hostile",
    ["\"'; touch pwned; $(touch pwned) `touch pwned` | touch pwned", "--output=pwned"],
)
@pytest.mark.parametrize("name", ["paths", "against", "config", "baseline", "fail-on", "min-grade"])
def test_an_input_is_never_run(runner: Runner, repo: Repo, name: str, hostile: str) -> None:
    job = runner.run(repo.folder, {"working-directory": "news", name: hostile})
    assert job.exit_code == 2, job.printed
    assert list(repo.folder.rglob("*pwned*")) == []


def test_odd_names_are_names(runner: Runner, repo: Repo) -> None:
    odd = 'it\'s $(touch pwned) "quoted".txt'
    repo.put(f"news/{odd}", NINETY)
    branch = "a/it's-$(touch${IFS}pwned)"
    repo.git("branch", branch)
    job = run(runner, repo, paths=f"articles/a.txt\n{odd}")
    assert (job.exit_code, job.outputs["new-count"]) == (1, "1")
    assert run(runner, repo, against=branch).exit_code == 0
    assert list(repo.folder.rglob("pwned")) == []


# --- the file itself ----------------------------------------------------------------------------


def used(runner: Runner) -> list[Used]:
    steps = runner.action["runs"]["steps"]
    return [Used(step["uses"], step.get("with", {})) for step in steps if "uses" in step]


def test_other_actions_are_few_and_of_one_version(runner: Runner) -> None:
    names = [one.action.partition("@") for one in used(runner)]
    assert {name for name, _, _ in names} == USES
    assert all(re.fullmatch(r"v\d+", version) for _, _, version in names)


def test_every_input_is_used_and_everything_is_described(runner: Runner) -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name, told in runner.action["inputs"].items():
        assert f"inputs.{name}" in text
        assert told["description"].endswith(".")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(runner.action["inputs"])
    assert all(told["description"].endswith(".") for told in runner.action["outputs"].values())
