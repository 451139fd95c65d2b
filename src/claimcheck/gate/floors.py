"""Floors: how much a run has to have checked, so that a green one means something."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.config import Floors
from claimcheck.document import Stats
from claimcheck.errors import Place, ShortfallError


def shortfalls(
    now: Stats, floors: Floors, then: Stats | None = None, place: Place | None = None
) -> Iterator[ShortfallError]:
    """Every floor that a run stays below. `then` are the numbers at the earlier revision, `place`
    is where the floors are written."""
    counts = {
        "documents": (now.documents, floors.documents, then and then.documents),
        "claims": (now.claims, floors.claims, then and then.claims),
    }
    for name, (count, least, before) in counts.items():
        said = f"{count} {name if count != 1 else name[:-1]}"
        if count < least:
            yield ShortfallError(
                f"{said} checked, where at least {least} have to be",
                place=place,
                next_step=f"See that the paths are right; or lower floors.{name}",
            )
        elif before and floors.largest_drop is not None:
            drop = (before - count) / before
            if drop > floors.largest_drop:
                yield ShortfallError(
                    f"{said} checked, where {before} were before: {drop:.0%} fewer, where at most"
                    f" {floors.largest_drop:.0%} may be lost",
                    place=place,
                    next_step="See what is no longer read; or raise floors.largest_drop",
                )
