"""The story of a gate, on a real Git repository: what turns a build red, and what never does.

The corpus is the seeds. Each step is what a newsroom does, and what `claimcheck check` then says.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimcheck.cli import main
from gate.repositories import Repo

SEEDS = Path(__file__).parents[1] / "seeds"
BASELINE = "claimcheck-baseline.jsonl"

AGREES = "Kim Jong Un’s train has more than 20 carriages.\n"
JOINS = "Kim Jong Un’s train has at least 21 carriages.\n"
THIRD = "Kim Jong Un’s journey from Pyongyang to Vladivostok is about 700 km long.\n"
FASTER = "Kim Jong Un’s train travels at about 45 mph.\n"


class Newsroom(Repo):
    """A repository with the seeds in `articles/`, and the commands that are run in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.articles = folder / "articles"
        self.articles.mkdir()
        for file in SEEDS.glob("*.txt"):
            shutil.copy(file, self.articles)
        self.put("claimcheck.toml", 'paths = ["articles"]\n')
        self.put(".gitattributes", f"{BASELINE} merge=union\n")
        self.commit("The corpus")

    def run(self, *arguments: str, exits: int = 0) -> str:
        done = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert done.exit_code == exits, done.output
        return done.stdout

    def check(self, *options: str, exits: int = 0) -> dict[str, Any]:
        """The findings document of a check that ends so."""
        told: dict[str, Any] = json.loads(self.run("check", "--format=json", *options, exits=exits))
        return told

    def accept(self, *names: str, reason: str = "known") -> str:
        return self.run("baseline", "accept", *names, "--reason", reason)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.articles / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def states(document: dict[str, Any]) -> Counter[str]:
    return Counter(f["status"] for f in document["findings"])


def fail(document: dict[str, Any]) -> list[str]:
    """The rules of the findings that fail a run by its defaults."""
    return [
        f["rule"]
        for f in document["findings"]
        if (f["verdict"], f["status"]) == ("contradictory", "new")
        and f["grade"] in ("moderate", "major")
        and f["basis"] != "disputed"
    ]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.delenv("CI", raising=False)
    made = Newsroom(tmp_path / "newsroom")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def accepted(newsroom: Newsroom) -> Newsroom:
    """The newsroom in which everything that the seeds differ in is accepted."""
    newsroom.accept("--all")
    newsroom.commit("Accept what the seeds differ in")
    return newsroom


def test_without_a_baseline_the_seeds_are_red(newsroom: Newsroom) -> None:
    assert set(states(newsroom.check(exits=1))) == {"new"}


def test_accepted_they_are_green(accepted: Newsroom) -> None:
    assert set(states(accepted.check())) == {"known"}


def test_an_article_that_agrees_is_green(accepted: Newsroom) -> None:
    before = accepted.check()
    accepted.put("articles/5-agrees.txt", AGREES)
    assert states(accepted.check()) == states(before)


def test_a_value_that_joins_a_camp_is_green_and_told(accepted: Newsroom) -> None:
    accepted.put("articles/5-joins.txt", JOINS)
    assert states(accepted.check())["updated"] == 1


def test_a_third_value_is_red_and_exactly_one_new_contradiction(accepted: Newsroom) -> None:
    accepted.put("articles/5-third.txt", THIRD)
    document = accepted.check(exits=1)
    assert len(fail(document)) == 1
    [new] = [
        f for f in document["findings"] if f["status"] == "new" and f["verdict"] == "contradictory"
    ]
    assert "about 700 km long" in {side["value"] for side in new["sides"]}


def test_a_known_contradiction_that_grows_is_red(accepted: Newsroom) -> None:
    """The speeds differ a little; with one more value they differ much."""
    accepted.put("articles/5-faster.txt", FASTER)
    assert fail(accepted.check(exits=1)) == ["speed"]
    assert "was accepted as minor, and is moderate now" in accepted.run("check", exits=1)


