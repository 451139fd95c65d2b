"""States: what each finding of a run is to those that are remembered, and what became of these.

A finding is *suppressed* where its article asks so, *known* or *updated* where the baseline or an
earlier revision of the corpus has it, else *new*. What is remembered and was not found again is
*absent*: shown, with sides that no claim holds any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from claimcheck.articles.directives import Directive
from claimcheck.document import Claim, Finding, FindingsDocument, Side, Status
from claimcheck.errors import Place
from claimcheck.gate.baseline.entries import Entry
from claimcheck.gate.baseline.file import Baseline
from claimcheck.gate.baseline.matching import Match, Remembered, matches
from claimcheck.gate.outcome import GRADES
from claimcheck.gate.run import Acceptance, Gone, Note, Suppression
from claimcheck.quantities.wording import counted


@dataclass(frozen=True, slots=True)
class Memory:
    """What a run is held against.

    `before` are the findings of an earlier `revision`, with the `paths` of its documents. `is_run`
    tells whether this run has a rule, `lies` whether an article that it has not still lies in its
    place. A `partial` run is known not to have all of the corpus; in both cases it cannot tell that
    a finding is gone. `today` is the day that ends are held against, `typed` what the user named.
    """

    today: date
    rules_digest: str
    baseline: Baseline | None = None
    directives: Sequence[Directive] = ()
    before: Sequence[Entry] = ()
    revision: str = ""
    paths: Mapping[str, str] = field(default_factory=dict)
    is_run: Callable[[str], bool] | None = None
    lies: Callable[[str], bool] | None = None
    partial: bool = False
    new_source_is_new: bool = False
    typed: str = ""

    @property
    def prune(self) -> str:
        """The command that removes what is stale."""
        return f"claimcheck baseline prune {self.typed}".strip()


@dataclass(frozen=True, slots=True)
class Settled:
    """A document with the states of its findings, and why each is what it is, by finding id."""

    document: FindingsDocument
    accepted: Mapping[str, Acceptance]
    suppressed: Mapping[str, Suppression]
    gone: Mapping[str, Gone]
    notes: tuple[Note, ...]


def settled(document: FindingsDocument, found: Mapping[str, Remembered], memory: Memory) -> Settled:
    """The states of a document's findings. `found` are the same findings by id, as they would be
    remembered."""
    remembered = [found[f.id] for f in document.findings]
    baseline = memory.baseline or Baseline("")
    notes = _of_other_rules(baseline, memory)
    states: dict[str, Status] = {f.id: "new" for f in document.findings}
    accepted: dict[str, Acceptance] = {}
    taken = matches(remembered, baseline.entries)
    before = matches(remembered, memory.before)
    risen = _risen(remembered, taken, baseline)
    every = zip(document.findings, remembered, taken, before, risen, strict=True)
    for one, new, match, earlier, lesser in every:
        if match and (why := _anew(new.entry, match.entry, memory)):
            kind, text = why
            place = baseline.place(match.entry)
            notes.append(Note(kind, f"{one.id} ({new.entry.about}) {text}", place))
        elif match:
            states[one.id] = match.state
            accepted[one.id] = _acceptance(match, baseline)
        elif earlier and not _anew(new.entry, earlier.entry, memory):
            states[one.id] = earlier.state
        elif lesser:
            text = f"{one.id} ({new.entry.about}) was accepted as {lesser.entry.verdict} alone"
            notes.append(Note("risen", text, baseline.place(lesser.entry)))
    suppressed, of_directives = _suppressed(document, memory)
    states |= dict.fromkeys(suppressed, "suppressed")
    absent, gone, of_entries = _absent(
        _unmatched(baseline.entries, [*taken, *risen]),
        _unmatched(memory.before, before),
        document,
        baseline,
        memory,
    )
    known = [msgspec.structs.replace(f, status=states[f.id]) for f in document.findings]
    return Settled(
        msgspec.structs.replace(document, findings=[*known, *absent]),
        {i: told for i, told in accepted.items() if i not in suppressed},
        suppressed,
        gone,
        (*notes, *of_directives, *of_entries),
    )


def _ended(until: str | None, today: date) -> bool:
    return until is not None and date.fromisoformat(until) < today


def _unmatched(entries: Iterable[Entry], told: Iterable[Match | None]) -> list[Entry]:
    taken = {match.entry.id for match in told if match}
    return [e for e in entries if e.id not in taken]


def _risen(
    found: Sequence[Remembered], taken: Sequence[Match | None], baseline: Baseline
) -> list[Match | None]:
    """For each finding that contradicts and is not remembered, the entry of the same that was
    accepted as less than a contradiction."""
    lesser = {e.id: e for e in _unmatched(baseline.entries, taken) if e.verdict != "contradictory"}
    as_grave = [msgspec.structs.replace(e, verdict="contradictory") for e in lesser.values()]
    left = [i for i, match in enumerate(taken) if match is None]
    risen: list[Match | None] = [None] * len(found)
    for i, match in zip(left, matches([found[i] for i in left], as_grave), strict=True):
        risen[i] = match and replace(match, entry=lesser[match.entry.id])
    return risen


def _anew(new: Entry, old: Entry, memory: Memory) -> tuple[str, str] | None:
    """Why a finding that is remembered is new all the same, as the kind and text of a note; None
    where it is not."""
    if _ended(old.until, memory.today):
        return "expired-acceptance", f"was accepted until {old.until}: settle it or accept it anew"
    if GRADES.index(new.grade) > GRADES.index(old.grade):
        return "risen", f"was accepted as {old.grade}, and is {new.grade} now"
    if memory.new_source_is_new and (joined := sorted(new.docs - old.docs)):
        return "risen", f"is held by another article now: {', '.join(joined)}"
    return None


def _acceptance(match: Match, baseline: Baseline) -> Acceptance:
    one = match.entry
    place = baseline.place(one)
    return Acceptance(place, one.reason, one.note, one.by, one.until, one.id, match.moved)


def _of_other_rules(baseline: Baseline, memory: Memory) -> list[Note]:
    if baseline.rules_digests <= {memory.rules_digest}:
        return []
    text = "the baseline was made with other rules than this run; its findings are matched anew"
    step = f"See what is new, then: claimcheck baseline accept --all --reason … {memory.typed}"
    return [Note("other-rules", text, Place(baseline.path, 1), step)]


def _absent(
    left: Iterable[Entry],
    before: Iterable[Entry],
    document: FindingsDocument,
    baseline: Baseline,
    memory: Memory,
) -> tuple[list[Finding], dict[str, Gone], list[Note]]:
    """What is remembered and was not found again: as findings, with what became of each; and what
    this run could not have found, which is only counted."""
    docs = {d.id for d in document.documents}
    there = {f.fingerprint for f in document.findings}
    found: dict[str, Finding] = {}
    gone: dict[str, Gone] = {}
    of_others: list[Note] = []
    skipped: Counter[str] = Counter()
    for one, accepted in [*((e, True) for e in left), *((e, False) for e in before)]:
        if memory.is_run and not memory.is_run(one.rule):
            skipped[f"of the rule {one.rule}, which is not selected"] += accepted
        elif memory.partial or (memory.lies and any(map(memory.lies, one.docs - docs))):
            skipped["of articles that are not in this run"] += accepted
        elif one.id in there:
            # The same figures of another event: there is one line for both.
            text = f"{one.short_id} was accepted of other articles: {', '.join(sorted(one.docs))}"
            of_others += [Note("risen", text, baseline.place(one))] if accepted else []
        elif one.short_id not in found:
            found[one.short_id] = _finding(one)
            told = _accepted(one, baseline, memory) if accepted else _earlier(one, memory)
            gone[one.short_id] = told
    notes = [
        Note("not-evaluated", f"{counted(count, 'accepted finding')} {why}: not evaluated")
        for why, count in sorted(skipped.items())
        if count
    ]
    return list(found.values()), gone, [*of_others, *notes]


def _accepted(one: Entry, baseline: Baseline, memory: Memory) -> Gone:
    text = f"{_differed(one)} is no longer there. Run `{memory.prune}`"
    return Gone(baseline.place(one), text, frozenset(one.docs), stale=True)


def _earlier(one: Entry, memory: Memory) -> Gone:
    text = f"{_differed(one)} stood at {memory.revision} and is no longer there"
    place = Place(memory.paths.get(min(one.docs), min(one.docs)))
    return Gone(place, text, frozenset(one.docs), stale=False)


def _differed(one: Entry) -> str:
    values = " and ".join(f"“{side.value}”" for side in one.sides)
    return f"The difference in the {one.about} between {values} ({', '.join(sorted(one.docs))})"


def _finding(one: Entry) -> Finding:
    """A finding that is gone: what is remembered of it, with no claims and no severity."""
    sides = [Side(value=s.value, normalised=s.normalised, claims=[], origins=0) for s in one.sides]
    return Finding(
        id=one.short_id,
        fingerprint=one.id,
        fact=one.fact,
        rule=one.rule,
        verdict=one.verdict,
        basis=one.basis,
        grade=one.grade,
        severity=0.0,
        status="absent",
        explanation=f"Two statements about the {one.about} differed, and do so no longer: "
        f"“{sides[0].value}” and “{sides[1].value}”.",
        reconciliations=[],
        sides=(sides[0], sides[1]),
    )


def _suppressed(
    document: FindingsDocument, memory: Memory
) -> tuple[dict[str, Suppression], list[Note]]:
    """The findings of which a whole side is asked not to be held to the rule, and the directives
    that ask for nothing, or no longer."""
    claims = {c.id: c for c in document.claims}
    of_doc: defaultdict[str, list[Directive]] = defaultdict(list)
    notes: list[Note] = []
    for one in memory.directives:
        if _ended(one.until, memory.today):
            text = f"this suppression of {one.rule} ended on {one.until}"
            step = "Settle what differs, or say anew until when"
            notes.append(Note("expired-suppression", text, one.place, step))
        else:
            of_doc[one.doc].append(one)
    # An entry of corpus.toml for a file of many records speaks of each of them.
    used: set[tuple[Place, str, str]] = set()
    found: dict[str, Suppression] = {}
    for finding in document.findings if of_doc else ():
        for side in finding.sides:
            asked = [_asked(claims[i], finding.rule, of_doc[claims[i].doc]) for i in side.claims]
            used |= {(one.place, one.rule, one.quote) for one in asked if one}
            if asked and all(asked):
                one = next(one for one in asked if one)
                found.setdefault(
                    finding.id,
                    Suppression(one.place, one.rule, one.reason, one.until, one.in_source),
                )
    for one in (one for ones in of_doc.values() for one in ones):
        if (one.place, one.rule, one.quote) not in used:
            text = f"this suppression of {one.rule} suppresses nothing"
            step = "Remove it, or correct the rule's name or the place"
            notes.append(Note("unused-suppression", text, one.place, step))
    return found, list(dict.fromkeys(notes))


def _asked(claim: Claim, rule: str, directives: Iterable[Directive]) -> Directive | None:
    """The directive that asks not to hold a claim to a rule."""
    for one in directives:
        inside = one.start <= claim.start < one.end
        if one.rule == rule and inside and one.quote.casefold() in claim.quote.casefold():
            return one
    return None


def of_changed(told: Settled, changed: Collection[str], docs: Collection[str]) -> Settled:
    """Only the findings that have a changed article on one side, and a note on how many have none.
    `docs` are all articles of the run: one that is remembered and not among them was changed, too.
    """
    doc_of = {c.id: c.doc for c in told.document.claims}
    kept: list[Finding] = []
    for finding in told.document.findings:
        of = {doc_of[i] for side in finding.sides for i in side.claims}
        of |= told.gone[finding.id].docs if finding.id in told.gone else set()
        if any(doc in changed or doc not in docs for doc in of):
            kept.append(finding)
    hidden = len(told.document.findings) - len(kept)
    text = f"{counted(hidden, 'finding')} between articles that did not change: not shown"
    return replace(
        told,
        document=msgspec.structs.replace(told.document, findings=kept),
        notes=(*told.notes, *([Note("not-shown", text)] if hidden else [])),
    )
