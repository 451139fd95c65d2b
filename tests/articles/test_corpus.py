"""From paths to the corpus: which files, under which ids, with which metadata."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.articles.corpus import Corpus, read

SEEDS = Path(__file__).parents[2] / "seeds"
Files = dict[str, str | bytes]
Write = Callable[[Files], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files below a fresh folder, which becomes the current one."""
    monkeypatch.chdir(tmp_path)

    def write(files: Files) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


def ids(corpus: Corpus) -> list[str]:
    assert corpus.problems == ()
    return [article.id for article in corpus.articles]


def test_the_seeds_are_read_whole_and_untouched() -> None:
    corpus = read(SEEDS)
    assert len(ids(corpus)) == 5
    for article in corpus.articles:
        assert article.text.encode() == (SEEDS / article.id).read_bytes()
        assert article.path == (SEEDS / article.id).as_posix()


def test_a_folder_is_read_with_its_sub_folders_but_for_what_is_no_article(write: Write) -> None:
    write(
        {
            "c/b.txt": "Kim",
            "c/a.TXT": "Kim",
            "c/sub/deep/a.text": "Kim",
            "c/more.jsonl": '{"id": "record", "text": "Kim"}',
            "c/README": "read me",
            "c/README.md": "read me",
            "c/sub/Changelog.markdown": "changes",
            "c/notes.rst": "notes",
            "c/corpus.toml": "",
            "c/.git/x.txt": "hidden",
            "c/.x.txt": "hidden",
        }
    )
    assert ids(read("c")) == ["a.TXT", "b.txt", "record", "sub/deep/a.text"]
    assert ids(read(Path("c"))) == ids(read("./c/")) == ids(read("c"))


def test_a_file_given_singly_is_called_by_its_name_whatever_its_suffix(write: Write) -> None:
    write({"deep/a.txt": "Kim", "deep/draft": "Kim", "deep/b.log": "Kim"})
    assert ids(read("deep/draft", "deep/b.log", "deep/a.txt")) == ["a.txt", "b.log", "draft"]


def test_a_glob_is_expanded_where_the_shell_did_not(write: Write) -> None:
    write({"x/a.txt": "Kim", "x/b.txt": "Kim", "x/sub/c.txt": "Kim", "x/corpus.toml": ""})
    assert ids(read("x/[ab].txt")) == ["a.txt", "b.txt"]
    assert ids(read("**/c.txt")) == ["c.txt"]
    # As when a shell expands it: the folder is read, corpus.toml is passed over.
    assert ids(read("x/*")) == ["a.txt", "b.txt", "c.txt"]


def test_a_file_that_is_called_like_a_glob_is_no_glob(write: Write) -> None:
    write({"a[1].txt": "Kim", "a1.txt": "Putin"})
    assert ids(read("a[1].txt")) == ["a[1].txt"]


def test_standard_input_is_one_plain_article() -> None:
    corpus = read("-", "-", stdin=io.BytesIO("Kim’s train\r\n".encode()))
    (article,) = corpus.articles
    assert (article.id, article.path, article.text) == ("stdin", None, "Kim’s train\r\n")


def test_no_paths_no_articles() -> None:
    assert read() == Corpus((), (), ())


# Ids that clash.


def test_clashing_ids_are_lengthened_until_they_differ(write: Write) -> None:
    write({"x/a/1.txt": "Kim", "y/a/1.txt": "Putin", "y/a/2.txt": "Xi"})
    assert ids(read("x/a", "y/a")) == ["2.txt", "x/a/1.txt", "y/a/1.txt"]
    assert ids(read("x/a/1.txt", "y/a/1.txt")) == ["x/a/1.txt", "y/a/1.txt"]


def test_a_lengthened_id_clashes_with_no_other(write: Write) -> None:
    write({"p/b/1.txt": "1", "q/c/1.txt": "2", "r/b/1.txt": "3"})
    assert ids(read("r", "p/b/1.txt", "q/c/1.txt")) == ["c/1.txt", "p/b/1.txt", "r/b/1.txt"]


def test_a_file_gives_way_to_a_record_and_to_standard_input(write: Write) -> None:
    write({"x/stdin": "Kim", "x/a.txt": "Kim", "y.jsonl": '{"id": "a.txt", "text": "Putin"}'})
    corpus = read("x/stdin", "x/a.txt", "y.jsonl", "-", stdin=io.BytesIO(b"Xi"))
    assert ids(corpus) == ["a.txt", "stdin", "x/a.txt", "x/stdin"]
    assert corpus.articles[0].text == "Putin"


@pytest.mark.parametrize(
    "paths", [("c", "c/sub/a.txt"), ("c/sub", "c"), ("./c", "c/sub/../sub/a.txt", "c/*/a.txt")]
)
def test_a_file_reached_twice_is_read_once_under_its_longest_name(
    write: Write, paths: tuple[str, ...]
) -> None:
    write({"c/sub/a.txt": "Kim"})
    for order in permutations(paths):
        assert ids(read(*order)) == ["sub/a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a privilege to make links")