def test_reflowed_renamed_and_reordered_it_is_green(accepted: Newsroom) -> None:
    before = accepted.check()
    for number, file in enumerate(sorted(accepted.articles.glob("*.txt"), reverse=True)):
        paragraphs = file.read_text(encoding="utf-8").splitlines()
        # Lines wrapped by hand, empty ones between them, and another name and order.
        text = "\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in paragraphs)
        accepted.put(f"articles/{number}-renamed.txt", text)
        file.unlink()
    after = accepted.check()
    assert states(after) == states(before)
    assert {f["id"] for f in after["findings"]} == {f["id"] for f in before["findings"]}


def test_moved_to_another_folder_it_is_green(accepted: Newsroom) -> None:
    (accepted.articles / "2023").mkdir()
    for file in accepted.articles.glob("*.txt"):
        file.rename(accepted.articles / "2023" / file.name)
    assert set(states(accepted.check())) == {"known"}


def test_one_contradiction_swapped_for_another_is_red(accepted: Newsroom) -> None:
    accepted.edit("1-train-convoy.txt", "up to 90 carriages", "more than 20 carriages")
    accepted.put("articles/5-third.txt", THIRD)
    document = accepted.check(exits=1)
    assert len(fail(document)) == 1
    assert "carriage_count" in {f["rule"] for f in document["findings"] if f["status"] == "absent"}


def test_the_same_contradiction_with_another_value_is_red(accepted: Newsroom) -> None:
    accepted.edit("1-train-convoy.txt", "up to 90 carriages", "up to 190 carriages")
    assert fail(accepted.check(exits=1)) == ["carriage_count"]


def test_one_that_is_fixed_is_reported_and_green_and_strictly_4(accepted: Newsroom) -> None:
    accepted.edit("1-train-convoy.txt", "up to 90 carriages", "more than 20 carriages")
    document = accepted.check()
    [gone] = [f for f in document["findings"] if f["status"] == "absent"]
    assert gone["rule"] == "carriage_count"
    told = accepted.run("check")
    assert "The difference in the number of carriages of Kim Jong Un’s train" in told
    assert "claimcheck baseline prune" in told
    accepted.check("--strict-baseline", exits=4)


def test_pruned_it_is_strictly_green_again(accepted: Newsroom) -> None:
    accepted.edit("1-train-convoy.txt", "up to 90 carriages", "more than 20 carriages")
    before = (accepted.folder / BASELINE).read_text().splitlines()
    said = accepted.run("baseline", "prune")
    after = (accepted.folder / BASELINE).read_text().splitlines()
    assert len(before) == len(after) + 1
    assert set(after) < set(before)
    assert said.startswith("- 16a6ef3a2aa3")
    accepted.check("--strict-baseline")


def test_two_branches_that_accept_different_findings_merge_and_are_green(
    newsroom: Newsroom,
) -> None:
    ids = [f["id"] for f in newsroom.check(exits=1)["findings"]]
    newsroom.accept(ids[0], ids[1])
    newsroom.commit("Accept two")
    newsroom.git("switch", "--quiet", "--create", "branch")
    newsroom.accept(*ids[2:6], reason="another-thing")
    newsroom.commit("Accept some more here")
    newsroom.git("switch", "--quiet", "main")
    newsroom.accept(*ids[5:], reason="both-hold")
    newsroom.commit("And the rest there, one of them here and there")
    newsroom.git("merge", "--quiet", "--no-edit", "branch")
    assert set(states(newsroom.check())) == {"known"}
    newsroom.check("--strict-baseline")


def test_against_the_main_branch_only_what_a_change_brought_is_red(newsroom: Newsroom) -> None:
    newsroom.check("--against", "HEAD")
    newsroom.put("articles/5-third.txt", THIRD)
    document = newsroom.check("--against", "HEAD", exits=1)
    assert len(fail(document)) == 1
    newsroom.commit("A third value")
    newsroom.check("--against", "HEAD")
    newsroom.check("--against", "HEAD~1", exits=1)
    newsroom.edit("1-train-convoy.txt", "up to 90 carriages", "more than 20 carriages")
    told = newsroom.run("check", "--against", "HEAD", "--strict-baseline")
    assert "stood at HEAD and is no longer there" in told


