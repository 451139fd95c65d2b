"""Facts: groups of claims that speak of the same thing, and the camps that agree within them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from claimcheck.claims.claim import TIME_UNIT, UNNAMED, Claim, digest
from claimcheck.verdicts.comparison import (
    HALF,
    agreement,
    compare,
    far_apart,
    narrowed_apart,
    on_the_clock,
    scoped_to_story,
    turn,
    unnamed,
)
from claimcheck.verdicts.grouping import Group, groups
from claimcheck.verdicts.unions import Unions

# What narrows a claim within its event: its scope, and where it goes to and comes from.
_Narrowing: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that agree pairwise; `consensus` are the values that all of them allow, in the
    unit of the attribute; `origins` how many independent voices they are."""

    claims: tuple[Claim, ...]
    consensus: tuple[float, float] | None
    origins: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Comparable claims, split into camps. `key` is what the fact is; `id` tells two facts with
    one key apart, which only their stories or the places of their events do. `differing` holds the
    pairs of claims, by id, that may be held against each other; None where all of them may."""

    id: str
    key: str
    subject: str
    attribute: str
    event: str
    scope: str
    unit: str
    claims: tuple[Claim, ...]
    camps: tuple[Camp, ...]
    differing: frozenset[tuple[str, str]] | None = None

    @property
    def thing(self) -> str:
        """The key without its scope. A claim that names no scope makes the fact one of the whole,
        and what is remembered of the part is of the same thing."""
        if self.differing is not None:
            return self.key  # an open fact has no scope
        return digest(self.subject.casefold(), self.attribute, self.event, "")


def facts(claims: Iterable[Claim]) -> list[Fact]:
    """Every claim in exactly one fact, in order of the facts' keys.

    What is held against certain claims alone is of the fact of the first of them, whatever it is
    keyed by: who derived it knows what it is of.
    """
    every = sorted(claims, key=lambda c: c.id)
    ordered = [c for c in every if not c.against]
    pinned: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in every:
        if claim.against:
            pinned[claim.against[0]].append(claim)
    keyed: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    read = [c for c in ordered if c.measurand.tie == "key"]
    named = [c for c in ordered if c.measurand.tie == "named"]
    for claim in adopted(read):
        keyed[_group(claim)].append(claim)
    keyed.update(_at_one_time(named))
    for claim in ordered:
        if claim.measurand.open:
            told[claim.story].append(claim)
    seen: dict[str, int] = {}
    found = [*_keyed(keyed, seen)]
    for _, members in sorted(told.items()):
        found += [_open_fact(group, seen) for group in groups(members)]
    return sorted((_with(fact, pinned) for fact in found), key=lambda f: f.id)


def _with(fact: Fact, pinned: Mapping[str, list[Claim]]) -> Fact:
    """A fact with what was derived for its claims, under its subject."""
    more = [p for c in fact.claims for p in pinned.get(c.id, ())]
    if not more:
        return fact
    named = [replace(p, subject=fact.claims[0].subject) for p in more]
    members = tuple(sorted([*fact.claims, *named], key=lambda c: c.id))
    return replace(fact, claims=members, camps=tuple(camps(members)))


def _open_fact(group: Group, seen: dict[str, int]) -> Fact:
    """The fact of a group of open claims, under the subject that more than half of them name; it
    is part of the key only where it ties them, for an agreeing article may name nobody."""
    members = sorted(group.claims, key=lambda c: c.id)
    named = Counter(c.subject for c in members if c.subject != UNNAMED)
    most = min(named, key=lambda s: (-named[s], s)) if named else UNNAMED
    subject = most if 2 * named[most] > len(members) else UNNAMED
    first = members[0]
    tied = first.measurand.tie in ("subject", "place")
    key = digest(subject.casefold() if tied else "", first.attribute, "", "")
    seen[key] = seen.get(key, 0) + 1
    return Fact(
        f"{key}-{seen[key]}",
        key,
        subject,
        first.attribute,
        "",
        "",
        _unit(first),
        tuple(members),
        tuple(camps(members)),
        group.differing,
    )


def _unit(claim: Claim) -> str:
    """The unit of a fact's values: `time` of a weekday or an hour, empty for a count."""
    if on_the_clock(claim) or claim.measurand.dimension == "clock":
        return TIME_UNIT
    return "date" if claim.measurand.dimension == "date" else claim.measurand.unit


def _keyed(groups: Mapping[tuple[str, ...], list[Claim]], seen: dict[str, int]) -> Iterator[Fact]:
    """The facts of claims that rule packs read: those of one key, in parts that compare."""
    for _, members in sorted(groups.items()):
        for scope, way, part in _parts(members):
            first = part[0]
            key = digest(first.subject.casefold(), first.attribute, first.event.label, scope)
            seen[key] = seen.get(key, 0) + 1
            yield Fact(
                f"{key}-{seen[key]}",
                key,
                first.subject,
                first.attribute,
                first.event.label,
                f"{scope} {way}".strip(),
                _unit(first),
                tuple(part),
                tuple(camps(part)),
            )


