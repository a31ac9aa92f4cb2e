"""Citations typed in running text: every form, every trap, and openings of essays by floors."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.growth import assert_linear
from support.openings import Judgement, judge, openings

from sphinxext_eir.typed.citations import Form, NamedCitation, find_citations
from sphinxext_eir.typed.paragraphs import CLOSE, OPAQUE, OPEN


def only(text: str) -> NamedCitation:
    (citation,) = find_citations(text)
    return citation


def spans(text: str) -> list[str]:
    return [text[citation.start : citation.end] for citation in find_citations(text)]


def warned(text: str) -> list[str]:
    """Return what would be missed in an empty bibliography."""
    return [citation.label for citation in find_citations(text) if citation.plausible]


@pytest.mark.parametrize(
    ("text", "names", "year"),
    [
        ("as shown (Blank 2000).", ("Blank",), "2000"),
        ("as shown (Blank, 2000).", ("Blank",), "2000"),
        ("as shown (CSS, 2000)", ("CSS",), "2000"),
        ("as shown (UNGA 1998)", ("UNGA",), "1998"),
        ("as shown (Blank and Clark, 2000)", ("Blank", "Clark"), "2000"),
        ("as shown (Blank & Clark 2000)", ("Blank", "Clark"), "2000"),
        ("as shown (Buzan, Wæver and de Wilde, 1998)", ("Buzan", "Wæver", "de Wilde"), "1998"),
        ("as shown (Blank et al. 2000)", ("Blank",), "2000"),
        ("as shown (Blank et al, 2000)", ("Blank",), "2000"),
        ("as shown (Blank et al ., 2000)", ("Blank",), "2000"),
        (f"as shown (Blank {OPEN}et al.{CLOSE}, 2000)", ("Blank",), "2000"),
        ("as shown (see Blank 2000)", ("Blank",), "2000"),
        ("as shown (see: Blank 2000)", ("Blank",), "2000"),
        ("as shown (cf. Blank 2000)", ("Blank",), "2000"),
        ("as shown (for an overview, see Blank 2000)", ("Blank",), "2000"),
        ("as shown (Clark, cited in Blank 2000)", ("Blank",), "2000"),
        ("as shown (Blank n.d.)", ("Blank",), "n.d."),
        ("as shown (Blank, forthcoming)", ("Blank",), "forthcoming"),
        ("as shown (Blank [1944] 2000)", ("Blank",), "2000"),
        ("as shown (Blank (ed.) 2000)", ("Blank",), "2000"),
        ("as shown (Blank, W., 2000)", ("Blank",), "2000"),
        ("as shown (van der Pijl 1984)", ("van der Pijl",), "1984"),
        ("as shown (World Bank 2000)", ("World Bank",), "2000"),
        ("as shown (International Monetary Fund [IMF] 2011)", ("International Monetary Fund",), "2011"),
        ("as shown (World Bank [WB], 2011, p. 3)", ("World Bank",), "2011"),
        ("as shown (Müftüler-Baç 2008)", ("Müftüler-Baç",), "2008"),
        ("as shown (O’Donnell 1973)", ("O’Donnell",), "1973"),
        ("Blank (2000) argues that", ("Blank",), "2000"),
        ("Blank and Clark (2000)", ("Blank", "Clark"), "2000"),
        ("Blank's (2000) view", ("Blank",), "2000"),
        ("Wæver’s (1995) view", ("Wæver",), "1995"),
        ("Blank and Jones' (2000) view", ("Blank", "Jones"), "2000"),
        ("Polanyi ([1944] 2001) says", ("Polanyi",), "2001"),
        ("However, Blank (2000) argues", ("Blank",), "2000"),
        ("In Kosovo, Blank (2000) argues", ("Blank",), "2000"),
        ("According to Blank (2000), all", ("Blank",), "2000"),
        ("and so do Asad (2003), who argues", ("Asad",), "2003"),
        ("he blames Grey, and Blank (2000) argues", ("Blank",), "2000"),
    ],
)
def test_each_form_is_read_and_would_be_missed(text: str, names: tuple[str, ...], year: str) -> None:
    citation = only(text)
    assert names in [reading.names for reading in citation.readings]
    assert citation.year == year
    assert citation.plausible


@pytest.mark.parametrize(
    "locator",
    [
        ": 210", ":3", ", 163", ", p.668", ", p3", ", pp. 88-89", "; 166", ", para. 4-5", ", paras. 138–139", ": 134f.", ", pp. 134ff.",
        ", ch. 3", ": Chapter 3", ", vii", ": xi", ", p. 3, 12", " p. 12", ", 23-30", ", Table 2", ", n. 4",
    ],
)  # fmt: skip
def test_each_locator_is_part_of_the_citation(locator: str) -> None:
    assert spans(f"so (Blank 1996{locator}).") == [f"(Blank 1996{locator})"]
    assert only(f"so (Blank 1996{locator}).").plausible
    assert spans(f"Blank (1996{locator}) so.") == [f"Blank (1996{locator})"]
    alone = only(f"As Blank says, 'so' (1996{locator}).")
    assert alone.form is Form.YEAR_ALONE
    assert "Blank" in alone.sentence


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("(Blank 2000; Clark 2001)", ["Blank 2000", "Clark 2001"]),
        ("(see Blank 2000: 12; Clark and Dole, 2001)", ["Blank 2000: 12", "Clark and Dole, 2001"]),
        ("(Blank 1999, 2000)", ["Blank 1999", "2000"]),
        ("(Blank 2006a, b)", ["Blank 2006a", "b"]),
        ("(Blank 2006a, 2006b; Clark 2001)", ["Blank 2006a", "2006b", "Clark 2001"]),
        ("Blank (1999, 2000)", ["1999", "2000"]),
        ("(Thompson (ed.) 2007)", ["(Thompson (ed.) 2007)"]),
        ("(see Blank (2000) for details; Clark 2001)", ["Blank (2000)", "Clark 2001"]),
        ("(Blank, 2000, Clark, 2001)", ["Blank, 2000", "Clark, 2001"]),
    ],
)
def test_several_works_are_several_links(text: str, parts: list[str]) -> None:
    assert spans(f"so {text}.") == parts


@pytest.mark.parametrize(
    "text",
    [
        "(ibid.)",
        "(Ibid)",
        "(ibid.:348)",
        "(ibid., p. 348)",
        "(ibid. 348)",
        f"({OPEN}ibid.{CLOSE}: 3)",
        "(see ibid.)",
    ],
)
def test_ibid(text: str) -> None:
    assert only(f"so {text}.").form is Form.IBID
    assert spans(f"so {text}.") == [text]


@pytest.mark.parametrize(
    ("text", "parts", "name"),
    [
        ("(Blank, op. cit.: 12)", ["(Blank, op. cit.: 12)"], "Blank"),
        ("(Blank op.cit., p. 12)", ["(Blank op.cit., p. 12)"], "Blank"),
        (f"(Blank, {OPEN}op. cit.{CLOSE})", [f"(Blank, {OPEN}op. cit.{CLOSE})"], "Blank"),
        ("(see Blank, loc. cit.; Clark 2001)", ["Blank, loc. cit.", "Clark 2001"], "Blank"),
        ("Blank (op. cit.: 12)", ["Blank (op. cit.: 12)"], "Blank"),
        ("(Müller, a. a. O., S. 3)", ["(Müller, a. a. O., S. 3)"], "Müller"),
        ("(Иванов, указ. соч., с. 3)", ["(Иванов, указ. соч., с. 3)"], "Иванов"),
    ],
)
def test_a_work_that_was_cited_before(text: str, parts: list[str], name: str) -> None:
    assert spans(f"so {text}.") == parts
    again = next(iter(find_citations(f"so {text}.")))
    assert again.form is Form.OP_CIT
    assert name in {reading.names[0] for reading in again.readings}
    assert not again.plausible


@pytest.mark.parametrize("text", ["(op. cit.: 12)", "(op. cit. and so on)", "(Blank, op. cit. and so on)"])
def test_what_names_no_author_or_says_more_cites_nothing(text: str) -> None:
    assert spans(f"so {text}.") == []


@pytest.mark.parametrize("text", ["(ibid. and so on)", "(ibid. 12345)", "(ibidem's)", "(or ibid.)"])
def test_what_is_more_than_ibid_is_none(text: str) -> None:
    assert spans(f"so {text}.") == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("so (Blank 2000).", [[("Blank", "(Blank 2000)")]]),
        ("so (see Blank et al. 2000a: 12).", [[("Blank", "Blank et al. 2000a: 12")]]),
        ("so (The Blank 1999).", [[("The Blank", "(The Blank 1999)"), ("Blank", "Blank 1999)")]]),
        ("so (Clark and Dole 2001).", [[("Clark and Dole", "(Clark and Dole 2001)"), ("Clark|Dole", "(Clark and Dole 2001)")]]),
        ("so (Blank 1999, 2000).", [[("Blank", "Blank 1999")], [("Blank", "2000")]]),
        ("Blank (2000a, b) has it", [[("Blank", "2000a")], [("Blank", "b")]]),
        ("In Blank (2000) we read", [[("In Blank", "In Blank (2000)"), ("Blank", "Blank (2000)")]]),
        (f"In Said's late {OPEN}Work{CLOSE} (1978) we", [[("In Said", "(1978)"), ("Said", "(1978)")]]),
        (f"In Said's {OPEN}Work{CLOSE} (1978, 1979)", [[("In Said", "1978"), ("Said", "1978")], [("In Said", "1979"), ("Said", "1979")]]),
        (f"It has {OPEN}Work{CLOSE} (1978)", []),
        (f"In his {OPEN}Work{CLOSE} (1978)", []),
        ("so (2000, 2001: 3)", []),
        ("so (Blank/1999)", []),
        ("so ((Blank 2000))", [[("Blank", "(Blank 2000)")]]),
        (
            "so (Blank 2000 (as (deep (Clark 2001))))",
            [[("Blank", "Blank 2000")], [("Clark", "(Clark 2001)")]],
        ),
    ],
)  # fmt: skip
def test_what_each_reading_of_the_names_would_link(text: str, readings: list[list[tuple[str, str]]]) -> None:
    assert [
        [("|".join(reading.names), text[reading.start : citation.end]) for reading in citation.readings]
        for citation in find_citations(text)
    ] == readings


@pytest.mark.parametrize(
    ("text", "sentence", "year"),
    [
        ("He was. As Blank has it, 'so' (2000b: 12).", "As Blank has it, 'so' ", "2000b"),
        ("Blank says 'so.' He goes on (2000: 12).", "He goes on ", "2000"),
        ("It is (as Blank says) so (2000: 12).", "It is (as Blank says) so ", "2000"),
    ],
)
def test_a_year_alone_comes_with_its_sentence(text: str, sentence: str, year: str) -> None:
    citation = only(text)
    assert (citation.form, citation.sentence, citation.year + citation.suffix) == (
        Form.YEAR_ALONE,
        sentence,
        year,
    )
    assert spans(text) == [text[text.index("(2000") : -1]]


def test_what_is_doubtful_is_a_link_if_there_is_such_an_entry() -> None:
    parts = ["Blank 2000", "Copenhagen Summit 2009"]
    assert spans(f"so ({'; '.join(parts)})") == parts


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("so (Blank 2000 and 2001; see also Dole 2001a)", ["Blank 2000", "Blank 2001", "Dole 2001a"]),
        ("so (Blank et al. 2000)", ["Blank et al. 2000"]),
        ("so (see Blank 2000, which is nonsense)", ["Blank 2000"]),
        ("so (Blank 2000, which is nonsense)", []),
        ("so (see Blank 2000 and Nonsense)", []),
        ("so (in Tura, 1964)", []),
        ("so (in Tura, 1964: 3)", ["Tura 1964"]),
        ("so (in Tura, 1964a)", ["Tura 1964a"]),
        ("so (Copenhagen Summit 2009; Blank 2000)", []),  # an event makes the bracket one of events
        ("so (Blank 2000; Copenhagen Summit 2009)", []),
        ("so (Copenhagen Summit 2009, cited in Blank 2000)", ["Blank 2000"]),
    ],
)
def test_what_stands_beside_it_says_whether_it_would_be_missed(text: str, labels: list[str]) -> None:
    assert warned(text) == labels


def test_a_title_has_its_owner() -> None:
    citation = only(f"In Said's {OPEN}Orientalism{CLOSE} (1978) we read")
    assert ("Said",) in [reading.names for reading in citation.readings]
    assert not citation.plausible


TRAPS = (
    """
