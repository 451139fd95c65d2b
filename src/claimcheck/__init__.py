"""claimcheck: says which statements in a set of news articles can both be true, and which cannot.

The verbs are the stages, in order: `read` articles, `extract` their claims, `reconcile` these into
facts and findings. `check` goes the whole way for a corpus, `compare` for two texts. A `Report` has
all of it as pandas tables and as a page. `open_store` keeps what was read for the next run.

>>> import claimcheck
>>> claimcheck.compare("The train has 12 carriages.", "The train has 90 carriages.").verdict
'contradictory'
"""

from __future__ import annotations

from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

__version__ = _version("claimcheck")

__all__ = [
    "Article",
    "read",
    "extract",
    "reconcile",
    "check",
    "compare",
    "Report",
    "open_store",
    "__version__",
]

if TYPE_CHECKING:
    from claimcheck.api import Article, Report, check, compare, extract, open_store, read, reconcile


# Loaded when first asked for: `claimcheck --help` needs none of it.
def __getattr__(name: str) -> Any:
    if name in __all__:
        from claimcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