def adopted(claims: list[Claim]) -> list[Claim]:
    """Claims under the fullest name that their story has for their subject.

    "Kim" is the one full name of the story that holds it, and "the train" the one train with an
    owner, in an article that names that owner; where several would do, it stays what it is.
    """
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    owned: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        person, _, _ = _owner(claim.subject)
        if " " in person and claim.subject != claim.subject.casefold():
            for part in person.casefold().split():
                people[claim.story, part].add(person)
    found: list[Claim] = []
    for claim in claims:
        person, mark, noun = _owner(claim.subject)
        full = people.get((claim.story, person.casefold()), set())
        subject = f"{min(full)}{mark}{noun}" if len(full) == 1 else claim.subject
        found.append(replace(claim, subject=subject) if subject != claim.subject else claim)
    for claim in found:
        _, mark, noun = _owner(claim.subject)
        if mark:
            owned[claim.story, noun].add(claim.subject)
    return [_as_owned(claim, owned.get((claim.story, claim.subject), set())) for claim in found]


def _owner(subject: str) -> tuple[str, str, str]:
    """A subject as (person, mark, thing): ("Kim", "’s ", "train"); of a person alone the rest
    is empty."""
    person, mark, noun = subject.rpartition("’s ")
    return (person, mark, noun) if mark else (subject, "", "")


def _as_owned(claim: Claim, candidates: set[str]) -> Claim:
    if len(candidates) != 1:
        return claim
    (subject,) = candidates
    return replace(claim, subject=subject) if _owner(subject)[0].casefold() in claim.cast else claim


def _group(claim: Claim) -> tuple[str, ...]:
    """What claims must share to be of one fact, but for scope and places."""
    alone = "" if claim.event.comparable else claim.id
    alone = claim.doc if claim.measurand.event and unnamed(claim) and not alone else alone
    story = claim.story if scoped_to_story(claim) else ""
    return (claim.subject.casefold(), claim.attribute, claim.event.label, story, alone)