He arrived (May 2012).|It ended (10 June 1999).|Then (1999) it ended.|From then (2003 to 2011) on.|It ended (in 2014).
It did (UNSC Resolution 1244).|It did (Resolution 2118, 2013).|It did (S/RES/1244, 1999).|See (see Figure 2).|See (Chapter 2).
He uses Windows (2000).|His book Post-war (2010) won.|A union (UK, 2016).|It fell (Q3 2008).|He said so (Obama, speech, 2009).
It grew (FY 2012).|They met (G20 London 2009).|It won (Brexit, 2016).|He lived (1770–1831).|He lived (c. 460–400 BC).
Association of Southeast Asian Nations (ASEAN, 1967)|The Treaty of Amity and Cooperation (TAC, 1976) is|an alliance (NATO)
The Paris Agreement (2015) and|the war (Kosovo 1999, Iraq 2003).|Kosovo (1999) and Iraq (2003) show that|(mis)use and (b)ordering
a […] b (… 2000)|Summit (Copenhagen, 2009)|a crime (Rome Statute 1998, Art. 8)|a case (ICTY 1995, para. 70)|won (Nobel Prize, 1991)
an epic (Star Wars, 1977)|Invictus (Eastwood, 2009) shows|at war (Cold War 1947–1991)|elections (2001, 2005 and 2010)|in (Spring 2011)
the T-72 (1972) and B-2 (1989)|the law (Charter, 1945)|(London: Macmillan, 1995)|(Oxford University Press, 2000)|(New York: Norton, 1979)
see (Matthew 5:38–39)|at home (2:190)|by votes (52% to 48%)|a war (Operation Allied Force, 1999)|(Article 48 of Protocol I, 1977)
(1) first, (2) second|a) one (b) two|(COP15, 2009)|(HBO, 2011)|(Europe 2020)|(Agenda 2030)|(Hurricane Katrina, 2005)|in the film Avatar (2009) says
The Entebbe Agreement (CFA, 2010)|Japan (Abe, 2013)|(especially The Origins, 1951)|(Sunday, 2000)|(Easter 1916)|(Miller v Secretary 2017)
The film (\x02Invictus\x03 2009) shows|seen in (\x02Star Wars\x03, 1977)|ships (\x02Titanic\x03 1912; \x02Lusitania\x03 1915)|a song (‘Imagine’ 1971)
the slogan (“Yes We Can”, 2008)|(\x02Roe v. Wade\x03 1973)|\x02The Office\x03 (2005) was|(\x02Time\x03, May 2012)|his speech (‘I Have a Dream’, 28 August 1963)
(\x02in situ\x03 2004)|the party (Labour [UK] 1997)|a state (Kosovo [KLA] 1999)|(Resolution [UN] 1244, 1999)|votes (Brexit [UK] 2016)
Ships of the U.S. (1998) and the U.K. (2003)|the T. Rex (1993)|the G. W. Bush administration (2003) was|an army (S. Korea, 1950)
from 't Gooi (1990) on|the port (’t Zand, 1944)|the painting (\x02Guernica\x03, 1937)|so (Clark (1990), quoted in \x02Time\x03 1991)
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("text", TRAPS)
def test_traps_would_not_be_missed(text: str) -> None:
    assert warned(text) == []