def test_of_changed_articles_only_what_they_are_in_is_shown(newsroom: Newsroom) -> None:
    everything = newsroom.check(exits=1)
    assert newsroom.check("--changed-only")["findings"] == []
    newsroom.put("articles/5-third.txt", THIRD)
    document = newsroom.check("--changed-only", exits=1)
    assert document["stats"]["documents"] == 6
    assert {side["value"] for f in document["findings"] for side in f["sides"]} >= {
        "about 700 km long"
    }
    assert len(document["findings"]) < len(everything["findings"])
    assert "between articles that did not change: not shown" in newsroom.run(
        "check", "--changed-only", exits=1
    )


def test_the_history_of_a_baseline_is_that_of_its_commits(accepted: Newsroom) -> None:
    accepted.edit("1-train-convoy.txt", "up to 90 carriages", "more than 20 carriages")
    accepted.run("baseline", "prune")
    assert accepted.run("baseline", "diff").startswith("- 16a6ef3a2aa3")
    accepted.commit("The convoy is counted")
    assert accepted.run("baseline", "diff") == ""
    first, second = accepted.run("baseline", "history").splitlines()
    assert first.split()[1:3] == ["14", "+14"]
    assert second.split()[1:4] == ["13", "+0", "-1"]
    assert "14" not in accepted.run("baseline", "list").splitlines()[-1]


def test_nothing_is_accepted_in_ci(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    done = CliRunner().invoke(main, ["baseline", "accept", "--all", "--reason=known"])
    assert done.exit_code == 2
    assert "a baseline is not written in CI" in done.stderr
    assert not (newsroom.folder / BASELINE).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["baseline", "accept", "--reason=known"], "no finding is named"),
        (["baseline", "accept", "abcdef", "--all", "--reason=known"], "ids and --all are named"),
        (["baseline", "accept", "--all", "--reason=because"], "is no reason"),
        (["baseline", "accept", "abcdefabcdef", "--reason=known"], "0 findings have the id"),
        (["baseline", "list"], "the baseline cannot be read"),
        (["baseline", "diff", "nowhere"], "there is no Git revision"),
        (["check", "--baseline", "no.jsonl"], "the baseline cannot be read"),
        (["check", "--against", "nowhere"], "there is no Git revision"),
        (["check", "--today", "soon"], "is no day"),
        (["check", "--format=json", "--format=text"], "several formats go to standard output"),
    ],
)
def test_a_mistake_in_the_command_ends_in_2(
    newsroom: Newsroom, arguments: list[str], said: str
) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_broken_baseline_ends_in_2_and_names_every_line(accepted: Newsroom) -> None:
    path = accepted.folder / BASELINE
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], "<<<<<<< ours", lines[1], "{"]) + "\n")
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 2
    assert f"{BASELINE}:2: a conflict of a merge is left here" in done.stderr
    assert f"{BASELINE}:4: this line is no entry" in done.stderr


def test_a_baseline_made_with_other_rules_is_matched_anew_and_green(accepted: Newsroom) -> None:
    path = accepted.folder / BASELINE
    header, *rest = path.read_text().splitlines()
    other = re.sub(r'"rules_digest":"\w+"', '"rules_digest":"0123456789abcdef"', header)
    path.write_text("\n".join([other, *rest]) + "\n")
    told = accepted.run("check")
    assert "the baseline was made with other rules than this run" in told


def test_an_article_that_cannot_be_read_ends_in_5_and_makes_nothing_stale(
    accepted: Newsroom,
) -> None:
    (accepted.articles / "1-train-convoy.txt").write_bytes(b"\xff\xfe\x00")
    document = accepted.check("--strict-baseline", exits=5)
    assert states(document)["absent"] == 0
    accepted.check("--strict-baseline", "--allow-incomplete")


