"""Essays that cite, and what their pages say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.csl_contexts import STYLES

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from support.sphinx_project import Build, Project


ENTRIES = """\
.. eir:bibliography::

   Blank, Stephen J. (2000) *Threats to Russian Security*. Carlisle: SSI.

   Clark, Wesley. (2001) *Waging Modern War*. Prishtina : PublicAffairs Ltd.

   FAS. (2000) Federation of American Scientists.
   http://www.fas.org/econcept.htm (accessed February 29, 2012).

   Keohane, R. O. and Nye, J. S. (1977a) *Power and Interdependence*.

   World Bank (2010) *World Development Report*. doi:10.1080/09668130701820150.
"""


BIB = """\
@book{Blank2000, author={Blank, Stephen J.}, year=2000, title={Threats to Russian Security}, publisher={SSI}}
@book{Clark2001, author={Clark, Wesley}, year=2001, title={Waging Modern War}, publisher={PublicAffairs}}
@book{Nye1990, author={Nye, Joseph S.}, year=1990, title={Bound to Lead}, url={http://example.org/nye}, urldate={2012-02-29}}
@book{Nye1990b, author={Nye, Joseph S.}, year=1990, title={Soft Power}}
@book{KeohaneNye1977, author={Keohane, Robert O. and Nye, Joseph S.}, year=1977, title={Power and Interdependence}}
@book{Waltz1979, author={Waltz, Kenneth N.}, year=1979, title={Theory of International Politics}}
"""


def essay(body: str, bibliography: str = ENTRIES, title: str = "Essay") -> str:
    return f"{title}\n{'=' * len(title)}\n\n.. eir:article::\n\n{body}\n\n{bibliography}"


def links(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return the citations that are links on *page*: their words, and the entry they lead to."""
    found = []
    for link in page.select("a[role=doc-biblioref]"):
        target = page.find(id=link["href"].removeprefix("#"))
        found.append((link.get_text(), target.get_text().split(",")[0].split(".")[0].split(" (")[0].strip()))
    return found


def body_of(page: BeautifulSoup) -> str:
    return " ".join(page.select_one("[role=main]").get_text().split())


LIST = ".. eir:bibliography::\n"


def entries(build: Build, docname: str = "index") -> list[str]:
    items = build.page(docname).select("section[role=doc-bibliography] li")
    for link in (link for item in items for link in item.select("[role=doc-backlink]")):
        link.decompose()
    return [" ".join(item.get_text().split()) for item in items]


def style(project: Project, name: str) -> str:
    (project.root / f"{name}.csl").write_text((STYLES / f"{name}.csl").read_text())
    return f"{name}.csl"


def written(build: Build, since: dict[str, int]) -> set[str]:
    """Return the documents whose pages *build* wrote, by their times."""
    return {name for name, time in times(build).items() if since[name] != time} - {"index"}


def times(build: Build) -> dict[str, int]:
    return {
        docname: (build.out / f"{docname}.html").stat().st_mtime_ns for docname in build.app.env.found_docs
    }


def printed(build: Build) -> str:
    """Return the essay without its heading and its list."""
    return body_of(build.page()).split("Essay¶")[1].split("Blank, Stephen")[0].strip()