def _at_one_time(claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    """Claims that are known by names, by what they share; days too far apart are of two events.

    What lies between two such events is of neither, as far as anybody knows."""
    keyed: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        keyed[_group(claim)].append(claim)
    found: dict[tuple[str, ...], list[Claim]] = {}
    for key, members in keyed.items():
        part = {c.id: together for near in _near(members) for c, together in _one_event(near)}
        for claim in members:
            found.setdefault((*key, part[claim.id]), []).append(claim)
    return found


def _near(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims in runs, by one sweep over their days: any two in different runs are too far apart to
    be of one event."""
    run: list[Claim] = []
    last = -math.inf
    for claim in sorted(claims, key=lambda c: c.possibility.low):
        if run and far_apart(claim, last):
            yield run
            run, last = [], -math.inf
        run.append(claim)
        last = max(last, claim.possibility.high)
    yield run


def _one_event(run: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """The claims of a run, each with the first of those of its event: one for all where no two are
    too far apart, and itself where some are, for what lies between them joins the run."""
    first = min(c.id for c in run)
    settled = not far_apart(run[-1], min(c.possibility.high for c in run))
    for claim in run:
        yield claim, first if settled else claim.id


def _parts(claims: Iterable[Claim]) -> list[tuple[str, str, list[Claim]]]:
    """Claims split into those that compare pairwise, with the scope and the way of each part.

    The way is said where two parts have one scope; it is no part of the key, so that an article
    about another way does not make an accepted finding new.
    """
    narrowed: defaultdict[_Narrowing, list[Claim]] = defaultdict(list)
    for claim in claims:
        narrowed[claim.scope, claim.places].append(claim)
    parts: list[tuple[str, str, list[Claim]]] = []
    firsts = {key: members[0] for key, members in narrowed.items()}
    settled = _settled(sorted(narrowed), firsts)
    scopes = [_scope(keys) for keys in settled]
    for keys, scope in zip(settled, scopes, strict=True):
        places = sorted({place for _, way in keys for place in way})
        way = " ".join(f"{role} {place}" for role, place in places)
        members = [claim for key in keys for claim in narrowed[key]]
        shown = way if scopes.count(scope) > 1 else ""
        parts.append((scope, shown, sorted(members, key=lambda c: c.id)))
    return parts


def _scope(keys: Iterable[_Narrowing]) -> str:
    """The scope of claims that compare: the whole where one of them names none."""
    scopes = {scope for scope, _ in keys}
    return scopes.pop() if len(scopes) == 1 else ""


def _settled(keys: list[_Narrowing], claims: Mapping[_Narrowing, Claim]) -> list[list[_Narrowing]]:
    """Scopes and places in groups, of which no two members are apart.

    What fits two that are apart is settled in neither: "the journey to Russia" beside one to
    Vladivostok and one to Khasan. Nobody knows which is meant, so such claims compare among
    themselves alone.
    """
    near = {k: {o for o in keys if not narrowed_apart(claims[k], claims[o])} for k in keys}
    unsure = [k for k in keys if any(not near[k] <= near[o] for o in near[k])]
    clear = [k for k in keys if k not in unsure]
    if unsure and not clear:
        return [[k] for k in unsure]
    groups: dict[frozenset[_Narrowing], list[_Narrowing]] = {}
    for key in clear:
        groups.setdefault(frozenset(near[key].intersection(clear)), []).append(key)
    return [*groups.values(), *(_settled(unsure, claims) if unsure else [])]


def camps(claims: Iterable[Claim]) -> list[Camp]:
    """The fewest groups of pairwise agreeing claims, by one sweep over their 0.5-cuts.

    In order of low, then high, then key, a claim joins the camp while it meets what all of the
    camp allow, else it opens the next (greedy stabbing; by Helly's theorem intervals that meet
    pairwise have a common point). A claim that denies a value joins the first camp that does not
    say it.
    """
    found: list[tuple[list[Claim], tuple[float, float] | None]] = []
    ordered = sorted(claims, key=lambda c: c.id)
    if ordered and ordered[0].category:
        return _of_categories(ordered)
    for cut_low, cut_high, claim in _cuts([c for c in ordered if not c.negative]):
        members, common = found[-1] if found else ([], None)
        if common and cut_low <= common[1]:
            members.append(claim)
            found[-1] = members, (max(common[0], cut_low), min(common[1], cut_high))
        else:
            found.append(([claim], (cut_low, cut_high)))
    for denied in (c for c in ordered if c.negative):
        camp = next((m for m, _ in found if not any(_clash(denied, c) for c in m)), None)
        if camp is None:
            found.append(([denied], None))
        else:
            camp.append(denied)
    return [Camp(tuple(members), common, origins(members)) for members, common in found]


def _of_categories(claims: Iterable[Claim]) -> list[Camp]:
    """The camps of values that are no numbers: in order of the values, each joins the first camp
    that it differs from in nothing."""
    camps: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.category, c.id)):
        camp = next((m for m in camps if all(agreement(claim, c) for c in m)), None)
        if camp is None:
            camps.append([claim])
        else:
            camp.append(claim)
    return [Camp(tuple(m), None, origins(m)) for m in camps]


def _clash(one: Claim, other: Claim) -> bool:
    return compare(one, other).consistency < HALF


def _cuts(claims: Iterable[Claim]) -> list[tuple[float, float, Claim]]:
    """The 0.5-cut of each claim with its tolerance, in order of low, then high, then id."""
    cuts = [(*claim.allowed.cut(HALF), claim) for claim in claims]
    if cuts and (hours := turn(cuts[0][2])):
        cuts = _unrolled(cuts, hours)
    return sorted(cuts, key=lambda cut: (cut[0], cut[1], cut[2].id))


def _unrolled(
    cuts: list[tuple[float, float, Claim]], turn: float
) -> list[tuple[float, float, Claim]]:
    """Times of an implied week, or of a day, on one line, which begins behind the longest stretch
    that none of them touches: Sunday night meets Monday morning, and 11:50 p.m. midnight."""
    ordered = sorted((low % turn, high - low) for low, high, _ in cuts)
    begin, widest = ordered[0][0], -math.inf
    covered = max(low + length for low, length in ordered) - turn
    for low, length in ordered:
        if low - covered > widest:
            begin, widest = low, low - covered
        covered = max(covered, low + length)
    shifted = [(begin + (low - begin) % turn, high - low, claim) for low, high, claim in cuts]
    return [(low, low + length, claim) for low, length, claim in shifted]


_PRONOUNS = frozenset("he her him i it she that they this those we who you".split())


def named_source(claim: Claim) -> bool:
    """Whether a claim names whom it has from; "he" is another in the next article."""
    return (
        claim.holder is not None
        and claim.holder != "unnamed"
        and claim.holder.casefold() not in _PRONOUNS
    )


def origins(claims: Iterable[Claim]) -> int:
    """How many independent voices claims are: an article is one however often it repeats itself,
    articles that quote one source or print one passage are one, and a forecast is none, nor is what
    an article no longer says. What was
    reckoned for others to be held against adds no voice to those that speak."""
    voices: Unions[str] = Unions()
    docs: set[str] = set()
    every = list(claims)
    for claim in [c for c in every if not c.against] or every:
        if claim.time == "planned" or claim.outdated:
            continue
        docs.add(f"doc {claim.doc}")
        if claim.holder and named_source(claim):
            voices.join(f"doc {claim.doc}", f"holder {claim.holder.casefold()}")
        if claim.passage:
            voices.join(f"doc {claim.doc}", f"passage {claim.passage}")
    return len({voices.root(doc) for doc in docs})
