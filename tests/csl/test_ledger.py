"""What an entry of BibTeX says is in its item, or is named in a message: nothing comes back empty, shortened or as something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.sources import Reader, items, told

from sphinxext_eir.csl.sources import read_source
from sphinxext_eir.csl.sources.latex import plain, unescaped

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("pandoc")

KEPT: list[tuple[str, dict[str, Any]]] = [
    # Signs and commands that pandoc takes for something else
    ("@article{%, journal={Policy Brief #4}}", {"container-title": "Policy Brief #4"}),
    ("@report{%, institution={Institute #5 for Peace}}", {"publisher": "Institute #5 for Peace"}),
    ("@book{%, author={{Group #7 for Peace}}}", {"author": [{"literal": "Group #7 for Peace"}]}),
    ("@misc{%, howpublished={Podcast, episode \\#42}}", {"publisher": "Podcast, episode #42"}),
    ("@book{%, title={The \\mbox{E.U.} and \\hbox{NATO}}}", {"title": "The E.U. and NATO"}),
    ("@book{%, title={Bose\\textendash{{Einstein}} Things}}", {"title": "Bose–Einstein Things"}),
    ("@book{%, title={War {\\&amp;} Peace &amp; H&#246;he}}", {"title": "War & Peace & Höhe"}),
    ("@book{%, title={On <i>Hamlet</i>}}", {"title": "On <i>Hamlet</i>"}),
    ("@book{%, title={T}, series={{\\noopsort{1973}}Old Series}}", {"collection-title": "Old Series"}),
    # "and" in the name of one publisher, place or body
    ("@book{%, publisher={Allen and Unwin}}", {"publisher": "Allen and Unwin"}),
    ("@book{%, address={London and New York}}", {"publisher-place": "London and New York"}),
    ("@phdthesis{%, school={School of Oriental AND African Studies}}", {"publisher": "School of Oriental AND African Studies"}),
    ("@report{%, institution={Department of Foreign Affairs and Trade}}", {"publisher": "Department of Foreign Affairs and Trade"}),
    # Letters and their accents are one character
    ("@book{%, author={Garc{\\'\\i}a, Ana and Mart{\\'{\\i}}n, Bo}}",
     {"author": [{"family": "García", "given": "Ana"}, {"family": "Martín", "given": "Bo"}]}),
    ('@book{%, title={Na{\\"\\i}ve {\\v{\\i}} \\u{\\i} \\=\\i{} \\^\\j}}', {"title": "Naïve ǐ ĭ ī ĵ"}),
    ("@book{%, title={\\d{s} \\k{a} \\H{o} \\r{u} a\u0301}}", {"title": "ṣ ą ő ů á"}),
    # Names
    ("@book{%, author={Low, Bo AND Poe, Ann And others}}",
     {"author": [{"family": "Low", "given": "Bo"}, {"family": "Poe", "given": "Ann"}, {"literal": "others"}]}),
    ("@book{%, author={van Creveld, Dirk and Marta de Goede}}",
     {"author": [{"family": "Creveld", "given": "Dirk", "non-dropping-particle": "van"},
                 {"family": "Goede", "given": "Marta", "non-dropping-particle": "de"}]}),
    ("@book{%, author={de Goede, Marta}, options={useprefix=false}}",
     {"author": [{"family": "Goede", "given": "Marta", "dropping-particle": "de"}]}),
    ("@book{%, author={family=Poe, given=Ann, given-i=A}}", {"author": [{"family": "Poe", "given": "Ann"}]}),
    ("@book{%, editora={Poe, Ann}, editoratype={compiler}}", {"compiler": [{"family": "Poe", "given": "Ann"}]}),
    # Addresses
    ("@misc{%, doi={10.1007/978-3-000-5\\_12}}", {"DOI": "10.1007/978-3-000-5_12"}),
    ("@misc{%, doi={10.1000/a\\%b\\&c\\#d{\\_}e}}", {"DOI": "10.1000/a%b&c#d_e"}),
    ("@misc{%, url={https://example.org/a\\_b/\\~{}c?d=1\\&e=a%20b}}", {"URL": "https://example.org/a_b/~c?d=1&e=a%20b"}),
    ("@misc{%, doi={10.1/x}, url={https://example.org}, options={doi=false}}", {"DOI": None, "URL": "https://example.org"}),
    ("@book{%, doi={10.1/x}, url={https://example.org}, options={url = false}}", {"DOI": "10.1/x", "URL": None}),
    ("@online{%, url={https://example.org}, options={url=false}}", {"URL": "https://example.org"}),  # its address is all that it has
    ("@misc{%, url={\\url{https://example.org/a_b}}}", {"URL": "https://example.org/a_b"}),
    ("@misc{%, howpublished={\\url{https://example.org/a_b}}}", {"URL": "https://example.org/a_b", "publisher": None}),
    ("@misc{%, note={See \\href{https://example.org/x_y\\%20z}{the {\\em site}}, too}}",
     {"note": "See the <i>site</i>, too", "URL": "https://example.org/x_y%20z"}),
    ("@misc{%, doi={10.1/x}, note={\\href{https://example.org/a_b~c#d}{Here}, \\href{https://doi.org/10.1/x}{there}}}",
     {"note": "Here (https://example.org/a_b~c#d), there", "DOI": "10.1/x", "URL": None}),
    ("@misc{%, note={\\href{https://example.org/x}{https://example.org/x}}, doi={10.1/x}}", {"note": "https://example.org/x"}),
    ("@misc{%, title={\\href{https://example.org/x}{T}}, url={https://example.org/x}}", {"title": "T", "URL": "https://example.org/x"}),
    ("@misc{%, url={\\href{https://example.org/x}{here}}}", {"URL": "https://example.org/x"}),
    ("@misc{%, doi={\\href{https://doi.org/10.1/x}{10.1/x}}}", {"DOI": "10.1/x"}),
    ("@misc{%, eprint={2027/x.1}, eprinttype={hdl}}", {"URL": "https://hdl.handle.net/2027/x.1"}),
    ("@misc{%, eprint={1204.5/a}, archivePrefix={arXiv}}", {"URL": "https://arxiv.org/abs/1204.5/a"}),
    ("@misc{%, eprint={77}, eprinttype={SSRN}}", {"archive": "SSRN", "archive_location": "77"}),
    ("@misc{%, eprint={1204.5}, eprinttype={arxiv}, url={https://example.org/x}}",
     {"URL": "https://example.org/x", "archive": "arxiv", "archive_location": "1204.5"}),
    ("@misc{%, eprint={1204.5}, eprinttype={arxiv}, url={https://arxiv.org/abs/1204.5v2}}", {"URL": "https://arxiv.org/abs/1204.5v2", "archive": None}),
    # Letters that LaTeX names
    (r"@book{%, title={{\cyrchar\CYRV}{\cyrchar\cyro}{\cyrchar\cyrishrt}\cyrn\cyra{} {\cyri} \CYRM\cyri\cyrr{} \CYRYO\"\cyri}}",
     {"title": "Война и Мир Ёӥ"}),
    (r'@book{%, author={\CYRT\cyro\cyrl\cyrs\cyrt\cyro\cyrishrt, \CYRL}, publisher={\CYRE\char"416\char1080{}}}',
     {"author": [{"family": "Толстой", "given": "Л"}], "publisher": "ЕЖи"}),
    (r'@book{%, title={{\textalpha}-\textOmega{} \'{\textalpha}, \textvarsigma{} \unichar{"416} \symbol{1046}, \ensuremath{\beta}, \(\gamma\)-rays}}',
     {"title": "α-Ω ά, ς Ж Ж, β, γ-rays"}),
    # Fields that pandoc has no place for, or not for this kind
    ("@misc{%, booktitle={The Book}, maintitle={The Work}}", {"title": "The Work", "volume-title": "T", "container-title": "The Book"}),
    ("@article{%, journal={J}, issue={Spring}}", {"issue": "Spring"}),
    ("@article{%, journal={J}, issuetitle={On Peace}}", {"volume-title": "On Peace"}),
    ("@article{%, journal={J}, eid={e12}}", {"page": "e12"}),
    ("@article{%, journal={J}, eid={e12}, pages={1--9}}", {"page": "1-9", "number": "e12"}),
    ("@book{%, series={Studies}, shortseries={S}}", {"collection-title": "Studies", "collection-title-short": "S"}),
    ("@inproceedings{%, booktitle={B}, location={Newport, CA}, address={New York}}",
     {"publisher-place": "New York", "event-place": "Newport, CA"}),
    # Kinds
    ("@conference{%, booktitle={Proceedings}}", {"type": "paper-conference", "container-title": "Proceedings"}),
    ("@inbook{%, chapter={3}, pages={10--20}}", {"type": "book", "title": "T", "chapter-number": "3", "page": "10-20"}),
    ("@inbook{%, booktitle={B}}", {"type": "chapter", "container-title": "B"}),
    ("@software{%, version={2.1}}", {"type": "software", "version": "2.1"}),
    # Formulas that are one character, or raised or lowered text
    (r"@book{%, title={{$\alpha$-Fe in H$_2$O, Fe$^{3+}$, 5 $\mu$m, $x = \beta$}}}", {"title": r"α-Fe in H<sub>2</sub>O, Fe<sup>3+</sup>, 5 μm, $x = \beta$"}),
    (r"@book{%, url={http://a.org/$\sim$x/$_2$}}", {"URL": "http://a.org/~x/$_2$"}),
    # Dates
    ("@book{%, date={1999~}}", {"issued": {"date-parts": [[1999]], "circa": True}}),
    ("@book{%, year={c. 1990}}", {"issued": {"date-parts": [[1990]], "circa": True}}),
    ("@book{%, date={1998?}}", {"issued": {"date-parts": [[1998]], "literal": "1998?"}}),
    ("@book{%, date={1998\\%}}", {"issued": {"date-parts": [[1998]], "literal": "1998?"}}),
    ("@book{%, date={199X}}", {"issued": {"date-parts": [[1990], [1999]]}}),
    ("@book{%, date={1999-21}}", {"issued": {"date-parts": [[1999, 21]]}}),
    ("@book{%, date={Autumn}, year={1987}}", {"issued": {"date-parts": [[1987, 23]]}}),
    ("@book{%, date={1999/}}", {"issued": {"date-parts": [[1999]], "literal": "1999–"}}),
    ("@book{%, date={/1999}}", {"issued": {"date-parts": [[1999]], "literal": "–1999"}}),
    ('@book{%, year=1999, month=sep # "/" # oct}', {"issued": {"date-parts": [[1999, 9], [1999, 10]]}}),
    ('@book{%, year=1999, month=jul # "~4"}', {"issued": {"date-parts": [[1999, 7, 4]]}}),
    ("@book{%, year=1999, month={Spring}}", {"issued": {"date-parts": [[1999, 21]]}}),
    ("@book{%, year=1999, month=may, day={12--14}}", {"issued": {"date-parts": [[1999, 5, 12], [1999, 5, 14]]}}),
    ("@book{%, year=1999, month=3, endyear=1999, endmonth=5}", {"issued": {"date-parts": [[1999, 3], [1999, 5]]}}),
    ("@book{%, year={1998?}, endyear=2000}", {"issued": {"date-parts": [[1998], [2000]], "literal": "1998?–2000"}}),
    ("@book{%, year=1998, month=3, endyear={2000?}}", {"issued": {"date-parts": [[1998, 3], [2000]], "circa": True}}),
    ("@book{%, year=1998, endyear={c. 2000}}", {"issued": {"date-parts": [[1998], [2000]], "circa": True}}),
    ("@book{%, year={1998?}, month=mar}", {"issued": {"date-parts": [[1998, 3]], "circa": True}}),
    ("@book{%, date={2010-03-24T07:36:27Z}, urldate={2021-09-16T08:21}}", {"issued": {"date-parts": [[2010, 3, 24]]}, "accessed": {"date-parts": [[2021, 9, 16]]}}),
    ("@book{%, date={199u/2005}}", {"issued": {"date-parts": [[1990], [2005]]}}),
    ("@book{%, origdate={1867}}", {"original-date": {"date-parts": [[1867]]}}),
    ("@book{%, shortauthor={UN}, author={{United Nations}}}", {"author-short": [{"family": "UN"}]}),
    ("@book{%, shortauthor={{UN} and Fox}, author={{United Nations} and Fox, Ann}}", {"author-short": [{"literal": "UN"}, {"family": "Fox"}]}),
    ("@book{%, shorteditor={OT}, editor={{Organization for Tests}}}", {"editor-short": [{"family": "OT"}]}),
    ("@book{%, shortauthor={{UN}}}", {"author": [{"literal": "UN"}]}),
]  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Return the items of all entries of :data:`KEPT`, read at one go, and what is told of them."""
    path = tmp_path_factory.mktemp("kept") / "refs.bib"
    texts = (
        text.replace("{%", f"{{k{number}{'' if ' title=' in text or '{title=' in text else ', title={T}'}", 1)
        for number, (text, _) in enumerate(KEPT)
    )
    path.write_text("\n".join(texts), encoding="utf-8")
    source = read_source(path)
    return source.items(source.keys), told(source)