@pytest.mark.parametrize(
    "text", ["(1999)", "(May 2012)", "(2003 to 2011)", "(UNSC Resolution 1244)", "(b)ordering", "[…]", "[1]"]
)
def test_what_has_no_name_and_year_is_nothing_at_all(text: str) -> None:
    assert [
        c for c in find_citations(f"as it was {text}.") if c.readings and c.readings[-1].names != ("May",)
    ] == []


def test_what_is_opaque_ends_a_name() -> None:
    assert spans(f"Blank {OPAQUE} (2000)") == []


def test_what_is_cited_at_second_hand_is_in_no_bibliography() -> None:
    assert warned("so (Clark 1990, cited in Blank 2000)") == ["Blank 2000"]
    assert warned("so (see Clark (1990), cited in Blank 2000)") == ["Blank 2000"]
    assert spans("so (see Clark (1990), cited in Blank 2000)") == ["Clark (1990)", "Blank 2000"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("See Blank 2000, p. 12; Clark and Dole 2001: 3.", ["Blank 2000", "Clark and Dole 2001"]),
        ("as Blank et al. 2014 have shown.", ["Blank et al. 2014"]),
        ("Cf. Blank and Clark 2003, p. 9.", ["Blank and Clark 2003"]),
        ("Vgl. Blank 1998, S. 12; ausführlich Clark 1999.", ["Blank 1998", "Clark 1999"]),
        ("So in the winter of 2003, it rained in Berlin 2004.", []),
    ],
)
def test_without_brackets_only_an_entry_tells_a_citation(text: str, labels: list[str]) -> None:
    found = list(find_citations(text))
    assert [citation.label.removeprefix("Vgl. ") for citation in found] == labels
    assert not any(citation.plausible for citation in found)


