"""Reads pumped text at growing sizes, and says what takes more than its share of time.

A script and no test: test_linear_time.py runs it in a process of its own, which it can kill. Every
case is printed before it runs, so that the one that never ends is known.
"""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import _lru_cache_wrapper, partial
from itertools import product
from time import process_time
from types import BuiltinMethodType, FunctionType, MemberDescriptorType, ModuleType
from typing import Any, NamedTuple

from claimcheck import quantities as room
from claimcheck.quantities.reader import Quantity, quantities

parser: Any = importlib.import_module("re._parser")  # private, as is the one it replaced

DOUBLING = 2.6  # the most that twice the text may take; linear is 2
DOUBLINGS = 3  # from the first size on that takes a while: n, 2n, 4n, 8n
NOTICEABLE = 0.02  # seconds; below it the clock tells nothing
LARGEST = {"gauge": 1 << 16, "patterns": 1 << 16, "readers": 1 << 22, "pairs": 1 << 22}
TRIES = 6

Run = Callable[[str], object]


class Pump(NamedTuple):
    """A text of any length: a piece again and again, behind what leads to it."""

    piece: str
    before: str = ""
    behind: str = ""

    def text(self, times: int) -> str:
        return self.before + self.piece * times + self.behind


PIECES = [
    "1", "12,", "123,", "1.", "1 ", "\u00a0123", "1-", "1:", "1/", "-", " ", "\n", "a", "A", "a ",
    "and ", "a-", "'", "(", ",", "½", "İ",
]  # fmt: skip
UNITS = [
    "1,", "1,1", "12 ", "1½", "½ ", ".1", "1'", "1\n", "0", "1e", "- ", "–", "--", "/", "a/", "' ", "a'", ". ",
    ".", "(1", ") ", "$", "%", "\u00a0", "\t", "  ", "\u0301", "\u200b", "٣", "one ", "one-", "hundred ", "a half ",
    "per ", "km ", "m", "km/", "march ", "march 1 ", "a.m. ", "monday ", "of ", "the ", "to ", "x ", "Aa ", "No. ",
]  # fmt: skip
PHRASES = [
    "between 1 and ", "between ", "1 to 2 ", "a hundred and ", "one hundred and two ", "two-",
    "several hundred ", "tens of thousands of ", "half a ", "day-long ", "a full day ", "in 2004 ",
    "in 2000 as", "May 5 ", "may ", "sunday ", "early ", "over ", "up to about ", "or more ",
    "minus ", "1 km (", "1 km-", "$1-", "$ ", "1 p.m. ", "5 June 2018 ", "Boeing 7", "x1", "1x",
    "no one ", "1.,",
    "31 June 2018 ", "early on ", "two days ago ", "last ", "1987-", "1 of 2 ", "rose 1 to ", "1 (1 ", "two thirds ",
]  # fmt: skip

# Each takes more than its share, on the piece beside it: the gauge must see them.
BAD = [
    (re.compile(r"\d+x"), "1"),  # every start is tried, and each runs to the end
    (re.compile(r"\d++x"), "1"),  # so it does without going back
    (re.compile(r"\s*,"), " "),
]

# ---------------------------------------------------------------------------------- what is shipped


METHODS = {"finditer", "findall", "search", "match", "fullmatch", "split", "sub", "subn"}
WINDOW = 64  # characters: what looks left from a place looks no further


def patterns() -> Iterator[tuple[str, Run, re.Pattern[str]]]:
    """Every compiled pattern that a module of the room holds, and how a text is put to it."""
    modules = [
        importlib.import_module(info.name)
        for info in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
    ]
    used = uses(modules)
    known: set[tuple[str, int, str]] = set()
    for module in modules:
        for name, value in vars(module).items():
            if name.startswith("__"):
                continue
            for pattern, bound in held(value):
                ways = {put(pattern, m) for m in bound or used.get(id(pattern), METHODS)}
                if isinstance(value, _lru_cache_wrapper):  # the lexicon, which looks no further
                    ways = {"in windows"}
                for way in sorted(ways):
                    key = pattern.pattern, pattern.flags, way
                    if key not in known:
                        known.add(key)
                        label = f"{module.__name__}.{name}, {way}: {pattern.pattern[:60]!r}"
                        yield label, partial(WAYS[way], pattern), pattern