def test_no_article_and_no_claim_end_in_5(newsroom: Newsroom) -> None:
    newsroom.put("calm/a.txt", "Nothing is counted in this article.\n")
    done = CliRunner().invoke(main, ["check", "calm"])
    assert done.exit_code == 5
    assert "0 claims checked, where at least 1 have to be" in done.stderr
    (newsroom.folder / "empty").mkdir()
    done = CliRunner().invoke(main, ["check", "empty"])
    assert done.exit_code == 5
    assert "there is no article in this folder" in done.stderr


def test_a_large_drop_ends_in_5(newsroom: Newsroom) -> None:
    newsroom.put("claimcheck.toml", 'paths = ["articles"]\n[floors]\nlargest_drop = "20%"\n')
    newsroom.check("--against", "HEAD")
    for name in ("2-first-putin-meeting.txt", "4-visits-abroad.txt"):
        (newsroom.articles / name).unlink()
    newsroom.check("--against", "HEAD", exits=5)


def test_a_part_of_the_corpus_makes_nothing_stale(accepted: Newsroom) -> None:
    told = accepted.check("articles/0-key-points.txt", "--strict-baseline")
    assert states(told)["absent"] == 0
    assert "not evaluated" in accepted.run("check", "articles/0-key-points.txt")


def test_a_comment_in_an_article_suppresses_with_a_reason(newsroom: Newsroom) -> None:
    page = (
        "<article><p>It left on Monday.</p>\n"
        '<!-- claimcheck: ignore carriage_count reason="of the convoy" until="2030-01-31" -->\n'
        "<p>Ada Lovelace’s train has up to 90 carriages.</p></article>"
    )
    newsroom.put("calm/a.md", "Ada Lovelace’s train has 20 carriages.\n")
    newsroom.put("calm/b.html", page)
    document = newsroom.check("calm", "--today", "2030-01-31")
    assert states(document) == {"suppressed": 1}
    told = newsroom.run("check", "calm", "--today", "2030-01-31")
    assert "Suppressed until 2030-01-31 by calm/b.html:2:1: of the convoy." in told
    assert states(newsroom.check("calm", "--today", "2030-02-01", exits=1)) == {"new": 1}
    assert "this suppression of carriage_count ended on 2030-01-31" in newsroom.run(
        "check", "calm", "--today", "2030-02-01", exits=1
    )


def test_corpus_toml_suppresses_what_has_no_comments(newsroom: Newsroom) -> None:
    newsroom.put("calm/a.txt", "Ada Lovelace’s train has 20 carriages.\n")
    newsroom.put("calm/b.txt", "Ada Lovelace’s train has 90 carriages.\n")
    newsroom.check("calm", exits=1)
    newsroom.put(
        "calm/corpus.toml",
        '[[documents."b.txt".ignore]]\nrule = "carriage_count"\nreason = "of the convoy"\n'
        '[[documents."b.txt".ignore]]\nrule = "speed"\nreason = "of the convoy"\n',
    )
    assert states(newsroom.check("calm")) == {"suppressed": 1}
    told = newsroom.run("check", "calm")
    assert "Suppressed by calm/corpus.toml:1:" in told
    assert "calm/corpus.toml:4:21: this suppression of speed suppresses nothing" in told


def test_a_broken_directive_ends_in_2(newsroom: Newsroom) -> None:
    newsroom.put("calm/a.md", "<!-- claimcheck: ignore -->\n\nAda’s train has 20 carriages.\n")
    done = CliRunner().invoke(main, ["check", "calm"])
    assert done.exit_code == 2
    assert "calm/a.md:1:1: a directive has no rule" in done.stderr


