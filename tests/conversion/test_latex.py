"""LaTeX: what an author types there is what is printed, commands of their own included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.growth import assert_linear

from sphinxext_eir.conversion.batch import convert_all
from sphinxext_eir.conversion.pipeline import convert
from sphinxext_eir.conversion.reading.latex.authors import with_authors
from sphinxext_eir.conversion.reading.latex.front import with_front
from sphinxext_eir.conversion.reading.latex.references import link_references
from sphinxext_eir.conversion.transcript import ConversionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinxext_eir.conversion.pipeline import Result

pytestmark = pytest.mark.pandoc

ARTICLE = r"""\documentclass{article}
\title{Two Harbours\thanks{Paid by nobody.}}
\author{Marit Osgood \\ University of Lund \and Per Dahl}
\date{14 March 2019}
\begin{document}
\maketitle
\begin{abstract}The sum of it.\end{abstract}
\section{Granite}\label{sec:granite}
BODY
\end{document}
"""


def converted(folder: Path, body: str, article: str = ARTICLE) -> Result:
    path = folder / "essay.tex"
    path.write_text(article.replace("BODY", body), encoding="utf-8")
    result = convert(path)
    assert result.value.ledger.unexplained == ()
    return result


def test_the_head_becomes_front_matter(tmp_path: Path) -> None:
    text = converted(tmp_path, "Text.").value.text
    assert text.startswith(
        ":author: Marit Osgood (University of Lund); Per Dahl\n:date: 2019-03-14\n\nTwo Harbours\\ [1]_\n"
    )
    assert ".. eir:article::\n\n   The sum of it." in text
    assert ".. [1] Paid by nobody." in text


def test_citations_are_roles_and_their_file_is_taken_along(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{osgood2001, title={On Tides}, author={Osgood, Marit}, year=2001}\n"
    )
    body = (
        r"Blank \citep[see][p.~12]{osgood2001}, \citet{osgood2001} and \citep{nobody1999}.\bibliography{refs}"
    )
    result = converted(tmp_path, body)
    text = result.value.text
    assert (
        "Blank :eir:citep:`see @osgood2001, p.\u00a012`, :eir:citet:`@osgood2001` and [\\@nobody1999]."
        in text
        or ("[@nobody1999]" in text and ":eir:citet:`@osgood2001`" in text)
    )
    assert ".. eir:bibliography::" in text
    out = tmp_path / "out"
    convert_all([tmp_path / "essay.tex"], out)
    assert (out / "refs.bib").read_bytes() == (tmp_path / "refs.bib").read_bytes()


def test_an_article_is_converted_again_when_what_it_calls_for_changes(tmp_path: Path) -> None:
    article = ARTICLE.replace("BODY", r"\input{part} \citep{osgood2001}\bibliography{refs}")
    (tmp_path / "essay.tex").write_text(article, encoding="utf-8")
    (tmp_path / "part.tex").write_text("One.", encoding="utf-8")
    refs = "@book{osgood2001, title={On Tides}, author={Osgood, Marit}, year=2001}\n"
    (tmp_path / "refs.bib").write_text(refs, encoding="utf-8")
    out = tmp_path / "out"

    def states() -> list[str]:
        return [outcome.state for outcome in convert_all([tmp_path / "essay.tex"], out)]

    assert states() == ["converted"]
    assert states() == ["up to date"]
    (tmp_path / "part.tex").write_text("Two.", encoding="utf-8")
    assert states() == ["converted"]
    assert "Two." in (out / "essay.rst").read_text(encoding="utf-8")
    (tmp_path / "refs.bib").write_text(refs.replace("Tides", "Quays"), encoding="utf-8")
    assert states() == ["converted"]
    assert "Quays" in (out / "refs.bib").read_text(encoding="utf-8")
    assert not (out / "refs-2.bib").exists()
    assert states() == ["up to date"]


def test_entries_that_pandoc_has_typeset_are_a_bibliography(tmp_path: Path) -> None:
    body = r"""Text (Osgood 2001).