@pytest.mark.parametrize("number", range(len(KEPT)), ids=[text for text, _ in KEPT])
def test_each_word_of_a_field_comes_back(
    kept: tuple[dict[str, dict[str, Any]], list[str]], number: int
) -> None:
    item = kept[0][f"k{number}"]
    assert {name: item.get(name) for name in KEPT[number][1]} == KEPT[number][1]


def test_what_is_read_well_is_no_message(kept: tuple[dict[str, dict[str, Any]], list[str]]) -> None:
    assert kept[1] == []


# Messages


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("@article{a, title={T}, journal={J}, journaltitle={K}}", "a: journaltitle: the entry says journaltitle twice, by two names: the first counts"),
        (r"@book{a, title={On \gls{EU} law}}", r"a: title: pandoc can't read \gls in it: it is printed plainly, as 'On EU law'"),
        (r"@book{a, title={T}, author={Poe, \foo Ann}}", r"a: author: pandoc can't read \foo in it: look at the names"),
        ("@book{a, title={T}, author={given=Ann, family=Poe, middle=Bea}}", "a: author: pandoc reads no 'bea' in it: the names are printed as they stand"),
        ("@misc{a, title={T}, url={https://x.org/a}, eprint={https://x.org/a.pdf}}", "a: eprint: the entry has another address, and that one is printed"),
        (r"@book{a, title={T}, note={In \cite{KR}}}", r"a: note: pandoc can't read \cite in it: it is printed plainly, as 'In'"),
        (r"@book{a, title={T}, note={See \foo{bar} now}}", r"a: note: pandoc can't read \foo in it: it is printed plainly, as 'See bar now'"),
        ("@article{a, title={T}, journal=ris}", "a: journal: no @string defines 'ris': it is printed as it stands"),
        ("@incollection{a, title={T}, booktitle={B}, crossref={nope}}", "a: crossref: no entry has the key 'nope', from which 'a' would take fields"),
        ("@book{a, title={T}, xdata={nope}}", "a: xdata: no entry has the key 'nope', from which 'a' would take fields"),
        ("@book{b, title={B}}@set{a, entryset={b}}", "a: no style of CSL joins entries to a set: cite b instead of 'a'"),
        ("@hologram{a, title={T}}", "a: BibLaTeX knows no entry of the kind @hologram: it is taken for @misc"),
        ("@book{a, year=1999, keywords={x}}", "a: it has nothing that can be printed: it is left out"),
        ("@book{a, author={Poe, Ann}, year=1999}", "a: it has no title"),
        ("@book{a, publisher={P}}", "a: it has neither a title nor an author or editor"),
        ("@incollection{a, title={T}}", "a: it doesn't say in which book it is"),
        ("@book{a, title={T}, year=1999, month={Advent}}", "a: month: 'Advent' is no month: only the year is printed"),
        ("@book{a, title={T}, date={1985-04/..}}", "a: date: '04' of '1985-04/..' isn't printed: it is no part of a date that CSL can say"),
        ("@book{a, title={T}, year=1999, date={2001-02}}", "a: year: '1999' isn't printed: date says '2001-02', and counts"),
        ("@book{a, title={T}, year=1999, day=3}", "a: day: '3' has no month: only the year is printed"),
        ("@book{a, title={T}, year=1999, month=may, day=32}", "a: day: '32' is no day of 'may': it isn't printed"),
        ("@book{a, title={T}, year={1999/2000}, month=dec}", "a: month: 'dec' has no place beside '1999/2000': only the year is printed"),
        ("@book{a, title={T}, jounral={J}}", "no style prints the field 'jounral' of a: correct its name, or say in 'note' what readers should know"),
        ("@book{a, title={T}, foreword={Poe, Ann}}", "no style prints the field 'foreword' of a: correct its name, or say in 'note' what readers should know"),
    ],
)  # fmt: skip
def test_what_isnt_printed_as_typed_is_named(source: Reader, entry: str, message: str) -> None:
    made = source("refs.bib", entry)
    items(made)
    assert told(made) == [f"1: {message}"]


