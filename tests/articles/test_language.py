"""Language: what is set aside as no English, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles.article import Article
from claimcheck.articles.language import foreign

GERMAN = (
    "Bei dem Erdbeben sind nach Angaben der Behörden mindestens 20 Menschen ums Leben gekommen. "
    "Mehr als 100 wurden verletzt, und viele Häuser sind zerstört. Die Regierung hat Hilfe für "
    "die Opfer zugesagt, wie ein Sprecher am Mittwoch mitteilte. Das Beben war auch in der "
    "Hauptstadt zu spüren."
)
FRENCH = (
    "Au moins 20 personnes sont mortes dans le séisme qui a frappé la région mercredi, selon les "
    "autorités. Plus de 100 autres ont été blessées et des maisons sont détruites. Le gouvernement "
    "a promis une aide aux victimes, et les secours ne sont pas encore arrivés dans tous les "
    "villages."
)
ENGLISH = (
    "At least 20 people died in the earthquake that struck the region on Wednesday, officials "
    "said. More than 100 others were hurt, and many houses were destroyed. The government has "
    "promised help for the victims, and rescuers have not yet reached all of the villages."
)

OTHERS = {
    "German": GERMAN,
    "French": FRENCH,
    "Spanish": "Al menos 20 personas murieron en el terremoto que sacudió la región el miércoles, "
    "según las autoridades. Más de 100 resultaron heridas y muchas casas fueron destruidas. El "
    "gobierno prometió ayuda para las víctimas, pero los equipos no han llegado a todos los pueblos.",
    "Italian": "Almeno 20 persone sono morte nel terremoto che ha colpito la regione mercoledì, "
    "secondo le autorità. Più di 100 sono rimaste ferite e molte case sono state distrutte. Il "
    "governo ha promesso aiuti alle vittime, ma i soccorsi non sono ancora arrivati nella valle.",
    "Portuguese": "Pelo menos 20 pessoas morreram no terremoto que atingiu a região na "
    "quarta-feira, segundo as autoridades. Mais de 100 ficaram feridas e muitas casas foram "
    "destruídas. O governo prometeu ajuda para as vítimas, mas os socorros ainda não chegaram aos povoados da serra.",
    "Dutch": "Bij de aardbeving zijn volgens de autoriteiten zeker 20 mensen om het leven gekomen. "
    "Meer dan 100 mensen raakten gewond en veel huizen werden verwoest. De regering heeft hulp "
    "beloofd voor de slachtoffers, maar de hulpdiensten zijn nog niet in alle dorpen aangekomen.",
    "Swedish": "Minst 20 personer dog i jordbävningen som drabbade regionen på onsdagen, enligt "
    "myndigheterna. Mer än 100 skadades och många hus förstördes. Regeringen har lovat att hjälpa "
    "offren, och det är inte klart när räddningstjänsten kan nå alla byar som har drabbats av skalvet under natten.",
    "Polish": "Co najmniej 20 osób zginęło w trzęsieniu ziemi, które nawiedziło region w środę, jak "
    "podały władze. Ponad 100 zostało rannych, a wiele domów jest zniszczonych. Rząd obiecał pomoc "
    "dla ofiar, jednak ratownicy nie dotarli jeszcze do wszystkich wsi, które się zawaliły przed tym.",
    "Czech": "Při zemětřesení zahynulo podle úřadů nejméně 20 lidí. Více než 100 dalších bylo "
    "zraněno a mnoho domů je zničeno. Vláda slíbila pomoc pro oběti, ale záchranáři se ještě "
    "nedostali do všech vesnic, které byly zasaženy, protože na silnici jsou sesuvy, jak uvedl "
    "její mluvčí.",
    "Turkish": "Yetkililere göre depremde en az 20 kişi öldü ve 100 kişi daha yaralandı. Bir çok ev "
    "yıkıldı, ancak köylere yardım için yollar kapalı olduğu gibi, hava da kötü. Hükümet bu yardım "
    "için söz verdi ve önce ilaç ile su, sonra çadır gibi malzeme olarak her köye gidecek. O "
    "gün de soğuk olacak.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_an_article_in_another_language_is_known_by_its_commonest_words(language: str) -> None:
    article = Article("a", OTHERS[language])
    assert foreign(article) == f"its language is {language}, not English, by its commonest words"


RUSSIAN = "Не менее 20 человек погибли в результате землетрясения в среду, сообщили власти. " * 2


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (RUSSIAN, "Cyrillic"),
        ("Τουλάχιστον 20 άνθρωποι σκοτώθηκαν από τον σεισμό την Τετάρτη. " * 3, "Greek"),
        ("لقي 20 شخصا على الأقل مصرعهم في الزلزال الذي ضرب المنطقة. " * 3, "Arabic"),
        ("当局表示，星期三袭击该地区的地震造成至少20人死亡。" * 6, "Chinese or Japanese"),
        ("水曜日の地震で少なくとも20人が死亡したと当局は発表した。" * 6, "Chinese or Japanese"),
        ("수요일 지진으로 최소 20명이 숨졌다고 당국이 밝혔다. " * 6, "Korean"),
    ],
)
def test_an_article_in_another_script_is_known_by_its_letters(text: str, script: str) -> None:
    assert foreign(Article("a", text)) == f"its script is {script}, so its language is not English"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Five died.",
        # Too little to tell by, in whatever language.
        "Mindestens 20 Menschen sind bei dem Erdbeben ums Leben gekommen.",
        "Не менее 20 человек погибли.",
        # A table of figures, and a list of names.
        "Peru 5 12 20\nChile 7 9 3\n" * 40,
        "Juan de la Cruz, María del Carmen, Los Ángeles, San José de las Lajas; " * 10,
        "Rio de Janeiro, São Paulo, Vila Nova de Gaia, Santa Cruz das Flores; " * 10,
        "Владимир Путин (Vladimir Putin), Ким Чен Ын (Kim Jong Un) and others met. " * 3,
        # English that quotes somebody, at length.
        f"{ENGLISH} {ENGLISH} “{FRENCH}” he said.",
        f"{ENGLISH} He wrote: “{GERMAN[:120]}”",
        f"{ENGLISH} {RUSSIAN[:60]}",
        "",
        "\u200b" * 500,
    ],
)
def test_what_is_never_set_aside(text: str) -> None:
    assert foreign(Article("a", text)) == ""


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("en", ""),
        ("EN_gb", ""),
        ("English", ""),
        ("de", "its language is de, not English"),
        ("pt-BR", "its language is pt-BR, not English"),
    ],
)
def test_who_says_what_the_language_is_is_believed(told: str, reason: str) -> None:
    for text in (ENGLISH, GERMAN):
        assert foreign(Article("a", text, language=told)) == reason


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(foreign(Article("a", text)), str)
