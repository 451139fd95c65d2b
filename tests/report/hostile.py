"""Text that means harm, and a findings document that is full of it.

What a payload would do if it ran is to set `window.ran`, to say a word in the console, or to ask
for a file; the tests in a browser look for all three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec

from claimcheck.articles.article import Article
from claimcheck.document import FindingsDocument, SetAside, Tool

from .sample import camp, claim, document_record, fact, finding, findings_document, sample, side

HOSTILE = [
    "</script><script>window.ran = 1</script>",
    "<!--<script>window.ran = 1</script>",
    '"><img src=x onerror=window.ran=1>',
    "'><svg onload=window.ran=1>",
    "</style><style>body{display:none}</style>",
    "</title></template></svg></math><script>window.ran = 1</script>",
    '</textarea></select><details open ontoggle="window.ran=1">',
    '" autofocus onfocus="window.ran=1" x="',
    "{{ 7*7 }}{% raw %}<b>{% for x in y %}${7*7}#{7*7}",
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "<a href=javascript:window.ran=1>here</a>",
    "<base href=//example.org><meta http-equiv=refresh content=0;url=//example.org>",
    "<!--",
    "-->",
    "]]><iframe src=//example.org>",
    "<![CDATA[<script>window.ran = 1</script>]]>",
    "&lt;script&gt;window.ran = 1&lt;/script&gt; &amp;amp; &#60;b&#62; &#0;",
    "\\u003cscript\\u003ewindow.ran = 1\\u003c/script\\u003e \\x3cb\\x3e \\",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E%00%",
    "__proto__",
    "constructor",
    "*/ window.ran = 1 /*",
    "`${window.ran = 1}`",
    "'; window.ran = 1; '",
    "nul\x00 and bell\x07 and escape\x1b[31m and delete\x7f",
    "\u202eover\u2066ride\u2069\u200f",
    "שלושים וחמש",
    "lone \ud800 surrogate \udfff",
    "=HYPERLINK(1)",
    "+1+cmd|' /C calc'!A0",
    "line\nbreak\r\nand\u2028separator\u2029\x85",
    "a\u0301" * 40,
    "\ufdfd" * 40,
    "🧑‍🤝‍🧑" * 20,
    'g:major s:new !a:speed "quoted " \' ( [ *+?',
]


# What can stand in a file. A lone surrogate cannot; it is given to the view alone.
WRITABLE = [text for text in HOSTILE if "\ud800" not in text]


def hostile(text: str) -> tuple[FindingsDocument, dict[str, Article]]:
    """A findings document in which `text` stands everywhere that text can stand."""
    first = claim(
        *(f"claim {text}", text, text, (1.0, 2.0), (1.0, 2.0)),
        text=text,
        subject=text,
        attribute=text,
        event=text,
        scope=text,
        as_of=text,
        unit=text,
        hedge=text,
        holder=text,
        rule=text,
    )
    second = msgspec.structs.replace(first, id="other", value=text)
    document = findings_document(
        documents=[document_record(text, title=text, source=text, published=text, story=text)],
        claims=[first, second],
        facts=[fact(text, [first, second], camp(first.id, origins=2), camp("other"))],
        findings=[
            finding(
                *(text, text),
                *(side(text, text, first.id), side(text, text, "other")),
                rule=text,
                explanation=text,
                reconciliations=[text],
            )
        ],
        set_aside=[SetAside(doc=text, start=0, end=1, text=text, reason=text)],
        stats=msgspec.structs.replace(sample().stats, set_aside={text: 1}),
        tool=Tool(name=text, version=text),
        rules_digest=text,
    )
    return document, {text: Article(text, text)}


def hostile_corpus(
    texts: Sequence[str] = WRITABLE, *, count: int = 0
) -> tuple[FindingsDocument, dict[str, Article]]:
    """A document of `count` findings, of one for each text at the least, each with one hostile
    text wherever its words can stand; each is of a fact of its own, between two articles.

    Ids are as claimcheck makes them: of findings and facts 8 and 16 hexadecimal digits, of articles
    a path.
    """
    parts = [_part(texts[n % len(texts)], n) for n in range(max(count, len(texts)))]
    document = findings_document(
        documents=sorted((d for one, _ in parts for d in one.documents), key=lambda d: d.id),
        claims=[c for one, _ in parts for c in one.claims],
        facts=[f for one, _ in parts for f in one.facts],
        findings=[f for one, _ in parts for f in one.findings],
        set_aside=[s for one, _ in parts for s in one.set_aside],
        stats=msgspec.structs.replace(
            sample().stats, documents=2 * len(parts), set_aside=dict.fromkeys(texts, 1)
        ),
        tool=Tool(name=texts[0], version=texts[1 % len(texts)]),
        rules_digest=texts[2 % len(texts)],
    )
    return document, {id_: article for _, articles in parts for id_, article in articles.items()}


def _part(text: str, number: int) -> tuple[FindingsDocument, Mapping[str, Article]]:
    """One finding: an article says 10 of something, another 20."""
    print_ = sha256(f"{number} {text}".encode("utf-8", "surrogatepass")).hexdigest()
    docs = [f"{number:05} {letter} {text[:80]}.txt" for letter in "ab"]
    articles = {
        id_: Article(id_, f"{text} {value} {text}.")
        for id_, value in zip(docs, ("10", "20"), strict=True)
    }
    claims = [
        claim(
            *(f"{print_[:12]}{letter}", id_, value, (float(value),) * 2, (float(value),) * 2),
            text=articles[id_].text,
            stated=[float(value)],
            subject=text,
            attribute=text,
            event=text,
            scope=text,
            hedge=text,
            holder=text,
            rule=text,
        )
        for letter, id_, value in zip("ab", docs, ("10", "20"), strict=True)
    ]
    about = fact(
        print_[16:32],
        claims,
        *(camp(one.id, consensus=(one.stated[0], one.stated[0])) for one in claims),
    )
    one = finding(
        *(print_[:8], about.id),
        *(side(text, f"{one.quote} {text}", one.id) for one in claims),
        rule=text,
        explanation=text,
        reconciliations=[text, text],
    )
    document = findings_document(
        documents=[
            document_record(id_, title=text, source=text, published=text, story=text)
            for id_ in docs
        ],
        claims=claims,
        facts=[about],
        findings=[one],
        set_aside=[SetAside(doc=docs[0], start=0, end=1, text=text[:300], reason=text)],
    )
    return document, articles