def test_a_link_and_its_file_are_one_article(write: Write) -> None:
    folder = write({"c/a.txt": "Kim", "elsewhere/b.txt": "Putin"})
    (folder / "c/z.txt").symlink_to("a.txt")
    (folder / "c/sub").symlink_to(folder / "elsewhere")  # not followed: it may lead round
    assert ids(read("c")) == ["a.txt"]


# Records of JSONL.


def test_equal_records_are_one_article(write: Write) -> None:
    line = '{"id": "a", "text": "Kim", "published": "2019-04-24"}\n'
    write({"x.jsonl": line * 2, "y.jsonl": line.replace("2019-04-24", "20190424")})
    corpus = read("x.jsonl", "y.jsonl")
    assert ids(corpus) == ["a"]
    assert corpus.articles[0].path == "x.jsonl"


@pytest.mark.parametrize("paths", list(permutations(["x.jsonl", "y.jsonl"])))
def test_of_different_records_with_one_id_the_first_is_kept(
    write: Write, paths: tuple[str, ...]
) -> None:
    write(
        {
            "x.jsonl": '\n{"id": "a", "text": "Kim", "published": "2019-04-24"}\n',
            "y.jsonl": '{"id": "a", "text": "He", "published": "2019-04-24", "source": "AP"}',
        }
    )
    corpus = read(*paths)
    assert [article.published for article in corpus.articles] == ["2019-04-24"]
    (problem,) = corpus.problems
    assert str(problem) == (
        'y.jsonl:1: the id "a" is taken by x.jsonl:2, with another text and source.'
        " Give it an id of its own, or remove one of the two"
    )
    assert problem.exit_code == 5


@pytest.mark.parametrize("paths", list(permutations(["x.jsonl", "y.jsonl"])))
def test_of_records_with_one_id_and_other_days_the_earlier_are_versions(
    write: Write, paths: tuple[str, ...]
) -> None:
    record = '{{"id": "a", "text": "{}", "published": "{}"}}\n'
    write(
        {
            "x.jsonl": record.format("Two", "2019-04-25") + record.format("One", "2019-04-24"),
            "y.jsonl": record.format("Three", "2019-04-26T09:00"),
        }
    )
    corpus = read(*paths)
    assert corpus.problems == ()
    assert [(article.id, article.text) for article in corpus.articles] == [
        ("a", "Three"),
        ("a@2019-04-24", "One"),
        ("a@2019-04-25", "Two"),
    ]


def test_two_records_of_one_version_are_a_mistake(write: Write) -> None:
    record = '{{"id": "a", "text": "{}", "published": "{}"}}\n'
    days = [("One", "2019-04-24"), ("Two", "2019-04-24"), ("Three", "2019-04-25")]
    write({"x.jsonl": "".join(record.format(*one) for one in days)})
    corpus = read("x.jsonl")
    assert [article.text for article in corpus.articles] == ["Three", "One"]
    (problem,) = corpus.problems
    assert problem.cause == 'the id "a@2019-04-24" is taken by x.jsonl:1, with another text'


def test_a_record_without_a_day_is_no_version(write: Write) -> None:
    write({"x.jsonl": '{"id": "a", "text": "One", "published": "2019-04-24"}\n'
                      '{"id": "a", "text": "Two"}\n'})  # fmt: skip
    (problem,) = read("x.jsonl").problems
    assert problem.cause == 'the id "a" is taken by x.jsonl:1, with another text and published'


# Metadata.


def test_the_nearest_entry_of_a_corpus_toml_counts(write: Write) -> None:
    write(
        {
            "c/corpus.toml": '[documents."a.txt"]\nsource = "AP"\n'
            '[documents."sub/b.txt"]\nsource = "far"\ntitle = "far"\n'
            '[documents."sub/c.txt"]\nsource = "above"\n',
            "c/sub/corpus.toml": '[documents."b.txt"]\nsource = "near"\n',
            "c/a.txt": "Kim",
            "c/sub/b.txt": "Kim",
            "c/sub/c.txt": "Kim",
        }
    )
    corpus = read("c")
    assert corpus.problems == ()
    assert [(a.id, a.source, a.title) for a in corpus.articles] == [
        ("a.txt", "AP", None),
        ("sub/b.txt", "near", None),
        ("sub/c.txt", "above", None),
    ]


def test_a_file_given_singly_has_the_metadata_beside_it_and_no_stale_entries(
    write: Write,
) -> None:
    write(
        {
            "c/corpus.toml": '[documents."a.txt"]\nstory = "kim"\n[documents."gone.txt"]\n',
            "c/a.txt": "Kim",
        }
    )
    corpus = read("c/a.txt")
    assert corpus.problems == ()
    assert corpus.articles[0].story == "kim"


