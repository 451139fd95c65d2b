"""Drafts at the gate: what is known, suppressed or new of an article that somebody touches."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import main

TWENTY = "Ada Lovelace’s train has 20 carriages.\n"
NINETY = "Ada Lovelace’s train has 90 carriages.\n"
SLOW = "Ada Lovelace’s train travels at about 50 km/h.\n"
FAST = "Ada Lovelace’s train travels at about 90 km/h.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def told(*arguments: str, exits: int) -> str:
    done = run("draft", *arguments)
    assert done.exit_code == exits, done.output
    return done.stdout


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def accept(*options: str) -> None:
    done = run("baseline", "accept", "--all", "--reason=known", "--by=Ada", *options)
    assert done.exit_code == 0, done.output


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus of two articles that differ in the carriages; the drafts lie beside it."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    put("claimcheck.toml", 'paths = ["articles"]\nexclude = ["articles/drafts/**"]\n')
    put("articles/2023/a.md", TWENTY)
    put("articles/2023/b.md", NINETY)


def test_an_article_with_an_accepted_contradiction_stops_nobody() -> None:
    assert "differs from the corpus (1 independent" in told("articles/2023/a.md", exits=1)
    accept()
    text = told("articles/2023/a.md", exits=0)
    [line] = [line for line in text.splitlines() if "differs from the corpus." in line]
    assert re.fullmatch(
        r"articles/2023/a\.md:1:26: “20 carriages”: differs from the corpus\. Accepted as known by"
        r" Ada in claimcheck-baseline\.jsonl:2\.  \[[0-9a-f]{12}\]",
        line,
    )
    assert "Claims in the draft: 1; differs from the corpus 1 (1 known)." in text


def test_what_is_new_in_it_stops_whoever_wrote_it() -> None:
    accept()
    put("articles/2023/a.md", TWENTY + "\n" + SLOW)
    told("articles/2023/a.md", exits=0)
    put("articles/2023/b.md", NINETY + "\n" + FAST)
    text = told("articles/2023/a.md", exits=1)
    assert re.search(
        r"articles/2023/a\.md:3:\d+: “about 50 km/h”: differs from the corpus \(1", text
    )
    assert re.search(
        r"    articles/2023/b\.md:3:\d+: Ada Lovelace’s train travels at about 90", text
    )
    [command] = re.findall(r"  claimcheck (baseline accept \w+ --reason) … (articles)\n", text)
    told("articles/2023/a.md", "--fail-on=never", exits=0)
    # The command that is shown, with a reason, settles it.
    done = run(*command[0].split(), "both-hold", "--by", "Ada", command[1])
    assert done.exit_code == 0, done.output
    told("articles/2023/a.md", exits=0)
    told("articles/2023/a.md", "--fail-on=all", exits=1)


def test_a_draft_beside_the_corpus_is_accepted_with_it() -> None:
    accept()
    put("draft.txt", "Ada Lovelace’s train has 40 carriages.\n")
    text = told("draft.txt", exits=1)
    ids = re.findall(r"claimcheck baseline accept (\w+) --reason … articles draft.txt\n", text)
    done = run(
        "baseline", "accept", *ids, "--reason=both-hold", "--by=Ada", "articles", "draft.txt"
    )
    assert done.exit_code == 0, done.output
    told("draft.txt", exits=0)
    # Published, it is what it was.
    Path("draft.txt").rename("articles/2023/c.md")
    told("articles/2023/c.md", exits=0)
    assert run("check").exit_code == 0


def test_several_drafts_stand_under_their_names_and_the_gravest_code_wins() -> None:
    accept()
    put("articles/drafts/c.md", "Ada Lovelace’s train has 40 carriages.\n")
    put("calm.txt", "Nothing is counted here.\n")
    text = told("articles/2023/a.md", "articles/drafts/c.md", "calm.txt", exits=1)
    names = [line for line in text.splitlines() if line.endswith((".md:", ".txt:"))]
    assert names == ["articles/2023/a.md:", "articles/drafts/c.md:", "calm.txt:"]
    put("empty.txt", "")
    done = run("draft", "articles/drafts/c.md", "empty.txt", "calm.txt")
    assert done.exit_code == 5
    assert "calm.txt:\nClaims in the draft: 0." in done.stdout
    assert "error: empty.txt: " in done.stderr


def test_json_is_of_one_draft() -> None:
    done = run("draft", "articles/2023/a.md", "articles/2023/b.md", "--format=json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Name one draft at a time" in done.stderr
    accept()
    document: dict[str, Any] = json.loads(told("articles/2023/a.md", "--format=json", exits=0))
    assert [f["status"] for f in document["findings"]] == ["known"]
    assert document["draft"] == "2023/a.md"


@pytest.mark.parametrize(
    "name", ["articles/2023/a.md", "articles/2023/b.md", "articles/drafts/c.md", "d.md"]
)
def test_a_directive_suppresses_whether_in_the_draft_or_in_the_corpus(name: str) -> None:
    put("articles/2023/a.md", "No train is mentioned.\n")
    comment = '<!-- claimcheck: ignore carriage_count reason="of the convoy" until="2030-01-31" -->'
    if name.endswith("a.md"):
        put("articles/2023/a.md", TWENTY)
        put("articles/2023/b.md", f"{comment}\n\n{NINETY}")
    else:
        if name.endswith("b.md"):
            put("articles/2023/a.md", NINETY)
        put(name, f"{comment}\n\n{TWENTY}")
    text = told(name, "--today=2030-01-31", exits=0)
    assert "Suppressed until 2030-01-31 by " in text
    told(name, "--today=2030-02-01", exits=1)


def test_an_acceptance_that_ended_holds_no_longer() -> None:
    accept("--until=2030-01-31")
    told("articles/2023/a.md", "--today=2030-01-31", exits=0)
    done = run("draft", "articles/2023/a.md", "--today=2030-02-01")
    assert done.exit_code == 1
    assert "was accepted until 2030-01-31" in done.stderr


def test_another_baseline_is_named() -> None:
    accept("--baseline=other.jsonl")
    told("articles/2023/a.md", exits=1)
    told("articles/2023/a.md", "--baseline=other.jsonl", exits=0)
    assert run("draft", "articles/2023/a.md", "--baseline=none.jsonl").exit_code == 2


def test_what_stands_in_parent_metadata_holds_of_a_draft_of_the_corpus() -> None:
    put(
        "articles/corpus.toml",
        '[documents."2023/b.md"]\npublished = 2023-09-12\n'
        '[[documents."2023/b.md".ignore]]\nrule = "carriage_count"\nreason = "of the convoy"\n',
    )
    assert "Suppressed by articles/corpus.toml:3:" in told("articles/2023/b.md", exits=0)
