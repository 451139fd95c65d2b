"""The page and the files beside it, written from a view by templates that decide nothing."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, encode
from claimcheck.errors import Place, UsageError, visible
from claimcheck.report.tables import claims_table, csv_text, facts_table
from claimcheck.report.view import ReportView, report_view

# The style sheets, in the order in which they stand on the page.
_STYLE = ("page", "glance", "words", "rows", "finding", "line", "facts", "tables", "narrow", "print")


def render(view: ReportView) -> str:
    """The self-contained page: no script, no request, and a policy that would allow neither.

    The only style is the inline one; the policy names its hash, so that no style or handler in
    hostile text could ever act, even if it escaped its escaping.
    """
    loader = PackageLoader("claimcheck.report")
    templates = Environment(
        loader=loader,
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    sheets = (loader.get_source(templates, f"style/{name}.css")[0] for name in _STYLE)
    # What is hashed is what a browser hashes, on a checkout with other line ends too.
    style = "\n".join(sheets).replace("\r\n", "\n")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return templates.get_template("page.html").render(
        view=view, style=Markup(style), style_hash=digest
    )


def _shown(value: object) -> object:
    """Whatever a template prints, without the characters that must not reach a page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def write_report(
    document: FindingsDocument, articles: Mapping[str, Article], folder: Path
) -> list[Path]:
    """Write the page and its tables into `folder`, and return their paths.

    Each file is replaced in one step: a report that is being read never shows half a page.
    """
    files = {
        "index.html": render(report_view(document, articles)).encode(),
        "claims.csv": csv_text(claims_table(document)).encode(),
        "facts.csv": csv_text(facts_table(document)).encode(),
        "findings.json": encode(document),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_replace(folder / name, content) for name, content in files.items()]
    except OSError as error:
        raise UsageError(
            f"the report cannot be written: {error.strerror}",
            place=Place(str(folder)),
            next_step="Name a folder that can be written to",
        ) from error


def _replace(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path
