"""A small findings document, made by hand, that has one of everything the report shows."""

from __future__ import annotations

from typing import Any

from claimcheck.articles.article import Article
from claimcheck.document import (
    Bounds,
    Camp,
    Claim,
    Document,
    Fact,
    Finding,
    FindingsDocument,
    SetAside,
    Side,
    Stats,
    Tool,
)

TRAIN = "Kim Jong Un's train"
JOURNEY = "Kim Jong Un's journey"

TEXTS = {
    "explainer.txt": (
        "North Korean leader Kim Jong-un has travelled to Russia. Instead, he is believed to have "
        "made the journey via his luxury armoured train, which would have taken almost a full "
        "day. His trip is believed to have taken almost a full day."
    ),
    "convoy.txt": (
        "Kim Jong Un’s journey to Russia took two days, during which time he travelled by heavily "
        "armored train. Local South Korean outlets have reported that the train consists of up to "
        "90 carriages and actually forms part of a three-train convoy."
    ),
    "departure.txt": (
        "Kim left Pyongyang on Sunday afternoon local time. The train crossed into Russia early on "
        "Tuesday. Kim typically travels with more than 20 carriages, with security personnel both "
        "in front and behind."
    ),
    "forecast.txt": (
        "It is probably going to require nearly an entire day to travel more than 1,000 km (600 "
        "miles) to Vladivostok. The train has more than 20 armoured cars."
    ),
}

ARTICLES = {name: Article(name, text) for name, text in TEXTS.items()}


def document_record(id_: str, **changed: Any) -> Document:
    fields: dict[str, Any] = {
        "path": id_,
        "title": None,
        "source": None,
        "published": None,
        "story": None,
        "language": "en",
    }
    return Document(id=id_, **(fields | changed))


def claim(
    id_: str,
    doc: str,
    quote: str,
    hard: Bounds = (None, None),
    core: Bounds = (None, None),
    *,
    text: str | None = None,
    nth: int = 0,
    **changed: Any,
) -> Claim:
    """The claim that `doc` makes with the words `quote`, in their `nth` place."""
    text = TEXTS[doc] if text is None else text
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    last = text.find(". ", end)
    fields: dict[str, Any] = {
        "key": f"key-{id_}",
        "sentence": (first, len(text) if last < 0 else last + 1),
        "subject": TRAIN,
        "attribute": "carriage_count",
        "event": "Kim in Russia, September 2023",
        "scope": "",
        "as_of": None,
        "stated": [],
        "unit": "",
        "hedge": "eq",
        "value": None,
        "holder": None,
        "certainty": "CT",
        "polarity": "+",
        "time": "past",
        "rule": "train/carriage_count",
        "derived_from": None,
    }
    return Claim(
        id=id_,
        doc=doc,
        start=start,
        end=end,
        quote=quote,
        hard=hard,
        core=core,
        **(fields | changed),
    )


def fact(id_: str, claims: list[Claim], *camps: Camp, **changed: Any) -> Fact:
    """The fact of `claims`, which all speak of what the first speaks of."""
    first = claims[0]
    fields: dict[str, Any] = {
        "key": f"key-{id_}",
        "subject": first.subject,
        "attribute": first.attribute,
        "event": first.event,
        "scope": first.scope,
        "unit": first.unit,
    }
    ids = [claim.id for claim in claims]
    return Fact(id=id_, claims=ids, camps=list(camps), **(fields | changed))


def camp(*claims: str, consensus: Bounds | None = None, origins: int = 1) -> Camp:
    return Camp(claims=list(claims), consensus=consensus, origins=origins)


def side(value: str, normalised: str, *claims: str, origins: int = 1) -> Side:
    return Side(value=value, normalised=normalised, claims=list(claims), origins=origins)


def finding(id_: str, fact_id: str, first: Side, second: Side, **changed: Any) -> Finding:
    fields: dict[str, Any] = {
        "fingerprint": f"print-{id_}",
        "rule": "compare/interval",
        "verdict": "contradictory",
        "basis": "hard",
        "grade": "major",
        "severity": 1.0,
        "status": "new",
        "explanation": "No value fits both statements.",
        "reconciliations": [],
    }
    return Finding(id=id_, fact=fact_id, sides=(first, second), **(fields | changed))


