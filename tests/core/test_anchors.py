"""Links within an essay for builders that have stock nodes: they lead to anchors as docutils makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from support.sphinx_project import Project

ESSAY = """\
:author: Mara Lindqvist <https://orcid.org/0000-0002-1825-0097>

Quays
=====

.. eir:article::

Ships wait.[i] So does Lund (1999), and :eir:citet:`Lund1999`.

.. [i] A note.

.. eir:bibliography::

   Lund, Piet (1999) *Quays*. Lund: Pier Press.
"""


def test_every_link_leads_to_a_block_after_a_target(project: Project) -> None:
    project.write({"index.rst": ESSAY})
    document = project.build("text").resolved()
    links = {link["refid"] for link in document.findall(nodes.reference) if "refid" in link}
    targets = {target["refid"]: target for target in document.findall(nodes.target) if "refid" in target}
    assert len(links) == 2
    for identifier in links:
        following = targets[identifier].next_node(nodes.paragraph, descend=False, siblings=True)
        assert identifier in following["ids"]
    ids = [identifier for element in document.findall(nodes.Element) for identifier in element["ids"]]
    assert len(ids) == len(set(ids))


def test_no_link_has_an_id_by_which_it_would_be_taken_for_a_footnotes(project: Project) -> None:
    document = project.write({"index.rst": ESSAY}).build("text").resolved()
    assert [link["ids"] for link in document.findall(nodes.reference) if link["ids"]] == []


def test_a_link_to_an_authors_orcid_bears_the_name(project: Project) -> None:
    document = project.write({"index.rst": ESSAY}).build("text").resolved()
    names = [
        link["name"] for link in document.findall(nodes.reference) if "orcid.org" in link.get("refuri", "")
    ]
    assert names == ["MARA LINDQVIST"]