def uses(modules: list[ModuleType]) -> dict[int, set[str]]:
    """By the id of a pattern that has a name, the methods by which the room uses it."""
    found: dict[int, set[str]] = {}
    for module in modules:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                pattern = vars(module).get(node.value.id)
                if isinstance(pattern, re.Pattern) and node.attr in METHODS:
                    found.setdefault(id(pattern), set()).add(node.attr)
    return found


def put(pattern: re.Pattern[str], method: str) -> str:
    """The way of WAYS in which `method` puts a text to a pattern.

    A search for what stands just before a place looks into a window that ends there. That it is
    one, and that no place is looked at too often, is for the readers to show.
    """
    if method in ("match", "fullmatch"):
        return "once"
    return "in windows" if pattern.pattern.endswith(r"\Z") else "everywhere"


def everywhere(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def in_windows(pattern: re.Pattern[str], text: str) -> None:
    for end in range(0, len(text), WINDOW // 2):
        pattern.search(text, max(0, end - WINDOW), end)


def once(pattern: re.Pattern[str], text: str) -> None:
    pattern.match(text)
    pattern.fullmatch(text)


WAYS: dict[str, Callable[[re.Pattern[str], str], None]] = {
    "everywhere": everywhere,
    "in windows": in_windows,
    "once": once,
}


def held(
    value: Any, seen: set[int] | None = None
) -> Iterator[tuple[re.Pattern[str], set[str] | None]]:
    """The patterns in a value of a module, however deep, and the bound method that alone is kept.

    In tables of any kind, in objects and classes of the room, in what functions keep for
    themselves or make once, and behind bound methods (`re.compile(…).match`).
    """
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        yield value, None
    elif isinstance(value, BuiltinMethodType) and isinstance(value.__self__, re.Pattern):
        yield value.__self__, {value.__name__}
    else:
        for part in parts(value):
            yield from held(part, seen)


def parts(value: Any) -> Iterable[Any]:
    """What a value holds, where it can hold a pattern."""
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if isinstance(value, partial):
        return [value.func, *value.args, *value.keywords.values()]
    ours = getattr(value, "__module__", None) or ""
    if isinstance(value, ModuleType) or not ours.startswith(room.__name__):
        return []
    if isinstance(value, _lru_cache_wrapper):  # a table that is made on first use
        return [] if inspect.signature(value).parameters else [value()]
    if isinstance(value, FunctionType):
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        return [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
    kinds = [vars(kind).items() for kind in type(value).__mro__]
    slots = [name for kind in kinds for name, of in kind if isinstance(of, MemberDescriptorType)]
    own = [getattr(value, name, None) for name in slots]
    return [*own, *getattr(value, "__dict__", {}).values()]


# --------------------------------------------------------------------- what a pattern itself repeats


def pumps(pattern: re.Pattern[str]) -> set[Pump]:
    """Every part that a pattern may repeat, behind what must come before it; and the whole."""
    found: set[Pump] = set()
    tree = parser.parse(pattern.pattern, pattern.flags)
    for way in range(2):
        repeated = {Pump(spelled(tree, way)), *repeats(tree, "", way)}
        for pump in repeated:
            if pump.piece:
                found |= {pump, pump._replace(behind="\0")}
    return found


def repeats(nodes: Iterable[Any], before: str, way: int) -> Iterator[Pump]:
    """The repeated parts of a parsed pattern; of a choice, its part number `way`."""
    for node in nodes:
        for body, again in inner(node, way):
            if again:
                yield Pump(spelled(body, way), before)
            yield from repeats(body, before, way)
        before += spelled([node], way)


def inner(node: Any, way: int) -> Iterator[tuple[Iterable[Any], bool]]:
    """The patterns within a node, each with whether it may be repeated."""
    name, value = str(node[0]), node[1]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        yield value[2], value[1] > 2
    elif name == "SUBPATTERN":
        yield value[3], False
    elif name == "ATOMIC_GROUP":
        yield value, False
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield value[1], False
    elif name == "BRANCH":
        yield value[1][way % len(value[1])], False


def spelled(nodes: Iterable[Any], way: int) -> str:
    """A text that the nodes match, but for what they assert of what stands around it."""
    return "".join(_spelled(node, way) for node in nodes)


def _spelled(node: Any, way: int) -> str:
    name, value = str(node[0]), node[1]
    if name == "LITERAL":
        return chr(value)
    if name in ("ANY", "NOT_LITERAL", "IN"):
        return character([node], way)
    if name in ("ASSERT", "ASSERT_NOT"):
        return ""
    least = value[0] if name.endswith("_REPEAT") else 1
    within = "".join(spelled(body, way) for body, _ in inner(node, way))
    return within * max(least, 1 if way != 1 else 0)


LETTERS = "1a -,.A\n'’½:/(\u00a0é_$%–"


def character(nodes: list[Any], way: int) -> str:
    """The `way`-th of the characters that a class of one character matches; the last if fewer."""
    state = parser.State()
    state.str = ""
    one: re.Pattern[str] = _compiled(parser.SubPattern(state, nodes))
    fitting = [letter for letter in LETTERS if one.fullmatch(letter)]
    first = next((chr(c) for c in range(sys.maxunicode) if one.fullmatch(chr(c))), "")
    return [*fitting, first][min(way, len(fitting))]


_compiled: Any = importlib.import_module("re._compiler").compile

# ------------------------------------------------------------------------------------------- cases


def believe(text: str) -> None:
    """All that a caller gets of a text, taken."""
    for outcome in quantities(text):
        if isinstance(outcome, Quantity):
            _ = outcome.possibility


def cases(kind: str) -> Iterator[tuple[str, Run, Pump]]:
    """What is run, how, and on which text."""
    if kind == "gauge":
        for pattern, piece in BAD:
            yield pattern.pattern, partial(everywhere, pattern), Pump(piece)
    elif kind == "patterns":
        units = [Pump(piece) for piece in (*PIECES, *UNITS)]
        for name, run, pattern in patterns():
            for pump in (*units, *sorted(pumps(pattern))):
                yield name, run, pump
    elif kind == "readers":
        for piece in (*PIECES, *UNITS, *PHRASES):
            yield "quantities", believe, Pump(piece)
    else:
        for pair in product(PIECES, PIECES):
            yield "quantities", believe, Pump("".join(pair))
        for pump in sorted({pump for _, _, pattern in patterns() for pump in pumps(pattern)}):
            yield "quantities", believe, pump


# ------------------------------------------------------------------------------------------- clock


def spent(run: Run, text: str) -> float:
    begun = process_time()
    run(text)
    return process_time() - begun


def excess(run: Run, pump: Pump, largest: int) -> float:
    """The factor by which a doubling of the text costs too much, else 0."""
    times = max(1, 256 // len(pump.piece))
    took = spent(run, pump.text(times))
    while took < NOTICEABLE and times * len(pump.piece) < largest:
        times *= 2
        took = spent(run, pump.text(times))
    for _ in range(DOUBLINGS):
        if times * len(pump.piece) >= largest:
            break
        half, before = pump.text(times), took
        times *= 2
        text = pump.text(times)
        took = spent(run, text)
        if took > DOUBLING * before:  # or was it a hiccup?
            before = min(before, *(spent(run, half) for _ in range(TRIES)))
            took = min(took, *(spent(run, text) for _ in range(TRIES)))
            if took > DOUBLING * before:
                return took / before
    return 0.0


def say(**facts: Any) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(kind: str) -> None:
    gc.disable()
    for name, run, pump in cases(kind):
        case = f"{name} on {pump}"
        say(case=case)
        if doubling := excess(run, pump, LARGEST[kind]):
            say(case=case, doubling=round(doubling, 1))
    say(case="done")


if __name__ == "__main__":
    main(sys.argv[1])
