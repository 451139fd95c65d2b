"""Rule files: a YAML file of rules/ as it is written, with every mistake in it and its place.

All mistakes of a file are found in one run: what its keys are, and what they mean. Nothing here
knows what a pack is for; `rulepacks` says which shape a file must have.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase, CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from claimcheck.claims.patterns import PatternError, compile_pattern
from claimcheck.errors import Place, RuleError
from claimcheck.quantities.units import UnknownUnit, unit

_EXAMPLES = "Give at least one: a rule without examples is not taken"


class _Constructor(RoundTripConstructor):
    """Notes every key that a mapping has twice, and goes on; YAML takes none of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.twice: list[tuple[str, int, int]] = []

    def check_mapping_key(
        self,
        node: Any,  # noqa: ARG002
        key_node: Any,
        mapping: Any,
        key: Any,
        value: Any,  # noqa: ARG002
    ) -> bool:
        """Whether the key is new."""
        if key in mapping:
            mark = key_node.start_mark
            self.twice.append((str(key), mark.line + 1, mark.column + 1))
            return False
        return True


def parse(path: Path, content: bytes) -> tuple[CommentedMap | None, list[RuleError]]:
    """The mapping of a file, with the keys that it has twice; None where it is no mapping."""
    yaml = YAML()
    yaml.Constructor = _Constructor
    place, next_step = Place(str(path)), "Correct the file here; what stands behind is not read"
    try:
        node = yaml.load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        place, cause = Place(str(path), line, column), f"not UTF-8: {error.reason}"
        next_step = "Save the file in UTF-8"
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(str(path), mark.line + 1, mark.column + 1) if mark else place
        cause = f"not valid YAML: {error.problem}"
    except (YAMLError, ValueError, RecursionError) as error:
        cause = f"not valid YAML: {str(error).partition(chr(10))[0]}"
    else:
        twice = [
            RuleError(
                f"the key {key!r} is given twice",
                place=Place(str(path), line, column),
                next_step="Keep one of them",
            )
            for key, line, column in yaml.constructor.twice
        ]
        if isinstance(node, CommentedMap):
            return node, twice
        place, cause = Place(str(path), 1, 1), "a rule file is a mapping of keys"
        next_step = "Begin with a key, such as attribute: speed"
    return None, [RuleError(cause, place=place, next_step=next_step)]


def wrong_lists(node: CommentedMap, path: str) -> Iterator[RuleError]:
    """The entries of subjects.yaml that are no lists of nouns."""
    for key in node:
        yield from _wrong_value(node, key, list[str], path)