@pytest.mark.parametrize("paths", [["../articles"], ["ABSOLUTE"]])
def test_machines_are_told_the_way_from_the_checkout_and_people_what_they_typed(
    newsroom: Newsroom, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (newsroom.folder / "desk").mkdir()
    monkeypatch.chdir(newsroom.folder / "desk")
    typed = [str(newsroom.articles) if p == "ABSOLUTE" else p for p in paths]
    told = newsroom.run("check", *typed, "--format=sarif", exits=1)
    uris = set(re.findall(r'"uri": ?"([^"]+)"', told))
    assert {f"articles/{file.name}" for file in newsroom.articles.iterdir()} <= uris
    assert {uri for uri in uris if not uri.startswith("articles/")} <= {
        "https://json.schemastore.org/sarif-2.1.0.json"
    }
    assert "file=articles/0-key-points.txt," in newsroom.run(
        "check", *typed, "--format=github", exits=1
    )
    told = newsroom.run("check", *typed, exits=1)
    assert f"    {typed[0]}/0-key-points.txt:3:92: " in told


def test_a_renamed_folder_brought_nothing_new(newsroom: Newsroom) -> None:
    newsroom.git("mv", "articles", "stories")
    newsroom.check("stories", "--against", "HEAD")
    assert newsroom.check("stories", "--changed-only")["findings"] == []


def test_a_revision_without_the_articles_is_said(newsroom: Newsroom) -> None:
    newsroom.put("late/a.txt", "Ada Lovelace’s train has 20 carriages.\n")
    done = CliRunner().invoke(main, ["check", "late", "--against", "HEAD", "--format=json"])
    assert "there was no article under these paths at HEAD" in done.stderr


def test_the_baseline_is_no_article(newsroom: Newsroom) -> None:
    newsroom.put("claimcheck.toml", 'paths = ["."]\n')
    newsroom.accept("--all")
    document = newsroom.check("--strict-baseline")
    assert document["stats"]["documents"] == 5


def test_a_linked_baseline_stays_a_link(newsroom: Newsroom) -> None:
    newsroom.put("kept/accepted.jsonl", "")
    (newsroom.folder / BASELINE).symlink_to("kept/accepted.jsonl")
    (newsroom.folder / "kept" / "accepted.jsonl").unlink()
    newsroom.accept("--all")
    assert (newsroom.folder / BASELINE).is_symlink()
    assert len((newsroom.folder / "kept" / "accepted.jsonl").read_text().splitlines()) == 15


def test_some_files_of_a_folder_make_nothing_of_the_others_stale(accepted: Newsroom) -> None:
    accepted.put("claimcheck.toml", "")
    part = "articles/0-key-points.txt"
    accepted.check("articles", "--strict-baseline")
    accepted.check(part, "--strict-baseline")
    before = (accepted.folder / BASELINE).read_text()
    accepted.run("baseline", "prune", part)
    assert (accepted.folder / BASELINE).read_text() == before


def test_an_acceptance_that_is_over_is_none(newsroom: Newsroom) -> None:
    arguments = ["baseline", "accept", "--all", "--reason=known", "--until=2020-01-01"]
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, "is over" in done.stderr) == (2, True)


def test_one_place_that_takes_nothing_keeps_nothing_from_the_others(newsroom: Newsroom) -> None:
    arguments = ["check", "--format=sarif", "--output=no/a.sarif", "--format=json"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "no/a.sarif: it cannot be written" in done.stderr
    assert json.loads(done.stdout)["stats"]["documents"] == 5


@pytest.mark.parametrize("against", ["", " "])
def test_an_empty_revision_is_a_mistake(newsroom: Newsroom, against: str) -> None:
    done = CliRunner().invoke(main, ["check", "--against", against])
    assert (done.exit_code, "there is no Git revision" in done.stderr) == (2, True)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">/dev/full 2>/dev/null"])
def test_streams_that_take_nothing_are_no_internal_error(newsroom: Newsroom, closed: str) -> None:
    """Of a contradiction the exit code tells, whoever reads the rest; a full disk is said."""
    command = f"{shlex.quote(sys.executable)} -m claimcheck check --format=json"
    done = subprocess.run(f"{command} {closed}", shell=True, capture_output=True, check=False)
    assert done.returncode == (2 if "full" in closed else 1)
    assert b"internal error" not in done.stderr
