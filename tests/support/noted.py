"""Essays with notes, and what their pages and records say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxext_eir.core.domain import eir_domain
from sphinxext_eir.features.notes.read_document import Notes

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from support.sphinx_project import Build


HEAD = "Essay\n=====\n\n.. eir:article::\n\n"

EVERYTHING = """\
The title [#t]_ of it
=====================

.. eir:article::
   :author: Jane Doe

One [#a]_, two [#]_, three [4]_, four [*]_, inline\\ :eir:note:`See *this*, http://example.org.` and again [#a]_.

.. note:: Admonition [#b]_.

.. list-table:: Caption [#c]_

   * - cell [#d]_

- item [#e]_

   Block quote [#f]_.

term [#g]_
   definition

.. figure:: https://example.org/x.png

   Caption of a figure [#h]_

Sub [#s]_
---------

.. [#t] Of the title.
.. [#a] See [#n]_.
.. [#] Anonymous.
.. [4] Numbered.
.. [*] Symbol.
.. [#b] First.

   Second.

   - list

   ::

      code

   .. math:: a^2

   ..

      Quoted.
.. [#c] Caption.
.. [#d] Cell.
.. [#e] Item.
.. [#f] Quote.
.. [#g] Term.
.. [#h] Figure.
.. [#s] Subtitle.
.. [#n] Nested.
"""


COUNT = 15

LITERAL = """\
Literal
=======

It is 1244.[i] Then Kosovo[ii]' and '[iii]_ or two\\ [i]_[ii] at once. '[i]t was', [in Kosovo], [sic], ``[i]``.

.. [i] http://example.org/a_b?c=%20#!d

.. [ii] Two.

.. [iii] Three.
"""


PLAIN = "Plain\n=====\n\nA page [1]_ of [#x]_ API [CIT2002]_ and [md]_.\n\n.. [1] One.\n.. [#x] Other.\n.. [CIT2002] Cited.\n.. [md] Md.\n"


def note_labels(build: Build, docname: str = "essay") -> tuple[str, ...]:
    record = eir_domain(build.app.env).find(docname, Notes)
    return record.labels if record else ()


def romans(count: int) -> list[str]:
    return ["[i]", "[ii]", "[iii]", "[iv]", "[v]", "[vi]", "[vii]", "[viii]", "[ix]", "[x]", "[xi]", "[xii]", "[xiii]",
            "[xiv]", "[xv]"][:count]  # fmt: skip


def body_labels(page: BeautifulSoup) -> list[str]:
    return [label.text for label in page.select("[role=doc-endnotes] ol > li .eir-label")]


def assert_every_link_lands(page: BeautifulSoup) -> None:
    for link in page.select("a[role=doc-noteref], a[role=doc-backlink]"):
        assert len(page.select(f"[id='{link['href'][1:]}']")) == 1, link
    ids = [element["id"] for element in page.select("[id^=eir-]")]
    assert len(ids) == len(set(ids))