\section*{References}

\hypertarget{refs}{}
\begin{CSLReferences}{1}{0}
\leavevmode\vadjust pre{\hypertarget{ref-osgood}{}}%
Osgood, M. (2001). \emph{On tides}. Quay.

\end{CSLReferences}"""
    text = converted(tmp_path, body).value.text
    assert ".. eir:bibliography::" in text
    assert "\n\n   Osgood, M. (2001). *On tides*. Quay.\n" in text


def test_names_of_files_may_have_escaped_underscores(tmp_path: Path) -> None:
    (tmp_path / "my_refs.bib").write_text("@book{o, title={T}, year=2001}\n", encoding="utf-8")
    result = converted(tmp_path, r"See \citep{o}.\bibliography{my\_refs.bib}")
    assert [library.name for library in result.value.libraries] == ["my_refs.bib"]


def test_a_typed_bibliography_keeps_its_keys(tmp_path: Path) -> None:
    body = r"""See \cite{osgood_2001}.
\begin{thebibliography}{9}
\bibitem[Osgood(2001)]{osgood_2001} Osgood, Marit (2001) \emph{On Tides}. Lund: Quay.
\end{thebibliography}"""
    text = converted(tmp_path, body).value.text
    assert "See :eir:citep:`@osgood_2001`." in text
    assert ".. eir:bibliography::\n\n   [osgood_2001] Osgood, Marit (2001) *On Tides*. Lund: Quay." in text


def test_unknown_commands_keep_their_text_and_are_named(tmp_path: Path) -> None:
    result = converted(tmp_path, r"The \ship{Vasa} sank.\vspace{2em} \marginnote{In 1628.}")
    assert "The Vasa sank." in result.value.text
    assert "In 1628." in result.value.text
    assert any("\\ship" in message.text for message in result.messages)


def test_parts_beside_the_article_are_read_and_none_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "essay"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts" / "one.tex").write_text("The first part.\n\n\\input{parts/one}\n")
    (tmp_path / "secret.tex").write_text("Nobody's business.\n")
    text = converted(folder, "\\input{parts/one}\n\\input{../secret}").value.text
    assert "The first part." in text
    assert "business" not in text


def test_formulas_stand_without_their_environment(tmp_path: Path) -> None:
    text = converted(
        tmp_path, "So $a^2$ is\n\\begin{align}\na &= b \\label{e}\\\\\nc &= d\n\\end{align}"
    ).value.text
    assert ":math:`a^2`" in text
    assert ".. math::\n\n   \\begin{aligned}\n   a &= b" in text


def test_a_number_under_the_foot_of_a_table_stays(tmp_path: Path) -> None:
    body = "\\begin{longtable}{ll}\nYear & Cargo \\\\\n\\endhead\n\\endlastfoot\n1901 & Salt \\\\\n\\end{longtable}"
    assert "   * - 1901\n     - Salt" in converted(tmp_path, body).value.text


def test_deep_nesting_is_refused_or_read(tmp_path: Path) -> None:
    body = "\\begin{quote}" * 400 + "Deep." + "\\end{quote}" * 400
    path = tmp_path / "essay.tex"
    path.write_text(ARTICLE.replace("BODY", body), encoding="utf-8")
    with pytest.raises(ConversionError, match="too deeply"):
        convert(path)


def test_two_citations_beside_each_other_stay_two(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{osgood2001, title={On Tides}, author={Osgood, Marit}, year=2001}\n"
        "@book{dahl1999, title={Ports}, author={Dahl, Per}, year=1999}\n"
    )
    text = converted(tmp_path, r"Blank \cite{osgood2001} \cite{dahl1999}.\bibliography{refs}").value.text
    assert "Blank :eir:citep:`@osgood2001` :eir:citep:`@dahl1999`." in text


def test_terms_are_no_headings(tmp_path: Path) -> None:
    body = "A harbour has parts.\n\\begin{description}\\item[Mole] A pier of stones.\\item[Quay] A place to land.\\end{description}"
    text = converted(tmp_path, body).value.text
    assert "**Mole**\n\n   A pier of stones.\n\n**Quay**\n\n   A place to land.\n" in text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a ``debt'' of `ours'", "a “debt” of ‘ours’"),
        (r"``{[}a] \emph{debt}'' \`a la carte", "“[a] *debt*” à la carte"),
        (r"\verb|``a''|", r"\`\`a''"),
    ],
)
def test_what_opens_a_quotation_is_its_mark(typed: str, printed: str, tmp_path: Path) -> None:
    assert f"They had {printed} then." in converted(tmp_path, f"They had {typed} then.").value.text


CLASSES = {
    r"""\documentclass[man]{apa7}
