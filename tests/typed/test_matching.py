"""Which entry a typed citation means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxext_eir.text.compared_names import normal
from sphinxext_eir.typed.citations import find_citations
from sphinxext_eir.typed.matching import Shelf
from sphinxext_eir.typed.paragraphs import CLOSE, OPEN
from sphinxext_eir.typed.references import Reference, read_reference

BIBLIOGRAPHY = """
Blank, Stephen J. (2000) Threats to Russian Security: Views from Moscow. Carlisle: Strategic Studies Institute.
Blank, S. and Clark, W. (2001) Together.
Blank, S. (2001) Alone.
Clark, W. (2006a) First.
Clark, W. (2006b) Second.
FAS. (2000) Federation of American Scientists.
United Nations General Assembly (1998) Resolution.
World Bank (2010) Report.
Buzan, B., Wæver, O. and de Wilde, J. (1998) Security.
van der Pijl, K. (1984) The Making of an Atlantic Ruling Class.
Kapuściński, R. (1990) The Soccer War.
Polanyi, K. ([1944] 2001) The Great Transformation.
Qutb, S. (n.d.) Milestones.
Acharya, A. (forthcoming) Global IR.
Li Anshan (2007) 'China and Africa'.
Amnesty International (2003) Iraq.
García Linera, Á. (2011) Las tensiones creativas.
Aung San Suu Kyi (1991) Freedom from Fear.
Young, O. (2009) Whither?
Young, O. (2009) In Play.
van der Berg Holm, K. (1985) Two Surnames.
Bank of the North (2003) Report.
""".strip().splitlines()
ENTRIES = [read_reference(line) for line in BIBLIOGRAPHY]


def shelf() -> Shelf[Reference]:
    return Shelf(ENTRIES)


def meant(text: str) -> list[str]:
    """Return the keys that each citation in *text* may mean."""
    return [
        " ".join(entry.key for entry in shelf().find(citation).entries) for citation in find_citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("(Buzan, Wæver and Wilde 1998)", ["Buzan1998"]),
        ("(Blank 2000)", ["Blank2000"]),
        ("(Berg Holm 1985)", ["vanderBergHolm1985"]),  # without its particles
        ("Blank's (2000) view", ["Blank2000"]),
        ("The Bank of the North is said to be late (2003: 12).", ["BankoftheNorth2003"]),
        ("However, Blank (2000)", ["Blank2000"]),
        ("(BLANK 2000)", ["Blank2000"]),
        ("(S. Blank 2000)", ["Blank2000"]),
        ("(Blank, S. 2000)", ["Blank2000"]),
        ("Stephen Blank (2000)", ["Blank2000"]),
        ("(Blank 2001)", ["Blank2001"]),  # alone, though another is by him and Clark
        ("(Blank and Clark 2001)", ["Blank2001"]),
        ("(Blank et al. 2001)", ["Blank2001"]),
        ("(Clark 2006a)", ["Clark2006a"]),
        ("(Clark 2006a, b)", ["Clark2006a", "Clark2006b"]),
        ("(Clark 2006)", ["Clark2006a Clark2006b"]),
        ("(Young 2009)", ["Young2009 Young2009"]),
        ("(FAS 2000)", ["FAS2000"]),
        ("(Kapuściński, op. cit.: 12)", ["Kapuściński1990"]),
        ("(Clark, op. cit.)", ["Clark2006a Clark2006b"]),
        ("(Blank and Clark, op. cit.)", ["Blank2001"]),
        ("(Waltz, op. cit.)", [""]),
        ("(Federation of American Scientists 2000)", ["FAS2000"]),
        ("(UNGA 1998)", ["UnitedNationsGeneralAssembly1998"]),
        ("the World Bank (2010)", ["WorldBank2010"]),
        ("The World Bank (2010)", ["WorldBank2010"]),
        ("(Buzan et al. 1998)", ["Buzan1998"]),
        ("(Buzan, Wæver and de Wilde 1998)", ["Buzan1998"]),
        ("(Buzan, Waever & de Wilde, 1998)", ["Buzan1998"]),
        ("(van der Pijl 1984)", ["vanderPijl1984"]),
        ("Van der Pijl (1984)", ["vanderPijl1984"]),
        ("(Pijl 1984)", ["vanderPijl1984"]),
        ("(Kapuscinski 1990)", ["Kapuściński1990"]),
        ("(Polanyi 2001)", ["Polanyi2001"]),
        ("(Polanyi 1944)", ["Polanyi2001"]),
        ("(Polanyi [1944] 2001)", ["Polanyi2001"]),
        ("(Qutb n.d.)", ["Qutbnd"]),
        ("(Qutb, no date)", ["Qutbnd"]),
        ("(Acharya, forthcoming)", ["Acharyaforthcoming"]),
        ("(Li 2007)", ["LiAnshan2007"]),
        ("Li Anshan (2007)", ["LiAnshan2007"]),
        ("(Aung 1991)", ["AungSanSuuKyi1991"]),
        ("(Amnesty 2003)", ["AmnestyInternational2003"]),
        ("(Linera 2011)", ["GarcíaLinera2011"]),
        ("As Blank put it, 'so' (2000: 12).", ["Blank2000"]),
        ("Clark and Blank agree (2000, p. 88).", ["Blank2000"]),
        ("Blank put it so (2000: 12).", ["Blank2000"]),
        ("In Blank's view, 'so' (2000: 12).", ["Blank2000"]),
        ("In Blank’s view, 'so' (2000: 12).", ["Blank2000"]),
        ("As Clark put it, 'so' (2006b: 12).", ["Clark2006b"]),
        ("Blank follows the FAS in that, 'so' (2000: 12).", ["FAS2000"]),  # of two, the nearer
        ("Blank follows the FAS where Blank says so (2000: 12).", ["Blank2000"]),
        ("As somebody put it, 'so' (2000: 12).", [""]),
        ("the bank of this world agrees (2010: 12)", [""]),
        ("(Clark 2000)", [""]),  # Blank and Clark, but not Clark
        ("(Blank 1999)", [""]),
        ("(Blankenship 2000)", [""]),
        ("(Clark and Blank 2001)", [""]),
        ("(Van 1984)", [""]),  # a particle is no name
        ("(Buzan, Wæver, de Wilde and Kelstrup 1998)", [""]),
        ("it was so (2000)", []),
    ],
)  # fmt: skip
def test_what_a_citation_means(text: str, keys: list[str]) -> None:
    assert meant(text) == keys


SAME_YEAR = {
    title: read_reference(f"{names} (2001) {title}.")
    for title, names in {
        "One": "Blank, S.", "Two": "Blank, S. and Clark, W.", "Three": "Blank, S., Clark, W. and Dole, R.",
        "Whole": "Li Anshan", "Surname": "Li, X.", "Many": "Smith, A. et al.", "Alone": "Smith, A.", "Nobody": "",
    }.items()
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("(Blank 2001)", ["One"]),
        ("(Blank and Clark 2001)", ["Two"]),
        ("(Blank, Clark and Dole 2001)", ["Three"]),
        ("(Blank et al. 2001)", ["Two", "Three"]),
        ("Blank et al. (2001)", ["Two", "Three"]),
        ("(Blank, Clark et al. 2001)", ["Three"]),
        ("(Li 2001)", ["Surname"]),
        ("(Li Anshan 2001)", ["Whole"]),
        ("(Smith et al. 2001)", ["Many"]),
        ("(Smith 2001)", ["Alone"]),
        ("(Jones 2001)", []),
        ("As somebody says, 'so' (2001: 12)", []),
    ],
)
def test_of_one_year_the_entry_by_just_these_authors_is_meant(text: str, titles: list[str]) -> None:
    (citation,) = find_citations(text)
    found = Shelf(SAME_YEAR.values()).find(citation).entries
    assert [title for title, entry in SAME_YEAR.items() if any(entry is one for one in found)] == titles


KINDS = [
    read_reference(line)
    for line in """
