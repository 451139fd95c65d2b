"""HTML: what is read of a page, what is left out, and that no page takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.html.reader import read
from claimcheck.pipeline import extract


def page(html: str, path: str = "page.html") -> Article:
    reading = read(html.encode(), path)
    assert reading.problems == ()
    ((_, article),) = reading.articles
    return article


# --- which part of a page is the article --------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # The body that the page itself names.
        ("<p>Ad.</p><div itemprop=articleBody><p>Five died.</p></div>", "Five died."),
        ("<p>Ad.</p><article><p>Five died.</p></article>", "Five died."),
        ("<p>Ad ad ad.</p><main><p>Five died.</p></main>", "Five died."),
        ("<p>Ad ad ad.</p><div role=main><p>Five died.</p></div>", "Five died."),
        # Of several the one that says most; an article within one is another: a comment, a teaser.
        ("<article>Ad</article><article>Five men died.</article>", "Five men died."),
        ("<article>Five men died.<article>I saw 9!</article></article>", "Five men died."),
        # An element that says nothing is passed over.
        ("<article></article><p>Five died.</p>", "Five died."),
        ("<article>&nbsp;</article><p>Five died.</p>", "Five died."),
        # Else the container whose own paragraphs hold most words, few of them in links.
        ("<div>Menu</div><div><p>Five men</p><p>died.</p></div>", "Five men\n\ndied."),
        ("<div><a>One two three four five</a></div><div><p>Five died.</p></div>", "Five died."),
        ("<td><p>Five men died.</p></td><td>Ad</td>", "Five men died."),
        # Some pages wrap every paragraph, or have sections.
        (
            "<body><div><div><p>Five died.</p></div><div><p>Two live.</p></div>"
            "<div><p>So it is.</p></div></div><div>Ad ad</div></body>",
            "Five died.\n\nTwo live.\n\nSo it is.",
        ),
        ("<div><section>Five died.</section><section>Two live.</section></div>",
         "Five died.\n\nTwo live."),
        ("Five died.", "Five died."),
    ],
)  # fmt: skip
def test_the_main_text(html: str, text: str) -> None:
    assert page(html).text == text


@pytest.mark.parametrize(
    "left_out",
    [
        *("<nav>9</nav>", "<aside>9</aside>", "<footer>9</footer>", "<form>9</form>"),
        *("<script>9</script>", "<style>9</style>", "<noscript>9</noscript>", "<svg><text>9</svg>"),
        *("<template>9</template>", "<button>9</button>", "<textarea>9</textarea>", "<!-- 9 -->"),
        *("<pre>9</pre>", "<code>9</code>", "<iframe>9</iframe>", "<select><option>9</select>"),
        "<figure><img alt=9><figcaption>9 men</figcaption></figure>",
        *("<p hidden>9</p>", "<p aria-hidden=true>9</p>", "<p style='display: none'>9</p>"),
        *("<div role=navigation>9</div>", "<del>9</del>", "<s>9</s>"),
        # A line that is nothing but a link leads to another article.
        *("<p><a href=x>9 men</a></p>", "<ul><li><a href=x>9 men</a></ul>"),
        "<p hidden><b>9</b> and <i>9</i></p>",
    ],
)
def test_what_is_no_part_of_an_article_is_left_out(left_out: str) -> None:
    assert page(f"<article><p>Five died.</p>{left_out}<p>So.</p></article>").text in (
        "Five died.\n\nSo.",
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # The headline of an article is in its header; that of a page is not.
        ("<header>9</header><article><header><h1>Five</h1></header>x</article>", "Five\n\nx"),
        ("<article><h1><a href=x>Five died</a></h1>x</article>", "Five died\n\nx"),
        ("<article>Five <a href=x>men</a> died.</article>", "Five men died."),
        # Some pages are one form, and some are hidden until a script has run.
        ("<form><h1>Five</h1><p>died.</p></form>", "Five\n\ndied."),
        ("<html hidden><body style='display:none'><p>Five died.", "Five died."),
    ],
)
def test_what_is_kept(html: str, text: str) -> None:
    assert page(html).text == text


@pytest.mark.parametrize(
    "html", ["<nav>9</nav>", "<div></div>", "<p>&nbsp;</p>", "<p><a>9 men</a></p>", "<!-- -->"]
)
def test_a_page_without_text_is_no_article(html: str) -> None:
    reading = read(html.encode(), "page.html")
    assert reading.articles == ()
    (problem,) = reading.problems
    assert str(problem).startswith("page.html: no article text is found in this page. ")


@pytest.mark.parametrize(
    ("head", "articles"),
    [
        ('<meta charset="utf-8"><meta name="generator" content="claimcheck">', 0),
        ('<meta charset="utf-8"><meta name="generator" content="WordPress">', 1),
    ],
)
def test_a_report_of_claimcheck_is_no_article_and_no_mistake(head: str, articles: int) -> None:
    reading = read(f"<!doctype html><head>{head}</head><p>Five men died.</p>".encode(), "a.html")
    assert (len(reading.articles), reading.problems) == (articles, ())


# --- words and lines ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Five\n  men<p>died.", "Five men\n\ndied."),
        ("<p>Five <b>men</b>, <i>two</i>fold", "Five men, twofold"),
        ("<p>Five<br>men<br><br>died", "Five\nmen\n\ndied"),
        ("<ul><li>Five<li>men</ul>", "Five\n\nmen"),
        ("<h2>Five</h2>men<blockquote>died</blockquote>", "Five\n\nmen\n\ndied"),
        ("R&amp;D &ndash; &#163;5&nbsp;m", "R&D – £5\u00a0m"),
        # A cell ends a clause, so that no number takes the noun of the next one.
        ("<table><tr><td>Peru<td>5<tr><td>Chile<td>men</table>", "Peru; 5\n\nChile; men"),
        ("<table><tr><td>Peru</td><td></td><td>5</td></tr></table>", "Peru; 5"),
        # The mark of a footnote is no digit, the ending of an ordinal is.
        ("20<sup>1</sup> men", "20 men"),
        ("20<sup><a href='#n'>[12]</a></sup> men", "20 men"),
        ("20<sup>a,b</sup> men<sup>†</sup>", "20 men"),
        ("5<sup>th</sup> man", "5th man"),
        ("5 km<sup>2</sup>, 5 m<sup>3</sup>", "5 km², 5 m³"),
        ("said Tom<sup>2</sup>", "said Tom"),
        ("3 × 10<sup>6</sup>, in 10<sup>6</sup>", "3 × 10⁶, in 10"),
        ("CO<sub>2</sub> of 20<sub>2</sub>", "CO2 of 20"),
        # Tags that are missing or crossed.
        ("<p>Five<div>men</p>died</div>", "Five\n\nmendied"),
        ("<b><p>Five</b> men</p> died", "Five men\n\ndied"),
        ("</p></div>Five men", "Five men"),
    ],
)
def test_words_and_lines(html: str, text: str) -> None:
    assert page(html).text == text


def test_a_tag_may_close_itself_in_xml_alone() -> None:
    html = "<p>Five</p><aside/><p>men</p>"
    assert page(f"<article>{html}</article>", "page.xhtml").text == "Five\n\nmen"
    assert page(f"<?xml version='1.0'?><article>{html}</article>").text == "Five\n\nmen"
    assert page(f"<article>{html}</article>").text == "Five"


def test_a_number_takes_no_noun_of_the_next_cell() -> None:
    article = page("<table><tr><td>Peru</td><td>20</td><td>people died</td></tr></table>")
    assert [(c.quote, c.attribute) for c in extract(article).claims] == [("20", "number")]


# --- metadata -----------------------------------------------------------------------------------

RECORD = (
    '{"@type": "NewsArticle", "headline": "Five died", "datePublished": "2009-01-07T09:30:00Z",'
    ' "publisher": {"name": "Reuters"}, "author": {"name": "A. Reporter"}, "inLanguage": "en",'
    ' "mainEntityOfPage": {"@id": "https://x.org/a"}}'
)


def script(record: str) -> str:
    return f"<script type='application/ld+json'>{record}</script>"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (script(RECORD), "title", "Five died"),
        (script(RECORD), "published", "2009-01-07T09:30:00+00:00"),
        (script(RECORD), "source", "Reuters"),
        (script(RECORD), "language", "en"),
        (script(RECORD), "url", "https://x.org/a"),
        (script(f'[{{"@type": "WebSite"}}, {RECORD}]'), "title", "Five died"),
        (script(f'{{"@graph": [{{"@type": "Person"}}, {RECORD}]}}'), "title", "Five died"),
        (script('{"@type": ["Thing", "BlogPosting"], "headline": "R&amp;D"}'), "title", "R&D"),
        (script('{"@type": "Article", "author": [{"name": "A"}, "B"]}'), "source", "A, B"),
        # What is told of something else, or broken, is passed over.
        (script('{"@type": "Recipe", "headline": "Nine"}') + "<title>T</title>", "title", "T"),
        (script(r'{"@type": "Article", "headline": "\ud83d"}') + "<title>T</title>", "title", "T"),
        (script(RECORD[:-2]) + "<meta property=og:title content=Five>", "title", "Five"),
        (script("[" * 100_000) + "<title>T</title>", "title", "T"),
        (script('{"@type": "Article", "datePublished": "soon"}')
         + "<meta name=date content=2009-01-07>", "published", "2009-01-07"),
        # Meta tags, then what the page shows.
        ("<title>T</title><meta property=og:title content='Five &amp; six'>", "title", "Five & six"),
        ("<title> R&amp;D\n x</title>", "title", "R&D x"),
        ("<meta property='article:published_time' content='2009-01-07 09:30:00 +0900'>",
         "published", "2009-01-07T09:30:00+09:00"),
        ("<meta name=DC.date content=2009-01-07>", "published", "2009-01-07"),
        ("<meta name=date content='January 7'><time datetime=2009-01-07>x</time>",
         "published", "2009-01-07"),
        ("<time datetime=2001-01-01>x</time><time itemprop=datePublished datetime=2009-01-07>",
         "published", "2009-01-07"),
        ("<meta property=og:site_name content=AP><meta name=author content=X>", "source", "AP"),
        ("<meta name=author content=X>", "source", "X"),
        ("<link rel=canonical href='https://x.org/a'>", "url", "https://x.org/a"),
        ("<link rel=canonical href='/a'>", "url", None),
        ("<meta http-equiv=content-language content=de>", "language", "de"),
        ("<html lang=en-GB>", "language", "en-GB"),
        ("", "title", None),
        ("", "published", None),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_article(head: str, field: str, value: str | None) -> None:
    assert getattr(page(f"{head}<p>Five died.</p>"), field) == value


# --- offsets ------------------------------------------------------------------------------------

PARTS = st.sampled_from(
    [
        *("Five ", "men", " &amp; ", "&nbsp;", "\n", "20", "<b>", "</b>", "<p>", "</p>", "<br>"),
        *("<td>", "<sup>1</sup>", "<sup>", "</sup>", "<!-- 9 -->", "<script>9</script>", "<div>"),
        *("</div>", "<ul><li>", "</ul>", "<aside>", "</aside>", "<", "&#", "<a href='5'>", "</a>"),
    ]
)


@given(st.lists(PARTS, max_size=25))
def test_every_word_stands_in_the_file(parts: list[str]) -> None:
    html = "".join(parts)
    for _, article in read(f"x{html}".encode(), "page.html").articles:
        assert article.file_text == f"x{html}"
        assert article.text == article.text.strip(" \n")
        assert article.words(0, len(article.file_text)) == article.text
        assert article.offsets
        for run in article.offsets.runs:
            if run.length == run.width:
                there = article.file_text[run.file : run.file + run.width]
                assert article.text[run.prose : run.prose + run.length] == there


# --- hostile pages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        *("<div>" * 50_000, "<b>" * 50_000, "<p><b>" * 30_000, "<ul>" * 30_000 + "<li>x" * 20_000),
        *("<" * 200_000, "<!--" * 50_000, "<script>" * 30_000, "<a '" * 50_000, "&" * 200_000),
        *("<table><tr><td>" * 20_000, "<b>" * 30_000 + "</div></p>" * 30_000, "<sup>1" * 30_000),
        *("<p title='" + "x" * 1_000_000, "<a " + "= " * 100_000, "&#" + "9" * 500_000),
        *("<p>" + " " * 500_000, "<ul>" + "<b>" * 20_000 + "<li>x" * 20_000),
        script("[" * 200_000),
        script("[" + "{}," * 100_000 + "{}]"),
    ],
)
def test_a_hostile_page_takes_no_longer_than_another(html: str) -> None:
    begin = time.perf_counter()
    read(f"{html}x".encode(), "page.html")
    assert time.perf_counter() - begin < 5