def test_fields_of_programs_are_no_message(source: Reader) -> None:
    made = source(
        "refs.bib",
        """@article{a, title={T}, journal={J}, abstract={A}, keywords={k}, file={:a.pdf:PDF}, timestamp={2001}, owner={me},
        bdsk-url-1={x}, mendeley-groups={g}, langid={english}, urldate={2001-02-03}, issn={1}, optnote={n}, groups={g}}""",
    )
    assert items(made)["a"]["keyword"] == "k"
    assert told(made) == []


# Comments, strings and parents


COMMENTED = """\
% @book{phantom, title={Phantom}}
@string{p = {Old Press}} % of all
@book{a, % check the {year
  author = {Fox, Ann},
  % publisher = {Old Press},
  title % {
    = % =
    "The 5% " # % joined
    {Sea % Wall},
  year = 2001 % ?
}
@book(b, title = "a % b) c", % d)
  year = 2002)
"""


def test_a_key_needs_no_comma_before_a_new_line(source: Reader) -> None:
    made = source(
        "refs.bib", "@book{Fox01\n  title = {T},\n year = 2001}\n@book{Fox02 title={U}}\n@book{Fox03\n}"
    )
    assert list(items(made)) == ["Fox01"]
    assert items(made)["Fox01"]["issued"] == {"date-parts": [[2001]]}
    assert told(made) == [
        "4: this @book has no key that can be read: it is left out",
        "5: Fox03: it has nothing that can be printed: it is left out",
    ]