def findings_document(**changed: Any) -> FindingsDocument:
    fields: dict[str, Any] = {
        "tool": Tool(name="claimcheck", version="0.1.0"),
        "rules_digest": "3f1c9a7b",
        "documents": [],
        "claims": [],
        "facts": [],
        "findings": [],
        "set_aside": [],
        "stats": Stats(
            documents=0,
            sentences=0,
            numbers_seen=0,
            numbers_read=0,
            claims=0,
            compared=0,
            set_aside={},
        ),
    }
    return FindingsDocument(**(fields | changed))


def sample() -> FindingsDocument:
    """Four articles on one journey: one of every verdict, agreement, and a lone statement."""
    journey: dict[str, Any] = {
        "subject": JOURNEY,
        "attribute": "duration",
        "rule": "journey/duration",
    }
    day: dict[str, Any] = {**journey, "unit": "day", "hedge": "almost", "stated": [1.0]}
    almost: tuple[Bounds, Bounds] = ((0.775, 1.0), (0.8875, 1.0))
    weekday: dict[str, Any] = {"subject": JOURNEY, "unit": "time", "rule": "journey/time"}
    sunday: tuple[Bounds, Bounds] = (("-W-7T12:00", "-W-7T18:00"), ("-W-7T13:00", "-W-7T17:00"))
    tuesday: tuple[Bounds, Bounds] = (("-W-2T00:00", "-W-2T08:00"), ("-W-2T00:00", "-W-2T06:00"))
    distance: dict[str, Any] = {
        "subject": JOURNEY,
        "attribute": "distance",
        "rule": "journey/distance",
    }
    cars: dict[str, Any] = {"hedge": "gt", "stated": [20.0], "time": "habitual"}
    claims = [
        claim("day-1", "explainer.txt", "almost a full day", *almost, certainty="PR", **day),
        claim("day-2", "explainer.txt", "almost a full day", *almost, nth=1, certainty="PR", **day),
        claim(
            *("days", "convoy.txt", "two days", (36.0, 60.0), (42.0, 54.0)),
            **{**journey, "unit": "hour", "stated": [48.0]},
        ),
        claim(
            *("cars-90", "convoy.txt", "up to 90 carriages", (0.0, 100.0), (60.0, 90.0)),
            hedge="up to",
            stated=[90.0],
            certainty="PR",
            holder="local South Korean outlets",
        ),
        claim(
            "left", "departure.txt", "Sunday afternoon", *sunday, attribute="departed", **weekday
        ),
        claim(
            "crossed", "departure.txt", "early on Tuesday", *tuesday, attribute="crossed", **weekday
        ),
        claim(
            *("elapsed", "departure.txt", "early on Tuesday", (30.0, 44.0), (31.0, 41.0)),
            **{**journey, "unit": "hour"},
            derived_from=["left", "crossed"],
        ),
        claim(
            *("cars-20", "departure.txt", "more than 20 carriages", (20.0, None), (20.0, 30.0)),
            **cars,
        ),
        claim(
            *("planned", "forecast.txt", "nearly an entire day", *almost),
            certainty="PR",
            time="planned",
            **day,
        ),
        claim(
            *("km", "forecast.txt", "more than 1,000 km", (1000.0, None), (1000.0, 1500.0)),
            **{**distance, "unit": "kilometer", "hedge": "gt", "stated": [1000.0]},
        ),
        claim(
            *("miles", "forecast.txt", "600 miles", (600.0, None), (600.0, 900.0)),
            **{**distance, "unit": "mile", "hedge": "gt", "stated": [600.0]},
        ),
        claim(
            *("cars-arm", "forecast.txt", "more than 20 armoured cars", (20.0, None), (20.0, 30.0)),
            **cars,
        ),
        claim(
            *("kind", "explainer.txt", "luxury armoured train"),
            subject=JOURNEY,
            attribute="transport_mode",
            value="train",
        ),
        claim(
            *("kind-2", "convoy.txt", "heavily armored train"),
            subject=JOURNEY,
            attribute="transport_mode",
            value="train",
        ),
    ]
    by_id = {claim.id: claim for claim in claims}

    def of(*ids: str) -> list[Claim]:
        return [by_id[id_] for id_ in ids]

    facts = [
        fact(
            "fact-cars",
            of("cars-20", "cars-90", "cars-arm"),
            camp("cars-20", "cars-arm", consensus=(20.0, 30.0), origins=2),
            camp("cars-90", consensus=(60.0, 90.0)),
        ),
        fact(
            "fact-duration",
            of("day-1", "day-2", "days", "elapsed", "planned"),
            camp("day-1", "day-2", "planned", consensus=(21.3, 24.0), origins=2),
            camp("days", "elapsed", consensus=(42.0, 44.0), origins=2),
            unit="hour",
        ),
        fact("fact-distance", of("km", "miles"), camp("km", "miles", consensus=(1000.0, None))),
        fact("fact-kind", of("kind", "kind-2"), camp("kind", "kind-2", origins=2)),
        fact("fact-left", of("left"), camp("left", consensus=sunday[1])),
        fact("fact-crossed", of("crossed"), camp("crossed", consensus=tuesday[1])),
    ]
    almost_a_day = side("almost a full day", "18.6 to 24 hours", "day-1", "day-2")
    findings = [
        finding(
            *("b2d90c41", "fact-cars"),
            side("more than 20 carriages", "over 20", "cars-20", "cars-arm", origins=2),
            side("up to 90 carriages", "at most about 90", "cars-90"),
            basis="pragmatic",
            severity=0.855,
            explanation="The bounds overlap (21 to 90), so both can be literally true; usual "
            "readings are 21 to 30 and 60 to 90.",
            reconciliations=[
                "90 carriages spread over the three-train convoy, 30 each",
                "the usual train against the train of this journey",
            ],
        ),
        finding(
            *("a1c07f3e", "fact-duration"),
            almost_a_day,
            side("two days", "36 to 60 hours", "days"),
            explanation="At most 24 hours and at least 36 hours: 12 hours lie between them.",
            reconciliations=["elapsed time against time under way"],
        ),
        finding(
            *("c0ffee00", "fact-duration"),
            almost_a_day,
            side("Sunday afternoon to early on Tuesday", "30 to 44 hours", "elapsed"),
            basis="derived-hard",
            grade="moderate",
            severity=0.62,
            explanation="From departure to crossing at least 30 hours passed.",
        ),
        finding(
            *("d4d4d4d4", "fact-duration"),
            side("nearly an entire day", "18.6 to 24 hours", "planned"),
            side("two days", "36 to 60 hours", "days"),
            verdict="superseded",
            grade="minor",
            severity=0.3,
            explanation="The forecast came before the journey.",
        ),
    ]
    return findings_document(
        documents=[
            document_record(
                "convoy.txt",
                title="Inside Kim Jong Un’s bulletproof train",
                source="Euronews",
                published="2023-09-13",
            ),
            document_record("departure.txt", title="How Kim Jong Un travels", source="The Journal"),
            document_record("explainer.txt", title="What do we know about Kim Jong-un’s train?"),
            document_record("forecast.txt", published="2023-09-05T08:30"),
        ],
        claims=claims,
        facts=facts,
        findings=findings,
        set_aside=[
            SetAside(doc="convoy.txt", start=8, end=10, text="18 months", reason="not_a_bound"),
            SetAside(doc="explainer.txt", start=0, end=3, text="G20", reason="a_name"),
        ],
        stats=Stats(
            documents=4,
            sentences=9,
            numbers_seen=17,
            numbers_read=15,
            claims=14,
            compared=11,
            set_aside={"a_name": 1, "not_a_bound": 1},
        ),
    )
