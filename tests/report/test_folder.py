"""The folder: the page and its tables, replaced whole, and nothing of anybody else's touched."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claimcheck.document import encode
from claimcheck.errors import Place, UsageError
from claimcheck.report.folder import downloads, write_report
from claimcheck.report.page.packing import FOLDER
from claimcheck.report.tables.table import TABLES

from .sample import ARTICLES, findings_document, sample

NAMES = ["index.html", *(f"{name}.{kind}" for name in TABLES for kind in ("csv", "parquet"))]
NAMES.append("findings.json")


def test_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    paths = write_report(sample(), ARTICLES, folder)
    assert [path.name for path in paths] == NAMES
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert (folder / "findings.json").read_bytes() == encode(sample())
    for path in paths:
        if path.suffix != ".parquet":
            content = path.read_bytes()
            assert content.decode().encode() == content
            assert b"\r" not in content
    assert pq.read_table(folder / "facts.parquet").num_rows == len(sample().facts)


def test_every_file_beside_the_page_is_a_download(tmp_path: Path) -> None:
    files = {path.name: path.read_bytes() for path in write_report(sample(), ARTICLES, tmp_path)}
    offered = {one.name: one.content for one in downloads(sample())}
    assert offered == {name: files[name] for name in NAMES[1:]}
    assert all(one.media_type and one.words for one in downloads(sample()))


def test_an_empty_corpus_has_a_report(tmp_path: Path) -> None:
    paths = write_report(findings_document(), {}, tmp_path)
    assert [path.name for path in paths] == NAMES


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(sample(), ARTICLES, tmp_path)]
    assert [path.read_bytes() for path in write_report(sample(), ARTICLES, tmp_path)] == first


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    occupied = tmp_path / "report"
    occupied.write_text("a file")
    with pytest.raises(UsageError, match="cannot be written") as caught:
        write_report(sample(), ARTICLES, occupied)
    assert caught.value.place is not None
    assert caught.value.place.path == str(occupied)


def test_what_stands_in_a_files_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").mkdir()
    with pytest.raises(UsageError) as caught:
        write_report(sample(), ARTICLES, tmp_path)
    assert caught.value.place == Place(str(tmp_path / "claims.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text("old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        write_report(sample(), ARTICLES, tmp_path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_what_an_older_page_had_beside_it_is_removed_and_nothing_else(tmp_path: Path) -> None:
    shards = tmp_path / FOLDER
    (shards / "of-somebody").mkdir(parents=True)
    (shards / "7.js").write_text("old")
    (shards / ".7.js.4711").write_text("half, of a run that was killed")
    (shards / "7.json").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine")
    write_report(sample(), ARTICLES, tmp_path)
    assert sorted(path.name for path in shards.iterdir()) == ["7.json", "of-somebody"]
    assert (tmp_path / "notes.txt").read_text() == "mine"
    (shards / "7.json").unlink()
    (shards / "of-somebody").rmdir()
    write_report(sample(), ARTICLES, tmp_path)
    assert not shards.exists()


def test_a_link_in_place_of_the_shards_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("mine")
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / FOLDER).symlink_to(elsewhere, target_is_directory=True)
    write_report(sample(), ARTICLES, tmp_path / "report")
    assert (elsewhere / "kept").read_text() == "mine"