@pytest.mark.parametrize(
    "text",
    [
        f"so (Blank {OPEN}et al.,{CLOSE} 2009)",
        f"so (Blank {OPEN}et al{CLOSE} ., 2009)",
        f"so (Blank {OPEN}et al{CLOSE}.; 2009)",
    ],
)
def test_a_comma_may_be_emphasised_with_et_al(text: str) -> None:
    assert [citation.label for citation in find_citations(text)] == ["Blank et al. 2009"]


OPENINGS = {opening.name: opening for opening in openings()}


@cache
def judged(name: str) -> Judgement:
    return judge(OPENINGS[name])


@pytest.mark.parametrize("name", OPENINGS)
def test_an_opening_has_no_false_warning_and_no_false_link(name: str) -> None:
    assert judged(name).false_warnings == []
    assert judged(name).false_links == []


def test_most_citations_of_the_openings_are_found() -> None:
    def share(found: str, lost: str) -> float:
        judgements = [judged(name) for name in OPENINGS]
        hits = sum(getattr(judgement, found) for judgement in judgements)
        return hits / (hits + sum(len(getattr(judgement, lost)) for judgement in judgements))

    assert share("linked", "unlinked") >= 0.99
    assert share("plausible", "implausible") >= 0.82


PIECES = st.sampled_from(
    ["(", ")", "[", "]", "Blank", "van der", "and", "&", ",", ";", ":", "2000", "1999a", "et al.", "ibid.", "n.d.", "p. 3", " ", " ", "’s",
     "see", "cited in", "United Nations", OPEN, CLOSE, OPAQUE, "é", "王", "\n", "-", "–", "."]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for citation in find_citations(text):
        assert end <= citation.start < citation.end <= len(text)
        end = citation.end
        assert citation.label or citation.form in {Form.IBID, Form.YEAR_ALONE}
        for reading in citation.readings:
            assert citation.start <= reading.start <= citation.end
            assert reading.names
            assert all(reading.names)


@pytest.mark.laws
@pytest.mark.parametrize(
    "unit",
    ["A and ", "(", "van ", "A, ", "A", "A (2000) ", "Of the ", "(2000 ", "a(a", "(      ", "(ibid.: ", "et al. ", "(B 2000: 1, 1, 1) ", "A's \x02"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def find(size: int) -> None:
        text = (unit * size)[:size]
        for hostile in (text, f"({text} 2000)"):
            assert all(citation.end <= len(hostile) for citation in find_citations(hostile))

    assert_linear(find, 100_000)
