"""Patterns of rule packs: RE2 syntax, so that no text makes one run more than linearly."""

from __future__ import annotations

from functools import cache
from typing import Any

import re2


class PatternError(ValueError):
    """A pattern that RE2 does not take."""


@cache
def compile_pattern(pattern: str) -> Any:
    """The compiled pattern, on whole words; PatternError where RE2 refuses it."""
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)  # alone, so that a mistake shows what was written
        return re2.compile(rf"\b(?:{pattern})\b", options)
    except re2.error as error:
        cause = error.args[0]
        raise PatternError(cause.decode() if isinstance(cause, bytes) else cause) from error