def plain(node: Any) -> Any:
    """The file's data without what only an editor of YAML needs."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return node


def place_of(path: str, node: CommentedBase, key: object, *, value: bool = False) -> Place:
    """Where a key, or its value, stands in the file."""
    lc = node.lc
    try:
        if isinstance(node, CommentedSeq):
            line, column = lc.item(key)
        else:
            line, column = lc.value(key) if value else lc.key(key)
    except KeyError:
        line, column = lc.line, lc.col
    return Place(path, line + 1, column + 1)


def wrong_keys(node: CommentedMap, kind: type[msgspec.Struct], path: str) -> Iterator[RuleError]:
    """Every unknown key, missing key and wrong type below `node`, each with its place."""
    fields = {f.name: f for f in msgspec.structs.fields(kind)}
    for key in node:
        if key not in fields:
            near = get_close_matches(str(key), fields, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(fields)}"
            yield RuleError(f"unknown key {key!r}", place=place_of(path, node, key), next_step=hint)
    for name, field in fields.items():
        if name in node:
            yield from _wrong_value(node, name, field.type, path)
        elif field.required:
            yield RuleError(
                f"the key {name!r} is missing",
                place=Place(path, node.lc.line + 1, node.lc.col + 1),
                next_step=f"Add {name}: to this mapping",
            )


def _wrong_value(
    node: CommentedMap | CommentedSeq, key: Any, kind: Any, path: str
) -> Iterator[RuleError]:
    value = node[key]
    kinds = [k for k in (kind, *get_args(kind)) if isinstance(k, type)]
    parts = [k for k in kinds if issubclass(k, msgspec.Struct)]
    if get_origin(kind) is list and isinstance(value, CommentedSeq):
        for index in range(len(value)):
            yield from _wrong_value(value, index, get_args(kind)[0], path)
    elif parts and isinstance(value, CommentedMap):
        yield from wrong_keys(value, parts[0], path)
    else:
        try:
            msgspec.convert(plain(value), kind)
        except msgspec.ValidationError as error:
            name = f"entry {key + 1}" if isinstance(node, CommentedSeq) else key
            place = place_of(path, node, key, value=value is not None)
            yield RuleError(f"{name}: {error}", place=place, next_step=_wanted(kind, value))


def _wanted(kind: Any, value: Any) -> str:
    """What a key takes, for people who know YAML."""
    if get_origin(kind) is Literal:
        near = get_close_matches(str(value), get_args(kind), 1)
        return f"Did you mean {near[0]!r}?" if near else f"One of: {', '.join(get_args(kind))}"
    if get_origin(kind) is list:
        return "Give a list: [one, two]"
    wanted = {str: "text; put it in quotes", bool: "true or false", int: "a whole number"}
    one = next((k for k in (kind, *get_args(kind)) if k in wanted), None)
    return f"Give {wanted[one] if one else 'a mapping of keys'}"


def wrong_patterns(node: CommentedMap, path: str) -> Iterator[RuleError]:
    """Every pattern that RE2 does not take."""
    for name in ("vetoes", "scopes", "reconciliations"):
        for entry in _mappings(node.get(name)):
            for key in ("near", "unless", "value"):
                try:
                    compile_pattern(pattern if isinstance(pattern := entry.get(key), str) else "")
                except PatternError as error:
                    yield RuleError(
                        f"not an RE2 pattern: {error}",
                        place=place_of(path, entry, key, value=True),
                        next_step="RE2 has no look-around and no back-references",
                    )


def _mappings(value: Any) -> list[CommentedMap]:
    entries = value if isinstance(value, CommentedSeq) else ()
    return [entry for entry in entries if isinstance(entry, CommentedMap)]


def wrong_meaning(node: CommentedMap, path: str) -> Iterator[RuleError]:
    """Mistakes of a pack that only show in what it means: its unit, its event, cues without
    words, missing examples."""
    dimension, name = node.get("dimension", "count"), node.get("unit", "")
    if dimension not in ("count", "when") and isinstance(dimension, str) and isinstance(name, str):
        yield from _wrong_unit(node, dimension, name, path)
    stability = node.get("stability")
    if stability in ("standing", "event") and (stability == "event") != bool(node.get("event")):
        yield RuleError(
            "an event is named where stability is event, and nowhere else",
            place=place_of(path, node, "stability", value=True),
            next_step="Name the kind of event, as in event: journey, or say stability: standing",
        )
    for parent, key, next_step in [
        (node, "cues", "Give at least one: without a cue nothing is read"),
        *((cue, "words", "Give at least one word") for cue in _mappings(node.get("cues"))),
        *((node.get("examples"), key, _EXAMPLES) for key in ("said", "nothing")),
        *((said, "by", _EXAMPLES) for said in _mappings(_under(node, "examples", "said"))),
    ]:
        if isinstance(parent, CommentedMap) and parent.get(key) == []:
            kind = "examples" if next_step is _EXAMPLES else "entries"
            place = place_of(path, parent, key)
            yield RuleError(f"no {kind} under {key!r}", place=place, next_step=next_step)


def _under(node: Any, *keys: str) -> Any:
    for key in keys:
        node = node.get(key) if isinstance(node, CommentedMap) else None
    return node


def _wrong_unit(node: CommentedMap, dimension: str, name: str, path: str) -> Iterator[RuleError]:
    try:
        measured = unit(name).dimension
    except UnknownUnit:
        yield RuleError(
            f"unknown unit {name!r}" if name else f"no unit for the dimension {dimension!r}",
            place=place_of(path, node, "unit" if name else "dimension", value=True),
            next_step="Name a unit as quantities/units.toml does, such as kilometer/hour",
        )
    else:
        if measured != dimension:
            yield RuleError(
                f"{name!r} measures {measured}, not {dimension}",
                place=place_of(path, node, "dimension", value=True),
                next_step=f"Say dimension: {measured}, or take another unit",
            )
