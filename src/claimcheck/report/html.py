"""The page, written from a view by templates that decide nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.errors import visible
from claimcheck.report.view import ReportView

# The style sheets, in the order in which they stand on the page.
_STYLE = ("page", "glance", "words", "finding", "line", "facts", "narrow", "print")


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
