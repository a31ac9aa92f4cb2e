"""Links that Google Docs, and tools in it, put into a text."""

from __future__ import annotations

import pytest

from sphinxext_eir.conversion.document import Front, Paragraph
from sphinxext_eir.conversion.inlines import Inline, Kind
from sphinxext_eir.conversion.structure.draft import Draft
from sphinxext_eir.conversion.structure.links import link_addresses


def linked(said: str, target: str) -> list[tuple[str, Kind, str]]:
    """Return the runs that a link becomes."""
    link = Inline(said, 0, Kind.LINK, target)
    (block,) = link_addresses(Draft((Paragraph((link,)),), Front())).blocks
    assert isinstance(block, Paragraph)
    return [(run.text, run.kind, run.target) for run in block.inlines]


@pytest.mark.parametrize(
    "target", ["https://www.zotero.org/google-docs/?7fWMJL", "https://paperpile.com/c/Ab1/x7"]
)
def test_links_by_which_tools_find_their_citations_are_none(target: str) -> None:
    assert linked("Fox, “Harbours”", target) == [("Fox, “Harbours”", Kind.TEXT, "")]


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("https://www.google.com/url?q=https://example.org/a?b%3D1&sa=D&ust=2", "https://example.org/a?b=1"),
        ("https://www.google.com/url?sa=D", "https://www.google.com/url?sa=D"),
        ("https://www.zotero.org/groups/harbours", "https://www.zotero.org/groups/harbours"),
    ],
)
def test_a_link_leads_where_it_means(target: str, meant: str) -> None:
    assert linked("there", target) == [("there", Kind.LINK, meant)]