def test_comments_are_left_out_and_signs_of_per_cent_are_not(source: Reader) -> None:
    made = source("refs.bib", COMMENTED)
    assert list(items(made)) == ["a", "b"]
    assert items(made)["a"]["title"] == "The 5% Sea % Wall"
    assert items(made)["a"]["author"] == [{"family": "Fox", "given": "Ann"}]
    assert "publisher" not in items(made)["a"]
    assert items(made)["a"]["issued"] == {"date-parts": [[2001]]}
    assert items(made)["b"]["title"] == "a % b) c"
    assert told(made) == []


def test_strings_and_parents_of_other_files_serve_and_the_files_own_come_first(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        "@string{own = {Mine}}@article{a, title={A}, journal=ris, note=own}@incollection{c, title={C}, crossref={p}}"
    )
    (tmp_path / "b.bib").write_text(
        "@string{ris = {Review of } # imag}@string{imag={Imaginary Studies}}@string{own={Yours}}@collection{p, title={P}, note=own}"
    )
    (tmp_path / "c.bib").write_text("@string{imag = {Imaginary Studies}}")
    files = [read_source(tmp_path / name) for name in ("a.bib", "b.bib", "c.bib")]
    for file in files:
        file.join(files)
    found = files[0].items(["a", "c"])
    assert found["a"]["container-title"] == "Review of Imaginary Studies"
    assert found["a"]["note"] == "Mine"
    assert (found["c"]["container-title"], found["c"]["note"]) == ("P", "Yours")
    assert [line for file in files for line in told(file)] == []