Smith, Adam. (2014) A. London.
Smith, Nora. (2014) N. London.
Smith, J. R. (2015) J. London.
Nguyen Van A and Tran Thi B. (2001) Work. Hanoi.
Zhang, Wei and Li Na. (2012) Fall. Beijing.
Park, J., Kim Min-jung and Ahn, C. (2016) Two.
International Monetary Fund. (2011) Outlook. Washington.
The Economist. (2012) ‘A Piece’. 3 May.
‘A Longer Title: Of Two Parts’ (2013) Review.
"Tides" (2014) Review.
't Hart, Paul. (1993) Symbols.
""".strip().splitlines()
]


@pytest.mark.parametrize(
    ("text", "link", "entry"),
    [
        # Initials and given names tell persons apart
        ("so (A. Smith 2014)", "(A. Smith 2014)", "A"),
        ("so (N. Smith 2014, p. 3)", "(N. Smith 2014, p. 3)", "N"),
        ("so (Smith, N. 2014)", "(Smith, N. 2014)", "N"),
        ("In N. Smith (2014) we", "N. Smith (2014)", "N"),
        ("Nora Smith (2014) says", "Nora Smith (2014)", "N"),
        ("so (J. Smith 2015)", "(J. Smith 2015)", "J"),
        ("so (J.R. Smith 2015)", "(J.R. Smith 2015)", "J"),
        ("so (X. Smith 2014)", "", ""),
        ("so (R. Smith 2015)", "", ""),
        ("so (Smith 2014)", "", ""),
        # The family name first
        ("so (Zhang and Li 2012)", "(Zhang and Li 2012)", "Fall"),
        ("so (Zhang and Li Na 2012)", "(Zhang and Li Na 2012)", "Fall"),
        ("so (Nguyen and Tran 2001)", "(Nguyen and Tran 2001)", "Work"),
        ("so (Park, Kim and Ahn 2016)", "(Park, Kim and Ahn 2016)", "Two"),
        ("so (Zhang and Wei 2012)", "", ""),
        # Titles where authors would stand
        (f"so ({OPEN}The Economist{CLOSE} 2012)", f"({OPEN}The Economist{CLOSE} 2012)", "‘A"),
        (f"so (see {OPEN}Economist{CLOSE}, 2012: 3)", f"{OPEN}Economist{CLOSE}, 2012: 3", "‘A"),
        ("so (‘A Longer Title’ 2013)", "(‘A Longer Title’ 2013)", "Review"),
        ("so (“A Longer Title: Of Two Parts”, 2013)", "(“A Longer Title: Of Two Parts”, 2013)", "Review"),
        ('so ("Tides" 2014)', '("Tides" 2014)', "Review"),
        (f"so ({OPEN}Tide{CLOSE} 2014)", "", ""),
        # Acronyms, and a Dutch article
        ("so (International Monetary Fund [IMF] 2011)", "(International Monetary Fund [IMF] 2011)", "Outlook"),
        ("so (’t Hart 1993)", "(’t Hart 1993)", "Symbols"),
        ("'t Hart (1993) says", "'t Hart (1993)", "Symbols"),
    ],
)  # fmt: skip
def test_each_kind_of_name_finds_its_entry(text: str, link: str, entry: str) -> None:
    found = [
        (text[match.start : citation.end], match.entries[0].text.split(") ")[-1])
        for citation in find_citations(text)
        if len((match := Shelf(KINDS).find(citation)).entries) == 1
    ]
    assert [words for words, _ in found] == ([link] if link else [])
    assert all(title.startswith(entry) for _, title in found)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("as (see Blank 2000) has it", "Blank 2000)"),
        ("However, Blank (2000) has it", "Blank (2000)"),
        ("Nobody, Blank and Clark (2001)", "Blank and Clark (2001)"),
        ("As Blank has it, 'so' (2000: 12)", "(2000: 12)"),
        ("as (see Nobody 2000) has it", "Nobody 2000)"),
    ],
)
def test_the_link_begins_with_the_names_that_an_entry_has(text: str, begins: str) -> None:
    (citation,) = find_citations(text)
    assert text[shelf().find(citation).start :].startswith(begins)


def test_what_may_have_been_meant() -> None:
    (citation,) = find_citations("(Blank 1999)")
    assert [entry.key for entry in shelf().near(citation)] == ["Blank2000", "Blank2001", "Blank2001"]


SURNAMES = st.sampled_from(
    ["Blank", "Wæver", "O'Donnell", "Müftüler-Baç", "van der Pijl", "de Waal", "Kapuściński", "Öniş", "Al-Rasheed", "Brzeziński", "Åtland",
     "Hyde-Price", "El-Mahdi", "Ní Aoláin", "Лавров", "McSherry", "Đukić", "D'Amico", "von Clausewitz"]
)  # fmt: skip
GIVEN = st.sampled_from(["S.", "W. J.", "Stephen", "Anna", "J.-P."])
PEOPLE = st.lists(st.tuples(SURNAMES, GIVEN), min_size=1, max_size=4, unique_by=lambda person: person[0])
YEARS = st.integers(1900, 2029).map(str)
ENTRY_STYLES = (
    "{names} ({year}) Title.",
    "{names}, {year}. Title: a subtitle. London: Zed.",
    "{names} ({year}). “Title,” Journal 2(3): 1–4.",
)
CITATION_STYLES = (
    "as shown ({names} {year}).", "as shown ({names}, {year}: 12)!", "It is so. {names} ({year}) argues that", "However, {names} ({year}, p. 3) said",
    "({opening}see {names} {year}; Nobody 1899)", "{names}'s ({year}) view", "according to {names} ({year}), nothing", "so ({names}, {year}; 166)",
)  # fmt: skip


def listed(names: list[str], last: str) -> str:
    return f", {names[0]}"[2:] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"


EAST = (
    "王明. 等待的艺术[M]. 北京: 长河出版社, 2001.",
    "李华, 张伟. 队列与国家[J]. 社会研究, 2010(3): 12-30.",
    "赵敏，钱进，孙立. 编号制度[J]. 行政学刊, 2018, 4(2): 1-9.",
    "歐陽修平：《候车室》，台北：遠流，2008年。",
    "山本太郎 2015『番号の社会学』岸辺社。",
    "長谷川町子（2003）『待合室』東京：川岸書店。",
)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("见（李华、张伟，2010：15）。", 1),
        ("（赵敏、钱进、孙立，2018）", 2),
        ("如歐陽修平（2008）所说", 3),
        ("（王明，2001年）", 0),
        ("〔王明，2001〕", 0),
        ("山本（2015、12頁）は", 4),
        ("（山本 2015: 12）", 4),
        ("長谷川（2003）によると", 5),
    ],
)
def test_chinese_and_japanese_entries_are_read_as_their_norms_have_them(text: str, entry: int) -> None:
    shelf = Shelf([read_reference(one) for one in EAST])
    assert [one.text for cited in find_citations(text, "zh") for one in shelf.find(cited).entries] == [
        EAST[entry]
    ]


ROPES = ["Blank, S. (2000) Ropes. Leith: Quay.", "Halbrand, T. (2001) Tar. Leith: Quay."]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"as Blank ({OPEN}Ropes{CLOSE}, 2000) says", ["Blank 2000"]),
        (f"as Blank’s ({OPEN}Ropes{CLOSE}, 2000: 3) says", ["Blank 2000"]),
        ("so (Blank, ‘Ropes’, 2000: 3).", ["Blank 2000"]),
        (f"so (see Blank, {OPEN}Ropes{CLOSE}, 2000; Halbrand, {OPEN}Tar{CLOSE}, 2001).", ["Blank 2000", "Halbrand 2001"]),
        (f"as Blank ({OPEN}Ropes{CLOSE}, 2000; {OPEN}Knots{CLOSE}, 2004) says", ["Blank 2000"]),
    ],
)  # fmt: skip
def test_a_work_cited_by_its_title_after_its_author_is_the_author_s(text: str, labels: list[str]) -> None:
    shelf = Shelf([read_reference(entry) for entry in ROPES])
    assert [one.label for one in find_citations(text) if shelf.find(one).entries] == labels


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (f"as Halbrand ({OPEN}Ropes{CLOSE}, 2000: 3) says", True),
        (f"so (Halbrand, {OPEN}Ropes{CLOSE}, 2000: 3).", True),
        (
            f"In Halbrand ({OPEN}Ropes{CLOSE}, 2000) a tower falls.",
            False,
        ),  # a film, as far as anybody can tell
        (f"so (Halbrand, {OPEN}Ropes{CLOSE}, 2000).", False),
        (f"So ({OPEN}The Economist{CLOSE}, 2000) it is.", False),
    ],
)
def test_without_an_entry_it_is_reported_if_a_page_shows_that_it_is_no_film(
    text: str, *, reported: bool
) -> None:
    assert [one.plausible for one in find_citations(text)] == [reported]


@settings(max_examples=400)
@given(
    people=PEOPLE,
    year=YEARS,
    entry_style=st.sampled_from(ENTRY_STYLES),
    style=st.sampled_from(CITATION_STYLES),
    last=st.sampled_from([" and ", " & "]),
    short=st.booleans(),
)
def test_a_citation_made_of_an_entry_is_found_and_means_it(
    *, people: list[tuple[str, str]], year: str, entry_style: str, style: str, last: str, short: bool
) -> None:
    entry = read_reference(
        entry_style.format(names=listed([f"{name}, {given}" for name, given in people], last), year=year)
    )
    other = read_reference("Somebody, E. (2000) Else.")
    surnames = [name for name, _ in people]
    cited = f"{surnames[0]} et al." if short and len(surnames) > 2 else listed(surnames, last)
    text = "The paragraph begins. " + style.format(names=cited, year=year, opening="")
    both = Shelf([other, entry])
    assert [entry] in [list(both.find(citation).entries) for citation in find_citations(text)], (
        entry.names,
        text,
    )


@given(st.text())
def test_names_are_compared_alike_twice(text: str) -> None:
    assert normal(normal(text)) == normal(normal(normal(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Hou & Huo, 2016)", 1),
        ("(Hou, Huo and Li, 2016)", 1),
        ("(Huo & Hou, 2016)", 0),
        ("(Hou & Huo, 2017)", 0),
    ],
)
def test_whom_an_entry_leaves_out_may_be_cited_by_name(text: str, found: int) -> None:
    entries = [
        read_reference("HOU, J. et al. Land and lease. Rural Studies, v. 3, 2016."),
        read_reference("HOU, J. Land alone. Rural Studies, v. 4, 2017."),
    ]
    (citation,) = find_citations(f"so {text}.")
    assert len(Shelf(entries).find(citation).entries) == found
