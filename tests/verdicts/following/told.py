"""What the tests of the templates ask of a text: what follows in it, and from what."""

from __future__ import annotations

from claimcheck.articles.article import Article
from claimcheck.claims.claim import Claim
from claimcheck.claims.extraction import extract
from claimcheck.pipeline import Result, check, shipped_rules
from claimcheck.verdicts.following.derived import derived


def following(text: str, rule: str, published: str | None = None) -> list[Claim]:
    """The claims that follow in a text by the template of this name."""
    article = Article("a", text, published=published)
    read = [extract(article, shipped_rules())]
    return [c for c in derived(read, shipped_rules()) if c.rule.endswith(f"/{rule}")]


def differences(*texts: str, published: str | None = None) -> list[tuple[str, str, str]]:
    """The derived findings on the articles of one story: verdict, basis and grade of each."""
    result = checked(*texts, published=published)
    found = [f for f in result.findings if f.basis.startswith("derived")]
    return [(f.kind, f.basis, f.grade) for f in found]


def checked(*texts: str, published: str | None = None) -> Result:
    """The articles a, b, … of one story, checked."""
    names = "abcdefgh"
    return check(
        [
            Article(name, text, story="s", published=published)
            for name, text in zip(names, texts, strict=False)
        ]
    )
