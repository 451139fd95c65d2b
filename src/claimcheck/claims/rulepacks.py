"""Rule packs: what an attribute is called, how it is said, and what must not be read as it.

A pack is a YAML file in rules/<domain>/. Kinds of cue are closed and live in Python
(claimcheck.claims.mentions); packs choose among them and fill in the words. Every pack carries
its examples, which the tests run. Patterns are RE2 (linear time), matched in lower case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from ruamel.yaml.comments import CommentedMap

from claimcheck.claims.measurands import Measurand
from claimcheck.claims.packfile import (
    parse,
    place_of,
    plain,
    wrong_keys,
    wrong_lists,
    wrong_meaning,
    wrong_patterns,
)
from claimcheck.claims.verbs import forms
from claimcheck.errors import Place, RuleError

CueKind: TypeAlias = Literal["verb", "noun", "modifies", "counts", "compound", "when"]
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
    this scope, under its `name` or under the words that a group of the pattern captures. One that
    stands `alone` never meets a claim without a scope."""

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

    @property
    def measurand(self) -> Measurand:
        """What its claims carry of it."""
        return Measurand(
            id=self.attribute,
            label=self.label,
            dimension=self.dimension,
            unit=self.unit,
            event=self.event,
            stability=self.stability,
        )


class Shared(_Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """scopes.yaml: the scopes and vetoes that all packs about an event share."""

    scopes: list[Scope] = []
    vetoes: list[Veto] = []


@dataclass(frozen=True, slots=True)
class Rules:
    """Every pack, the nouns of each type of subject, what packs about an event share, the
    tolerance of each attribute that has one, and a digest of them all."""

    packs: tuple[RulePack, ...]
    subjects: dict[str, tuple[str, ...]]
    shared: Shared
    digest: str
    tolerances: Mapping[str, float] = field(default_factory=dict)

    def tolerating(self, tolerances: Mapping[str, float]) -> Rules:
        """The same rules with a tolerance for attributes, by id; one of 0 is none."""
        given = {name: share for name, share in sorted(tolerances.items()) if share}
        if not given:
            return self
        told = "".join(f"\0{name}\0{share!r}" for name, share in given.items())
        digest = hashlib.sha256((self.digest + told).encode()).hexdigest()[:16]
        return replace(self, tolerances=given, digest=digest)

    def vetoes(self, pack: RulePack) -> list[Veto]:
        """What cancels a reading of the pack: its own vetoes and those it shares."""
        measured = pack.event and pack.dimension != "when"
        return [*pack.vetoes, *self.shared.vetoes] if measured else pack.vetoes

    def scopes(self, pack: RulePack) -> list[Scope]:
        """What narrows a value of the pack: its own scopes and those it shares."""
        return [*pack.scopes, *self.shared.scopes] if pack.event else pack.scopes

    def verbs(self) -> frozenset[str]:
        """Every form of the verbs in the cues."""
        cues = [cue for pack in self.packs for cue in pack.cues]
        lemmas = {word for cue in cues if cue.kind in ("verb", "when") for word in cue.words}
        lemmas |= {verb for cue in cues for verb in cue.verbs}
        return frozenset(form for lemma in lemmas for form in forms(lemma))

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
    read: list[_Read] = []
    subjects: dict[str, tuple[str, ...]] = {}
    shared = Shared()
    problems: list[RuleError] = []
    digest = hashlib.sha256()
    paths = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*.yaml") if p.is_file()}
    for name, path in sorted(paths.items()):
        try:
            content = path.read_bytes()
        except OSError as error:
            cause = f"cannot be read: {error.strerror}"
            problems.append(RuleError(cause, place=Place(str(path)), next_step=_LOOK))
            continue
        digest.update(name.encode() + b"\0" + content)
        node, mistakes = parse(path, content)
        if node is not None and path.name == "subjects.yaml":
            mistakes += list(wrong_lists(node, str(path)))
            subjects = {} if mistakes else {str(k): tuple(v) for k, v in node.items()}
        elif node is not None:
            kind = Shared if path.name == "scopes.yaml" else RulePack
            mistakes += list(wrong_keys(node, kind, str(path)))
            mistakes += list(wrong_patterns(node, str(path)))
            if kind is RulePack:
                mistakes += list(wrong_meaning(node, str(path)))
            if not mistakes and kind is Shared:
                shared = msgspec.convert(plain(node), Shared)
            elif not mistakes:
                read.append(_Read(msgspec.convert(plain(node), RulePack), node, str(path)))
        problems += sorted(mistakes, key=_line_and_column)
    packs, mistakes = _across(read, subjects)
    problems += mistakes
    return Rules(tuple(packs), subjects, shared, digest.hexdigest()[:16]), problems


def _line_and_column(mistake: RuleError) -> tuple[int, int]:
    place = mistake.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


_LOOK = "See that the file is whole and that you may read it"


@dataclass(frozen=True, slots=True)
class _Read:
    """A pack without a mistake of its own, and where it was read."""

    pack: RulePack
    node: CommentedMap
    path: str


def _across(
    read: list[_Read], subjects: dict[str, tuple[str, ...]]
) -> tuple[list[RulePack], list[RuleError]]:
    """The packs that stand beside each other, and the mistakes between them: an attribute given
    twice, a subject or attribute nobody has."""
    mistakes: list[RuleError] = []
    first: dict[str, _Read] = {}
    for item in read:
        other = first.setdefault(item.pack.attribute, item)
        if other is not item:
            mistakes.append(
                RuleError(
                    f"two packs for the attribute {item.pack.attribute!r}",
                    place=place_of(item.path, item.node, "attribute", value=True),
                    next_step=f"{other.path} has it: join the two, or take another name",
                )
            )
    standing: list[RulePack] = []
    for item in first.values():
        wrong = list(_unknown(item, subjects, first))
        mistakes += wrong
        standing += [] if wrong else [item.pack]
    return standing, mistakes


def _unknown(
    item: _Read, subjects: dict[str, tuple[str, ...]], known: Mapping[str, _Read]
) -> Iterator[RuleError]:
    """The subject and the attributes that a pack names and nobody has."""
    about = item.pack.about
    if about not in subjects:
        near = get_close_matches(about, subjects, 1)
        listed = ", ".join(subjects)
        yield RuleError(
            f"about: subjects.yaml lists no {about!r}",
            place=place_of(item.path, item.node, "about", value=True),
            next_step=f"Did you mean {near[0]!r}?" if near else f"It lists: {listed or 'nothing'}",
        )
    interval = item.pack.interval
    for key in ("start", "end") if interval else ():
        name = getattr(interval, key)
        if name not in known:
            near = get_close_matches(name, known, 1)
            yield RuleError(
                f"{key}: no pack reads the attribute {name!r}",
                place=place_of(item.path, item.node["interval"], key, value=True),
                next_step=f"Did you mean {near[0]!r}?" if near else "Write a pack for it",
            )