def test_an_entry_for_a_file_that_is_not_there_is_a_mistake_of_the_folder(write: Write) -> None:
    write(
        {
            "c/corpus.toml": '[documents."notes.rst"]\n[documents."sub/a.txt"]\n',
            "c/sub/corpus.toml": '[documents."b.txt"]\n',
            "c/sub/a.txt": "Kim",
            "c/notes.rst": "no article",
        }
    )
    corpus = read("c")
    assert [article.id for article in corpus.articles] == ["sub/a.txt"]
    assert [(str(p.place), p.exit_code) for p in corpus.problems] == [
        ("c/corpus.toml:1:13", 2),
        ("c/sub/corpus.toml:1:13", 2),
    ]
    assert corpus.problems[1].next_step == 'Did you mean "a.txt"?'


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a privilege to make links")
def test_an_entry_for_a_link_is_not_stale(write: Write) -> None:
    folder = write({"c/corpus.toml": '[documents."z.txt"]\n', "c/a.txt": "Kim"})
    (folder / "c/z.txt").symlink_to("a.txt")
    assert read("c").problems == ()


def test_an_entry_for_a_jsonl_file_completes_its_records(write: Write) -> None:
    write(
        {
            "c/corpus.toml": '[documents."x.jsonl"]\nsource = "AP"\nstory = "kim"\n',
            "c/x.jsonl": '{"id": "a", "text": "Kim", "source": "Yonhap"}',
        }
    )
    (article,) = read("c").articles
    assert (article.source, article.story) == ("Yonhap", "kim")


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", "English", ""])
def test_english_is_checked(write: Write, language: str) -> None:
    write({"corpus.toml": f'[documents."a.txt"]\nlanguage = "{language}"\n', "a.txt": "Kim"})
    assert ids(read(".")) == ["a.txt"]


@pytest.mark.parametrize("language", ["de", "de-AT", "enm"])
def test_another_language_is_set_aside_and_no_mistake(write: Write, language: str) -> None:
    write(
        {
            "c/corpus.toml": f'[documents."b.txt"]\nlanguage = "{language}"\n',
            "c/a.txt": "The train",
            "c/b.txt": "Der Zug",
        }
    )
    corpus = read("c")
    assert ids(corpus) == ["a.txt"]
    (aside,) = corpus.set_aside
    assert aside.article.id == "b.txt"
    assert aside.reason == f"its language is {language}, not English"


# Order does not matter.


def test_the_order_of_paths_does_not_matter(write: Write) -> None:
    write(
        {
            "c/corpus.toml": '[documents."a.txt"]\nsource = 7\n[documents."b.tx"]\n',
            "c/a.txt": "Kim",
            "c/b.txt": b"\xff",
            "d/a.txt": "Putin",
            "d/r.jsonl": '{"id": "a", "text": "Xi"}\n{"id": "a", "text": "Trump"}\n',
            "e/r.jsonl": '{"id": "a", "text": "Moon"}\n{"id": "b"}\n',
        }
    )
    paths = [
        "c",
        "c/a.txt",
        "./c/b.txt",
        "d",
        "d/*.jsonl",
        "e/r.jsonl",
        "gone.txt",
        "c/corpus.toml",
    ]
    expected = read(*paths)
    messages = [str(problem) for problem in expected.problems]
    assert len(messages) == 7
    for seed in range(20):
        random.Random(seed).shuffle(paths)
        corpus = read(*paths)
        assert corpus.articles == expected.articles
        assert [str(problem) for problem in corpus.problems] == messages


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    given_paths=st.lists(
        st.sampled_from(["c", "c/s", "c/s/t", "c/1.txt", "c/s/1.txt", "c/s/t/1.txt", "c/*/1.txt"]),
        min_size=1,
        unique=True,
    ),
    order=st.randoms(use_true_random=False),
)
def test_each_file_is_one_article_however_it_is_reached(
    write: Write, given_paths: list[str], order: random.Random
) -> None:
    write({"c/1.txt": "one", "c/s/1.txt": "two", "c/s/t/1.txt": "three"})
    corpus = read(*given_paths)
    texts = [article.text for article in corpus.articles]
    assert len(set(ids(corpus))) == len(set(texts)) == len(texts)
    order.shuffle(given_paths)
    assert read(*given_paths) == corpus


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.md", "---\nlang: de\n---\nDer Zug", "its language is de, not English"),
        ("a.html", "<html lang=de><p>Der Zug", "its language is de, not English"),
        (
            "a.txt",
            "Der Zug ist mit dem Mann auf der Reise, und es wird nicht bei uns sein, wie er sagt. "
            * 3,
            "its language is German, not English, by its commonest words",
        ),
    ],
)
def test_a_file_that_is_not_english_is_set_aside(
    write: Write, name: str, text: str, reason: str
) -> None:
    write({name: text})
    (aside,) = read(".").set_aside
    assert (aside.article.id, aside.reason) == (name, reason)


def test_what_corpus_toml_says_fills_what_the_file_does_not(write: Write) -> None:
    write(
        {
            "corpus.toml": '[documents."a.md"]\ntitle = "Other"\nsource = "AP"\nlanguage = "en"\n',
            "a.md": "---\ntitle: Own\n---\nFive died.",
        }
    )
    (article,) = read(".").articles
    assert (article.title, article.source, article.language) == ("Own", "AP", "en")
