"""Settings: the keys of a configuration file, and what may stand behind each of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from claimcheck.articles.tomlfile import did_you_mean, type_name


class Unfit(ValueError):
    """Why a value does not fit its key, as it continues the key's name, and the next step."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(cause)
        self.next_step = next_step


Reader: TypeAlias = Callable[[Any], object]
"""From a TOML value to what it means; Unfit where it means nothing."""

_PERCENT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s?%")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unfit(f"is {type_name(value)}, not a string", "Write it in double quotes")
    if not value.strip():
        raise Unfit("is empty", "Write a name, or leave the key out")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        raise Unfit("is a string, not a list", f"Write [{json.dumps(value, ensure_ascii=False)}]")
    if not isinstance(value, list):
        raise Unfit(f"is {type_name(value)}, not a list", "Write a list of strings")
    for i, item in enumerate(value, 1):
        try:
            _text(item)
        except Unfit as unfit:
            raise Unfit(f"has an item, number {i}, that {unfit}", unfit.next_step) from None
    return tuple(value)


def _paths(value: object) -> tuple[str, ...]:
    if "-" in (paths := _texts(value)):
        raise Unfit("names standard input", "Name `-` on the command line")
    return paths


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Unfit(f"is {type_name(value)}, not a boolean", "Write true or false")
    return value


def _folder_or_flag(value: object) -> str | bool:
    if not isinstance(value, (str, bool)):
        step = 'Write "folder", true for the one of the user, or false for none'
        raise Unfit(f"is {type_name(value)}, not a folder, true or false", step)
    return value if isinstance(value, bool) else _text(value)


def _one_of(*words: str) -> Reader:
    def read(value: object) -> str:
        if value in words and isinstance(value, str):
            return value
        said = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else type_name(value)
        likely = did_you_mean(value, words) if isinstance(value, str) else ""
        raise Unfit(f"is {said}, not {_listed(words)}", likely or f"Write {_listed(words)}")

    return read


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unfit(f"is {_shown(value)}, not a whole number", "Write a number such as 10")
    if value < 0:
        raise Unfit(f"is {value}, less than nothing", "Write 0 for no floor")
    return value


def _share(most: float, *, below: bool) -> Reader:
    """A share up to `most`, or `below` it: "20%" or 0.2."""

    def read(value: object) -> float:
        share = value
        if isinstance(value, str) and (percent := _PERCENT.fullmatch(value.strip())):
            share = float(percent[1]) / 100
        if isinstance(share, bool) or not isinstance(share, (int, float)):
            raise Unfit(f"is {_shown(value)}, not a share", 'Write a share such as "5%" or 0.05')
        if not 0 <= share <= most or (below and share == most):
            limit = "at least 0 and less than 1" if below else "between 0 and 1"
            raise Unfit(f"is {_shown(value)}, not {limit}", 'Write a share such as "5%" or 0.05')
        return float(share)

    return read


def _shown(value: object) -> str:
    """A value that is short in its own words, any other by its type."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f"{value}" if number else type_name(value)


def _listed(words: Iterable[str]) -> str:
    *first, last = (f'"{word}"' for word in words)
    return f"{', '.join(first)} or {last}"


_GRADE = _one_of("minor", "moderate", "major")

KEYS: Mapping[str, Reader] = {
    "paths": _paths,
    "exclude": _texts,
    "rules": _text,
    "baseline": _text,
    "select": _texts,
    "ignore": _texts,
    "fail_on": _one_of("new", "all", "never"),
    "min_grade": _GRADE,
    "strict_baseline": _flag,
    "allow_incomplete": _flag,
    "cache": _folder_or_flag,
}
"""The keys of the file itself, in the order in which they are shown."""

FLOORS: Mapping[str, Reader] = {
    "documents": _count,
    "claims": _count,
    "largest_drop": _share(1, below=False),
}
"""The keys of [floors]."""

ATTRIBUTE: Mapping[str, Reader] = {"min_grade": _GRADE, "tolerance": _share(1, below=True)}
"""The keys of [attributes.NAME]."""
