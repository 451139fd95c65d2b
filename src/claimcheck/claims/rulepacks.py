"""Rule packs: what an attribute is called, how it is said, and what must not be read as it.

A pack is a YAML file in rules/<domain>/. Kinds of cue are closed and live in Python
(claimcheck.claims.mentions); packs choose among them and fill in the words. Every pack carries
its examples, which the tests run. Patterns are RE2 (linear time), matched in lower case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args, get_origin

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase, CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from claimcheck.claims.patterns import PatternError, compile_pattern
from claimcheck.errors import Place, RuleError
from claimcheck.quantities.units import UnknownUnit, unit

CueKind: TypeAlias = Literal["verb", "noun", "modifies", "counts", "when"]
Stability: TypeAlias = Literal["standing", "event"]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of a pack file."""


class Cue(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of phrase in which the attribute is said (see mentions.py for each kind).

    `words` are the verbs or nouns of the kind. The rest narrows it, each where given: `nouns` or
    `verbs` that must stand in the clause before the value, words that `lead` it directly, a verb
    that stands behind it as an infinitive (`then`), a `place` that the clause goes to; `near`
    is how many words may stand between the verb and the value. Verbs are lemmas, nouns singular.
    """

    kind: CueKind
    words: list[str]
    nouns: list[str] = []
    verbs: list[str] = []
    lead: list[str] = []
    then: list[str] = []
    place: bool = False
    near: int | None = None


class Veto(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A context that cancels the reading.

    `near` is searched in the value's clause, with N in the place of the value's words; `unless`
    there makes it no veto after all. With `value`, the value's own words must match as well.
    """

    near: str = ""
    why: str
    unless: str = ""
    value: str = ""


class Scope(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that narrow what is measured: where `near` is found in the clause, the claim has
    this scope. One that stands `alone` never meets a claim without a scope."""

    name: str
    near: str
    alone: bool = False


class Reconciliation(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way in which two differing claims may both hold, offered where `near` is found beside
    one of them; `note` may name the whole that it suggests."""

    near: str
    note: str


class Interval(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """This attribute as the time that passes from one `when` attribute to another."""

    start: str
    end: str


class Said(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One meaning, as its canonical value, and many phrasings of it."""

    means: str
    by: list[str]


class Pair(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two texts of one event and what comparing them must say."""

    a: str
    b: str
    verdict: Literal["equivalent", "compatible", "superseded", "contradictory", "incomparable"]


class Examples(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the pack must read, must not read, and how its values compare."""

    said: list[Said]
    nothing: list[str]
    pairs: list[Pair] = []


class RulePack(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attribute. `unit` is the unit its values are compared in; a count has none.

    `about` is a type of subject from subjects.yaml. A `standing` attribute holds at any time; one
    per `event` names its kind of event. `part_of` is the whole that a counted noun belongs to:
    who has carriages has a train.
    """

    attribute: str
    label: str
    about: str
    stability: Stability
    event: str = ""
    part_of: str = ""
    cues: list[Cue]
    examples: Examples
    dimension: str = "count"
    unit: str = ""
    vetoes: list[Veto] = []
    scopes: list[Scope] = []
    reconciliations: list[Reconciliation] = []
    interval: Interval | None = None


class Shared(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """scopes.yaml: the scopes and vetoes that all packs about an event share."""

    scopes: list[Scope] = []
    vetoes: list[Veto] = []


@dataclass(frozen=True, slots=True)
class Rules:
    """Every pack, the nouns of each type of subject, what packs about an event share, and a
    digest of them all."""

    packs: tuple[RulePack, ...]
    subjects: dict[str, tuple[str, ...]]
    shared: Shared
    digest: str

    def vetoes(self, pack: RulePack) -> list[Veto]:
        """What cancels a reading of the pack: its own vetoes and those it shares."""
        return [*pack.vetoes, *self.shared.vetoes] if pack.event else pack.vetoes

    def scopes(self, pack: RulePack) -> list[Scope]:
        """What narrows a value of the pack: its own scopes and those it shares."""
        return [*pack.scopes, *self.shared.scopes] if pack.event else pack.scopes

    def pack(self, attribute: str) -> RulePack:
        """The pack of an attribute; KeyError where there is none."""
        return next(p for p in self.packs if p.attribute == attribute)


def shipped_folder() -> Path:
    """The folder of the packs that come with claimcheck: beside the package in a wheel, at the
    root of a checkout."""
    packaged = Path(str(files("claimcheck"))) / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def load_rules(folder: Path | None = None) -> tuple[Rules, list[RuleError]]:
    """The packs of `folder` (default: those shipped), in order of path, and every mistake.

    A pack with a mistake is left out and named with file, line and column; the others stand.
    """
    folder = folder or shipped_folder()
    packs: list[RulePack] = []
    subjects: dict[str, tuple[str, ...]] = {}
    shared = Shared()
    problems: list[RuleError] = []
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        node, mistakes = _parse(path)
        if path.name == "subjects.yaml":
            subjects = {str(k): tuple(map(str, v)) for k, v in (node or {}).items()}
        elif node is not None:
            kind: type[Shared] | type[RulePack]
            kind = Shared if path.name == "scopes.yaml" else RulePack
            mistakes += list(_mistakes(node, kind, str(path)))
            if not mistakes:
                part = msgspec.convert(_plain(node), kind)
                mistakes += list(_patterns(part, node, str(path)))
                if isinstance(part, RulePack):
                    mistakes += list(_meaning(part, node, str(path)))
                    packs += [] if mistakes else [part]
                else:
                    shared = Shared() if mistakes else part
        problems += mistakes
    problems += _across(packs, subjects, folder)
    return Rules(tuple(packs), subjects, shared, digest.hexdigest()[:16]), problems


def _parse(path: Path) -> tuple[Any, list[RuleError]]:
    try:
        node = YAML().load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(str(path), mark.line + 1, mark.column + 1) if mark else Place(str(path))
        return None, [RuleError(f"not valid YAML: {error.problem}", place=place)]
    except UnicodeDecodeError as error:
        return None, [RuleError(f"not UTF-8: {error.reason}", place=Place(str(path)))]
    if not isinstance(node, CommentedMap):
        return None, [RuleError("a rule pack is a mapping of keys", place=Place(str(path), 1, 1))]
    return node, []


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return node


def _place(path: str, node: CommentedBase, key: object, *, value: bool = False) -> Place:
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


def _mistakes(node: CommentedMap, kind: type[_Part], path: str) -> Iterator[RuleError]:
    """Every unknown key, missing key and wrong type below `node`, each with its place."""
    fields = {f.name: f for f in msgspec.structs.fields(kind)}
    for key in node:
        if key not in fields:
            near = get_close_matches(str(key), fields, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(fields)}"
            yield RuleError(f"unknown key {key!r}", place=_place(path, node, key), next_step=hint)
    for name, field in fields.items():
        if name not in node:
            if field.required:
                place = Place(path, node.lc.line + 1, node.lc.col + 1)
                yield RuleError(f"the key {name!r} is missing", place=place)
            continue
        yield from _wrong_value(node, name, field.type, path)


def _wrong_value(
    node: CommentedMap | CommentedSeq, key: Any, kind: Any, path: str
) -> Iterator[RuleError]:
    value = node[key]
    parts = [k for k in (kind, *get_args(kind)) if isinstance(k, type) and issubclass(k, _Part)]
    if get_origin(kind) is list and isinstance(value, CommentedSeq):
        for index in range(len(value)):
            yield from _wrong_value(value, index, get_args(kind)[0], path)
    elif parts and isinstance(value, CommentedMap):
        yield from _mistakes(value, parts[0], path)
    else:
        try:
            msgspec.convert(_plain(value), kind)
        except msgspec.ValidationError as error:
            yield RuleError(f"{key}: {error}", place=_place(path, node, key, value=True))


def _patterns(part: RulePack | Shared, node: CommentedMap, path: str) -> Iterator[RuleError]:
    """Every pattern that RE2 does not take."""
    for name in ("vetoes", "scopes", "reconciliations"):
        for index, narrowing in enumerate(getattr(part, name, ())):
            for key in ("near", "unless", "value"):
                try:
                    compile_pattern(getattr(narrowing, key, ""))
                except PatternError as error:
                    place = _place(path, node[name][index], key, value=True)
                    yield RuleError(f"not an RE2 pattern: {error}", place=place)


def _meaning(pack: RulePack, node: CommentedMap, path: str) -> Iterator[RuleError]:
    """Mistakes that only show once the pack has its shape: units, missing examples."""
    if pack.dimension not in ("count", "when"):
        try:
            dimension = unit(pack.unit).dimension
        except UnknownUnit:
            place = _place(path, node, "unit", value=True)
            yield RuleError(f"unknown unit {pack.unit!r}", place=place)
        else:
            if dimension != pack.dimension:
                yield RuleError(
                    f"{pack.unit!r} measures {dimension}, not {pack.dimension}",
                    place=_place(path, node, "dimension", value=True),
                )
    for name in ("said", "nothing"):
        if not getattr(pack.examples, name):
            yield RuleError(
                f"no examples under {name!r}",
                place=_place(path, node["examples"], name),
                next_step="Give at least one: a rule without examples is not taken",
            )


def _across(
    packs: list[RulePack], subjects: dict[str, tuple[str, ...]], folder: Path
) -> Iterator[RuleError]:
    """Mistakes between packs: an attribute given twice, a subject or attribute nobody has."""
    place = Place(str(folder))
    names = [pack.attribute for pack in packs]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield RuleError(f"two packs for the attribute {name!r}", place=place)
    for pack in packs:
        if pack.about not in subjects:
            yield RuleError(
                f"{pack.attribute} is about {pack.about!r}, which subjects.yaml does not list",
                place=place,
            )
        for end in (pack.interval.start, pack.interval.end) if pack.interval else ():
            if end not in names:
                yield RuleError(
                    f"{pack.attribute} is an interval of {end!r}, which no pack reads", place=place
                )