def test_an_entry_inherits_as_biblatex_has_it(source: Reader) -> None:
    found = items(
        source(
            "refs.bib",
            """@inbook{in, title={In}, crossref={whole}, pages={1}}
            @book{whole, title={Whole}, subtitle={Sub}, author={Doe, Jane}, year={1999}, publisher={P}, crossref={many}}
            @mvbook{many, title={Many}, editor={Roe, Ann}, date={1990/1999}}
            @article{art, title={Art}, crossref={per}} @periodical{per, title={Per}, number={3}, date={2001}}
            @inproceedings{talk, title={Talk}, crossref={proc}, year={2002}} @proceedings{proc, title={Proc}, date={2003}}""",
        )
    )
    assert found["in"]["title"] == "In"
    assert found["in"]["container-title"] == "Many"
    assert found["in"]["volume-title"] == "Whole: Sub"
    assert found["in"]["container-author"] == [{"family": "Doe", "given": "Jane"}]
    assert found["in"]["issued"] == {"date-parts": [[1999]]}
    assert (found["art"]["container-title"], found["art"]["issue"]) == ("Per", "3")
    assert (found["talk"]["container-title"], found["talk"]["issued"]) == ("Proc", {"date-parts": [[2002]]})


# The plain reading


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\'{e}\'e\' e{\'e}\c c\c{c}\v{S}{\ss}{\o}\AE\i{} \aa ngstr{\"o}m", "éééé" + "ççŠßøÆı ångström"),
        (r"a\&b \_ \{x\} \textit{it} {\em em} ``q'' -- \ldots", "a&b _ {x} it em “q” – …"),
        (r"of $x^2$ and \(y\)", r"of $x^2$ and \(y\)"),
        (r"\href{http://a.b}{here} \foo{bar} \~ n", "here bar ñ"),
        (r"\textbackslash{} 50\% \$3 A~B", "\\ 50% $3 A\xa0B"),
    ],
)  # fmt: skip
def test_latex_is_read_plainly(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_addresses_lose_the_escapes_of_latex_alone() -> None:
    assert unescaped(r"10.1/a\_b$\sim$c\textasciitilde d") == "10.1/a_b~c~d"
    assert unescaped("10.1002/(SICI)1097<1::AID-X>3.0.CO;2-#") == "10.1002/(SICI)1097<1::AID-X>3.0.CO;2-#"