\title{Two Harbours} \shorttitle{Harbours} \authorsnames{Marit Osgood,Per Dahl} \authorsaffiliations{{University of Lund},{}}
\leftheader{Osgood and Dahl} \abstract{The sum \emph{of} it.} \keywords{debt, tides} \date{Invalid Date}
\begin{document} \maketitle Text. \end{document}""": (
        ":author: Marit Osgood; Per Dahl\n:keywords: debt; tides\n:short-title: Harbours\n",
        "University of Lund",
    ),
    r"""\documentclass[conference]{IEEEtran} \title{Two Harbours}
\author{\IEEEauthorblockN{Marit Osgood} \IEEEauthorblockA{University of Lund}} \date{\today}
\begin{document} \maketitle \begin{abstract}The sum \emph{of} it.\end{abstract}
\begin{IEEEkeywords}debt, tides\end{IEEEkeywords} Text. \end{document}""": (
        ":author: Marit Osgood (University of Lund)\n:keywords: debt; tides\n",
        "",
    ),
    r"""\documentclass{copernicus} \begin{document} \title{Two Harbours}
\Author[1]{Marit}{Osgood} \Author[1]{Per}{Dahl} \affil[1]{University of Lund} \runningtitle{Harbours}
\maketitle \begin{abstract}The sum \emph{of} it.\end{abstract} \keywords{debt; tides} Text. \end{document}""": (
        ":author: Marit Osgood; Per Dahl\n:keywords: debt; tides\n",
        "University of Lund",
    ),
}


@pytest.mark.parametrize("article", CLASSES, ids=["apa7", "IEEEtran", "copernicus"])
def test_the_front_matter_of_a_class_is_read(article: str, tmp_path: Path) -> None:
    fields, note = CLASSES[article]
    result = converted(tmp_path, "", article)
    assert result.value.text.startswith(f"{fields}\nTwo Harbours")
    assert ".. eir:article::\n\n   The sum *of* it.\n\nText.\n" in result.value.text
    assert (f"] {note}" in result.value.text) == bool(note)
    assert not [message for message in result.messages if message.doubtful]


def test_a_command_with_the_name_of_front_matter_may_be_the_authors_own(tmp_path: Path) -> None:
    body = r"\newcommand{\keywords}[1]{\emph{#1}} A \keywords{word} of mine, and \abstract{art"
    assert "{art" not in converted(tmp_path, r"\newcommand\abstract{A sum}\abstract.").value.text
    with pytest.raises(ConversionError):
        converted(tmp_path, body)


def test_links_and_pictures_may_have_what_pandoc_does_not_know(tmp_path: Path) -> None:
    definition = r"\newcommand*\pandocbounded[1]{\sbox\pandoc@box{#1}\ifdim\@tempa<\p@ small\else\usebox\pandoc@box\fi}"
    body = rf"{definition} See \pandocbounded{{the pier}} and \href[page=2]{{https://example.org/a}}{{the plan}}."
    assert "See the pier and `the plan <https://example.org/a>`__." in converted(tmp_path, body).value.text


def test_a_line_of_a_comment_ends_no_paragraph(tmp_path: Path) -> None:
    text = converted(
        tmp_path, "The town built it\n% \\input{twice}\n  and paid for it.\n%\n\nThe next."
    ).value.text
    assert "The town built it and paid for it.\n\nThe next.\n" in text


AUTHORS = {
    "authblk": (
        r"\title{On Tides}\author[1]{Nadia Quill}\author[1,2]{J\'er\^ome Dahl}\affil[1]{University of Oslo}\affil[2]{Port Institute, Bergen}",
        "Nadia Quill (University of Oslo); J\u00e9r\u00f4me Dahl (University of Oslo, Port Institute, Bergen)",
    ),
    "llncs": (
        r"\title{On Tides}\author{Nadia Quill\inst{1}\orcidID{0000-0002-1825-0097} \and Per Dahl\inst{2}}"
        r"\institute{University of Oslo \email{n@uio.no} \and Port Institute}",
        "Nadia Quill <0000-0002-1825-0097> (University of Oslo); Per Dahl (Port Institute)",
    ),
    "elsarticle": (
        r"\title{On Tides}\author[oslo]{Nadia Quill\corref{cor1}}\ead{n@uio.no}"
        r"\affiliation[oslo]{organization={University of Oslo}, city={Oslo}}\cortext[cor1]{Corresponding author}",
        "Nadia Quill (University of Oslo, Oslo)",
    ),
    "acmart": (
        r"\title{On Tides}\author{Nadia Quill}\email{n@uio.no}\orcid{0000-0002-1825-0097}\affiliation{\institution{University of Oslo}\city{Oslo}}"
        r"\author{Per Dahl}\affiliation{\institution{Port Institute}}",
        "Nadia Quill <0000-0002-1825-0097> (University of Oslo, Oslo); Per Dahl (Port Institute)",
    ),
    "sn-jnl": (
        r"\title{On Tides}\author*[1]{\fnm{Nadia} \sur{Quill}}\email{n@uio.no}"
        r"\affil*[1]{\orgdiv{Department of History}, \orgname{University of Oslo}, \orgaddress{\city{Oslo}, \country{Norway}}}",
        "Nadia Quill (Department of History, University of Oslo, Oslo, Norway)",
    ),
    "revtex": (
        r"\title{On Tides}\author{Nadia Quill}\author{Per Dahl}\affiliation{University of Oslo}",
        "Nadia Quill (University of Oslo); Per Dahl (University of Oslo)",
    ),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_institutions_are_their_authors(name: str, tmp_path: Path) -> None:
    head, authors = AUTHORS[name]
    article = rf"\documentclass{{article}}\begin{{document}}{head}\maketitle\section{{Rise}}It rises. BODY\end{{document}}"
    text = converted(tmp_path, "The affiliation is clear.", article).value.text
    assert text.startswith(f":author: {authors}\n")
    assert text.partition(".. eir:article::")[2].split() == [
        "Rise",
        "----",
        "It",
        "rises.",
        "The",
        "affiliation",
        "is",
        "clear.",
    ]


@pytest.mark.parametrize(
    ("head", "author", "notes"),
    [
        (r"\author{Nadia Quill\thanks{Paid by the port.}}\affil{University of Oslo}", "Nadia Quill (University of Oslo)", "Paid by the port."),
        (r"\author[1]{Nadia Quill}\affil[1]{Oslo}\affil[2]{Ropes & Sons}", "Nadia Quill (Oslo)", "Ropes & Sons"),
        (r"\affil{University of Oslo}\author{Nadia Quill}", "Nadia Quill", "University of Oslo"),
        (r"\author{}\author{Nadia Quill}\author{ }\affil{Oslo}\affil{Bergen}", "Nadia Quill (Oslo, Bergen)", ""),
        ("\\author{Nadia Quill % as she signs}\n}\\affil{Oslo}\n% \\author{Per Dahl}\n", "Nadia Quill (Oslo)", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", [r"\title{On Tides}", ""])
def test_notes_on_authors_and_institutions_of_nobody_are_kept(
    head: str, author: str, notes: str, title: str, tmp_path: Path
) -> None:
    article = rf"\documentclass{{article}}{title}{head}\begin{{document}}\maketitle BODY\end{{document}}"
    outcome = converted(tmp_path, "The town built it.", article).value
    assert outcome.text.startswith(f":author: {author}\n")
    assert outcome.text.count(notes or "The town built it.") == 1
    assert outcome.ledger.unexplained == ()


def test_commands_of_the_authors_own_that_are_called_so_stay(tmp_path: Path) -> None:
    body = r"\newcommand{\address}[1]{at #1}We live \address{Skarre}."
    assert "We live at Skarre." in converted(tmp_path, body).value.text


REFERENCES = {
    r"Section~\ref{sec:granite}": "Section\u00a0:ref:`1 <sec-granite-",
    r"\autoref{sec:granite}": ":ref:`Section\u00a01 <sec-granite-",
    r"\cref{fig:pier,fig:mole}": ":ref:`Figure\u00a01, 2 <fig-pier-",
    r"\Cref{tab:stones,fig:pier}": ":ref:`Table\u00a01, Figure\u00a01 <tab-stones-",
    r"\eqref{eq:sum}": ":ref:`(2) <eq-sum-",
    r"\nameref{sec:granite}": ":ref:`Granite <sec-granite-",
    r"on page~\pageref{sec:granite}": "in :ref:`Section\u00a01 <sec-granite-",
    r"\ref{sec:nowhere}": "[sec\\:nowhere]",
}
PLACES = r"""
\begin{equation} a = b \end{equation}
\begin{align} a &= c \label{eq:sum} \\ b &= d \end{align}
\begin{figure}\includegraphics{pier.png}\caption{A pier.}\label{fig:pier}\end{figure}
\begin{figure}\includegraphics{mole.png}\caption{A mole.}\label{fig:mole}\end{figure}
\begin{table}\caption{Stones.}\label{tab:stones}\begin{tabular}{ll}a & b\\c & d\end{tabular}\end{table}
"""


@pytest.mark.parametrize("typed", REFERENCES)
def test_references_lead_to_places_by_the_words_that_tex_prints(typed: str, tmp_path: Path) -> None:
    text = " ".join(converted(tmp_path, f"It is so, as {typed} says.{PLACES}").value.text.split(" "))
    assert f"as {REFERENCES[typed]}" in text.replace("\n", " ")


def test_what_nothing_refers_to_has_no_anchor(tmp_path: Path) -> None:
    assert ".. _" not in converted(tmp_path, f"Text.{PLACES}").value.text


@pytest.mark.parametrize(
    ("before", "name"),
    [
        (r"\usepackage[english,ngerman]{babel}", "Abschnitt"),
        (r"\crefname{section}{Chapter}{Chapters}", "Chapter"),
    ],
)
def test_places_are_called_as_the_author_calls_them(before: str, name: str, tmp_path: Path) -> None:
    article = ARTICLE.replace(r"\title", before + r"\title")
    result = converted(tmp_path, r"See \cref{sec:granite}.", article)
    assert f"See :ref:`{name}\u00a01 <" in result.value.text
    assert not [message for message in result.messages if "crefname" in message.text]


def test_a_brace_that_is_not_closed_is_closed_and_said(tmp_path: Path) -> None:
    result = converted(tmp_path, "\\noindent{One paragraph.\n\nAnother \\emph{one}.")
    assert "One paragraph.\n\nAnother *one*." in result.value.text
    assert [message.text for message in result.messages if "brace" in message.text]


@pytest.mark.parametrize(
    "typed", [r"\author{", r"\author{A}\affil{B} ", r"\abstract{", r"\begin{equation}", r"\usepackage["]
)
@pytest.mark.parametrize("read", [with_front, with_authors, link_references])
def test_the_time_grows_with_the_source(typed: str, read: Callable[..., object]) -> None:
    link = {"t": "Link", "c": [["", [], []], [], ["#a", ""]]}
    tree = {"blocks": [{"t": "Para", "c": [link]}]}
    around = (tree,) if read is link_references else ()
    assert_linear(lambda n: read(*around, typed * n), 4000)
